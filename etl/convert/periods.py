"""Periods: months, quarters, financial and calendar years, spans. Always two dates and a kind.

The financial year runs from 1 April; "Q1 2024/25" is April to June 2024, "Q1 2024" January to March.
"""

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

from etl.convert.absences import absence_of
from etl.convert.dates import MONTHS, full_year, read_date, serial_date
from etl.convert.types import Converted, tidy
from etl.workbook import Raw
from metrics.types import Period

YEARS = range(1900, 2200)
_FY = r"(?:fy ?)?(\d{4}) ?(?:[-/–]|to) ?(\d{4}|\d{2})"
FINANCIAL_YEAR = re.compile(_FY, re.I)
YEAR = re.compile(r"(?:cy ?)?(\d{4})(?:\.0)?", re.I)
YEAR_MONTH = re.compile(r"(\d{4})[-/. ]?(\d{2})")
MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
NAMED_MONTH = re.compile(r"([a-z]{3,9})\.?[-/ ,]*(\d{4}|\d{2})", re.I)
YEAR_NAMED = re.compile(r"(\d{4})[-/ ]+([a-z]{3,9})", re.I)
QUARTER = re.compile(rf"(?:q|quarter )([1-4])[-/ ,:]*(?:of )?(?:{_FY}|(\d{{4}}))", re.I)
YEAR_QUARTER = re.compile(rf"(?:{_FY}|(\d{{4}}))[-/ ,:]*(?:q|quarter )([1-4])", re.I)
MONTHS_SPAN = re.compile(r"([a-z]{3,9})\.? ?(\d{4})? ?(?:-|–|to) ?([a-z]{3,9})\.?[ ,]*(\d{4})", re.I)
YEAR_ENDING = re.compile(r"(?:year ending|year to|ye|12 months to) ([a-z]{3,9})\.? (\d{4})", re.I)
DATES_SPAN = re.compile(r"(.{6,}?) (?:to|–|-) (.{6,})")


def months(year: int, month: int, count: int = 1, kind: str = "") -> Period | None:
    """`count` whole months from a year and month on; the kind follows from them unless given."""
    last = year * 12 + month - 1 + count
    if year not in YEARS or not 1 <= month <= 12:
        return None
    end = dt.date(last // 12, last % 12 + 1, 1) - dt.timedelta(days=1)
    return Period(dt.date(year, month, 1), end, kind or _kind(month, count))


def _kind(month: int, count: int) -> str:
    if count == 12:
        return {1: "year", 4: "financial_year"}.get(month, "rolling_year")
    return {1: "month", 3: "quarter"}.get(count, "span")


def span(start: dt.date, end: dt.date) -> Period | None:
    """The period between two dates, both inclusive, named a month, quarter or year where it is one."""
    if end < start:
        return None
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    if count <= 12:
        whole = months(start.year, start.month, count)
        if whole and (whole.start, whole.end) == (start, end):
            return whole
    return Period(start, end, "day" if start == end else "span")


def _financial(first: str, second: str) -> Period | None:
    year = int(first)
    follows = int(second) in (year + 1, (year + 1) % 100)
    return months(year, 4, 12) if follows else None


def _quarter(number: str, fy: str | None, fy_end: str | None, year: str | None) -> Period | None:
    if year:
        return months(int(year), 3 * int(number) - 2, 3)
    if _financial(fy, fy_end) is None:
        return None
    month = 3 * int(number) + 1
    return months(int(fy) + (month > 12), (month - 1) % 12 + 1, 3)


def _named(name: str, year: str, count: int = 1) -> Period | None:
    """`count` months that end with the named month."""
    month = MONTHS.get(name.lower())
    if month is None:
        return None
    first = full_year(year) * 12 + month - count
    return months(first // 12, first % 12 + 1, count)


def _span_of_months(first: str, first_year: str | None, last: str, last_year: str) -> Period | None:
    start, end = MONTHS.get(first.lower()), MONTHS.get(last.lower())
    if start is None or end is None:
        return None
    year = int(first_year) if first_year else int(last_year) - (start > end)
    count = (int(last_year) - year) * 12 + end - start + 1
    return months(year, start, count) if count > 0 else None


def _span_of_dates(first: str, last: str) -> Period | None:
    start, end = read_date(first), read_date(last)
    return span(start, end) if start and end else None


# Tried in order: 2011/12 is a financial year, 2011-12 is December (ISO 8601), 2024-25 can be only the year.
FORMS: tuple[tuple[re.Pattern, Callable[..., Period | None]], ...] = (
    (YEAR, lambda year: months(int(year), 1, 12)),
    (re.compile(r"(\d{4})-(0[1-9]|1[0-2])"), lambda year, month: months(int(year), int(month))),
    (FINANCIAL_YEAR, _financial),
    (YEAR_MONTH, lambda year, month: months(int(year), int(month))),
    (MONTH_YEAR, lambda month, year: months(int(year), int(month))),
    (NAMED_MONTH, _named),
    (YEAR_NAMED, lambda year, name: _named(name, year)),
    (QUARTER, _quarter),
    (YEAR_QUARTER, lambda fy, fy_end, year, number: _quarter(number, fy, fy_end, year)),
    (YEAR_ENDING, lambda name, year: _named(name, year, 12)),
    (MONTHS_SPAN, _span_of_months),
    (DATES_SPAN, _span_of_dates),
)


def _read_period(text: str) -> Period | None:
    for form, build in FORMS:
        found = form.fullmatch(text)
        if found and (period := build(*found.groups())):
            return period
    day = read_date(text)
    return _of_day(day) if day else None


def _of_day(day: dt.date) -> Period:
    """A date stands for its month where it is the first or the last day of one; else for itself."""
    month = months(day.year, day.month)
    return month if month and day in (month.start, month.end) else Period(day, day, "day")


def to_period(raw: Raw) -> Converted:
    """A Period. Two dates may be written with "to" between them; 202404 is a month, 2024 a year."""
    missing = absence_of(raw)
    if missing is not None:
        return Converted(absence=missing)
    found = None
    if isinstance(raw, dt.datetime | dt.date):
        found = _of_day(raw.date() if isinstance(raw, dt.datetime) else raw)
    elif type(raw) in (int, float) and 0 < raw < 1e7:
        day = serial_date(raw)
        found = _of_day(day) if day else _read_period(str(int(raw)))
    elif isinstance(raw, str):
        found = _read_period(tidy(raw))
    return Converted(found) if found else Converted(problem="not_a_period")


@lru_cache(maxsize=4096)
def period_text(period: Period) -> str:
    """The period as text that to_period reads back as the same two dates and kind."""
    start = period.start
    written = {
        "month": f"{start:%Y-%m}",
        "year": f"{start:%Y}",
        "financial_year": f"{start:%Y}/{(start.year + 1) % 100:02d}",
        "day": start.isoformat(),
    }
    return written.get(period.kind, f"{start.isoformat()} to {period.end.isoformat()}")
