"""Google Forms: Timestamp first, then the questions; grids as "Question [Row]", choices parted by ", "."""

from etl.convert import to_date
from etl.platforms.common import folded, plain_labels
from etl.platforms.foreign_headers import STAMPS
from etl.platforms.types import Found
from etl.workbook import Sheet


def recognise(sheet: Sheet) -> Found | None:
    if len(sheet.rows) < 2 or not sheet.rows[0]:
        return None
    top = folded(sheet.rows[0])
    if top[0] not in STAMPS or len(top) < 2:
        return None
    stamps = [row[0] for row in sheet.rows[1:40] if row and row[0] is not None]
    dated = sum(to_date(stamp).value is not None or _american(str(stamp)) for stamp in stamps)
    if not stamps or dated * 2 < len(stamps):
        return None
    grids = sum("[" in text for text in top)
    reason = "Timestamp first, with a moment on every row" + (
        f", and {grids} columns as “Question [Row]”" if grids else ""
    )
    return Found("Google Forms", (0,), 1, plain_labels(sheet.rows[0]), 0.9, (reason,), separator=", ")


def _american(text: str) -> bool:
    """12/31/2024 23:59:59, or 2024/12/31 11:59:59 pm GMT: only whether it is a moment matters here."""
    return text[:1].isdigit() and "/" in text and ":" in text
