"""Means of items under raked weights, with both standard errors that are in use after raking."""

import numpy as np

from metrics.estimation.variance import degrees_of_freedom
from metrics.intervals import t_quantile
from metrics.raked_variance import RakedSample

Figures = dict[str, float | int]


def raked_mean(values: np.ndarray, sample: RakedSample) -> Figures:
    """A weighted mean of the rows that have a value; `values` (rows,) are NaN where there is none.

    Keys: estimate, se (R: `rake`, then `svymean`), se_calibrate (R: `calibrate(calfun = "raking")`), low
    and high (95 %, t on df, from se), n and n_eff (Kish) of those who answered, df (PSUs minus strata of
    those who answered), deff (against a simple random sample without replacement, as R). Where nobody, one
    person or one PSU answered the figures are NaN; R says 0 ± 0.
    """
    known = np.isfinite(values)
    counted = np.where(known, sample.weights, 0.0)
    n, total, df = int((counted > 0).sum()), counted.sum(), _df(sample, known)
    if n < 2 or df < 1:
        nothing = dict.fromkeys(("estimate", "se", "se_calibrate", "low", "high", "n_eff", "deff"), np.nan)
        return {**nothing, "n": n, "df": df}
    mean = float((counted * np.where(known, values, 0.0)).sum() / total)
    apart = np.where(known, values - mean, 0.0)
    scores = counted * apart / total
    se = sample.rake_se(scores)
    half = t_quantile(df) * se
    return {
        "estimate": mean, "se": se, "se_calibrate": sample.calibrate_se(scores), "low": mean - half,
        "high": mean + half, "n": n, "n_eff": float(total**2 / (counted**2).sum()), "df": df,
        "deff": _deff(se, counted, apart, n),
    }  # fmt: skip


def _df(sample: RakedSample, known: np.ndarray) -> int:
    psus = np.unique(sample.psu[known])
    return int(degrees_of_freedom(1, np.zeros_like(psus), psus, sample.design)[0])


def _deff(se: float, counted: np.ndarray, apart: np.ndarray, n: int) -> float:
    """The variance over that of a simple random sample of n out of as many people as the weights stand for."""
    people = counted.sum()
    if not people > n:
        return np.nan
    simple = (counted * apart**2).sum() / people / (n - 1) * (people - n) / people
    return float(se**2 / simple) if simple > 0 else np.nan
