"""Weighted quantiles with Woodruff's interval, as R's svyquantile of survey 4.1-1 makes them.

The interval of the share of people at or below the quantile is carried back to the values: Woodruff 1952,
JASA 47:635-646. R: svyquantile(~y, design, p, interval.type="mean", qrule=…).
"""

from collections.abc import Callable

import numpy as np

from metrics.estimation.bounds import t_points
from metrics.estimation.design import Design
from metrics.estimation.variance import ADJUSTED, Lonely, Scores, degrees_of_freedom, variances

Rule = Callable[[np.ndarray, np.ndarray, float], float]


def math_rule(values: np.ndarray, weights: np.ndarray, p: float) -> float:
    """The inverse of the weighted distribution function (R's default, qrule="math")."""
    below, above, exact = _around(values, weights, p)
    return below if exact else above


def school_rule(values: np.ndarray, weights: np.ndarray, p: float) -> float:
    """As `math_rule`, but the mean of two neighbours where p falls exactly between them (qrule="school")."""
    below, above, exact = _around(values, weights, p)
    return (below + above) / 2 if exact else above


def hf7_rule(values: np.ndarray, weights: np.ndarray, p: float) -> float:
    """Linear interpolation, R's quantile type 7 with weights (qrule="hf7")."""
    sums = _running(weights)
    if len(values) == 1:
        return float(values[0])
    return float(np.interp(p, np.concatenate([[0.0], sums[:-1]]) / sums[-2], values))


RULES: dict[str, Rule] = {"math": math_rule, "school": school_rule, "hf7": hf7_rule}


def _running(weights: np.ndarray) -> np.ndarray:
    # R sums in extended precision, which decides whether p falls exactly on a value
    return np.cumsum(weights, dtype=np.longdouble).astype(float)


def _around(values: np.ndarray, weights: np.ndarray, p: float) -> tuple[float, float, bool]:
    sums = _running(weights)
    # Where p is less than the first value's weight R starts from that value and so answers with the second.
    at = max(int(np.searchsorted(sums, p * sums[-1], side="right")) - 1, 0)
    above = values[min(at + 1, len(values) - 1)]
    return float(values[at]), float(above), bool(p - sums[at] / sums[-1] == 0)


def quantile(
    values: np.ndarray, weights: np.ndarray, psu: np.ndarray, p: float, design: Design,
    rule: str = "math", lonely: Lonely = ADJUSTED,
) -> tuple[float, float, float, float, float]:
    """The p-quantile of one domain's rows: value, standard error, low, high, degrees of freedom.

    The three arrays run over the rows that answered; rows without a weight are left out of the quantile. The
    standard error is the interval's width over 2 t. Ends that fall outside the data are NaN.
    """
    order = np.argsort(values, kind="stable")
    order = order[weights[order] > 0]
    y, w = values[order], weights[order]
    find = RULES[rule]
    value = find(y, w, p)
    share, se, df = _share_up_to(value, values, weights, psu, design, lonely)
    t = float(t_points(df))
    ends = (share - t * se, share + t * se)
    low = find(y, w, ends[0]) if ends[0] >= 0 else np.nan
    high = find(y, w, ends[1]) if ends[1] <= 1 else np.nan
    return value, (high - low) / (2 * t), low, high, df


def _share_up_to(
    value: float, values: np.ndarray, weights: np.ndarray, psu: np.ndarray, design: Design, lonely: Lonely
) -> tuple[float, float, float]:
    met, place = np.unique(psu, return_inverse=True)
    below = values <= value
    share = float(weights[below].sum() / weights.sum())
    points = np.bincount(place, weights * (below - share)) / weights.sum()
    none = np.zeros(len(met), dtype=int)
    variance = variances(Scores(1, none, met, points), design, lonely)[0]
    weighted = np.unique(psu[weights > 0])
    df = degrees_of_freedom(1, np.zeros(len(weighted), dtype=int), weighted, design)[0]
    return share, float(np.sqrt(variance)), float(df)
