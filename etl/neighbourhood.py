"""The cells around a fault, as a small grid to be drawn: what a person would see scrolling to it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from etl.columns import width_of
from etl.convert import as_text
from etl.faults import Fault, column_of
from etl.layout import Layout
from etl.personal import redact
from etl.records import Records
from etl.workbook import Raw, letters

FIRST_OF_EACH = 3  # faults of one code that are drawn
ROWS, COLUMNS = 2, 2  # on each side
LONGEST = 28  # characters of a cell
HIDDEN = "•••"  # of a person's code, or of a cell that isn't used where the rows are about people
CELL = re.compile(r"(?P<letters>[A-Z]{1,3})(?P<row>\d*)|row (?P<whole>\d+)")
Place = tuple[str, str]  # sheet and cell, as a fault says them


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """`letters` of the columns; `rows` (number, their texts), the header's among them; `marked` (row, place in it)."""

    sheet: str
    letters: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    marked: tuple[int, int]


def neighbourhoods(faults: Iterable[Fault], layout: Layout, records: Records) -> dict[Place, Neighbourhood]:
    """The surroundings of the first faults of each code that name a cell of the table's sheet, each value once."""
    seen: Counter[str] = Counter()
    values: set[tuple[str, str, str]] = set()
    drawn: dict[Place, Neighbourhood] = {}
    shown = _shown_columns(layout, records)
    for each in faults:
        place = place_of(each.cell, layout.header_row)
        if place is None or each.sheet != layout.sheet.name or seen[each.code] == FIRST_OF_EACH:
            continue
        mark = (each.code, column_of(each.cell), each.value)
        if each.value and mark in values:
            continue
        values.add(mark)
        seen[each.code] += 1
        drawn[each.sheet, each.cell] = _around(layout, place, shown)
    return drawn


def place_of(cell: str, header_row: int) -> tuple[int, int] | None:
    """(row, column) from 0 of "D6"; of "D", the header's; of "row 6", the first in it. None for no address."""
    found = CELL.fullmatch(cell)
    if found is None:
        return None
    if found["whole"]:
        return int(found["whole"]) - 1, 0
    column = 0
    for letter in found["letters"]:
        column = column * 26 + ord(letter) - 64
    return (int(found["row"]) - 1 if found["row"] else header_row), column - 1


def _shown_columns(layout: Layout, records: Records) -> Mapping[int, bool]:
    """column -> whether its values may be drawn: no person's codes, and no unused columns beside them."""
    spec = records.spec
    personal = {layout.columns.get(column.name) for column in spec.columns if column.personal}
    widest = width_of(layout.sheet.rows)
    about_people = any(column.personal for column in spec.columns)
    return {at: at not in personal and (at in layout.used or not about_people) for at in range(widest)}


def _around(layout: Layout, place: tuple[int, int], shown: Mapping[int, bool]) -> Neighbourhood:
    row, column = place
    first, last = max(0, column - COLUMNS), column + COLUMNS
    columns = [at for at in range(first, last + 1) if at in shown or at == column]
    numbers = [at for at in range(max(0, row - ROWS), row + ROWS + 1) if at < len(layout.sheet.rows)]
    if layout.header_row not in numbers:
        numbers = [layout.header_row, *numbers]
    rows = tuple(
        (number + 1, tuple(
            HIDDEN if number > layout.header_row and not shown.get(at, False) else _text(_cells(layout, number), at)
            for at in columns
        ))
        for number in sorted(numbers)
    )  # fmt: skip
    return Neighbourhood(layout.sheet.name, tuple(map(letters, columns)), rows, (row + 1, columns.index(column)))


def _cells(layout: Layout, number: int) -> list[Raw]:
    """The cells of a row; of the header what each column is called, which may stand in several rows."""
    row = layout.sheet.rows[number]
    if number != layout.header_row:
        return row
    width = max([len(row), *(at + 1 for at in layout.headers)])
    return [layout.headers.get(at) or (row[at] if at < len(row) else None) for at in range(width)]


def _text(row: list[Raw], at: int) -> str:
    if at >= len(row) or row[at] is None:
        return ""
    text = redact(as_text(row[at]))[0]
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
