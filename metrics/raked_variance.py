"""Standard errors after raking: margins known for the population take their share of the variance away.

A statistic's scores are replaced by what the margins do not explain of them, then linearised as ever. Two ways
are in use, and R's `survey` has both; they differ where the weights to start from differ:

* `rake` projects on each margin in turn, unweighted, ten times round (R: `rake`, then `svymean`);
* `calibrate` takes residuals of one regression on all margins, weighted by the weights before raking
  (R: `calibrate(calfun = "raking")`; Deville and Särndal, JASA 87 (1992)).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from metrics.estimation.design import Design
from metrics.estimation.variance import Scores, variances
from metrics.raking import Margin

ROUNDS = 10  # as R


@dataclass(frozen=True)
class RakedSample:
    """A sample with its raked weights: `base` are those before, `psu` each row's PSU number in the design."""

    weights: np.ndarray
    base: np.ndarray
    margins: Sequence[Margin]
    design: Design
    psu: np.ndarray

    def rake_se(self, scores: np.ndarray) -> float:
        """The standard error of the sum of weighted `scores` (rows,), by projection on each margin in turn.

        Rows of weight 0 count for nothing.
        """
        counted = (self.weights > 0).astype(float)
        people = [np.maximum(margin.sums(counted), 1.0) for margin in self.margins]
        left = self._unweighted(scores)
        for _ in range(ROUNDS):
            for margin, count in zip(self.margins, people, strict=True):
                left = (left - (margin.sums(left) / count)[margin.codes]) * counted
        return self._standard_error(left)

    def calibrate_se(self, scores: np.ndarray) -> float:
        """The same by residuals of one regression on all margins, weighted by `base`."""
        left = self._unweighted(scores)
        cells, of_row = np.unique(np.stack([each.codes for each in self.margins]), axis=1, return_inverse=True)
        of_row = of_row.ravel()
        people = np.bincount(of_row, weights=self.base)
        means = np.bincount(of_row, weights=self.base * left) / np.where(people > 0, people, 1.0)
        dummies = np.hstack(
            [np.eye(len(margin.categories))[codes] for codes, margin in zip(cells, self.margins, strict=True)]
        )
        root = np.sqrt(people)
        fitted = dummies @ np.linalg.lstsq(dummies * root[:, None], means * root, rcond=None)[0]
        return self._standard_error(left - fitted[of_row])

    def _unweighted(self, scores: np.ndarray) -> np.ndarray:
        return np.divide(scores, self.weights, out=np.zeros_like(scores), where=self.weights > 0)

    def _standard_error(self, residuals: np.ndarray) -> float:
        every = np.arange(self.design.psus)
        sums = np.bincount(self.psu, weights=residuals * self.weights, minlength=len(every))
        return float(np.sqrt(variances(Scores(1, np.zeros_like(every), every, sums), self.design)[0]))
