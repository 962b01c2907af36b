"""The four rules of special cause on one segment, each on its own, and their priority."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

RUN = 7  # points of a shift or a trend
SAME = 1e-9  # relative: nearer to the mean than this is on it (means differ in their last bits)


class Signal(StrEnum):
    """The rules, in order of priority."""

    POINT = "point_outside"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"
    SHIFT = "shift"


Found = tuple[frozenset[Signal], Signal | None, int]  # all rules, the first by priority, its side


def signals(
    values: Sequence[float | None], mean: float | None, bands: Sequence[float | None]
) -> list[Found]:
    """For each point the rules it breaks, the first by priority and its side (1 high or rising, −1 low).

    `bands` are lower and upper limit, near lower and near upper; all None where there are no limits, when
    no rule can be broken.
    """
    lower, upper, near_lower, near_upper = bands
    if mean is None or lower is None or upper is None or near_lower is None or near_upper is None:
        return [(frozenset(), None, 0)] * len(values)
    sides = [side_of(value, mean) for value in values]
    outside = [value is not None and (value > upper or value < lower) for value in values]
    close = [
        value is not None and not out and (value > near_upper or value < near_lower)
        for value, out in zip(values, outside, strict=True)
    ]
    trends, shifts = trend(values), shift(sides)
    pairs = two_of_three(sides, close)
    flags = zip(outside, trends, pairs, shifts, sides, strict=True)
    return [_first(out, rising, pair, run, side) for out, rising, pair, run, side in flags]


def side_of(value: float | None, mean: float) -> int:
    """1 above the mean, −1 below, 0 on it or missing."""
    if value is None or abs(value - mean) <= SAME * max(abs(value), abs(mean)):
        return 0
    return 1 if value > mean else -1


def shift(sides: Sequence[int], length: int = RUN) -> list[bool]:
    """Points in a run of 7 (`length`) or more on one side of the mean; one on the mean breaks the run."""
    flags = [False] * len(sides)
    for start, end, side in _runs(sides):
        if side and end - start >= length:
            flags[start:end] = [True] * (end - start)
    return flags


def trend(values: Sequence[float | None], length: int = RUN) -> list[int]:
    """1 for points of 7 (`length`) or more in a row strictly rising, −1 falling, else 0.

    A tie or a gap breaks the trend. The turning point of two trends takes the later one's direction.
    """
    moves = [_move(a, b) for a, b in pairwise(values)]
    flags = [0] * len(values)
    for start, end, direction in _runs(moves):
        if direction and end - start >= length - 1:
            flags[start : end + 1] = [direction] * (end + 1 - start)
    return flags


def two_of_three(sides: Sequence[int], close: Sequence[bool]) -> list[bool]:
    """Close points of any three in a row on one side of the mean, two or more of them close to a limit."""
    flags = [False] * len(sides)
    for start in range(len(sides) - 2):
        window = range(start, start + 3)
        alike = sides[start] != 0 and sides[start] == sides[start + 1] == sides[start + 2]
        if alike and sum(close[place] for place in window) >= 2:
            for place in window:
                flags[place] = flags[place] or close[place]
    return flags


def _first(outside: bool, rising: int, pair: bool, run: bool, side: int) -> Found:
    broken = {Signal.POINT: outside, Signal.TREND: bool(rising), Signal.TWO_OF_THREE: pair, Signal.SHIFT: run}
    rules = [rule for rule in Signal if broken[rule]]
    if not rules:
        return frozenset(), None, 0
    return frozenset(rules), rules[0], rising if rules[0] is Signal.TREND else side


def _move(before: float | None, after: float | None) -> int:
    if before is None or after is None:
        return 0
    return (after > before) - (after < before)


def _runs(items: Sequence[int]) -> list[tuple[int, int, int]]:
    """Start, end (exclusive) and item of each stretch of equal items."""
    runs: list[tuple[int, int, int]] = []
    start = 0
    for place in range(1, len(items) + 1):
        if place == len(items) or items[place] != items[start]:
            runs.append((start, place, items[start]))
            start = place
    return runs
