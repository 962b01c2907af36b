"""What a row owes to rows above it: the heading it stands under, and labels written once for several rows."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from etl.areas import is_total_name
from etl.convert import as_text
from etl.tables.blocks import Block
from etl.tables.cells import cell_at, filled
from etl.tables.indents import depth
from etl.tables.types import Column
from etl.workbook import Raw, Sheet


def sections(sheet: Sheet, block: Block, columns: Sequence[Column]) -> dict[int, str]:
    """The heading each row stands under: a row under the header with one text, in a column of labels."""
    labels = {column.index for column in columns if column.role not in ("measure", "spacer")}
    labels |= set(range(min(labels, default=0)))  # a heading may stand further out than what it heads
    data, found, open_headings = set(block.data), {}, _Headings()
    top = max(block.header, default=min(block.data) - 1) + 1
    for number in range(min(top, min(block.data)), max(block.data) + 1):
        there = [(column, cell) for column, cell in enumerate(sheet.rows[number]) if cell is not None]
        first = there[0] if there else (0, None)
        if number in data:
            at = max((first[0], *labels & {open_headings.column}), key=lambda each: depth(sheet, number, each))
            open_headings.data(first[1], depth(sheet, number, at), filled(sheet.rows[number - 1]) == 0)
            if open_headings.text:
                found[number] = open_headings.text
        elif len(there) == 1 and there[0][0] in labels and isinstance(there[0][1], str) and len(there[0][1]) < 80:
            open_headings.heading(first[1], depth(sheet, number, first[0]), first[0])
        else:
            open_headings.above = open_headings.above and bool(there)
    return found


OF_ALL = re.compile(r"(?:grand|overall) total|total (?:of |for )?all\b|all (?:areas|councils|regions|services)", re.I)


@dataclass
class _Headings:
    """The headings rows stand under, from top to bottom. One with rows further in below it ends with them, and stands
    under those it is further in than; a total below a gap stands under none."""

    said: list[tuple[int, str]] = field(default_factory=list)  # how far in, and the text
    above: bool = False  # whether the row before was a heading too
    inner: bool | None = None  # whether the rows below stand further in; None before the first
    column: int = 0

    @property
    def text(self) -> str:
        return " | ".join(text for _, text in self.said)

    def heading(self, raw: str, further_in: int, column: int) -> None:
        self.said = [each for each in self.said if each[0] < further_in or (self.above and each[0] == further_in)]
        self.said.append((further_in, as_text(raw)))
        self.above, self.inner, self.column = True, None, column

    def data(self, raw: Raw, further_in: int, after_gap: bool) -> None:
        self.above = False
        under = [each for each in self.said if each[0] < further_in]
        self.inner = bool(under) and under == self.said if self.inner is None else self.inner
        if self.inner:
            self.said = under
        if is_total_name(raw) and (after_gap or OF_ALL.match(str(raw).strip())):
            self.said = []


def carried_down(sheet: Sheet, block: Block, columns: Sequence[Column]) -> dict[int, dict[int, str]]:
    """Labels written once and meant for the rows below: merged downwards, or blank under the first."""
    labels = [column for column in columns if column.role in ("dimension", "period", "area_name", "area_code")]
    found: dict[int, dict[int, str]] = {}
    for place, column in enumerate(labels):
        values = [cell_at(sheet.rows[number], column.index) for number in block.data]
        blanks = sum(value is None for value in values)
        if not blanks or values[0] is None or _on_every_row(values):
            continue
        later = labels[place + 1 :]
        full = any(
            sum(cell_at(sheet.rows[number], each.index) is not None for number in block.data) > 0.9 * len(values)
            for each in later
        )
        wholes = _wholes(sheet, block, labels[:place], later)
        full = full or _under_times(sheet, block, column, later) or _under_labels(sheet, block, column, later, wholes)
        if not full or blanks * 4 < len(values) or _of_other_areas(sheet, block, column, labels):
            continue
        area = column.role in ("area_code", "area_name")  # a total is of no one area; it is of its year
        sums = _sums(sheet, block, values, later) if area else set()
        none = sums | wholes
        carried = _carried(block.data, values)
        found[column.index] = {number: text for number, text in carried.items() if number not in none}
    return found


def _sums(sheet: Sheet, block: Block, values: Sequence[Raw], later: Sequence[Column]) -> set[int]:
    """Rows that say "Total" of all areas. Of the sexes under "Social" it is of the area that "Social" is of."""
    first = [cell_at(sheet.rows[number], later[0].index) for number in block.data] if later else []
    written_once = bool(later) and later[0].role == "dimension" and first.count(None) * 4 >= len(first)
    outermost = written_once or any(map(is_total_name, first))
    told = later[:1] if outermost else later
    sums = {number for number in block.data if any(_says_total(sheet, number, each) for each in told)}
    return sums - _of_each(block.data, values, sums)


def _of_each(rows: Sequence[int], values: Sequence[Raw], sums: Collection[int]) -> set[int]:
    """Of rows that say "Total" those told of every area: each has as many as the first; what comes after is of all."""
    runs: list[list[int]] = []
    for row, value in zip(rows, values, strict=True):
        if value is not None or not runs:
            runs.append([])
        runs[-1] += [row] if row in sums else []
    usual = len(runs[0])
    alike = len(runs) > 1 and usual and all(len(run) >= usual for run in runs)
    return {row for run in runs for row in run[:usual]} if alike else set()


def _on_every_row(values: Sequence[Raw]) -> bool:
    """Whether a label is written again where the row above has the same: then a blank one is meant to be blank."""
    there = sum(value is not None for value in values)
    again = sum(value is not None and value == above for above, value in pairwise(values))
    return again * 5 > there


def _says_total(sheet: Sheet, number: int, column: Column) -> bool:
    return is_total_name(cell_at(sheet.rows[number], column.index))


def _of_other_areas(sheet: Sheet, block: Block, column: Column, labels: Sequence[Column]) -> bool:
    """Whether an area's code is blank where a name stands beside it, or the other way round: never another's."""
    other = {"area_code": "area_name", "area_name": "area_code"}.get(column.role)
    beside = [each.index for each in labels if each.role == other]
    blank = [sheet.rows[number] for number in block.data if cell_at(sheet.rows[number], column.index) is None]
    return any(cell_at(row, each) is not None for row in blank for each in beside)


def _under_times(sheet: Sheet, block: Block, column: Column, later: Sequence[Column]) -> bool:
    """Whether a year is blank only where a quarter or a month stands beside it; annual rows have none."""
    inner = [each for each in later if each.role == "period"]
    blank = [sheet.rows[number] for number in block.data if cell_at(sheet.rows[number], column.index) is None]
    return column.role == "period" and bool(inner) and all(
        any(cell_at(row, each.index) is not None for each in inner) for row in blank
    )


def _wholes(sheet: Sheet, block: Block, earlier: Sequence[Column], later: Sequence[Column]) -> set[int]:
    """Rows with a label further out and none further in: "England" in the column of regions is of no county."""

    def any_said(number: int, columns: Sequence[Column]) -> bool:
        return any(cell_at(sheet.rows[number], each.index) is not None for each in columns)

    return {number for number in block.data if any_said(number, earlier) and not any_said(number, later)}


def _under_labels(
    sheet: Sheet, block: Block, column: Column, later: Sequence[Column], wholes: Collection[int]
) -> bool:
    """Whether a label that is of no area is blank only where one further in stands; a whole has none."""
    inner = [each for each in later if each.role == "dimension" or (column.name and each.role == "area_name")]
    rows = [sheet.rows[number] for number in block.data if number not in wholes]
    blank = [row for row in rows if cell_at(row, column.index) is None]
    return column.role == "dimension" and len(inner) == len(later) > 0 and all(
        any(cell_at(row, each.index) is not None for each in inner) for row in blank
    )


def _carried(rows: Sequence[int], values: Sequence[Raw]) -> dict[int, str]:
    carried, found = "", {}
    for number, value in zip(rows, values, strict=True):
        if value is not None:
            carried = as_text(value)
        else:
            found[number] = carried
    return found
