"""Which rows above the data are their header: one to several, past blank rows and the headings of groups of rows."""

from collections.abc import Sequence

from etl.tables.cells import BLANK, MARK, NUMBER, TEXT, is_label_run
from etl.workbook import Raw, Sheet

HIGHEST_HEADER = 8  # rows
BLANKS, FURTHEST = 3, 4  # rows from the header down to its data: blank ones only, or with headings


def kind_at(kinds_of_row: str, column: int) -> str:
    return kinds_of_row[column] if column < len(kinds_of_row) else BLANK


def is_labels(rows: Sequence[list[Raw]], marked: list[str], number: int) -> bool:
    """Whether the row's numbers are labels, as in "Total, 1, 2, 3+" above figures."""
    if is_label_run(rows[number]):
        return True
    numbers = [rows[number][column] for column, kind in enumerate(marked[number]) if kind == NUMBER]
    if len(numbers) < 2 or MARK in marked[number] or not is_label_run([0, *numbers]):
        return False
    below = next((each for each in marked[number + 1 : number + 4] if NUMBER in each), "")
    return any(kind_at(below, column) == NUMBER for column, kind in enumerate(marked[number]) if kind == TEXT)


def header_above(
    sheet: Sheet, marked: list[str], first: int, figures: tuple[int, ...], floor: int
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    rows: list[int] = []
    at = _over_headings(sheet, marked, first, figures, floor)
    while at >= floor and len(rows) < HIGHEST_HEADER and (
        _is_header(sheet, marked, at, figures, bool(rows)) or (rows and _names_labels(marked, at, rows[-1], figures))
    ):
        rows.append(at)
        at -= 1
        if at > floor and not marked[at].strip(BLANK) and _is_group_row(sheet, marked, at - 1, figures):
            at -= 1
    if not rows:
        return (), ("rows of figures with no header above them",)
    return tuple(reversed(rows)), (f"{len(rows)} row(s) of text directly above the first row of figures",)


def _over_headings(sheet: Sheet, marked: list[str], first: int, figures: tuple[int, ...], floor: int) -> int:
    """The row above the data, past blank rows; past headings too, such as "Males" or a year, under a header."""
    blank = first - 1
    while blank >= floor and not marked[blank].strip(BLANK) and first - blank <= BLANKS:
        blank -= 1
    at = blank
    while at >= floor and first - at <= FURTHEST and not _is_header(sheet, marked, at, figures, False):
        kind = marked[at].strip(BLANK)
        year = kind == NUMBER and is_label_run(sheet.rows[at])
        if kind and (not (kind == TEXT or year) or marked[at].index(kind) >= figures[0]):
            return blank
        at -= 1
    return at if at >= floor and first - at <= FURTHEST else blank


def _is_header(sheet: Sheet, marked: list[str], at: int, figures: tuple[int, ...], below: bool) -> bool:
    kind = marked[at]
    if not kind.strip(BLANK) or (NUMBER in kind and not is_labels(sheet.rows, marked, at)):
        return False
    over = [column for column in figures if kind_at(kind, column) != BLANK]
    spanned = any(
        top == at and right > left and right >= figures[0] and kind_at(kind, left) != BLANK and left > 0
        for top, left, _, right in sheet.detail.merges
    )
    if below:
        return spanned or len(over) >= 2 or _parts_a_group(sheet, marked, at, figures, over)
    if not over:
        return _are_headings(sheet, marked, at, figures)
    narrow = len(figures) == 1
    above = at > 0 and sum(kind_at(marked[at - 1], column) != BLANK for column in figures) >= 2
    return len(over) >= 2 or narrow or spanned or above


def _parts_a_group(sheet: Sheet, marked: list[str], at: int, figures: tuple[int, ...], over: Sequence[int]) -> bool:
    """Whether a row under the names of groups says something of one only, such as "of which with children", or stands
    between the first and last row of names merged downwards."""
    if set(marked[at]) - {TEXT, BLANK} or marked[at - 1].count(TEXT) < 2 or not at:
        return False
    merged = any(top < at <= bottom and left >= figures[0] for top, left, bottom, _ in sheet.detail.merges)
    return merged or (len(over) == 1 and _heads_figures(sheet, marked, at - 1, figures))


def _are_headings(sheet: Sheet, marked: list[str], at: int, figures: tuple[int, ...]) -> bool:
    """Whether a row heads the columns of labels alone, under the row that heads the figures."""
    kind = marked[at].strip(BLANK)
    labels = sum(kind_at(marked[at], column) == TEXT for column in range(figures[0]))
    return labels >= 2 and set(kind) <= {TEXT, BLANK} and at > 0 and _heads_figures(sheet, marked, at - 1, figures)


def _heads_figures(sheet: Sheet, marked: list[str], at: int, figures: tuple[int, ...]) -> bool:
    over = sum(kind_at(marked[at], column) != BLANK for column in figures)
    return over >= min(2, len(figures)) and _is_header(sheet, marked, at, figures, False)


def _names_labels(marked: list[str], at: int, below: int, figures: tuple[int, ...]) -> bool:
    """Whether a row names the columns of labels that the header row under it leaves blank, and a group of figures."""
    named = [column for column in range(figures[0]) if kind_at(marked[at], column) == TEXT]
    over = [column for column in figures if kind_at(marked[at], column) != BLANK]
    unnamed = all(kind_at(marked[below], column) == BLANK for column in range(figures[0]))
    return bool(named) and bool(over) and unnamed and NUMBER not in marked[at]


def _is_group_row(sheet: Sheet, marked: list[str], at: int, figures: tuple[int, ...]) -> bool:
    """A row of group names that a blank row parts from the header."""
    return (
        at >= 0
        and any(top == at and right > left and left >= figures[0] for top, left, _, right in sheet.detail.merges)
        and (NUMBER not in marked[at] or is_label_run(sheet.rows[at]))
    )
