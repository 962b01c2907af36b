"""The categories a sample is raked to: margins made from labels, and small categories merged beforehand."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from metrics.raking import Margin, RakingFault

JOINED = " + "
Counts = Mapping[str, float]


def strict_margin(name: str, labels: Sequence[str], population: Counts) -> Margin:
    """A margin whose population lists every category of the sample; RakingFault where it doesn't."""
    codes = pd.Index(list(population)).get_indexer(pd.Index(labels))
    if (codes < 0).any():
        unlisted = sorted({str(label) for label in np.asarray(labels, dtype=object)[codes < 0]})
        raise RakingFault(
            f"The population of {name} has no category {', '.join(unlisted)}, which {name} holds in the sample. "
            f"It has {', '.join(population)}."
        )
    return Margin(name, tuple(population), np.array(list(population.values()), dtype=float), codes)


def open_margin(name: str, labels: Sequence[str], population: Counts, weighted: np.ndarray) -> Margin:
    """A margin that leaves people outside the population's categories the share they have.

    Whoever didn't state an age, or answered what the population isn't counted by, keeps the share of
    `weighted` (one a row, people times weight): the categories of `population` divide what is left, in
    their proportions. The totals add up to the sum of `weighted`.
    """
    shares = pd.Series(weighted, dtype=float).groupby(pd.Index(labels), sort=False).sum()
    outside = {label: share for label, share in shares.items() if label not in population}
    inside = (float(shares.sum()) - sum(outside.values())) / sum(population.values())
    return strict_margin(name, labels, {**{each: inside * count for each, count in population.items()}, **outside})


def merging(counts: Counts, minimum: float) -> dict[str, str]:
    """The category each category is weighted in, once those with fewer than `minimum` are merged.

    `counts` has the respondents of each. Bands of a number, such as ages, merge with the smaller of their
    neighbours; other categories, the smallest first, with the next smallest. A merged category is named
    by all it is made of.
    """
    starts = {name: _starts_at(name) for name in counts}
    bands = None not in starts.values()
    parts = [(name,) for name in (sorted(counts, key=starts.__getitem__) if bands else counts)]
    sizes = [counts[name] for (name,) in parts]
    while len(parts) > 1 and min(sizes) < minimum:
        smallest = sizes.index(min(sizes))
        others = (smallest - 1, smallest + 1) if bands else range(len(parts))
        beside = min((at for at in others if at in range(len(parts)) and at != smallest), key=sizes.__getitem__)
        first, second = sorted((smallest, beside))
        parts[first] += parts.pop(second)
        sizes[first] += sizes.pop(second)
    return {name: JOINED.join(together) for together in parts for name in together}


def regrouped(counts: Counts, merged: Mapping[str, str]) -> dict[str, float]:
    """The counts of merged categories, in the order in which they are first met."""
    found: dict[str, float] = {}
    for name, count in counts.items():
        found[merged[name]] = found.get(merged[name], 0.0) + count
    return found


def _starts_at(category: str) -> int | None:
    """Where a band such as 18-24 or 75+ begins; None for anything else."""
    start = category.rstrip("+").split("-")[0].strip()
    return int(start) if start.isdecimal() else None
