"""Many comparisons at once: p-values adjusted so that few of the marked ones are flukes."""

from collections.abc import Sequence

import numpy as np

FALSE_DISCOVERIES = 0.05  # the share of marked comparisons that may be flukes


def benjamini_hochberg(p_values: Sequence[float]) -> np.ndarray:
    """Each p-value adjusted for its family, in the order given; NaN stays NaN and is not of the family.

    The k-th smallest of m becomes the least of m/j × p(j) for j from k on, at most 1: R's
    p.adjust(p, "BH"). Source: Benjamini and Hochberg (1995).
    """
    given = np.asarray(p_values, dtype=float)
    adjusted = np.full(given.shape, np.nan)
    known = np.flatnonzero(~np.isnan(given))
    largest_first = known[np.argsort(-given[known], kind="stable")]
    m = len(known)
    scaled = given[largest_first] * m / np.arange(m, 0, -1)
    adjusted[largest_first] = np.minimum(np.minimum.accumulate(scaled), 1.0)
    return adjusted
