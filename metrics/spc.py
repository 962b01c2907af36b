"""XmR charts by the rules of NHS Making Data Count, as coded in NHSRplotthedots 0.2.2.

Limits: mean ± 2.66 × mean moving range, moving ranges of 3.267 times their mean or more screened out once.
Rules: a point outside the limits; 7 rising or falling; 2 of 3 close to a limit; 7 on one side of the mean.
One difference on purpose: without limits there is no assurance.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from metrics.spc_rules import Signal, signals

LIMIT, SCREEN = 2.66, 3.267
FEWEST_TO_FIX = 12
FEWEST_FOR_LIMITS = 13  # below, limits are trial limits
SIGN = {"up": 1, "down": -1, "neutral": 0}
COMMON_CAUSE = "common_cause"


@dataclass(frozen=True, slots=True)
class Point:
    """One value with the centre line and limits it is judged against; None where not available.

    `rules` are all the rules it breaks, `signal` the first by priority. `kind` is common_cause,
    improvement, concern, neutral_high or neutral_low.
    """

    value: float | None
    segment: int
    centre: float | None
    lower: float | None
    upper: float | None
    near_lower: float | None
    near_upper: float | None
    rules: frozenset[Signal]
    signal: Signal | None
    kind: str
    trial: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A judged series. `variation` is the last point's icon (improvement_high, concern_low, neutral_high,
    common_cause, ...), `assurance` pass, fail or hit_or_miss, empty without target, direction or limits."""

    points: tuple[Point, ...]
    variation: str
    assurance: str


def xmr(
    values: Sequence[float | None], direction: str, *, rebase: Collection[int] = (),
    fix_after: int | None = None, screen: bool = True, target: float | None = None,
) -> Chart:
    """Judge values given in order of time.

    `values` may hold None for a missing month: it is no point, and breaks runs and moving ranges.
    `direction` is up, down or neutral. A segment starts at each position in `rebase`; `fix_after` (12 or
    more) takes mean and limits from each segment's first points only. Raises ValueError on bad settings.
    """
    _check(direction, rebase, fix_after, len(values))
    starts = sorted({0, *rebase})
    points: list[Point] = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(values)], strict=True), start=1):
        points += _judge(values[start:end], number, direction, fix_after, screen)
    return Chart(tuple(points), _variation(points, direction), _assurance(points, direction, target))


def limits(values: Sequence[float | None], screen: bool = True) -> tuple[float | None, float | None]:
    """Mean and mean moving range of one segment; None where there is none (one point, nothing moves)."""
    known = [value for value in values if value is not None]
    if not known:
        return None, None
    ranges = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    if screen and ranges:
        highest = SCREEN * math.fsum(ranges) / len(ranges)
        ranges = [moved for moved in ranges if moved < highest]  # strict: a constant series keeps none
    average = math.fsum(ranges) / len(ranges) if ranges else None
    return math.fsum(known) / len(known), average


def autocorrelation(values: Sequence[float | None]) -> float | None:
    """Lag-1 autocorrelation of what is left around the values' straight line; None below five points.

    The line is taken out so that a steady rise isn't mistaken for memory. Neighbours with a gap between
    them don't count as neighbours.
    """
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    if len(known) < 5:
        return None
    left = _residuals(known)
    total = math.fsum(residual**2 for residual in left.values())
    scale = max(abs(value) for _, value in known) or 1.0
    if total <= (1e-9 * scale) ** 2:
        return None
    return math.fsum(left[p] * left[p - 1] for p in left if p - 1 in left) / total


def _residuals(known: Sequence[tuple[int, float]]) -> dict[int, float]:
    mean_place = math.fsum(place for place, _ in known) / len(known)
    mean = math.fsum(value for _, value in known) / len(known)
    spread = math.fsum((place - mean_place) ** 2 for place, _ in known)
    slope = math.fsum((place - mean_place) * (value - mean) for place, value in known) / spread
    return {place: value - mean - slope * (place - mean_place) for place, value in known}


def _judge(
    values: Sequence[float | None], segment: int, direction: str, fix_after: int | None, screen: bool
) -> list[Point]:
    """The points of one segment."""
    mean, average = limits(values[:fix_after], screen)
    step = None if average is None else LIMIT * average
    bands = [None if step is None or mean is None else mean + part * step for part in (-1, 1, -2 / 3, 2 / 3)]
    trial = len(values) < FEWEST_FOR_LIMITS
    found = signals(values, mean, bands)
    return [
        Point(value, segment, mean, *bands, rules, signal, _kind(signal, side, direction), trial)
        for value, (rules, signal, side) in zip(values, found, strict=True)
    ]


def _kind(signal: Signal | None, side: int, direction: str) -> str:
    if signal is None:
        return COMMON_CAUSE
    if direction == "neutral":
        return "neutral_high" if side > 0 else "neutral_low"
    return "improvement" if side * SIGN[direction] > 0 else "concern"


def _variation(points: Sequence[Point], direction: str) -> str:
    kind = points[-1].kind if points else COMMON_CAUSE
    if kind == "improvement":
        return "improvement_high" if direction == "up" else "improvement_low"
    if kind == "concern":
        return "concern_low" if direction == "up" else "concern_high"
    return kind


def _assurance(points: Sequence[Point], direction: str, target: float | None) -> str:
    last = points[-1] if points else None
    if last is None or target is None or direction == "neutral" or last.upper is None or last.lower is None:
        return ""
    if target > last.upper:
        return "fail" if direction == "up" else "pass"
    if target < last.lower:
        return "pass" if direction == "up" else "fail"
    return "hit_or_miss"


def _check(direction: str, rebase: Collection[int], fix_after: int | None, count: int) -> None:
    if direction not in SIGN:
        raise ValueError(f"direction is {direction!r}; it must be up, down or neutral")
    if fix_after is not None and fix_after < FEWEST_TO_FIX:
        raise ValueError(f"fix_after is {fix_after}; limits need {FEWEST_TO_FIX} points or more")
    if any(not 0 <= place < count for place in rebase):
        raise ValueError(f"rebase holds a position outside the {count} values: {sorted(rebase)}")
