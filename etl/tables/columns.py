"""The columns of a table: their names in one line, their roles, and what their headers say of time and place."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from etl.convert import to_date
from etl.convert.dates import read_date
from etl.markers import decimal_comma, read_cell
from etl.periods import combined, find_period, period_of, without_period
from etl.tables.area_columns import areas_across, one_area
from etl.tables.blocks import Block
from etl.tables.cells import cell_at
from etl.tables.column_totals import with_column_totals
from etl.tables.headers import clean_labels, header_grid, joined
from etl.tables.roles import SEASONS, VALUE, is_counter, is_marks, role_of
from etl.tables.times import as_told
from etl.tables.types import Column
from etl.tables.units import without_units
from etl.workbook import Raw, Sheet, address
from metrics.types import Period

SAMPLE, FEW = 300, 60
LABELS = ("area_code", "area_name", "dimension")
THOUSANDS = re.compile(r"[-+−]?\d{1,3}(?:\.\d{3})*")
OF_THE_INTERVAL = re.compile(r"(?<![A-Za-z\d])\d+(?:\.\d+)?\s?%")  # 95% confidence, the poorest 10%: no unit
# What a change is told from, such as 2010 in "% change from 2010": not when the column is of.
TOLD_FROM = re.compile(
    r"\b(?:change|difference|increase|decrease|growth|compared)\b.{0,30}\b(?:from|since|on|over|with|to|against)"
    r"(?: the)?\s*$",
    re.I,
)


def find_columns(sheet: Sheet, block: Block) -> tuple[Column, ...]:
    rows = [sheet.rows[number] for number in (*block.header, *block.data[:SAMPLE])]
    width = max(map(len, rows))
    there = [column for column in range(width) if any(cell_at(row, column) not in (None, "") for row in rows)]
    if not there:
        return ()
    across = range(there[0], there[-1] + 1)
    labels = block.figures[0] if block.figures else width
    grid = header_grid(sheet, block.header, across, labels) if block.header else [[] for _ in across]
    cleaned = [list(each) for each in zip(*(clean_labels(list(row)) for row in zip(*grid, strict=True)), strict=True)]
    cleaned = cleaned or [[] for _ in across]
    cleaned, units = without_units(cleaned, [at - there[0] for at in block.figures])
    figures = frozenset(block.figures)
    over = {each[0] for place, each in enumerate(cleaned) if each and place + there[0] in figures} - {""}
    raw = [joined(each, len(over) == 1) for each in cleaned]
    daily = any(map(_is_midmonth, (part for at in block.figures for part in cleaned[at - there[0]])))
    tidy = any(name.lower() in VALUE for name in raw)
    found = []
    for place, column in enumerate(across):
        values = [cell_at(sheet.rows[number], column) for number in block.data[:SAMPLE]]
        unseen = column in sheet.detail.hidden_columns and not raw[place]
        role = "spacer" if unseen else role_of(raw[place], values, tidy)
        role = "dimension" if not place and role == "measure" and is_counter(raw[place], values) else role
        made = _column(sheet, column, cleaned[place], raw[place], role, block, values, daily)
        found.append(replace(made, **units[place]))
    found = _spans_told(with_column_totals(_with_marks(sheet, block, found)))
    found = areas_across(one_area(sheet, block, _comma_alike(sheet, block, found)))
    return _distinct(_days_across(found))


def _column(
    sheet: Sheet, column: int, header: list[str], name: str, role: str, block: Block, values: list[Raw], daily: bool
) -> Column:
    period = _period_over(header, daily) if role == "measure" else None
    if period:
        weeks = period.kind == "day"  # a day may have the number of its week over it
        name = joined(["" if weeks and part.isdigit() else _without_time(part) for part in header], True)
    formats = sheet.detail.formats
    told = [
        "%" in (_main(value) if isinstance(value, str) else formats.get(address(number, column), ""))
        for number, value in zip(block.data[:FEW], values, strict=False)
        if value is not None and read_cell(value).value is not None
    ]
    percent = sum(told) * 4 > 3 * len(told)
    percent = percent or bool(re.search(r"%|per ?cent(?:age)?\b|proportion", OF_THE_INTERVAL.sub("", name), re.I))
    comma = role == "measure" and any(isinstance(value, str) and "," in value for value in values) and _comma(values)
    hidden = column in sheet.detail.hidden_columns
    return Column(column, name, role, tuple(header), period, "", percent, hidden, comma)


def _is_midmonth(part: str) -> bool:
    found = period_of(part) if re.search(r"\d{1,2}\D.{0,60}\d{4}", part) else None
    return found is not None and found.kind == "day"


def _period_over(header: Sequence[str], daily: bool) -> Period | None:
    """What a column's header says of time; a month under a financial year is that month of it. `daily`: a date is
    that day, were it a month's last."""
    parts = list(dict.fromkeys(part for part in header if part))
    day = next((day for part in parts if (day := to_date(part).value)), None) if daily else None
    if day:
        return Period(day, day, "day")
    times = [part for part in parts if SEASONS.fullmatch(part.strip()) or period_of(part)]
    if len(times) > 1 and (period := combined(times)):
        return period
    text = " ".join(parts)
    found = find_period(text)
    return found.period if found and not TOLD_FROM.search(text[: found.start]) else None


