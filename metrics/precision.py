"""How small a change a survey can show: by its size, its design effect, and chance.

Shares run from 0 to 1. Every test is two-sided at 5 % with 80 % power: a true change of the size named is
found four times in five. Two surveys are taken as independent; surveys that share their sampling points
can show a little less or more. For shares: Fleiss, Levin and Paik, Statistical Methods for Rates and
Proportions (2003), formula 4.14 without continuity correction and with unpooled variances, as our
intervals have them. For paired means: the noncentral t of Cohen (1988).
"""

import math

from scipy import special

from metrics.intervals import Z, t_quantile

POWER = 0.8
Z_POWER = float(special.ndtri(POWER))
REACH = Z + Z_POWER  # how many standard errors a change must have: 2.80
FURTHEST = 1e9  # interviews beyond which a size is no answer


def detectable_change(share: float, n_before: float, n_after: float, upwards: bool = True) -> float | None:
    """The smallest rise (or fall) from `share` that a second survey would find; None where none fits in.

    Both sizes are effective bases (interviews over the design effect). The variance after the change is
    the changed share's, so a rise from 50 % needs less than one from 30 %. Always positive.
    """
    room = 1 - share if upwards else share

    def missing(change: float) -> float:
        later = share + change if upwards else share - change
        return REACH * math.sqrt(_spread(share) / n_before + _spread(later) / n_after) - change

    return None if room <= 0 or missing(room) > 0 else _root(missing, room)


def n_for_change(share: float, later: float, n_before: float = math.inf) -> float | None:
    """The effective base a second survey needs to find a change from `share` to `later`.

    `n_before` is the first survey's; infinite where `share` is exact. None where no size is enough: the
    first survey's own uncertainty is too large, or there is no change to find.
    """
    left = ((later - share) / REACH) ** 2 - _spread(share) / n_before
    return None if left <= 0 else max(_spread(later) / left, 1.0)


def n_of_each(share: float, later: float) -> float | None:
    """The effective base that each of two new surveys needs; None without a change to find."""
    if later == share:
        return None
    return (_spread(share) + _spread(later)) * (REACH / (later - share)) ** 2


def detectable_mean_change(sd: float, pairs: int) -> float | None:
    """The smallest mean change of matched pairs that would be found, in the unit of `sd`, the spread of the
    single changes. None for fewer than two pairs."""
    if pairs < 2 or not sd > 0:
        return None
    return _effect(pairs) * sd


def pairs_for_mean_change(sd: float, change: float) -> int | None:
    """How many matched pairs are needed to find a mean change; None where there is none to find."""
    if not change or not sd > 0:
        return None
    wanted, pairs = abs(change) / sd, 2
    while _effect(pairs) > wanted:
        pairs = max(pairs + 1, pairs * 2)
        if pairs > FURTHEST:
            return None
    low, high = max(2, pairs // 2), pairs
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _effect(middle) <= wanted else (middle + 1, high)
    return low


def _effect(pairs: int) -> float:
    """The mean change in standard deviations that `pairs` find with 80 % power."""
    freedom, root = pairs - 1, math.sqrt(pairs)
    critical = t_quantile(freedom)

    def missing(effect: float) -> float:
        return float(special.nctdtr(freedom, effect * root, critical)) - (1 - POWER)

    return _root(missing, 2 * (critical + 4) / root * max(1.0, 12 / freedom))


def _spread(share: float) -> float:
    return max(share * (1 - share), 0.0)


def _root(function, furthest: float) -> float:
    """Where a function that is positive at 0 and not at `furthest` turns, by halving."""
    low, high = 0.0, furthest
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if function(middle) > 0 else (low, middle)
    return high
