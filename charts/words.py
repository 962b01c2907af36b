"""Figures and periods as an en-GB reader expects them."""

import datetime as dt
from zoneinfo import ZoneInfo

from metrics.types import Absence, Period

LONDON = ZoneInfo("Europe/London")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ABSENCES = {
    Absence.MISSING: "missing",
    Absence.WITHHELD: "withheld (small numbers)",
    Absence.NOT_APPLICABLE: "not applicable",
    Absence.TOO_EARLY: "too early",
    Absence.NOT_COMPARABLE: "not comparable",
}
SUFFIX = {"percent": "%", "points": "", "index": "", "hours": " hours"}
MINUS = "−"


def number(value: float, decimals: int | None = None) -> str:
    """Thousands by comma, a true minus sign; decimals by size unless told."""
    if decimals is None:
        decimals = 0 if abs(value) >= 100 or value == int(value) else 1 if abs(value) >= 10 else 2
    text = f"{abs(value):,.{decimals}f}"
    return text if float(text.replace(",", "")) == 0 or value > 0 else MINUS + text


def figure(value: float, unit: str) -> str:
    """A value with its unit: 49.6%, £1.2m, 1,204, 6.3."""
    if unit == "pounds":
        return money(value)
    if unit in ("percent", "points", "index"):
        return number(value, 1) + SUFFIX[unit]
    if unit == "count":
        return number(value, 0)
    return number(value) + SUFFIX.get(unit, "")


def money(value: float) -> str:
    """Pounds, in thousands or millions once that is easier to read."""
    sign, size = (MINUS if value < 0 else ""), abs(value)
    if size >= 1_000_000:
        return f"{sign}£{size / 1_000_000:.1f}m"
    if size >= 10_000:
        return f"{sign}£{size / 1_000:.0f}k"
    return f"{sign}£{size:,.0f}"


def difference(value: float, unit: str) -> str:
    """A change with its sign; differences between percentages are in points."""
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    if unit == "pounds":
        return sign + money(abs(value))
    words = " points" if unit in ("percent", "points", "index") else " hours" if unit == "hours" else ""
    return sign + number(abs(value), 1 if words == " points" else None) + words


def day(date: dt.date) -> str:
    """A date in words; a moment is the day it was in London."""
    date = date.astimezone(LONDON).date() if isinstance(date, dt.datetime) else date
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def month(date: dt.date) -> str:
    return f"{MONTHS[date.month - 1]} {date.year}"


def period(span: Period) -> str:
    """A period in words: Sep 2025, Feb–Mar 2024, 2023–24, 12 months to Sep 2026."""
    if span.kind == "day":
        return day(span.start)
    if span.kind == "financial_year":
        return f"{span.start.year}–{span.end.year % 100:02d}"
    if span.kind == "year" and span.start.year == span.end.year:
        return str(span.start.year)
    if span.kind in ("year", "rolling_year"):
        return f"12 months to {month(span.end)}"
    if (span.start.year, span.start.month) == (span.end.year, span.end.month):
        return month(span.end)
    if span.start.year == span.end.year:
        return f"{MONTHS[span.start.month - 1]}–{month(span.end)}"
    return f"{month(span.start)} to {month(span.end)}"


def middle(span: Period) -> str:
    """The ISO date at which a period is drawn: its middle, or its end when it looks back over a span."""
    if span.kind in ("rolling_year", "span"):
        return span.end.isoformat()
    return (span.start + (span.end - span.start) / 2).isoformat()


def absence(kind: Absence | None) -> str:
    return ABSENCES[kind] if kind else ""