def _spans_told(columns: list[Column]) -> list[Column]:
    """Days across are weeks, and months quarters, where the heading beside them says "Week ended", "Quarter to"."""
    said = " ".join(part for column in columns if column.role in LABELS for part in column.header)
    return [replace(each, period=as_told(said, each.period)) if each.role == "measure" else each for each in columns]


def _without_time(part: str) -> str:
    return "" if SEASONS.fullmatch(part.strip()) else without_period(part)


def _main(text: str) -> str:
    """The text without what stands in brackets behind it: 213 (12.5%) is a count."""
    return text.rpartition("(")[0].strip() or text


def _days_across(columns: list[Column]) -> list[Column]:
    """Where headers are single days, the first of a month is that day too, and not the month."""
    if not any(column.period and column.period.kind == "day" for column in columns):
        return columns
    found = []
    for column in columns:
        day = next(filter(None, map(read_date, column.header)), None) if column.period else None
        found.append(replace(column, period=Period(day, day, "day")) if day else column)
    return found


def _with_marks(sheet: Sheet, block: Block, columns: list[Column]) -> list[Column]:
    """A narrow column behind one of figures, with no heading of its own, may hold nothing but their marks."""
    found = columns[:1]
    for left, column in pairwise(columns):
        own = column.name and column.header != left.header
        values = [cell_at(sheet.rows[number], column.index) for number in block.data[:SAMPLE]]
        marks = left.role == "measure" and not own and column.role != "spacer" and is_marks(values)
        found.append(replace(column, role="mark", name="", period=None, total="") if marks else column)
    return found


def _comma_alike(sheet: Sheet, block: Block, columns: list[Column]) -> list[Column]:
    """Where one column writes 1,25 another's 1.234 is one thousand and more."""
    if not any(column.comma for column in columns):
        return columns
    found = []
    for column in columns:
        values = [
            raw for number in block.data[:SAMPLE] if (raw := cell_at(sheet.rows[number], column.index)) is not None
        ]
        grouped = all(isinstance(raw, str) and THOUSANDS.fullmatch(raw.strip()) for raw in values)
        found.append(replace(column, comma=True) if grouped and column.role == "measure" else column)
    return found


def _comma(values: list[Raw]) -> bool:
    texts = [value for value in values if isinstance(value, str) and "," in value]
    return (
        bool(texts)
        and all(decimal_comma(text) is not None for text in texts)
        and any(len(text.strip().rpartition(",")[2]) != 3 for text in texts)
    )


def _key(column: Column) -> tuple:
    area = column.area
    return column.role == "measure", column.name, column.period, area.get("area_code", ""), area.get("area_name", "")


def _distinct(columns: list[Column]) -> tuple[Column, ...]:
    """Names that no two columns share: a share beside its count says %, the same header twice gets its letters."""
    shared = Counter(_key(column) for column in columns)
    columns = [
        replace(column, name=f"{column.name} (%)")
        if column.percent and shared[_key(column)] > 1 and column.name and "%" not in column.name
        else column
        for column in columns
    ]
    seen = Counter(_key(column) for column in columns)
    return tuple(
        replace(column, name=f"{column.name} (column {column.letters})".strip())
        if column.role not in ("spacer", "mark") and seen[_key(column)] > 1
        else column
        for column in columns
    )
