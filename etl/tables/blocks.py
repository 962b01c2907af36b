"""Where the data of each table on a sheet stand: runs of rows with figures, and the header above them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from etl.tables.cells import BLANK, DATE, MARK, NUMBER, TEXT, filled, is_label_run, kinds, label_run, with_commas
from etl.tables.header_rows import header_above, is_labels, kind_at
from etl.tables.pairs import are_pairs
from etl.workbook import Raw, Sheet

PLACEHOLDER = re.compile(r"\.{3}\d+|unnamed: ?\d+(?:_level_\d+)?|column ?\d+|v\d+|_\d+", re.I)  # for no heading
LONGEST_CODE = 4  # letters, such as A-S
SAMPLE = 400  # rows that decide which columns hold figures


@dataclass(frozen=True, slots=True)
class Block:
    """Rows from 0: `header` above, `data` with figures, `between` other rows inside (headings, blanks)."""

    header: tuple[int, ...]
    data: tuple[int, ...]
    figures: tuple[int, ...]
    reasons: tuple[str, ...]


def is_rectangular(sheet: Sheet) -> int | None:
    """The header row of a sheet that is one table from its first row on, as programs write them; None else."""
    rows = sheet.rows
    first = next((number for number, row in enumerate(rows) if filled(row)), None)
    if first is None or first > 3 or len(rows) <= first + 1:
        return None
    header = kinds(rows[first]).rstrip(BLANK)
    width = len(header.lstrip(BLANK))
    numbers = header.count(NUMBER) + header.count(MARK)
    if sum(isinstance(cell, str) and PLACEHOLDER.fullmatch(cell) is not None for cell in rows[first]) * 3 > width:
        return None
    if width < 2 or header.strip(BLANK).count(BLANK) > width * 0.05:
        return None
    if numbers and not is_label_run(rows[first]):
        return None
    below = [row for row in rows[first + 1 : first + 60] if filled(row)]
    if not below or any(len(kinds(row).rstrip(BLANK)) > len(header) for row in below):
        return None
    if sum(filled(row) >= max(2, width * 0.3) for row in below) < 0.7 * len(below):
        return None
    return None if _is_second_header(below) else first


def _is_second_header(below: list[list[Raw]]) -> bool:
    """Whether the first row below is text where the next ones hold figures."""
    top, rest = kinds(below[0]), [kinds(row) for row in below[1:12]]
    if NUMBER in top or MARK in top or not rest:
        return False
    width = range(len(top))
    figures = [column for column in width if sum(kind_at(row, column) == NUMBER for row in rest) > len(rest) / 2]
    return bool(figures) and sum(top[column] != BLANK for column in figures) >= max(1, 0.5 * len(figures))


def find_blocks(sheet: Sheet) -> list[Block]:
    """The tables of a sheet from top to bottom; rows of figures without a header are none."""
    marked = with_commas(sheet.rows, [kinds(row) for row in sheet.rows])
    data = [number for number, row in enumerate(sheet.rows) if _is_data(sheet.rows, marked, number)]
    blocks, run, floor = [], [], 0
    for number in data:
        if run and _starts_anew(sheet.rows, marked, run, number):
            blocks.append((run, floor))
            floor, run = run[-1] + 1, []
        run.append(number)
    if run:
        blocks.append((run, floor))
    found = [_block(sheet, marked, run, floor) for run, floor in blocks]
    return [block for block in found if block]


def _is_data(rows: Sequence[list[Raw]], marked: list[str], number: int) -> bool:
    kind = marked[number]
    if _is_lone_year(rows, marked, number):
        return False
    if NUMBER not in kind and (MARK not in kind or _are_letters(rows[number], kind) or _are_words(kind)):
        return False
    if NUMBER not in kind or not is_labels(rows, marked, number):
        return True
    below = next((each for each in range(number + 1, min(number + 4, len(rows))) if marked[each].strip(BLANK)), None)
    if below is None:
        return True
    if number and _under_figures(marked, number):
        return True
    runs = label_run(rows[number]), label_run(rows[below])
    same = runs[1] and runs != ("years", "steps")  # figures that look like labels, row after row
    return bool(same) or len(marked[number].strip(BLANK).replace(BLANK, "")) < 2


def _is_lone_year(rows: Sequence[list[Raw]], marked: list[str], number: int) -> bool:
    """Whether the only cell of a row is a year over labels, a heading of the months or quarters below it, or over the
    header of a table that is of that year."""
    kind = marked[number]
    if kind.count(NUMBER) != 1 or len(kind.replace(BLANK, "")) != 1 or number + 1 >= len(rows):
        return False
    at = kind.index(NUMBER)
    below = marked[number + 1]
    if label_run(rows[number]) != "years":
        return False
    return (kind_at(below, at) == TEXT and NUMBER in below[at:]) or _is_over_header(marked, number, at)


def _is_over_header(marked: list[str], number: int, at: int) -> bool:
    """Whether a table's header begins right below a row, or below a blank one: two labels or more, figures under
    them. Below a column of figures a number is one more of them, where nothing else parts them."""
    below = [kind for kind in marked[number + 1 : number + 5] if kind.strip(BLANK)]
    if len(below) < 2 or not any(kind.strip(BLANK) for kind in marked[number + 1 : number + 3]):
        return False
    header = {column for column, kind in enumerate(below[0]) if kind in (TEXT, DATE)}
    if len(header) < 2 or NUMBER in below[0] or (number and kind_at(marked[number - 1], at) == NUMBER):
        return False
    return any(kind_at(below[1], column) in (NUMBER, MARK) for column in header)


def _are_letters(row: list[Raw], kind: str) -> bool:
    """Whether what looks like marks are capitals among other short codes, as those of industries over columns are."""
    beside = [str(cell).strip() for cell in row if cell is not None][1:]
    others = kind.count(TEXT) > 1
    return others and all(text.isupper() and len(text) <= LONGEST_CODE for text in beside if text)


def _are_words(kind: str) -> bool:
    """Whether a mark or two stand among more texts, as "Low" does beside "Medium", "High" and "Mean" in a header."""
    after = kind.lstrip(BLANK)[1:]
    return after.count(TEXT) > 1 and after.count(MARK) * 2 <= after.count(TEXT)


def _under_figures(marked: list[str], number: int) -> bool:
    """Whether the row above, past headings of one cell, has figures in all the columns where this one has."""
    columns = [column for column, kind in enumerate(marked[number]) if kind == NUMBER]
    above = number - 1
    while above > 0 and marked[above].strip(BLANK) == TEXT:
        above -= 1
    return all(kind_at(marked[above], column) == NUMBER for column in columns)


def _starts_anew(rows: Sequence[list[Raw]], marked: list[str], run: list[int], number: int) -> bool:
    """Whether a row between two rows of figures is a header of the second."""
    below = [column for column, kind in enumerate(marked[number]) if kind in (NUMBER, MARK)]
    wanted = 1 if len(below) == 1 else 2
    for between in range(run[-1] + 1, number):
        over = [column for column in below if kind_at(marked[between], column) not in (BLANK, MARK)]
        if len(over) < wanted:
            continue
        said = {str(rows[between][column]) for column in over}
        if len(said) > 1 or len(over) == 1:
            return True
    return False


def _block(sheet: Sheet, marked: list[str], run: list[int], floor: int) -> Block | None:
    figures = figure_columns(marked, run)
    rows = tuple(
        number for number in run if any(kind_at(marked[number], column) in (NUMBER, MARK) for column in figures)
    )
    if not figures or not rows:
        return None
    rows = _with_blank_figures(sheet.rows, marked, rows, figures)
    header, reasons = header_above(sheet, marked, rows[0], figures, floor)
    if not header and (len(rows) < 3 or len(figures) < 2) and not are_pairs(sheet.rows, marked, rows, figures):
        return None
    return Block(header, rows, figures, reasons)


def _with_blank_figures(
    sheet: Sequence[list[Raw]], marked: list[str], rows: tuple[int, ...], figures: tuple[int, ...]
) -> tuple[int, ...]:
    """The rows, and those among them and right below that have all the labels of a record and no figure."""
    labels = [sum(kind_at(marked[row], at) != BLANK for at in _others(marked[row], figures)) for row in rows[:SAMPLE]]
    usual = median(labels)
    if usual < 2:
        return rows
    known, found = set(rows), list(rows)
    for number in range(rows[0] + 1, len(sheet)):
        if number > rows[-1] and not marked[number].strip(BLANK):
            break
        if number in known or any(kind_at(marked[number], at) != BLANK for at in figures):
            continue
        if sum(kind_at(marked[number], at) != BLANK for at in _others(marked[number], figures)) >= max(2, 0.8 * usual):
            found.append(number)
    return tuple(sorted(found))


def _others(kind: str, figures: tuple[int, ...]) -> Iterator[int]:
    known = frozenset(figures)
    return (at for at in range(len(kind)) if at not in known)


def figure_columns(marked: list[str], run: Sequence[int]) -> tuple[int, ...]:
    """Columns that hold figures or marks in at least half of their filled cells, and in a tenth of the rows."""
    sample = [marked[number] for number in run[:SAMPLE]]
    width = max(map(len, sample))
    found = []
    for column in range(width):
        kinds_here = [kind_at(row, column) for row in sample]
        there = sum(kind != BLANK for kind in kinds_here)
        figures = sum(kind in (NUMBER, MARK) for kind in kinds_here)
        numbers = kinds_here.count(NUMBER)
        if there and figures * 2 >= there and there * 10 >= len(sample) and (numbers or figures == there):
            found.append(column)
    return tuple(found)
