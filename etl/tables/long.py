"""The long table: one row a value, with its cell, its dimensions, and what stands there in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from etl.convert import as_text, period_text
from etl.markers import ATTACHED, IN_SECONDS, IN_UNITS, OF_MINUTES, Reading, decimal_comma, minutes, read_cell
from etl.tables.row_labels import RowLabels, labels_of, naming_of
from etl.tables.times import habits, within
from etl.tables.types import Column, Table
from etl.workbook import Raw, address

UNIT_IN_NAME = re.compile(
    r"\b(per \(000s\)(?: (?:people|households|dwellings))?)(?!\w)|"
    r"\b(per [\d,]*\d{3}(?: (?:people|persons|population|residents|households|dwellings|adults|children))?)\b|"
    r"\((£ ?(?:000s?|m|k|bn|millions?|thousands?)|thousands|millions|000s|hours|minutes|weeks|days|months)\)",
    re.I,
)
# A column that counts, under a title that says "per cent":
COUNTS = re.compile(r"\bnumbers?\b|respondents|\bbase\b|sample|(?:numer|denomin)ator|\bcounts?\b|population", re.I)
ASKED = re.compile(r"sample size|unweighted|respondents|\bbase\b", re.I)  # people, whatever the others are in
# A column of its own unit, whatever stands over the table:
OF_ITS_OWN = re.compile(r"\brates?\b|\bper [\d,]*\d|average|\bmean\b|median|\bratio|\bindex\b|centile", re.I)
@dataclass(frozen=True, slots=True)
class LongRow:
    """One value. `value` or `absence`, never both; `raw` is the cell itself, `mark` what stands beside it or
    how Excel shows it ("shown as 74.8%", of 0.748); `row_total` and `column_total` say why it is already in
    other rows or columns, or ""."""

    table: int
    sheet: str
    cell: str
    measure: str
    value: float | None
    absence: str
    raw: str
    period: str = ""
    area_code: str = ""
    area_name: str = ""
    unit: str = ""
    mark: str = ""
    row_total: str = ""
    column_total: str = ""
    dimensions: dict[str, str] = field(default_factory=dict)


def long_rows(table: Table, number: int) -> Iterator[LongRow]:
    """Every figure of a table. A row without figures is one record: measure "records", value 1."""
    written = habits(table)
    marks = {column.index - 1: column for column in table.of_role("mark")}
    places = [_Place(column, marks.get(column.index), _has_own_unit(column), unit_of(column, table))
              for column in table.measures]  # fmt: skip
    naming = naming_of(table)
    for row in table.rows:
        said = labels_of(table, row, written, naming)
        if not places and table.kind == "records":
            first, total = address(row, table.columns[0].index), table.totals.get(row, "")
            yield LongRow(number, table.sheet.name, first, "records", 1.0, "", "", row_total=total, **said.fields)
        for place in places:
            yield _value(table, number, row, place, said)


class _Place(NamedTuple):
    """A column of figures, that of their marks, and its unit, which may be its own whatever its rows say."""

    column: Column
    marks: Column | None
    own_unit: bool
    unit: str


def _value(table: Table, number: int, row: int, place: _Place, said: RowLabels) -> LongRow:
    column, raw = place.column, table.cell(row, place.column)
    read = reading_of(raw, column, table)
    told = table.shown(row, column, raw)
    beside = _mark_beside(table, row, place.marks) if place.marks else ""
    mark = "text where figures stand" if read.is_text else read.mark or beside or (told and f"shown as {told}")
    own = {**said.fields, **(column.area or table.area)}
    if column.period:
        own["period"] = period_text((within(column.period, said.month) if said.month else None) or column.period)
    return LongRow(
        number,
        table.sheet.name,
        address(row, column.index),
        column.name or said.measure or table.title,
        read.value,
        read.absence or ("missing" if read.is_text else ""),
        "" if raw is None else as_text(raw),
        unit=_unit(read, raw, mark, place, said),
        mark=mark,
        row_total=table.totals.get(row, ""),
        column_total=column.total,
        **own,
    )


def _mark_beside(table: Table, row: int, marks: Column) -> str:
    """What the column of marks says of the figure to its left."""
    raw = table.cell(row, marks)
    return ATTACHED.get(str(raw).strip(" []()").lower(), "") if raw is not None else ""


def _unit(read: Reading, raw: Raw, mark: str, place: _Place, said: RowLabels) -> str:
    """The unit of one figure: what stands beside it in its cell, over its column, in its row, over the table."""
    if read.mark == IN_SECONDS:
        return "seconds"
    if read.mark.startswith(IN_UNITS):
        return read.mark.removeprefix(IN_UNITS)
    if read.mark.startswith("in brackets") and read.mark.endswith("%"):
        return ""  # a number, with its share behind it
    if (isinstance(raw, str) and raw.strip().endswith("%")) or (mark.startswith("shown as") and mark.endswith("%")):
        return "%"
    counts = said.unit == "%" and COUNTS.search(place.column.name)
    return place.unit if place.own_unit or counts else said.unit or place.unit


def _has_own_unit(column: Column) -> bool:
    return column.percent or bool(column.unit) or OF_ITS_OWN.search(column.name) is not None


def measure_of(column: Column, table: Table) -> str:
    """What a column counts: its name, or the table's title where only a period or an area stands over it."""
    return column.name or table.title


def unit_of(column: Column, table: Table) -> str:
    if column.percent or column.unit:
        return "%" if column.percent else column.unit
    in_name = UNIT_IN_NAME.search(column.name)
    if in_name:
        return next(filter(None, in_name.groups())).lower()
    counts = (table.unit == "%" and COUNTS.search(column.name)) or ASKED.search(column.name)
    return "" if counts or OF_ITS_OWN.search(column.name) else table.unit


def reading_of(raw: Raw, column: Column, table: Table) -> Reading:
    """What a cell of a column of figures says, by the table's own notes on its marks."""
    if column.comma and isinstance(raw, str) and (number := decimal_comma(raw)) is not None:
        return Reading(number)
    if isinstance(raw, str) and OF_MINUTES.search(column.name) and (length := minutes(raw)) is not None:
        return Reading(length, "", IN_SECONDS)
    return read_cell(raw, table.legend)
