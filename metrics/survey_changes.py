"""Differences of survey shares with their right covariance: a pair of rounds, and changes between waves."""

import math
from collections.abc import Sequence

import numpy as np

from metrics.context import Context
from metrics.intervals import Z, difference, t_quantile, t_tails
from metrics.linearise import degrees_of_freedom, pooled, variance
from metrics.survey_cells import (
    absent,
    estimate_of,
    kish,
    method_of,
    share_interval,
    wanted_groups,
    why_withheld,
)
from metrics.survey_rounds import Group, Round
from metrics.types import Absence, Definition, Estimate

METHOD = "t interval, Taylor linearised"
AT_THE_EDGE = "MOVER from Wilson intervals"  # where a share is 0 or 100 its linearised variance is 0
EVERYONE = ("", "")
NO_VARIANCE = 1e-12


def changes(rounds: Sequence[Round], definition: Definition, context: Context) -> list[Estimate]:
    """change_from_baseline and change_from_previous of each wave, everyone and every group, in points.

    The baseline is the first wave of the same segment, the previous wave the last of it. A wave that has
    none, though the question was asked before, is not comparable and says why; the first of all has none.
    """
    estimates: list[Estimate] = []
    for position, later in enumerate(rounds):
        earlier = [r for r in rounds[:position] if _series(r) == _series(later)]
        pairs = {"change_from_baseline": earlier[:1], "change_from_previous": earlier[-1:]}
        for statistic, found in pairs.items():
            if found:
                estimates += _change(found[0], later, statistic, definition, context)
            elif later.placed.reason:
                estimates.append(_no_change(later, statistic, definition, context))
    return estimates


def _series(asked: Round) -> tuple[str, str, int]:
    return asked.traits.source, asked.traits.mode, asked.placed.segment


def _no_change(later: Round, statistic: str, definition: Definition, context: Context) -> Estimate:
    reason = later.placed.reason
    return absent(later, statistic, EVERYONE, definition, context, reason, Absence.NOT_COMPARABLE)


def _change(
    earlier: Round, later: Round, statistic: str, definition: Definition, context: Context
) -> list[Estimate]:
    pair = Pair(earlier, later)
    groups = wanted_groups(later, definition, context)
    return [contrast(pair, g, g, statistic, g, definition, context) for g in groups]


def contrast(
    pair: "Pair", first: Group, second: Group, statistic: str, reported: Group, definition: Definition,
    context: Context,
) -> Estimate:
    """The second group's share in the later round minus the first's in the earlier; withheld with either."""
    reason = why_withheld(pair.later, second) or why_withheld(pair.earlier, first)
    if reason:
        return absent(pair.later, statistic, reported, definition, context, reason)
    delta, low, high, method = pair.interval(first, second)
    base = min(pair.earlier.base[pair.earlier.row(first)], pair.later.base[pair.later.row(second)])
    return estimate_of(
        pair.later, statistic, reported, definition, context, value=100 * delta,
        low=100 * max(low, -1.0), high=100 * min(high, 1.0), base=float(base),
        method=method_of(method, pair.earlier, pair.later),
    )


class Pair:
    """Two rounds, or one round twice, laid on one design so that differences have their covariance."""

    def __init__(self, earlier: Round, later: Round) -> None:
        self.earlier, self.later = earlier, later
        self.design, self._at_earlier, self._at_later = pooled(earlier.design, later.design)
        self._variances: dict[tuple[Group, Group], tuple[float, float]] = {}

    def interval(self, first: Group, second: Group) -> tuple[float, float, float, str]:
        """Second minus first (shares 0 to 1) with its 95 % interval and the method's name."""
        values = self._value(self.earlier, first), self._value(self.later, second)
        squared, df = self.variance(first, second)
        if squared < NO_VARIANCE or any(min(value, 1 - value) < NO_VARIANCE for value in values):
            around = _wilson(self.earlier, first), _wilson(self.later, second)
            return *difference(values[0], around[0], values[1], around[1]), AT_THE_EDGE
        delta, half = values[1] - values[0], t_quantile(df) * math.sqrt(squared)
        return delta, delta - half, delta + half, METHOD

    def p_value(self, first: Group, second: Group) -> float:
        """Two-sided, that the two shares are equal; from the interval where the variance is of no use."""
        delta, low, high, method = self.interval(first, second)
        squared, df = self.variance(first, second)
        if method is AT_THE_EDGE:
            squared, df = ((high - low) / (2 * Z)) ** 2, math.inf
        return t_tails(delta / math.sqrt(squared), df) if squared > 0 else 1.0

    def variance(self, first: Group, second: Group) -> tuple[float, float]:
        """Variance and degrees of freedom of second minus first.

        Scores are subtracted PSU by PSU, so people in both groups and PSUs in both waves count with
        their covariance; waves that share no PSU are independent.
        """
        if (first, second) not in self._variances:
            self._variances[first, second] = self._variance(first, second)
        return self._variances[first, second]

    def _variance(self, first: Group, second: Group) -> tuple[float, float]:
        scores = np.zeros((1, len(self.design.keys)))
        present = np.zeros(scores.shape, dtype=bool)
        sides = ((-1, self.earlier, first, self._at_earlier), (1, self.later, second, self._at_later))
        for sign, asked, group, at in sides:
            scores[0, at] += sign * asked.shares.scores[asked.row(group)]
            present[0, at] |= asked.present[asked.row(group)]
        return float(variance(scores, self.design)[0]), float(degrees_of_freedom(present, self.design)[0])

    @staticmethod
    def _value(asked: Round, group: Group) -> float:
        return float(asked.shares.value[asked.row(group)])


def _wilson(asked: Round, group: Group) -> tuple[float, float]:
    at = asked.row(group)
    shares, base = asked.shares, float(asked.base[at])
    return share_interval(
        float(shares.value[at]), float(shares.se[at]) ** 2, shares.df[at], kish(asked)[at], base
    )[:2]
