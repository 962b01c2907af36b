"""A year of months against an earlier year, month by month: is the difference more than months differ by themselves?

Pairs of the same calendar month take the season out. Neighbouring months resemble each other, so twelve of them say
less than twelve strangers would: the variance of their mean is that of an AR(1) process (Box, Jenkins and Reinsel,
Time Series Analysis, section 2.1), its memory measured on the whole series and corrected for short series
(Marriott and Pope 1954).
"""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from metrics.intervals import t_quantile
from metrics.memory import autocorrelation
from metrics.periods import month_number
from metrics.types import Estimate

YEAR = 12
FEWEST = 30  # months: with fewer the memory can't be told, and one quiet series in ten would look changed
MOST_MEMORY = 0.9  # above it twelve months say next to nothing


@dataclass(frozen=True, slots=True)
class YearChange:
    """The mean of the twelve newest months less that of an earlier year, with its 95 % interval.

    `level` is the newer mean, `until` the last day of the newest month, `before` that of the earlier year.
    """

    value: float
    low: float
    high: float
    level: float
    until: dt.date
    before: dt.date


def year_change(months: Sequence[Estimate], first: dt.date | None = None) -> YearChange | None:
    """The newest twelve months against the twelve before them, or against the year that begins on `first`.

    `months` are comparable monthly figures of one place in order, gaps left out. None where a month of either year
    is missing, both years overlap, or the series has fewer than 30 months.
    """
    of = {month_number(each.period.start): each for each in months if each.value is not None}
    if len(of) < FEWEST:
        return None
    newest = max(of) - YEAR + 1
    begin = newest - YEAR if first is None else month_number(first)
    if begin > newest - YEAR or any(at not in of for at in (*range(begin, begin + YEAR), *range(newest, max(of) + 1))):
        return None
    earlier = {at % YEAR: of[at] for at in range(begin, begin + YEAR)}
    moved = [of[at].value - earlier[at % YEAR].value for at in range(newest, max(of) + 1)]
    value = math.fsum(moved) / YEAR
    half = _half(moved, value, _memory(of))
    level = math.fsum(of[at].value for at in range(newest, max(of) + 1)) / YEAR
    return YearChange(value, value - half, value + half, level, of[max(of)].period.end, of[begin + YEAR - 1].period.end)


def _half(moved: Sequence[float], mean: float, memory: float) -> float:
    """Half the width of the mean's interval, its variance and its degrees of freedom both reduced by the memory."""
    count = len(moved)
    excess = 1 + 2 * math.fsum((1 - lag / count) * memory**lag for lag in range(1, count))
    spread = math.fsum((each - mean) ** 2 for each in moved) / (count - excess)  # alike months understate theirs
    freedom = (count - 1) * (1 - memory**2) / (1 + memory**2)  # of a variance under AR(1): Bartlett 1946
    return t_quantile(max(freedom, 1.0)) * math.sqrt(spread * excess / count)


def _memory(of: dict[int, Estimate]) -> float:
    """Autocorrelation of all changes on the year before, or of the months themselves where those are too few."""
    changes = [of[at].value - of[at - YEAR].value if at in of and at - YEAR in of else None
               for at in range(min(of) + YEAR, max(of) + 1)]  # fmt: skip
    found = autocorrelation(changes)
    if found is None:
        return 0.0
    known = sum(each is not None for each in changes)
    return min(max((known * found + 2) / (known - 4) if known > 4 else found, 0.0), MOST_MEMORY)
