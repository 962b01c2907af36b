"""Arithmetic on periods: months between dates, overlaps, spacing. Periods are two inclusive dates."""

import calendar
import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from metrics.types import Period

FEWEST_PRESENT = 0.9  # of a regular series, how much must be there


def month_number(date: dt.date) -> int:
    """Months since year 0, so that neighbouring months differ by 1."""
    return 12 * date.year + date.month - 1


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day so many months later; the month's last day where it is shorter."""
    year, month = divmod(month_number(date) + months, 12)
    return dt.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def months_since(start: dt.date, end: dt.date) -> int:
    """Whole months from the beginning of `start` to the close of `end`; negative where it is before.

    From 1 April 2024 to 30 September 2025 is 18.
    """
    closed = end + dt.timedelta(days=1)
    return month_number(closed) - month_number(start) - (closed.day < start.day)


def month_of(date: dt.date) -> Period:
    """The calendar month a date lies in."""
    last = calendar.monthrange(date.year, date.month)[1]
    return Period(date.replace(day=1), date.replace(day=last), "month")


def month_range(first: dt.date, last: dt.date) -> list[Period]:
    """The calendar months from that of `first` to that of `last`."""
    count = month_number(last) - month_number(first) + 1
    return [month_of(add_months(first.replace(day=1), step)) for step in range(count)]


def overlap(one: Period, other: Period) -> bool:
    """Whether two periods share a day."""
    return one.start <= other.end and other.start <= one.end


def apart(periods: Sequence[Period]) -> list[int]:
    """Positions of periods that share no day, counted back from the last; given in order of their ends."""
    kept: list[int] = []
    for position in range(len(periods) - 1, -1, -1):
        if not kept or periods[position].end < periods[kept[-1]].start:
            kept.append(position)
    return kept[::-1]


def grid(periods: Sequence[Period]) -> list[int] | None:
    """Each period's place on a regular grid of months, from 0; None where the spacing isn't regular.

    Regular: one kind, steps that are multiples of the shortest step (1, 3, 6 or 12 months), each place
    taken once and at least nine in ten taken. Places left out are gaps.
    """
    if len(periods) < 2 or len({period.kind for period in periods}) > 1 or periods[0].kind == "wave":
        return None
    starts = [month_number(period.start) for period in periods]
    steps = [later - earlier for earlier, later in pairwise(starts)]
    step = min(steps)
    if step not in (1, 3, 6, 12) or any(gap % step for gap in steps):
        return None
    places = [(start - starts[0]) // step for start in starts]
    return places if len(places) >= FEWEST_PRESENT * (places[-1] + 1) else None
