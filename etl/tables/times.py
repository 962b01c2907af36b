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
OF_A_TERM = re.compile(r"(?:autumn(?: and spring)?|spring|summer) terms?", re.I)
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
    not the month it begins; `american`: the columns whose dates have the month first; `dated`: a column of dates has
    several of one year, so that a year beside it says less."""

    iso: bool
    daily: bool
    american: frozenset[int] = frozenset()
    dated: bool = False


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
    if written.dated and (inmost := _inmost(times, written)):
        return inmost
    single = (found for raw in reversed(times) if (found := _single(raw, written)))
    return combined(times) or combined(parts) or next(single, None)


def _inmost(times: Sequence[Raw], written: Habits) -> Period | None:
    """The narrowest of the periods that a row's cells say each by itself, where it lies in all the others: a date
    beside its month and its year. None where one says none, or all say the same."""
    found = [_single(raw, written) for raw in times]
    if None in found or len(set(found)) < 2:
        return None
    inmost = min(found, key=lambda each: each.end - each.start)
    return inmost if all(each.start <= inmost.start and inmost.end <= each.end for each in found) else None


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
    """A year that another column calls academic runs from September to August, one of whose terms it names is that."""
    if period is None or period.kind != "financial_year":
        return period
    term = next(filter(OF_A_TERM.fullmatch, labels), "")
    if term and (found := find_period(f"{term} {period_text(period)}")):
        return found.period
    said = any(label.lower().startswith("academic year") for label in labels)
    return months(period.start.year, 9, 12) if said else period


def habits(table: Table) -> Habits:
    """How the table's columns of time are written, told from all of their cells together."""
    columns = table.of_role("period")
    cells = [[raw for row in table.rows[:SAMPLE] if (raw := table.cell(row, each)) is not None] for each in columns]
    american = frozenset(each.index for each, found in zip(columns, cells, strict=True) if american_dates(found))
    if american:
        cells = [list(map(day_first, found)) for found in cells]
    beside = [found for found in cells if len(cells) == 1 or not all(_is_year(raw) for raw in found)]
    daily = len(beside) == 1 and _daily(beside[0])
    return Habits(any(map(_iso_months, cells)), daily, american, len(cells) > 1 and any(map(_several_a_year, cells)))


def _is_year(raw: Raw) -> bool:
    return as_text(raw).isdigit() and len(as_text(raw)) == 4


def _several_a_year(cells: Sequence[Raw]) -> bool:
    """Whether they are all dates, and some years have more than one: not the day that a year's figures are of."""
    dates = {to_date(raw).value for raw in set(cells) if not isinstance(raw, int | float)}
    return bool(dates) and None not in dates and len(dates) > len({date.year for date in dates})


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
