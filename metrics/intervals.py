"""Intervals of one kind each. Shares run from 0 to 1 here; callers turn them into per cent."""

import math

from scipy import special

from metrics.estimation import bounds
from metrics.estimation.bounds import LEVEL, Z


def t_quantile(df: float) -> float:
    """The two-sided 95 % point of Student's t; the normal's for infinite `df`. Needs df > 0."""
    return Z if math.isinf(df) else float(special.stdtrit(df, 0.5 + LEVEL / 2))


def t_tails(t: float, df: float) -> float:
    """The two-sided p-value of Student's t; the normal's for infinite `df`. Needs df > 0."""
    return 2 * float(special.ndtr(-abs(t)) if math.isinf(df) else special.stdtr(df, -abs(t)))


def wilson(
    share: float, n_effective: float, df: float = math.inf, most: float = math.inf
) -> tuple[float, float]:
    """Wilson's 95 % score interval of a share (0 to 1) on an effective base, of `most` at most.

    Few degrees of freedom make the variance itself uncertain, so the base is reduced by (z / t)², as
    Korn and Graubard (1998) do. The interval stays within 0 to 1 and has a width at 0 and at 1.
    """
    low, high = bounds.wilson(share, n_effective, df, most)
    return float(low), float(high)


def binomial_exact(successes: float, trials: float) -> tuple[float, float]:
    """Clopper and Pearson's 95 % interval of a share (0 to 1)."""
    tail = (1 - LEVEL) / 2
    failures = trials - successes
    low = 0.0 if successes <= 0 else float(special.betaincinv(successes, failures + 1, tail))
    high = 1.0 if failures <= 0 else float(special.betaincinv(successes + 1, failures, 1 - tail))
    return low, high


def poisson_exact(count: float) -> tuple[float, float]:
    """Garwood's 95 % interval of the mean of a Poisson count; divide by the exposure for a rate."""
    tail = (1 - LEVEL) / 2
    low = 0.0 if count <= 0 else float(special.gammaincinv(count, tail))
    return low, float(special.gammaincinv(count + 1, 1 - tail))


def difference(
    value_a: float, interval_a: tuple[float, float], value_b: float, interval_b: tuple[float, float],
    correlation: float = 0.0,
) -> tuple[float, float, float]:
    """b minus a with its 95 % interval, recovered from the two intervals (Zou and Donner 2008, MOVER).

    With Wilson intervals and no correlation this is Newcombe's hybrid score interval (1998).
    """
    delta = value_b - value_a
    below_a, above_a = value_a - interval_a[0], interval_a[1] - value_a
    below_b, above_b = value_b - interval_b[0], interval_b[1] - value_b
    low = below_b**2 + above_a**2 - 2 * correlation * below_b * above_a
    high = above_b**2 + below_a**2 - 2 * correlation * above_b * below_a
    return delta, delta - math.sqrt(max(low, 0.0)), delta + math.sqrt(max(high, 0.0))


def count_difference(
    before: float, after: float, exposure_before: float = 1, exposure_after: float = 1
) -> tuple[float, float, float]:
    """How many more (or fewer) Poisson events happened after, than the rate before gives, with 95 % interval.

    Given their sum, the later of two Poisson counts is binomial (Przyborowski and Wilenski 1940), so the
    interval is Clopper and Pearson's, carried over to the difference. Both exposures in one unit. With no
    events at all it is 0 with the interval that a count of 0 has.
    """
    total, ratio = before + after, exposure_after / exposure_before
    if total == 0:
        most = poisson_exact(0)[1]
        return 0.0, -most * ratio, most
    low, high = binomial_exact(after, total)
    return after - before * ratio, total * (low - (1 - low) * ratio), total * (high - (1 - high) * ratio)
