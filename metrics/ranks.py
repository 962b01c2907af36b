"""Wilcoxon's signed-rank test, exact also where differences tie."""

from collections.abc import Sequence

import numpy as np
import pandas as pd


def wilcoxon(differences: Sequence[float]) -> float:
    """The two-sided p-value that differences are as often and as far above 0 as below it.

    Every pattern of signs is counted on the ranks at hand (midranks for ties), so it is exact at any
    size; made for less than about a hundred differences. None may be 0. Wilcoxon 1945; Pratt and Gibbons
    1981, chapter 3.
    """
    values = np.asarray(differences, dtype=float)
    twice = (2 * pd.Series(np.abs(values)).rank()).round().astype(int).to_numpy()  # midranks are halves
    ways = np.ones(1)
    for rank in twice:  # the number of sign patterns that give each sum of positive ranks
        ways = np.concatenate([ways, np.zeros(rank)]) + np.concatenate([np.zeros(rank), ways])
    observed = int(twice[values > 0].sum())
    tail = min(ways[: observed + 1].sum(), ways[observed:].sum()) / ways.sum()
    return min(1.0, 2 * float(tail))
