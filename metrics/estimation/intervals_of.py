"""Which 95 % interval an estimate gets, and how shares, nets and indices are put on 0 to 1 for it.

The default of whatever has two ends (shares, nets, indices) is Wilson's on the effective base; it never leaves
them and has a width at both. Everything else has Student's t.
"""

import numpy as np

from metrics.estimation.bounds import NO_SPREAD, NO_VARIANCE, Bounds, korn_graubard, logit, student, wilson
from metrics.estimation.levels import Levels
from metrics.estimation.scoring import SHARE, Question, QuestionFault

T, LOGIT, BETA, WILSON = "t", "logit", "beta", "wilson"
KINDS = (LOGIT, BETA, WILSON, T)


def interval_of(levels: Levels, question: Question, kind: str = "") -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(cells,) low, high and the kind of interval made.

    Where a share is 0 or 1, or shows no variance, logit, beta and t have no answer or one without a width:
    Wilson's stands in and is named.
    """
    if question.bounds is None:
        if kind not in ("", T):
            raise QuestionFault(f"A {kind} interval is for shares and nets; a {question.statistic} has t.")
        return *student(levels.value, levels.se, levels.df), np.full(len(levels.value), T, dtype=object)
    share, se, (low, high) = on_unit(levels, question.bounds)
    kinds = np.full(len(share), kind or WILSON, dtype=object)
    # Only a share can't be known better than from n people's yes or no; a net's or an index's answers spread less.
    most = levels.n if question.statistic == SHARE else np.inf
    default = wilson(share, effective_base(share, se, levels), levels.df, most)
    bounds = default if kind in ("", WILSON) else _asked(kind, share, se, levels)
    stands_in = no_spread(share, se)
    kinds[stands_in] = WILSON
    ends = (low + (high - low) * np.where(stands_in, usual, asked)
            for usual, asked in zip(default, bounds, strict=True))  # fmt: skip
    return *ends, kinds


def on_unit(levels: Levels, bounds: tuple[float, float]) -> tuple[np.ndarray, np.ndarray, tuple[float, float]]:
    """Value and standard error of what lies between two bounds, as if it were a share, and the bounds."""
    width = bounds[1] - bounds[0]
    return (levels.value - bounds[0]) / width, levels.se / width, bounds


def no_spread(share: np.ndarray, se: np.ndarray) -> np.ndarray:
    """Whether a share is 0 or 1, or its linearised variance is nothing but rounding."""
    spread = share * (1 - share)
    return (spread <= NO_SPREAD) | (se**2 <= NO_VARIANCE * spread)


def effective_base(share: np.ndarray, se: np.ndarray, levels: Levels) -> np.ndarray:
    """The simple random sample as precise as this one: p(1 − p) / SE²; Kish's where the share shows no spread."""
    flat = no_spread(share, se)
    base = np.where(flat, np.nan, share * (1 - share)) / np.where(flat, 1.0, se) ** 2
    return np.where(flat, levels.n_eff, base)


def _asked(kind: str, share: np.ndarray, se: np.ndarray, levels: Levels) -> Bounds:
    if kind == T:
        return student(share, se, levels.df)
    if kind == LOGIT:
        return logit(share, se, levels.df)
    if kind == BETA:
        return korn_graubard(share, se, levels.df, levels.rows)
    raise QuestionFault(f"There is no interval {kind}; there are {', '.join(KINDS)}.")
