"""The usual pattern of the year in a monthly series, so that a month is judged against the same month elsewhere.

Ratios to the centred 2 × 12 moving average by calendar month (classical decomposition, the first step of Census
X-11). Each point's factor comes from the same month of the *other* years: with its own year in it, the first
years would look calmer than the last half year, which has no ratios, and every other quiet series be flagged.
"""

import math
from collections.abc import Sequence

import numpy as np

FEWEST_MONTHS = 36  # half a year is lost at each end: two ratios are left for every calendar month
FEWEST_RATIOS = 2
CLEAR = 0.001  # p of the F test of stable seasonality, the threshold of X-11
YEAR = 12
SAME = 1e-9  # ratios nearer than this differ in their last bits only

Values = Sequence[float | None]


def season(values: Values, first_month: int) -> list[float] | None:
    """How high each point's month usually stands against its year (1: as high as the year's mean).

    `values` are neighbouring months from calendar month `first_month` (1 to 12), None where one is missing:
    none of the thirteen months around a gap gives a ratio. None where no season is clear: below 36 months,
    fewer than two ratios for a month, a value that isn't positive, or an F test with p of 0.001 or more.
    """
    known = [value for value in values if value is not None]
    if len(values) < FEWEST_MONTHS or min(known, default=0) <= 0:
        return None
    ratios = _ratios(values)
    months = [ratios[(month - first_month) % YEAR :: YEAR] for month in range(1, YEAR + 1)]
    months = [of_month[~np.isnan(of_month)] for of_month in months]
    if min(len(of_month) for of_month in months) < FEWEST_RATIOS or not _clear(months):
        return None
    sums = [(math.fsum(of_month), len(of_month)) for of_month in months]
    level = math.fsum(total / count for total, count in sums) / YEAR
    return [_without(ratio, *sums[(first_month - 1 + place) % YEAR]) / level for place, ratio in enumerate(ratios)]


def _ratios(values: Values) -> np.ndarray:
    """Each month's ratio to the mean of the year around it; NaN at the ends and near a gap."""
    given = np.array(values, dtype=float)
    weights = np.array([0.5, *[1.0] * (YEAR - 1), 0.5]) / YEAR
    found = np.full(len(given), np.nan)
    found[YEAR // 2 : -YEAR // 2] = given[YEAR // 2 : -YEAR // 2] / np.convolve(given, weights, mode="valid")
    return found


def _without(ratio: float, total: float, count: int) -> float:
    """The mean of a month's ratios but this one."""
    return total / count if math.isnan(ratio) else (total - ratio) / (count - 1)


def _clear(months: Sequence[np.ndarray]) -> bool:
    """Whether the months differ by more than their years do (F test)."""
    if np.ptp(np.concatenate(list(months))) < SAME:
        return False  # nothing moves
    if max(np.ptp(of_month) for of_month in months) < SAME:
        return True  # the same pattern every year, which leaves the test nothing to divide by
    from scipy.stats import f_oneway  # late: it takes a second or two, and most publications do without

    return bool(f_oneway(*months).pvalue < CLEAR)
