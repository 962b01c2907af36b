"""The four rules of special cause on segments, each on its own; points run along the last axis.

Every function takes one segment or a matrix of segments of equal length, NaN where a value is missing: a gap
is no point, and breaks runs. Source: NHS Making Data Count, as coded in NHSRplotthedots 0.2.2.
"""

from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

RUN = 7  # points of a shift or a trend
SAME = 1e-9  # relative: nearer to the mean than this is on it (means differ in their last bits)

Flags = NDArray[np.bool_]
Sides = NDArray[np.int8]


class Signal(StrEnum):
    """The rules, in order of priority."""

    POINT = "point_outside"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"
    SHIFT = "shift"


def sides(values: ArrayLike, mean: ArrayLike) -> Sides:
    """1 above the mean, −1 below, 0 on it or missing."""
    given, middle = np.asarray(values, dtype=float), np.asarray(mean, dtype=float)
    apart = np.abs(given - middle) > SAME * np.maximum(np.abs(given), np.abs(middle))
    return np.where(apart, np.sign(given - middle), 0).astype(np.int8)


def shift(sides: ArrayLike, length: int = RUN) -> Flags:
    """Points in a run of 7 (`length`) or more on one side of the mean; one on the mean breaks the run."""
    side = np.asarray(sides)
    return _in_runs(side > 0, length) | _in_runs(side < 0, length)


def trend(values: ArrayLike, length: int = RUN) -> Sides:
    """1 for points of 7 (`length`) or more in a row strictly rising, −1 falling, else 0.

    A tie or a gap breaks the trend. The turning point of two trends takes the later one's direction.
    """
    given = np.asarray(values, dtype=float)
    moves = given[..., 1:] - given[..., :-1]
    ways = _in_runs(moves > 0, length - 1).astype(np.int8) - _in_runs(moves < 0, length - 1)
    found = np.zeros(given.shape, dtype=np.int8)
    found[..., 1:] = ways
    found[..., :-1] = np.where(ways != 0, ways, found[..., :-1])
    return found


def two_of_three(sides: ArrayLike, close: ArrayLike) -> Flags:
    """Close points of any three in a row on one side of the mean, two or more of them close to a limit."""
    side, near = np.asarray(sides), np.asarray(close, dtype=bool)
    if side.shape[-1] < 3:
        return np.zeros(side.shape, dtype=bool)
    alike = np.abs(side[..., :-2] + side[..., 1:-1] + side[..., 2:]) == 3
    count = near[..., :-2].astype(np.int8) + near[..., 1:-1] + near[..., 2:]
    return near & _covered(alike & (count >= 2), 3, side.shape)


def _in_runs(flags: Flags, length: int) -> Flags:
    """Where `flags` holds in `length` or more neighbours in a row."""
    windows = flags.shape[-1] - length + 1
    if windows < 1:
        return np.zeros(flags.shape, dtype=bool)
    whole = flags[..., :windows].copy()
    for step in range(1, length):
        whole &= flags[..., step : step + windows]
    return _covered(whole, length, flags.shape)


def _covered(windows: Flags, length: int, shape: tuple[int, ...]) -> Flags:
    """The points that lie in any of the `windows` (by their starts) of that length."""
    found = np.zeros(shape, dtype=bool)
    for step in range(length):
        found[..., step : step + windows.shape[-1]] |= windows
    return found
