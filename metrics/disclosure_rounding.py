"""A service's figures below county level, from counts to the nearest 5: nothing in them tells the exact count."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy import special  # not scipy.stats: that takes a second or two to import

from metrics.bounds import count_bounds
from metrics.disclosure_rules import SERVICES_SHARE, Rules, is_hidden, is_rounded, rounded_count, service_counts
from metrics.intervals import wilson
from metrics.types import Estimate

FEWEST_COUNTS = 5  # of which a centre line is made, or it would tell them
HALVINGS = 60
TAIL = 0.975


def rounded(estimates: Sequence[Estimate], rules: Rules) -> list[Estimate]:
    """The same figures with counts rounded, values and intervals made of the rounded counts.

    Centre lines and limits are made of all exact counts of a series, so they go where one of the counts is
    withheld or few aren't 0. Withheld figures and those of county level and above stay as they are.
    """
    bare = _telling(estimates, rules)
    made = list(estimates)
    places = [at for at, e in enumerate(made) if e.value is not None and is_rounded(e, rules)]
    for at, spread in zip(places, _dispersions([made[at] for at in places], rules), strict=True):
        e = made[at]
        if _series(e) in bare:
            e = replace(e, centre=None, lower_limit=None, upper_limit=None, mark="")
        share = rules.kinds[e.indicator] == SERVICES_SHARE
        made[at] = _share(e, rules) if share else _count(e, spread, rules)
    return made


def _series(e: Estimate) -> tuple:
    return (
        e.indicator, e.statistic, e.source, e.mode, e.segment, e.area, e.scenario, e.group_dim, e.group_value,
        e.period.kind,
    )


def _telling(estimates: Sequence[Estimate], rules: Rules) -> set[tuple]:
    """The series whose centre line would tell a count."""
    hidden, counts = set(), defaultdict(int)
    for e in estimates:
        if is_rounded(e, rules):
            counts[_series(e)] += bool(e.value)
            if is_hidden(e):
                hidden.add(_series(e))
    return hidden | {series for series, count in counts.items() if count < FEWEST_COUNTS}


def _count(e: Estimate, dispersion: float, rules: Rules) -> Estimate:
    """A count, or a rate of one. Its interval is Garwood's of the rounded count, widened as that of the exact one."""
    [count] = service_counts(e, rules)
    if count == 0:
        return replace(e, high=_coarse(e.high))
    near = rounded_count(count, rules)
    value = e.value * near / count
    low = high = None
    if e.high is not None:
        low, high = (float(value / near * bound) for bound in count_bounds(near, _up(dispersion)))
    return replace(
        e, value=value, low=low, high=high, numerator=None if e.numerator is None else near,
        base=None if e.base is None else near,
    )


def _dispersions(estimates: Sequence[Estimate], rules: Rules) -> np.ndarray:
    """How many times Poisson's variance the intervals of these figures allow for; 1 without interval or count.

    The number of events is found whose upper bound (Garwood) is as many times itself as the figure's.
    """
    whole = [service_counts(e, rules)[0] for e in estimates]
    told = [bool(e.value and e.high and count) for e, count in zip(estimates, whole, strict=True)]
    ratio = np.array([e.high / e.value if told_ else 2.0 for e, told_ in zip(estimates, told, strict=True)])
    least, most = np.full(len(ratio), 1e-3), np.full(len(ratio), 1e9)
    for _ in range(HALVINGS):
        middle = np.sqrt(least * most)
        few = special.gammaincinv(middle + 1, TAIL) / middle > ratio
        least, most = np.where(few, middle, least), np.where(few, most, middle)
    return np.where(told, np.array(whole) / least, 1.0)


def _share(e: Estimate, rules: Rules) -> Estimate:
    """A share of two services, of both counts rounded, with Wilson's interval on the base they make.

    It loses its limits: those of a share are as wide as its exact base makes them.
    """
    one, other = (rounded_count(count, rules) for count in service_counts(e, rules))
    base = one + other
    excess = _up(e.denominator / e.base_effective) if e.base_effective else 1.0
    low, high = wilson(one / base, base / excess)
    return replace(
        e, value=100 * one / base, low=100 * low, high=100 * high, numerator=one, denominator=base, base=base,
        base_effective=base / excess, centre=None, lower_limit=None, upper_limit=None, mark="",
    )


def _up(dispersion: float) -> float:
    """To one decimal, upwards, at least 1: an exact one would tell the two counts it was made of."""
    return max(1.0, math.ceil(round(dispersion * 10, 6)) / 10)


def _coarse(high: float | None) -> float | None:
    """Upwards to two digits."""
    if high is None or high <= 0 or not np.isfinite(high):
        return high
    step = 10.0 ** (math.floor(math.log10(high)) - 1)
    return math.ceil(round(high / step, 6)) * step
