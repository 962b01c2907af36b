"""XmR charts by the rules of NHS Making Data Count, as coded in NHSRplotthedots 0.2.2.

Limits: mean ± 2.66 × mean moving range, moving ranges of 3.267 times their mean or more screened out once.
Rules: a point outside the limits; 7 rising or falling; 2 of 3 close to a limit; 7 on one side of the mean.
One difference on purpose: without limits there is no assurance.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from metrics.spc_limits import Numbers, limits
from metrics.spc_rules import Signal, shift, sides, trend, two_of_three

FEWEST_TO_FIX = 12
FEWEST_FOR_LIMITS = 13  # below, limits are trial limits
COMMON_CAUSE = "common_cause"
# Every set of rules a point may break, by its number in binary: the first rule is 1, the second 2, ...
BROKEN = tuple(frozenset(rule for bit, rule in enumerate(Signal) if number >> bit & 1) for number in range(16))
FIRST = tuple(next((rule for rule in Signal if rule in broken), None) for broken in BROKEN)
KINDS = {  # direction -> (breaks a rule?, side) -> kind
    direction: {(False, side): COMMON_CAUSE for side in (-1, 0, 1)}
    | {(True, side): better if side == sign else worse for side in (-1, 0, 1)}
    for direction, sign, better, worse in (
        ("up", 1, "improvement", "concern"), ("down", -1, "improvement", "concern"),
        ("neutral", 1, "neutral_high", "neutral_low"),
    )
}

Values = Sequence[float | None]


class Point(NamedTuple):
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
    values: Values, direction: str, *, rebase: Collection[int] = (), fix_after: int | None = None,
    screen: bool = True, target: float | None = None,
) -> Chart:
    """Judge values given in order of time.

    `values` may hold None for a missing month: it is no point, and breaks runs and moving ranges.
    `direction` is up, down or neutral. A segment starts at each position in `rebase`; `fix_after` (12 or
    more) takes mean and limits from each segment's first points only. Raises ValueError on bad settings.
    """
    return xmr_many([values], direction, rebase=[rebase], fix_after=fix_after, screen=screen, target=target)[0]


def xmr_many(
    series: Sequence[Values], direction: str, *, rebase: Sequence[Collection[int]] | None = None,
    fix_after: int | None = None, screen: bool = True, target: float | None = None,
) -> list[Chart]:
    """Judge many series at once by the same settings, as `xmr`; `rebase` holds the positions of each."""
    cuts = [()] * len(series) if rebase is None else rebase
    for values, places in zip(series, cuts, strict=True):
        _check(direction, places, fix_after, len(values))
    segments = [
        (number, order, values[start:end])
        for number, (values, places) in enumerate(zip(series, cuts, strict=True))
        for order, (start, end) in enumerate(pairwise([*sorted({0, *places}), len(values)]), start=1)
    ]
    alike: dict[int, list[tuple[int, int, Values]]] = defaultdict(list)
    for segment in segments:
        alike[len(segment[2])].append(segment)  # segments of one length make one matrix
    judged: dict[tuple[int, int], list[Point]] = {}
    for length, group in alike.items():
        matrix = np.array([values for _, _, values in group], dtype=float).reshape(len(group), length)
        found = _judge(matrix, [order for _, order, _ in group], direction, fix_after, screen)
        judged |= {(number, order): points for (number, order, _), points in zip(group, found, strict=True)}
    whole: list[list[Point]] = [[] for _ in series]
    for number, order, _ in segments:
        whole[number] += judged[number, order]
    return [chart_of(points, direction, target) for points in whole]


def chart_of(points: Sequence[Point], direction: str, target: float | None = None) -> Chart:
    """Judged points with the icons of the last one."""
    return Chart(tuple(points), _variation(points, direction), _assurance(points, direction, target))


def _judge(
    values: Numbers, orders: Sequence[int], direction: str, fix_after: int | None, screen: bool
) -> list[list[Point]]:
    """The points of segments of one length, one a row."""
    lines = limits(values[:, :fix_after], screen)
    side = sides(values, lines.mean)
    # A point on the mean is inside, even where limits of width 0 differ from it in their last bits.
    outside = (side != 0) & ((values > lines.upper) | (values < lines.lower))
    close = ~outside & ((values > lines.near_upper) | (values < lines.near_lower))
    rising = trend(values)
    flags = (outside, rising != 0, two_of_three(side, close), shift(side))  # in the order of Signal
    broken = sum(flag.astype(np.int8) << bit for bit, flag in enumerate(flags))
    way = np.where((rising != 0) & ~outside, rising, side)
    bands = np.hstack([lines.mean, lines.lower, lines.upper, lines.near_lower, lines.near_upper])
    trial = values.shape[1] < FEWEST_FOR_LIMITS
    named = KINDS[direction]
    return [
        [
            Point(value, order, *band, BROKEN[number], FIRST[number], named[number > 0, sign], trial)
            for value, number, sign in zip(row, numbers, signs, strict=True)
        ]
        for row, order, band, numbers, signs in zip(
            _known(values), orders, _known(bands), broken.tolist(), way.tolist(), strict=True
        )
    ]


def _known(table: Numbers) -> list[list[float | None]]:
    """The rows of a matrix with None for NaN."""
    return np.where(np.isnan(table), None, table.astype(object)).tolist()


def _variation(points: Sequence[Point], direction: str) -> str:
    kind = points[-1].kind if points else COMMON_CAUSE
    if kind == "improvement":
        return "improvement_high" if direction == "up" else "improvement_low"
    if kind == "concern":
        return "concern_low" if direction == "up" else "concern_high"
    return kind


def assurance(lower: float | None, upper: float | None, direction: str, target: float | None) -> str:
    """Whether limits hold a target off: pass, fail or hit_or_miss; empty without target, direction or limits."""
    if target is None or direction == "neutral" or upper is None or lower is None:
        return ""
    if target > upper:
        return "fail" if direction == "up" else "pass"
    if target < lower:
        return "pass" if direction == "up" else "fail"
    return "hit_or_miss"


def _assurance(points: Sequence[Point], direction: str, target: float | None) -> str:
    return assurance(points[-1].lower, points[-1].upper, direction, target) if points else ""


def _check(direction: str, rebase: Collection[int], fix_after: int | None, count: int) -> None:
    if direction not in KINDS:
        raise ValueError(f"direction is {direction!r}; it must be up, down or neutral")
    if fix_after is not None and fix_after < FEWEST_TO_FIX:
        raise ValueError(f"fix_after is {fix_after}; limits need {FEWEST_TO_FIX} points or more")
    if any(not 0 <= place < count for place in rebase):
        raise ValueError(f"rebase holds a position outside the {count} values: {sorted(rebase)}")
