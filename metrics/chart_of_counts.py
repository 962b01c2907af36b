"""A control chart whose limits come from the counts themselves, for counts too small for moving ranges.

Its points are those of an XmR chart in every other way, so whatever draws or judges one takes the other. Which chart
a figure was judged by is written into its method, and read from there, so chart, status and words can't disagree.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from metrics.attribute import AttributeChart, attribute_chart
from metrics.spc import FEWEST_FOR_LIMITS, KINDS, Point
from metrics.spc_rules import Signal
from metrics.types import Estimate

XMR = "xmr"
NAMES = {"u": "u chart", "p": "p chart", "u_prime": "u′ chart", "p_prime": "p′ chart"}
ABOUT = "{name}: limits from the counts themselves"
WIDE = ", {times} as wide as chance alone would make them"


@dataclass(frozen=True, slots=True)
class Counted:
    """What each figure of a series counts: figure = `whole` × count / exposure (`whole` is 100 for per cent).

    `kind` is u, p, u_prime or p_prime; an exposure is None where it isn't known, and there are no limits there.
    """

    kind: str
    exposure: tuple[float | None, ...]
    whole: float = 1.0

    def times(self, factors: Sequence[float]) -> "Counted":
        """The exposures in units of what is usual for their month."""
        scaled = (None if e is None else e * factor for e, factor in zip(self.exposure, factors, strict=True))
        return Counted(self.kind, tuple(scaled), self.whole)


def points_of_counts(
    values: Sequence[float | None], counted: Counted, direction: str, rebase: Collection[int] = ()
) -> tuple[list[Point], list[float | None]]:
    """Figures judged by the four rules of XmR, with limits of a count; and for each how much wider those are (σz).

    A segment, with limits of its own, starts at each position in `rebase`. A figure whose exposure isn't known
    can't be judged, so it is no point.
    """
    points: list[Point] = []
    widths: list[float | None] = []
    for order, (start, end) in enumerate(pairwise([*sorted({0, *rebase}), len(values)]), start=1):
        exposures = [each or None for each in counted.exposure[start:end]]
        counts = [_count(*each, counted) for each in zip(values[start:end], exposures, strict=True)]
        chart = attribute_chart(counted.kind, counts, [each or 1.0 for each in exposures])
        for at, (value, exposed) in enumerate(zip(values[start:end], exposures, strict=True)):
            points.append(_point(value, order, chart, at, direction, counted.whole if exposed else None))
        widths += [chart.sigma_z] * (end - start)
    return points, widths


def _count(value: float | None, exposure: float | None, counted: Counted) -> float | None:
    """The count behind a figure; 100 % is no more than all, whatever its last bits."""
    if value is None or exposure is None:
        return None
    count = value * exposure / counted.whole
    return min(count, exposure) if counted.kind.startswith("p") else count


def _point(
    value: float | None, order: int, chart: AttributeChart, at: int, direction: str, whole: float | None
) -> Point:
    if whole is None or chart.centre is None:
        return Point(value, order, *[None] * 5, frozenset(), None, KINDS[direction][False, 0], False)
    near = 2 * chart.step[at]
    lines = (chart.centre, chart.lower[at], chart.upper[at], chart.centre - near, chart.centre + near)
    rules = chart.rules[at]
    signal = next((rule for rule in Signal if rule in rules), None)
    kind = KINDS[direction][bool(rules), chart.ways[at]]
    trial = len(chart.rates) < FEWEST_FOR_LIMITS
    return Point(value, order, *(whole * line for line in lines), rules, signal, kind, trial)


def told(kind: str, sigma_z: float | None = None) -> str:
    """How a figure's limits were made, to be written into its method; nothing for XmR."""
    if kind == XMR:
        return ""
    return ABOUT.format(name=NAMES[kind]) + wide(sigma_z)


def wide(sigma_z: float | None) -> str:
    """How wide limits of counts are, in words; nothing where they allow for chance alone."""
    if sigma_z is None:
        return ""
    times = f"{sigma_z:.1f}"
    return WIDE.format(times="about" if times == "1.0" else f"{times} times")


def told_anew(method: str, kind: str, sigma_z: float | None) -> str:
    """The same method with other limits."""
    return method if kind == XMR else f"{method.split(f'; {NAMES[kind]}:')[0]}; {told(kind, sigma_z)}"


def kind_told(method: str) -> str:
    """The kind of chart that a figure's method tells."""
    return next((kind for kind, name in NAMES.items() if f"{name}:" in method), XMR)


def exposure(estimate: Estimate, per: float) -> float | None:
    """What a count was divided by: people and days for a rate, days for a daily count, cases for a share."""
    if estimate.denominator is None:
        return None
    return estimate.denominator * estimate.period.days / per if estimate.statistic == "rate" else estimate.denominator
