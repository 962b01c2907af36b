"""The long table: one row a value, with its cell, its dimensions, and what stands there in the file."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.convert import as_text, period_text, to_period
from etl.markers import Reading, decimal_comma, read_cell
from etl.periods import combined, period_of
from etl.tables.types import Column, Table
from etl.workbook import Raw, address
from metrics.types import Period


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
    iso = _iso_months(table)
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
    raw = _cell(table, row, column)
    read = _read(raw, column, table)
    mark = read.mark if not read.is_text else "text where figures stand"
    own = {**said, "period": period_text(column.period)} if column.period else said
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


def _cell(table: Table, row: int, column: Column) -> Raw:
    cells = table.sheet.rows[row]
    raw = cells[column.index] if column.index < len(cells) else None
    return table.filled.get(column.index, {}).get(row, raw) if raw is None else raw


def _labels(table: Table, row: int, iso: bool) -> dict:
    said = {"period": "", "area_code": "", "area_name": "", "dimensions": {}}
    times = [raw for column in table.of_role("period") if (raw := _cell(table, row, column)) is not None]
    period = _row_period(times, iso) or (None if times else table.period)
    said["period"] = period_text(period) if period else " ".join(as_text(raw) for raw in times)
    for column in table.columns:
        raw = _cell(table, row, column)
        if column.role in ("area_code", "area_name"):
            said[column.role] = "" if raw is None else as_text(raw)
        elif column.role in ("dimension", "note") and raw is not None:
            said["dimensions"][column.name or f"column {column.letters}"] = as_text(raw)
    if row in table.sections:
        said["dimensions"]["section"] = table.sections[row]
    return said


def _row_period(times: list[Raw], iso: bool) -> Period | None:
    if len(times) == 1:
        if iso and isinstance(times[0], str) and len(times[0].strip()) == 7:
            return to_period(times[0]).value
        return period_of(times[0]) or (to_period(times[0]).value if isinstance(times[0], int | float) else None)
    if not times:
        return None
    return combined(times) or next((found for raw in reversed(times) if (found := period_of(raw))), None)


def _iso_months(table: Table) -> bool:
    """Whether the months are written 2011-03: then 2011-12 is December and no financial year."""
    for column in table.of_role("period"):
        texts = {str(_cell(table, row, column)) for row in table.rows[:2000]}
        if any(len(text) == 7 and text[4] == "-" and text[5:] == "01" for text in texts):
            return True
        months = [
            text for text in texts if len(text) == 7 and text[4:5] == "-" and text[:4].isdigit() and text[5:].isdigit()
        ]
        if any((int(text[2:4]) + 1) % 100 != int(text[5:]) for text in months):
            return True
    return False
