"""Answers saved without their header: a form's moments first, from the very first row on."""

from collections import Counter
from collections.abc import Sequence

from etl.choices import separator_of, several_in
from etl.convert import as_text, to_date
from etl.platforms.types import Found, Label
from etl.scales import scale_of
from etl.tables.cells import cell_at, filled
from etl.workbook import Raw, Sheet, letters

LEAST_ROWS, LEAST_ANSWERS, WITHIN, SAMPLE = 10, 2, 20, 300
MOST_POINTS = 12


def recognise(sheet: Sheet) -> Found | None:
    """Only where every row begins with a moment, and columns hold scales or several choices of which the first row
    has some that come again: it is a response then, and no heading. Lines of one cell may stand above."""
    start = next((number for number, row in enumerate(sheet.rows[:WITHIN]) if filled(row) > 2), 0)
    if len(sheet.rows) < start + LEAST_ROWS or not (sheet.rows[start] and _is_moment(sheet.rows[start][0])):
        return None  # nearly every sheet: no more of its rows need be made
    rows = sheet.rows[start : start + SAMPLE]
    if not all(row and _is_moment(row[0]) for row in rows):
        return None
    width = max(map(len, rows))
    said = [Counter(as_text(cell) for row in rows if (cell := cell_at(row, at)) is not None) for at in range(1, width)]
    separator = separator_of(said)
    answers = [at for at, each in enumerate(said, 1) if _is_answer(each, separator)]
    given = [at for at in answers if (cell := cell_at(rows[0], at)) is not None and said[at - 1][as_text(cell)] > 1]
    if len(answers) < LEAST_ANSWERS or not given:
        return None
    labels = tuple(Label(f"column {letters(at)}", "") for at in range(width))
    reason = f"no header row: its first row is a response, with a moment and answers that {len(answers)} columns repeat"
    return Found("unknown platform", (), start, labels, 0.6, (reason,), {0: "date"}, separator=separator)


def _is_moment(cell: Raw) -> bool:
    """A date with a time, in the orders of any country: 12/31/2024 23:59:59, or 2024/12/31 11:59:59 pm GMT."""
    text = "" if cell is None else as_text(cell)
    return text[:1].isdigit() and ":" in text and len(text) < 40 and (text.count("/") > 1 or bool(to_date(text).value))


def _is_answer(said: Counter, separator: str) -> bool:
    if len(said) < 2:
        return False
    if several_in(said, separator):
        return True
    return len(said) <= MOST_POINTS and not _are_numbers(said) and scale_of(said) is not None


def _are_numbers(said: Sequence[str]) -> bool:
    return all(text.replace(".", "").removeprefix("-").isdigit() for text in said)
