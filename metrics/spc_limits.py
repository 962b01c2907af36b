"""Centre line and limits of XmR segments: the mean and 2.66 mean moving ranges, outliers screened once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LIMIT, SCREEN = 2.66, 3.267
NEAR = 2 / 3  # of the way from the mean to a limit: beyond it a point is close

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Limits:
    """One row a segment, one column. NaN where there is none: no value, one point, or nothing that moves."""

    mean: Numbers
    lower: Numbers
    upper: Numbers
    near_lower: Numbers
    near_upper: Numbers


def limits(values: Numbers, screen: bool = True) -> Limits:
    """The limits of segments of equal length, one a row, NaN where a value is missing.

    The mean is of every value; only moving ranges of 3.267 times their mean or more are screened out, once
    and strictly, so a constant segment keeps none and has no limits. Lower limits aren't cut at 0.
    """
    centre = mean_of(values)
    ranges = np.abs(values[:, 1:] - values[:, :-1])
    average = mean_of(ranges)
    if screen:
        average = mean_of(np.where(ranges < SCREEN * average, ranges, np.nan))
    step = LIMIT * average
    return Limits(centre, centre - step, centre + step, centre - NEAR * step, centre + NEAR * step)


def mean_of(values: Numbers) -> Numbers:
    """The mean of each row's known values as a column, NaN where none is known.

    The mean of what is left is added: numpy's sum alone puts the mean of twenty 3.3 below 3.3.
    """
    known = ~np.isnan(values)
    count = known.sum(axis=-1, keepdims=True)
    total = np.where(known, values, 0.0).sum(axis=-1, keepdims=True)
    with np.errstate(invalid="ignore"):  # 0 / 0 is the NaN that is wanted
        first = total / count
        return first + np.where(known, values - first, 0.0).sum(axis=-1, keepdims=True) / count
