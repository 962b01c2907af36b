"""The long table: one row a value, with its cell, its dimensions, and what stands there in the file."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.areas import is_total_name
from etl.convert import as_text, period_text
from etl.markers import Reading, decimal_comma, read_cell
from etl.tables.times import academic, iso_months, row_period, text_of
from etl.tables.types import Column, Table
from etl.workbook import Raw, address


@dataclass(frozen=True, slots=True)
class LongRow:
    """One value. `value` or `absence`, never both; `row_total` and
    `column_total` say why it is already in other rows or columns, or ""."""

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
    iso = iso_months(table)
    for row in table.rows:
        said = _labels(table, row, iso)
        if not table.measures and table.kind == "records":
            first = address(row, table.columns[0].index)
            yield LongRow(
                number, table.sheet.name, first, "records", 1.0, "", "", row_total=table.totals.get(row, ""), **said
            )
        for column in table.measures:
            yield _value(table, number, row, column, said)


def _value(table: Table, number: int, row: int, column: Column, said: dict) -> LongRow:
    raw = table.cell(row, column)
    read = _read(raw, column, table)
    mark = read.mark if not read.is_text else "text where figures stand"
    own = {**said, "period": period_text(column.period)} if column.period else said
    own = {**own, **column.area} if column.area else own
    return LongRow(
        number,
        table.sheet.name,
        address(row, column.index),
        column.name or table.title,
        read.value,
        read.absence or ("missing" if read.is_text else ""),
        "" if raw is None else as_text(raw),
        unit=unit_of(column, table),
        mark=mark,
        row_total=table.totals.get(row, ""),
        column_total=column.total,
        **own,
    )


def unit_of(column: Column, table: Table) -> str:
    return "%" if column.percent else table.unit


def _read(raw: Raw, column: Column, table: Table) -> Reading:
    if column.comma and isinstance(raw, str) and (number := decimal_comma(raw)) is not None:
        return Reading(number)
    return read_cell(raw, table.legend)


def _labels(table: Table, row: int, iso: bool) -> dict:
    said = {"period": "", "area_code": "", "area_name": "", "dimensions": {}}
    for column in table.columns:
        raw = table.cell(row, column)
        if column.role in ("area_code", "area_name"):
            said[column.role] = "" if raw is None else as_text(raw)
        elif column.role in ("dimension", "note") and raw is not None:
            said["dimensions"][column.name or f"column {column.letters}"] = as_text(raw)
    if row in table.sections:
        said["dimensions"]["section"] = table.sections[row]
    times = [(column, raw) for column in table.of_role("period") if (raw := table.cell(row, column)) is not None]
    times = [(column, raw) for column, raw in times if not is_total_name(raw)]
    period = academic(row_period(times, iso), list(said["dimensions"].values())) if times else table.period
    said["period"] = text_of(period, times)
    return said
