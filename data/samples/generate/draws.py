"""Random numbers: one independent stream for each subject, so that changing one leaves the others alone."""

import datetime as dt

import numpy as np


def stream(seed: int, name: str) -> np.random.Generator:
    """The generator of one subject: the same seed and name always give the same numbers."""
    return np.random.default_rng([seed, *name.encode()])


def some_day(rng: np.random.Generator, first: dt.date, last: dt.date) -> dt.date:
    """A working day between two dates, both inclusive."""
    while True:
        day = first + dt.timedelta(days=int(rng.integers(0, (last - first).days + 1)))
        if day.weekday() < 5:
            return day


def months(first: dt.date, count: int) -> list[dt.date]:
    """The first days of `count` months, beginning with the month of `first`."""
    start = first.year * 12 + first.month - 1
    return [dt.date((start + step) // 12, (start + step) % 12 + 1, 1) for step in range(count)]


def month_end(day: dt.date) -> dt.date:
    """The last day of the month of `day`."""
    return months(day, 2)[1] - dt.timedelta(days=1)


def quarter_end(start: dt.date) -> dt.date:
    """The last day of the quarter that begins with the month of `start`."""
    return month_end(months(start, 3)[2])


def financial_year(day: dt.date) -> str:
    """The financial year (April to March) of a day, as written in spreadsheets: 2024/25."""
    begins = day.year if day.month >= 4 else day.year - 1
    return f"{begins}/{(begins + 1) % 100:02d}"


def financial_quarter(day: dt.date) -> str:
    """The quarter of the financial year, as written in spreadsheets: Q1 2024/25 is April to June 2024."""
    return f"Q{(day.month - 4) % 12 // 3 + 1} {financial_year(day)}"
