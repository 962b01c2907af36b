"""Google Forms: Timestamp first, or behind a number; grids as "Question [Row]", choices parted by ", " or ";"."""

from collections import Counter
from collections.abc import Iterator

from etl.choices import separator_of
from etl.convert import to_date
from etl.platforms.common import folded, plain_labels
from etl.platforms.foreign_headers import STAMPS
from etl.platforms.types import Found
from etl.tables.cells import cell_at
from etl.workbook import Sheet

NUMBERED = ("", "id", "#", "no", "no.", "index", "unnamed: 0", "response id")  # what numbers the responses
SAMPLE = 300  # rows that tell what parts choices


def recognise(sheet: Sheet) -> Found | None:
    if len(sheet.rows) < 2 or not sheet.rows[0]:
        return None
    top = folded(sheet.rows[0])
    first = 1 if top[0] in NUMBERED else 0
    if len(top) < first + 2 or top[first] not in STAMPS:
        return None
    stamps = [row[first] for row in sheet.rows[1:40] if len(row) > first and row[first] is not None]
    dated = sum(to_date(stamp).value is not None or _american(str(stamp)) for stamp in stamps)
    if not stamps or dated * 2 < len(stamps):
        return None
    grids = sum("[" in text for text in top)
    reason = "Timestamp first, with a moment on every row" + (
        f", and {grids} columns as “Question [Row]”" if grids else ""
    )
    separator = separator_of(_answers(sheet, first + 1))
    return Found("Google Forms", (0,), 1, plain_labels(sheet.rows[0]), 0.9, (reason,), separator=separator)


def _answers(sheet: Sheet, first: int) -> Iterator[Counter]:
    """The answers of each column from `first` on."""
    rows = sheet.rows[1:SAMPLE]
    for column in range(first, len(sheet.rows[0])):
        yield Counter(str(cell) for row in rows if (cell := cell_at(row, column)) is not None)


def _american(text: str) -> bool:
    """12/31/2024 23:59:59, or 2024/12/31 11:59:59 pm GMT: only whether it is a moment matters here."""
    return text[:1].isdigit() and "/" in text and ":" in text
