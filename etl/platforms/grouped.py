"""A header of two rows in a file of no known platform: questions above, each over its rows or options."""

from statistics import median

from etl.platforms.common import forward, texts
from etl.platforms.types import Label
from etl.tables.cells import filled
from etl.workbook import Sheet

WITHIN, LEAST_ROWS, LEAST_WIDTH = 6, 10, 4


def group_header(sheet: Sheet) -> tuple[int, tuple[Label, ...]] | None:
    """The upper of the two rows and the labels of the columns; None where there is no such header.

    Every column has a heading in one of the rows, several stand below a question that has blanks to its right,
    and no answer repeats them.
    """
    for head in range(min(WITHIN, len(sheet.rows) - LEAST_ROWS - 2)):
        upper, lower = texts(sheet.rows[head]), texts(sheet.rows[head + 1])
        width = max(len(upper), len(lower))
        upper, lower = (row + [""] * (width - len(row)) for row in (upper, lower))
        below = [filled(row) for row in sheet.rows[head + 2 : head + 60] if filled(row)]
        headed = sum(bool(one or other) for one, other in zip(upper, lower, strict=True))
        beneath = sum(bool(other) and not one for one, other in zip(upper, lower, strict=True))
        if width < LEAST_WIDTH or headed < 0.9 * width or not beneath or len(below) < LEAST_ROWS:
            continue
        if not 0.3 * width <= median(below) <= width or not _are_headings(sheet, head, upper, lower):
            continue
        return head, _labels(upper, lower)
    return None


def _are_headings(sheet: Sheet, head: int, upper: list[str], lower: list[str]) -> bool:
    """Texts, of which none is an answer that comes again below."""
    told = [text for text in (*upper, *lower) if text]
    if any(text.replace(".", "").isdigit() for text in told) or not (upper[0] or lower[0]):
        return False
    rows = [texts(row) for row in sheet.rows[head + 2 : head + 40]]
    again = sum(any(row[at : at + 1] == [text] for row in rows) for at, text in enumerate(lower) if text)
    return again * 4 <= sum(map(bool, lower))


def _labels(upper: list[str], lower: list[str]) -> tuple[Label, ...]:
    over = forward([text or (None if below else "-") for text, below in zip(upper, lower, strict=True)], len(upper))
    several = {text for at, text in enumerate(over) if at and over[at - 1] == text and lower[at]}
    return tuple(_label(upper[at], over[at], lower[at], several) for at in range(len(upper)))


def _label(own: str, over: str, below: str, several: set[str]) -> Label:
    if below and over in several:
        return Label(f"{over} | {below}", over, below)
    name = own or below
    return Label(name, below if below and own and len(below) > len(own) else name)
