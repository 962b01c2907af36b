"""Differences between cells and between waves, with the covariance that shared people and PSUs give."""

from dataclasses import dataclass

import numpy as np

from metrics.estimation.levels import Levels
from metrics.estimation.variance import Scores, degrees_of_freedom, variances
from metrics.intervals import t_quantile, t_tails

NO_VARIANCE = 1e-12


@dataclass(frozen=True)
class Term:
    """One level in a contrast: `times` the value of the cell `at` of `levels`."""

    levels: Levels
    at: int
    times: float


@dataclass(frozen=True)
class Contrast:
    """A weighted sum of levels; low, high and p (two-sided, of no difference) are NaN where se is 0."""

    value: float
    se: float
    df: float
    low: float
    high: float
    p: float


def contrast(*terms: Term) -> Contrast:
    """The weighted sum of levels of one sample, with Student's t interval.

    Scores are added up PSU by PSU, so people in both of two overlapping groups and PSUs sampled in two waves
    count with their covariance. df are PSUs minus strata of those in which any of the groups answered.
    R: svycontrast(svyby(…, covmat=TRUE), …) with confint(…, df=degf(design)).
    """
    design, lonely = terms[0].levels.design, terms[0].levels.lonely
    picked = [(term, term.levels.scores.at == term.at) for term in terms]
    psu = np.concatenate([term.levels.scores.psu[mine] for term, mine in picked])
    scores = np.concatenate([term.times * term.levels.scores.value[mine] for term, mine in picked])
    met, place = np.unique(psu, return_inverse=True)
    none = np.zeros(len(met), dtype=int)
    summed = Scores(1, none, met, np.bincount(place, scores, len(met)))
    se = float(np.sqrt(variances(summed, design, lonely)[0]))
    df = float(degrees_of_freedom(1, none, met, design)[0])
    value = float(sum(term.times * term.levels.value[term.at] for term in terms))
    if df < 1 or not se > NO_VARIANCE * max(abs(value), 1e-300):
        return Contrast(value, se, df, np.nan, np.nan, np.nan)
    half = t_quantile(df) * se
    return Contrast(value, se, df, value - half, value + half, t_tails(value / se, df))


def difference(levels: Levels, at: int, against: Levels, other: int) -> Contrast:
    """The cell `at` of `levels` minus the cell `other` of `against`, both of one sample.

    Serves two waves, two groups, a group against everyone (an area against its county), and groups that
    overlap.
    """
    return contrast(Term(levels, at, 1.0), Term(against, other, -1.0))
