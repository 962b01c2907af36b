"""The long table: one row a value, with its cell, its dimensions, and what stands there in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.area_names import NOT_OF_COUNCILS, OF_FORCES, code_of_name, without_notes
from etl.areas import code_kind, depth, is_gss, is_region_name, is_total_name, is_whole
from etl.convert import as_text, period_text
from etl.markers import ATTACHED, IN_SECONDS, IN_UNITS, Reading, decimal_comma, read_cell
from etl.tables.one_place import is_area
from etl.tables.times import Habits, academic, habits, row_period, text_of, within
from etl.tables.types import Column, Table
from etl.tables.years_above import said_of
from etl.workbook import Raw, address
from metrics.types import Period

UNITS_OF_ROWS = re.compile(
    r"value[ _]type|units?(?: of (?:measure(?:ment)?|value))?|measure(?:ment)? units?|unit type|uom|metric type", re.I
)
MEASURES_OF_ROWS = re.compile(
    r"measures?(?: name)?|indicators?(?: name| title| description)?|metrics?(?: name)?|kpi|pi|"
    r"performance (?:indicator|measure)|statistic|variable|data item|line item",
    re.I,
)
UNIT_IN_NAME = re.compile(
    r"\b(per [\d,]*\d{3}(?: (?:people|persons|population|residents|households|dwellings|adults|children))?)\b|"
    r"\((£ ?(?:000s?|m|k|bn|millions?|thousands?)|thousands|millions|000s|hours|minutes|weeks|days|months)\)",
    re.I,
)
# A column of its own unit, whatever stands over the table:
OF_ITS_OWN = re.compile(r"\brates?\b|\bper [\d,]*\d|average|\bmean\b|median|\bratio|\bindex\b|centile", re.I)
NOTE_MARK = re.compile(r"\s*\[(?:note|footnote|notes|fn)s?\s*\d+[^\]]*\]|(?<=\w)[¹²³⁴⁵⁶⁷⁸⁹⁰]+$", re.I)
WORDS = re.compile(r"[a-z]{3,}.* |[a-z]{4,}")


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
    for row in table.rows:
        said = _labels(table, row, written)
        if not table.measures and table.kind == "records":
            first = address(row, table.columns[0].index)
            yield LongRow(
                number, table.sheet.name, first, "records", 1.0, "", "", row_total=table.totals.get(row, ""), **said
            )
        for column in table.measures:
            yield _value(table, number, row, column, said)


def _value(table: Table, number: int, row: int, column: Column, said: dict) -> LongRow:
    raw = table.cell(row, column)
    read = reading_of(raw, column, table)
    told = table.shown(row, column, raw)
    beside = _mark_beside(table, row, column)
    mark = "text where figures stand" if read.is_text else read.mark or beside or (told and f"shown as {told}")
    own = {**said, "period": period_text(column.period)} if column.period else said
    own = {**own, **(column.area or table.area)}
    return LongRow(
        number,
        table.sheet.name,
        address(row, column.index),
        column.name or _measure_of_row(said) or table.title,
        read.value,
        read.absence or ("missing" if read.is_text else ""),
        "" if raw is None else as_text(raw),
        unit=_unit(read, raw, mark, column, table, said),
        mark=mark,
        row_total=table.totals.get(row, ""),
        column_total=column.total,
        **own,
    )


def _mark_beside(table: Table, row: int, column: Column) -> str:
    """What the next column says of a figure, where it holds marks."""
    beside = next((each for each in table.of_role("mark") if each.index == column.index + 1), None)
    raw = table.cell(row, beside) if beside else None
    return ATTACHED.get(str(raw).strip(" []()").lower(), "") if raw is not None else ""


def _unit(read: Reading, raw: Raw, mark: str, column: Column, table: Table, said: dict) -> str:
    """The unit of one figure: what stands beside it in its cell, over its column, in its row, over the table."""
    if read.mark == IN_SECONDS:
        return "seconds"
    if read.mark.startswith(IN_UNITS):
        return read.mark.removeprefix(IN_UNITS)
    if read.mark.startswith("in brackets") and read.mark.endswith("%"):
        return ""  # a number, with its share behind it
    if (isinstance(raw, str) and raw.strip().endswith("%")) or (mark.startswith("shown as") and mark.endswith("%")):
        return "%"
    if column.percent or column.unit or OF_ITS_OWN.search(column.name):
        return unit_of(column, table)
    of_row = next((text for name, text in said["dimensions"].items() if UNITS_OF_ROWS.fullmatch(name)), "")
    return of_row or table.unit


def _measure_of_row(said: dict) -> str:
    """What a row counts, where it says so under "Indicator" or "Measure" and its columns only name periods or areas."""
    return next((text for name, text in said["dimensions"].items() if MEASURES_OF_ROWS.fullmatch(name)), "")


def measure_of(column: Column, table: Table) -> str:
    """What a column counts: its name, or the table's title where only a period or an area stands over it."""
    return column.name or table.title


