"""Numbers and periods in plain en-GB words, the same on tile, sentence and export."""

import datetime as dt
import math

from metrics.types import Period

MINUS = "−"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)


def many(number: int, thing: str) -> str:
    """So many of a thing whose plural ends in s: 1 figure, 1,204 figures."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def value_words(value: float, unit: str) -> str:
    """A level: 47%, 1,234 hours, £1.2 million, 62 points, 12.4."""
    if unit == "percent":
        return f"{_number(value, 0)}%"
    if unit == "pounds":
        return _pounds(value)
    if unit == "count":
        return _number(value, 0)
    if unit == "hours":
        return f"{_number(value, 0)} {_plural('hour', value, 0)}"
    if unit == "points":
        return f"{_number(value, 0)} {_plural('point', value, 0)}"
    return _number(value, _digits(value, unit))


def delta_words(delta: float, unit: str) -> str:
    """The size of a change without its sign: 3 percentage points, 0.5 points, 120 hours, £40,000."""
    size = abs(delta)
    if unit in ("percent", "points"):
        digits = 0 if size >= 0.95 else 1
        return f"{_number(size, digits)} {'percentage ' if unit == 'percent' else ''}{_plural('point', size, digits)}"
    if unit == "count" and size < 10 and round(size, 1) != round(size):
        return _number(size, 1)
    return value_words(size, unit)


def interval_words(low: float, high: float, unit: str) -> str:
    """A 95 % interval to one decimal point where the level has none: 44.1% to 49.9%."""
    if unit == "percent":
        return f"{_number(low, 1)}% to {_number(high, 1)}%"
    return f"{value_words(low, unit)} to {value_words(high, unit)}"


def signed_interval_words(low: float, high: float, unit: str) -> str:
    """The interval of a difference, with signs: +0.4 to +5.1 percentage points."""
    if unit in ("percent", "points"):
        return f"{_signed(low, 1)} to {_signed(high, 1)} {'percentage ' if unit == 'percent' else ''}points"
    if unit == "pounds":
        return " to ".join(_pounds(bound) if bound < 0 else f"+{_pounds(bound)}" for bound in (low, high))
    digits = max(_digits(low, unit), _digits(high, unit))
    return f"{_signed(low, digits)} to {_signed(high, digits)}"


def month_words(date: dt.date) -> str:
    return f"{MONTHS[date.month - 1]} {date.year}"


def period_words(period: Period) -> str:
    """September 2026; July to September 2026; the year to September 2026."""
    if period.kind in ("rolling_year", "financial_year", "year"):
        return f"the year to {month_words(period.end)}"
    if (period.start.year, period.start.month) == (period.end.year, period.end.month):
        return month_words(period.end)
    if period.start.year == period.end.year:
        return f"{MONTHS[period.start.month - 1]} to {month_words(period.end)}"
    return f"{month_words(period.start)} to {month_words(period.end)}"


def _number(value: float, digits: int) -> str:
    text = f"{abs(value):,.{digits}f}"
    nothing = not text.strip("0.,")
    return text if value >= 0 or nothing else MINUS + text


def _signed(value: float, digits: int) -> str:
    text = _number(value, digits)
    return text if text.startswith(MINUS) or not text.strip("0.,") else f"+{text}"


def _plural(word: str, value: float, digits: int) -> str:
    return word if round(abs(value), digits) == 1 else f"{word}s"


def _digits(value: float, unit: str) -> int:
    """Decimals that leave three figures (at most five decimals); ratios and indices have two."""
    if unit in ("count", "hours"):
        return 0
    if unit in ("ratio", "index") or value == 0:
        return 2
    return min(max(2 - math.floor(math.log10(abs(value))), 0), 5)


def _pounds(value: float) -> str:
    sign, size = (MINUS if value < 0 else ""), abs(value)
    if size >= 999_500:
        return f"{sign}£{size / 1e6:,.1f} million"
    return f"{sign}£{round(size, -3 if size >= 100_000 else 0):,.0f}"
