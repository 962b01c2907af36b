"""The variance of a total of scores under strata and PSUs, and its degrees of freedom.

A score is a PSU's share in an estimate's error, after Taylor linearisation: Wolter, Introduction to Variance
Estimation (2007), chapter 6. PSUs with nobody of a domain count with the score 0. What is done with strata of
one PSU follows the options of R's `survey` 4.1-1 (survey.lonely.psu, survey.adjust.domain.lonely).
"""

from dataclasses import dataclass

import numpy as np

from metrics.estimation.design import Design, DesignFault, lonely_strata

ADJUST, AVERAGE, CERTAINTY, FAIL = "adjust", "average", "certainty", "fail"
SETTINGS = (ADJUST, AVERAGE, CERTAINTY, FAIL)
WHAT_IS_DONE = {
    ADJUST: "its score was measured from 0, the mean over all PSUs (lonely: adjust)",
    AVERAGE: "it was given the mean variance of the other strata (lonely: average)",
    CERTAINTY: "it was left out of the variance (lonely: certainty)",
}


@dataclass(frozen=True)
class Lonely:
    """What is done with a stratum that has one PSU; `in_domains`: also where only one has the domain in it."""

    setting: str = ADJUST
    in_domains: bool = False


ADJUSTED = Lonely()


@dataclass(frozen=True)
class Scores:
    """The scores of several estimates. Entries rise by estimate, then PSU; what is not listed is 0."""

    estimates: int
    at: np.ndarray  # (entries,) which estimate
    psu: np.ndarray  # (entries,)
    value: np.ndarray  # (entries,)


def variances(scores: Scores, design: Design, lonely: Lonely = ADJUSTED) -> np.ndarray:
    """(estimates,) the variance of each estimate; 0 where it has no entries.

    Raises DesignFault at a stratum with a single PSU where the setting is fail.
    """
    return covariances(scores, scores.value, design, lonely)


def covariances(scores: Scores, others: np.ndarray, design: Design, lonely: Lonely = ADJUSTED) -> np.ndarray:
    """(estimates,) the covariance of each estimate with the one whose scores at the same entries are `others`."""
    blocks = _Blocks(scores, design, lonely)
    one, other = blocks.centres(scores.value), blocks.centres(others)
    products = (scores.value - one[blocks.of]) * (others - other[blocks.of])
    squares = np.bincount(blocks.of, products, len(blocks.first)) + (blocks.sizes - blocks.seen) * one * other
    return blocks.add(squares * blocks.factor)


class _Blocks:
    """The entries of one estimate in one stratum, as a block."""

    def __init__(self, scores: Scores, design: Design, lonely: Lonely) -> None:
        stratum = design.stratum[scores.psu]
        changes = (np.diff(scores.at) != 0) | (np.diff(stratum) != 0)
        self.first = np.flatnonzero(np.concatenate([[True], changes])) if len(stratum) else np.zeros(0, int)
        self.of = np.repeat(np.arange(len(self.first)), np.diff(np.append(self.first, len(stratum))))
        self.seen = np.diff(np.append(self.first, len(stratum)))
        self.estimates, self._estimate = scores.estimates, scores.at[self.first]
        at = stratum[self.first]
        self.sizes, alone = design.sizes[at], lonely_strata(design)[at]
        if lonely.setting == FAIL and alone.any():
            raise DesignFault(f"Stratum {design.strata[at[alone][0]]} has only one PSU, so its variance can't be told.")
        only_one = alone | ((self.seen == 1) & (self.sizes > 1) & lonely.in_domains)
        self._uncentred = only_one & (lonely.setting == ADJUST)
        self._unknown = only_one & (lonely.setting == AVERAGE)
        self.factor = design.unsampled[at] * np.where(self.sizes > 1, self.sizes / np.maximum(self.sizes - 1, 1), 1.0)

    def centres(self, values: np.ndarray) -> np.ndarray:
        """(blocks,) what scores are measured from: their mean over all the stratum's PSUs, or 0."""
        means = np.bincount(self.of, values, len(self.first)) / self.sizes
        return np.where(self._uncentred, 0.0, means)

    def add(self, parts: np.ndarray) -> np.ndarray:
        """(estimates,) the sum over strata, those of unknown variance counted as the mean of the others."""
        known = ~self._unknown
        total = np.bincount(self._estimate, np.where(known, parts, 0.0), self.estimates)
        if known.all():
            return total
        with np.errstate(invalid="ignore", divide="ignore"):
            strata, ok = (np.bincount(self._estimate, weights, self.estimates) for weights in (None, known))
            return np.where(strata > 0, total * strata / ok, 0.0)


def degrees_of_freedom(estimates: int, at: np.ndarray, psu: np.ndarray, design: Design) -> np.ndarray:
    """(estimates,) PSUs minus strata of those listed, entries rising by estimate, then PSU; 0 for none."""
    stratum = design.stratum[psu]
    new = np.concatenate([[True], (np.diff(at) != 0) | (np.diff(stratum) != 0)])[: len(at)]
    return np.bincount(at, minlength=estimates) - np.bincount(at[new], minlength=estimates)
