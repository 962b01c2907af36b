"""The change of a figure that accumulates: what was added lately against what was added before."""

import datetime as dt
import math
from collections.abc import Sequence
from itertools import pairwise

from metrics.intervals import count_difference, difference, wilson
from metrics.periods import add_months
from metrics.status_methods import side
from metrics.status_types import Judged
from metrics.types import Estimate

PACE_MONTHS = 6


def additions(points: Sequence[Estimate], unit: str) -> Judged:
    """A figure that accumulates never falls: what was added in the last half year against the one before.

    Counts and sums as over-dispersed Poisson counts, shares of cases by their intervals. A count towards a
    known whole (7 groups, 13 datasets) slows as it fills up: that one is improving while it grows.
    """
    latest = points[-1]
    marks = [_standing(points, latest.period.end, back) for back in (PACE_MONTHS, 2 * PACE_MONTHS)]
    method = f"additions in {PACE_MONTHS} months against the {PACE_MONTHS} before"
    if None in marks:
        return Judged(None, method, reason=f"It needs {2 * PACE_MONTHS} months of figures.")
    middle, first = marks
    if unit == "percent":
        return _shares_added(first, middle, latest, method)
    before, after = middle.value - first.value, latest.value - middle.value
    if min(before, after) < 0:
        return Judged(None, method, reason="The total fell, so figures were taken back.")
    if latest.denominator is not None:
        method = f"growth in {PACE_MONTHS} months towards {latest.denominator:,.0f}"
        return Judged(int(after > 0), method, after, after, after, since=middle)
    scale = _dispersion([p for p in points if p.period.end >= first.period.end])
    delta, low, high = (scale * part for part in count_difference(before / scale, after / scale))
    return Judged(side(low, high), method, delta, low, high, since=middle)


def _shares_added(first: Estimate, middle: Estimate, latest: Estimate, method: str) -> Judged:
    shares = []
    for start, end in ((first, middle), (middle, latest)):
        if None in (start.numerator, start.denominator, end.numerator, end.denominator):
            return Judged(None, method, reason="Its numerators aren't published.")
        cases = end.denominator - start.denominator
        if cases < 1:
            return Judged(None, method, reason="No new cases in one of the half years.")
        share = min(max((end.numerator - start.numerator) / cases, 0.0), 1.0)
        shares.append((share, wilson(share, cases)))
    delta, low, high = (100 * part for part in difference(*shares[0], *shares[1]))
    return Judged(side(low, high), method, delta, low, high, since=middle)


def _dispersion(points: list[Estimate]) -> float:
    """Variance over mean of the monthly additions about each half year's mean; at least 1 (Poisson)."""
    added = [b.value - a.value for a, b in pairwise(points)]
    halves = [half for half in (added[: len(added) // 2], added[len(added) // 2 :]) if half]
    means = [(sum(half) / len(half), half) for half in halves]
    terms = [(one - mean) ** 2 / mean for mean, half in means if mean > 0 for one in half]
    return max(1.0, math.fsum(terms) / max(len(added) - len(halves), 1))


def _standing(points: Sequence[Estimate], end: dt.date, back: int) -> Estimate | None:
    """The cumulative figure as it stood so many months before `end`: the last point ended by then."""
    day = dt.timedelta(days=1)
    then = add_months(end + day, -back) - day
    return next((point for point in reversed(points) if point.period.end <= then), None)
