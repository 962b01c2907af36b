"""Which period each row of a table is of: from one column, a start and an end, or a year and a quarter."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from etl.areas import is_total_name
from etl.convert import as_text, period_text, span, to_date, to_period
from etl.convert.dates import MONTH_NAMES, serial_date
from etl.convert.periods import months
from etl.day_order import american_dates, day_first
from etl.periods import combined, find_period, period_of
from etl.tables.types import Column, Table
from etl.workbook import Raw
from metrics.types import Period

QUARTER, MONTH = re.compile(r"quarter|qtr", re.I), re.compile(r"month", re.I)
ENDING = re.compile(r"\b(?:week|wk)[ _](?:end(?:ing|ed)?)\b|\bw/?e\b", re.I)
YEAR_ENDING = re.compile(r"\b(?:year|12 months|twelve months)[ _](?:end(?:ing|ed)?|to)\b|^y/?e$", re.I)
QUARTER_ENDING = re.compile(r"\b(?:quarter|qtr|3 months|three months)[ _](?:end(?:ing|ed)?|to)\b|^q/?e$", re.I)
COMMENCING = re.compile(r"\b(?:week|wk)[ _](?:commencing|beginning|starting)\b|\bw/?c\b", re.I)
START, END = re.compile(r"start|from|begin", re.I), re.compile(r"end|to$|until", re.I)
_MONTH = "|".join([*MONTH_NAMES, *(name[:3] for name in MONTH_NAMES), "sept"])
OF_A_YEAR = re.compile(
    rf"(?:{_MONTH})(?:\s?(?:to|-|–)\s?(?:{_MONTH}))?|q(?:uarter|tr)?\s?[1-4]", re.I
)
SAMPLE = 5000


def as_label(raw: Raw, column: Column) -> Raw:
    """A bare number under "Quarter" or "Month" as it is said: 3 is Q3, or March."""
    text = as_text(raw)
    if text.isdigit() and QUARTER.search(column.name) and 1 <= int(text) <= 4:
        return f"Q{text}"
    if text.isdigit() and MONTH.search(column.name) and 1 <= int(text) <= 12:
        return MONTH_NAMES[int(text) - 1].title()
    return raw


class Habits(NamedTuple):
    """How a table writes its times. `iso`: 2011-12 is a month here, not a year; `daily`: 1 April is that day,
    not the month it begins; `american`: the columns whose dates have the month first."""

    iso: bool
    daily: bool
    american: frozenset[int] = frozenset()


def row_period(said: Sequence[tuple[Column, Raw]], written: Habits) -> Period | None:
    """The period of a row from its cells in columns of time."""
    said = [(column, day_first(raw) if column.index in written.american else raw) for column, raw in said]
    times = [as_label(raw, column) for column, raw in said]
    if len(times) == 2 and START.search(said[0][0].name) and END.search(said[1][0].name):
        first, last = period_of(times[0]), period_of(times[1])
        return span(first.start, last.end) if first and last else None
    if len(times) == 1:
        return as_told(said[0][0].name, _single(times[0], written))
    parts = [raw for raw in times if to_date(raw).value is None]  # a year and a quarter beside a day
    if len(times) == 2 and len(parts) == 1 and (day := _day_within(times, parts[0], written)):
        return day
    single = (found for raw in reversed(times) if (found := _single(raw, written)))
    return combined(times) or combined(parts) or next(single, None)


def _day_within(times: Sequence[Raw], year: Raw, written: Habits) -> Period | None:
    """The day of a row, or the month that begins with it, beside nothing but the year it lies in."""
    whole, said = period_of(year), next(raw for raw in times if raw is not year)
    day = _single(said, written)
    of_a_year = whole is not None and whole.kind in ("year", "financial_year")
    return day if of_a_year and day and whole.start <= day.start and day.end <= whole.end else None


def as_told(name: str, period: Period | None) -> Period | None:
    """Under "Week ending" a date stands for the seven days up to it, under "w/c" for those from it on; under "Year
    ending" a month for the twelve up to it."""
    months_told = 12 if YEAR_ENDING.search(name) else 3 if QUARTER_ENDING.search(name) else 0
    if period is not None and period.kind == "month" and months_told:
        first = period.start.year * 12 + period.start.month - months_told
        return months(first // 12, first % 12 + 1, months_told)
    if period is None or period.kind != "day":
        return period
    if ENDING.search(name):
        return span(period.start - dt.timedelta(days=6), period.end)
    return span(period.start, period.end + dt.timedelta(days=6)) if COMMENCING.search(name) else period


def within(year: Period | None, label: str) -> Period | None:
    """The month or quarter of that name in a year: "Apr" of 2023/24 is April 2023. None where that says nothing."""
    if year is None or year.kind not in ("year", "financial_year") or not OF_A_YEAR.fullmatch(label.strip()):
        return None
    return combined([period_text(year), label])


def in_its_year(table: Table) -> Table:
    """Columns headed with a bare month or quarter are of the year that the title says."""
    columns = []
    for column in table.columns:
        parts = column.header if column.role == "measure" and not column.period else ()
        said = next((part for part in parts if within(table.period, part)), "")
        named = " | ".join(part for part in dict.fromkeys(parts) if part and part != said)
        columns.append(replace(column, period=within(table.period, said), name=named) if said else column)
    return replace(table, columns=tuple(columns))


def _single(raw: Raw, written: Habits) -> Period | None:
    raw = serial_of(raw) or raw
    if written.daily and (day := to_date(raw).value):
        return Period(day, day, "day")
    if written.iso and isinstance(raw, str) and len(raw.strip()) == 7:
        return to_period(raw).value
    if isinstance(raw, int | float) and period_of(raw) is None:
        found = find_period(as_text(raw))
        return found.period if found else to_period(raw).value
    whole = period_of(raw)
    if whole is None and isinstance(raw, str) and (found := find_period(as_text(raw))) and found.sure:
        return found.period
    return whole


def serial_of(raw: Raw) -> dt.date | None:
    """The date of a whole number that Excel counts days by, as one without its format is: 43556. From 2000 to 2049."""
    text = str(raw).removesuffix(".0")
    return serial_date(int(text)) if len(text) == 5 and text.isdigit() and "36526" <= text <= "54788" else None


def academic(period: Period | None, labels: Sequence[str]) -> Period | None:
    """A year that another column calls academic runs from September to August."""
    said = any(label.lower().startswith("academic year") for label in labels)
    return months(period.start.year, 9, 12) if said and period and period.kind == "financial_year" else period


def habits(table: Table) -> Habits:
    """How the table's columns of time are written, told from all of their cells together."""
    columns = table.of_role("period")
    cells = [[raw for row in table.rows[:SAMPLE] if (raw := table.cell(row, each)) is not None] for each in columns]
    american = frozenset(each.index for each, found in zip(columns, cells, strict=True) if american_dates(found))
    if american:
        cells = [list(map(day_first, found)) for found in cells]
    dated = [found for found in cells if len(cells) == 1 or not all(_is_year(raw) for raw in found)]
    return Habits(any(map(_iso_months, cells)), len(dated) == 1 and _daily(dated[0]), american)


def _is_year(raw: Raw) -> bool:
    return as_text(raw).isdigit() and len(as_text(raw)) == 4


def _iso_months(cells: Sequence[Raw]) -> bool:
    """Whether months are written 2011-03: then 2011-12 is December and no financial year."""
    written = [text for text in set(map(str, cells)) if re.fullmatch(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", text)]
    return any((int(text[2:4]) + 1) % 100 != int(text[5:]) for text in written)


def _daily(cells: Sequence[Raw]) -> bool:
    """Whether they are dates of which one is neither the first nor the last day of its month."""
    cells = [serial_of(raw) or raw for raw in cells]
    days = [to_date(raw).value for raw in cells if not isinstance(raw, int | float) and not is_total_name(raw)]
    return bool(days) and all(days) and any(period.kind == "day" for period in map(period_of, set(days)))


def text_of(period: Period | None, said: Sequence[tuple[Column, Raw]]) -> str:
    return period_text(period) if period else " ".join(as_text(raw) for _, raw in said)
