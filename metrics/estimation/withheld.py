"""When there is nothing to say: what R answers with 0 ± 0, or with an interval of no width."""

import numpy as np

from metrics.estimation.levels import Levels
from metrics.estimation.scoring import TOTAL, Question

NOBODY = "Nobody answered."
ONE_PERSON = "One person answered."
ONE_POINT = "All answers come from one sampling point, so their uncertainty can't be told."


def why_withheld(levels: Levels, question: Question) -> np.ndarray:
    """(cells,) the reason why a cell has no figure, "" where it has one.

    A total of one sampling point has a spread, that of the points left empty; but not where it is the only
    one of the sample.
    """
    reasons = np.full(len(levels.n), "", dtype=object)
    lone_point = (levels.points == 1) & ((question.statistic != TOTAL) | (levels.design.psus == 1))
    reasons[lone_point | np.isnan(levels.value)] = ONE_POINT
    reasons[levels.n == 1] = ONE_PERSON
    reasons[levels.n == 0] = NOBODY
    return reasons
