"""Taylor linearisation of ratios of survey totals under strata and primary sampling units (PSUs).

A ratio's score in a PSU is (numerator − ratio × denominator) / total denominator; the variance is that of
the scores' sum under the design. Source: Wolter, Introduction to Variance Estimation (2007), chapter 6;
figures agree with R's `survey` package.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from metrics.estimation import variance as estimation
from metrics.estimation.design import Design as Layout

Key = tuple[str, str]  # stratum, PSU


@dataclass(frozen=True)
class Design:
    """The PSUs of a sample, sorted by stratum, whether or not anyone in a domain was found there."""

    keys: tuple[Key, ...]
    first: np.ndarray  # (strata,) position of each stratum's first PSU
    sizes: np.ndarray  # (strata,) PSUs per stratum
    unsampled: np.ndarray  # (strata,) 1 − sampling fraction; 1 where there is no finite population correction

    @property
    def has_lonely_strata(self) -> bool:
        """Whether a stratum has one PSU only, so that no variance can be seen within it."""
        return bool((self.sizes == 1).any())

    @cached_property
    def layout(self) -> Layout:
        """The same design by numbers."""
        strata = tuple(self.keys[at][0] for at in self.first)
        return Layout(strata, np.repeat(np.arange(len(strata)), self.sizes), self.sizes, self.unsampled)

    def positions(self) -> dict[Key, int]:
        return {key: position for position, key in enumerate(self.keys)}


def design_of(keys: Sequence[Key], population_psus: Mapping[str, float] | None = None) -> Design:
    """The design with these PSUs. `population_psus` by stratum asks for the finite population correction."""
    ordered = tuple(sorted(set(keys)))
    strata = np.array([stratum for stratum, _ in ordered], dtype=object)
    first = np.flatnonzero(np.r_[True, strata[1:] != strata[:-1]]) if len(ordered) else np.zeros(0, int)
    sizes = np.diff(np.r_[first, len(ordered)])
    unsampled = np.ones(len(first))
    if population_psus is not None:
        unsampled = np.array([1 - n / population_psus[s] for n, s in zip(sizes, strata[first], strict=True)])
    return Design(ordered, first, sizes, unsampled)


@dataclass(frozen=True)
class Linearised:
    """Ratios of one or more domains of one design: each array's first axis is the domain.

    An empty domain has value, se and df NaN and scores 0. A domain's df are its PSUs minus its strata,
    of those with someone in it.
    """

    value: np.ndarray
    se: np.ndarray
    df: np.ndarray
    scores: np.ndarray  # (domains, PSUs)
    present: np.ndarray  # (domains, PSUs) whether anyone of the domain is in the PSU


def linearised_ratio(
    numerator: np.ndarray, denominator: np.ndarray, present: np.ndarray, design: Design
) -> Linearised:
    """The ratio of weighted totals of each domain with its standard error and degrees of freedom.

    All three arrays are (domains, PSUs) in the order of `design.keys`, zeros where the domain has nobody.
    """
    totals = denominator.sum(axis=1)
    empty = totals == 0
    divisor = np.where(empty, 1.0, totals)
    value = np.where(empty, np.nan, numerator.sum(axis=1) / divisor)
    scores = (numerator - np.where(empty, 0.0, value)[:, None] * denominator) / divisor[:, None]
    se = np.where(empty, np.nan, np.sqrt(variance(scores, design)))
    return Linearised(value, se, degrees_of_freedom(present, design), scores, present)


def variance(scores: np.ndarray, design: Design) -> np.ndarray:
    """The variance of each row's sum of scores (rows, PSUs) under the design.

    A stratum with one PSU is centred at the grand mean, which is 0 for scores (R: lonely.psu="adjust").
    """
    rows, psus = scores.shape
    at, psu = np.repeat(np.arange(rows), psus), np.tile(np.arange(psus), rows)
    return estimation.variances(estimation.Scores(rows, at, psu, scores.ravel()), design.layout)


def degrees_of_freedom(present: np.ndarray, design: Design) -> np.ndarray:
    """PSUs minus strata of those present in each row (rows, PSUs); NaN where none is."""
    at, psu = np.nonzero(present)
    df = estimation.degrees_of_freedom(len(present), at, psu, design.layout)
    return np.where(present.any(axis=1), df.astype(float), np.nan)


def pooled(earlier: Design, later: Design) -> tuple[Design, np.ndarray, np.ndarray]:
    """One design holding two samples, and where each sample's PSUs are in it.

    Samples that share a stratum's PSU are not independent: their PSUs are laid on each other, which is
    what gives the covariance. Samples that share none keep their own strata.
    """
    shared = set(earlier.keys) & set(later.keys)
    names = [earlier.keys, later.keys]
    if not shared:
        names = [tuple((f"{n}:{stratum}", psu) for stratum, psu in keys) for n, keys in enumerate(names)]
    both = design_of([*names[0], *names[1]])
    at = both.positions()
    first, second = (np.array([at[key] for key in keys], dtype=int) for keys in names)
    return both, first, second