def unit_of(column: Column, table: Table) -> str:
    if column.percent or column.unit:
        return "%" if column.percent else column.unit
    in_name = UNIT_IN_NAME.search(column.name)
    return (in_name[1] or in_name[2]).lower() if in_name else "" if OF_ITS_OWN.search(column.name) else table.unit


def reading_of(raw: Raw, column: Column, table: Table) -> Reading:
    """What a cell of a column of figures says, by the table's own notes on its marks."""
    if column.comma and isinstance(raw, str) and (number := decimal_comma(raw)) is not None:
        return Reading(number)
    return read_cell(raw, table.legend)


def _labels(table: Table, row: int, written: Habits) -> dict:
    said = {"period": "", "area_code": "", "area_name": "", "dimensions": {}}
    for column in table.columns:
        raw = table.cell(row, column)
        if column.role in ("area_code", "area_name"):
            said[column.role] = "" if raw is None else without_notes(as_text(raw))
        elif column.role in ("dimension", "note") and raw is not None:
            text = as_text(raw)
            said["dimensions"][column.name or f"column {column.letters}"] = NOTE_MARK.sub("", text) or text
    if not said["area_name"] and _is_label(said["area_code"]):
        said["area_name"], said["area_code"] = said["area_code"], ""
    if row in table.sections:
        said["dimensions"]["section"] = table.sections[row]
    times = [(column, raw) for column in table.of_role("period") if (raw := table.cell(row, column)) is not None]
    times = [(column, raw) for column, raw in times if not is_total_name(raw)]
    times = said_of(row, times, table.years)
    period = academic(row_period(times, written), list(said["dimensions"].values())) if times else table.period
    if period is None and len(times) == 1:
        period = within(table.period, as_text(times[0][1]))
    said["period"] = text_of(period, times)
    said["area_name"] = said["area_name"] or _name_of_row(table, row)
    if not said["area_code"]:
        said["area_code"] = _code_of_row(table, row, said["area_name"], period)
    return said


def _name_of_row(table: Table, row: int) -> str:
    """The name of a row whose own is blank: of its county or region, in the nearest column before it."""
    own = next(iter(table.of_role("area_name")), None)
    before = [column for column in table.of_role("dimension") if own and column.index < own.index]
    texts = (table.cell(row, column) for column in reversed(before))
    return next((name for text in texts if isinstance(text, str) and is_area(name := without_notes(text))), "")


def _is_label(text: str) -> bool:
    """Whether a text among the codes of areas is a name or a label instead."""
    return bool(WORDS.search(text)) or is_whole(text) or is_region_name(text)


def _code_of_row(table: Table, row: int, name: str, period: Period | None) -> str:
    """The code of a row that has none: the deepest in other columns, else that of its area's name."""
    others = [column for column in table.of_role("dimension") if column.name.lower().endswith("code")]
    codes = [code for column in others if is_gss(code := table.cell(row, column))]
    if codes:
        return max(codes, key=lambda code: depth(code_kind(code))).strip()
    named = next(iter(table.of_role("area_name")), None)
    if named is None or NOT_OF_COUNCILS.search(named.name):
        return ""
    if OF_FORCES.search(table.title) and not (is_whole(name) or is_region_name(name)):
        return ""
    return code_of_name(name, period.start if period else None)
