"""Raking: iterative proportional fitting of weights to the margins of a population.

Weights change by one factor for each combination of the margins' categories, so the fitting runs on
those combinations, whatever the number of respondents. Source: Deming and Stephan, Annals of Mathematical
Statistics 11 (1940); it stops by the criterion of R's `survey::rake`, and agrees with it to 1e-8.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

EPSILON = 1e-10  # of the sum of the weights: R's control = list(epsilon = 1e-10)
MOST_CYCLES = 1000
HELD = 1e-6  # how far from its population, relative to it, a margin may end


class RakingFault(ValueError):
    """The weights asked for can't be made: a sentence that says why and what to do."""


@dataclass(frozen=True)
class Margin:
    """A dimension and how many people of the population are in each of its categories.

    `codes` holds each row's position in `categories`. Totals are in any unit, the same for all margins.
    """

    name: str
    categories: tuple[str, ...]
    population: np.ndarray  # (categories,)
    codes: np.ndarray  # (rows,)

    def sums(self, values: np.ndarray) -> np.ndarray:
        """`values`, one a row, added up by category."""
        return np.bincount(self.codes, weights=values, minlength=len(self.categories))


@dataclass(frozen=True)
class Raked:
    """Weights in the order of the rows, and how many cycles over all margins they took."""

    weights: np.ndarray
    cycles: int


def rake(
    base: np.ndarray, margins: Sequence[Margin], people: np.ndarray | None = None,
    epsilon: float = EPSILON, most_cycles: int = MOST_CYCLES,
) -> Raked:
    """Weights that start from `base` and add up to the population of every margin.

    A row stands for `people` respondents (one each, where None). It has converged when no combination of
    categories changes by `epsilon` of the sum of `base` within a cycle (by `epsilon` itself from 1 up, as R).
    RakingFault where it does not within `most_cycles`, or where it comes to rest with a margin unmet.
    """
    check(margins, base)
    people = np.ones(len(base)) if people is None else people
    cells, of_row = np.unique(np.stack([margin.codes for margin in margins]), axis=1, return_inverse=True)
    start = np.bincount(of_row.ravel(), weights=people * base)
    targets = [(codes, margin.population) for codes, margin in zip(cells, margins, strict=True)]
    tolerance = epsilon * start.sum() if epsilon < 1 else epsilon
    weighted, cycles = _fit(start, targets, tolerance, most_cycles)
    _check_held(weighted, targets, margins)
    factors = np.divide(weighted, start, out=np.zeros_like(start), where=start > 0)
    return Raked(base * factors[of_row.ravel()], cycles)


def _fit(
    start: np.ndarray, targets: Sequence[tuple[np.ndarray, np.ndarray]], tolerance: float, most_cycles: int
) -> tuple[np.ndarray, int]:
    weighted = start
    for cycle in range(1, most_cycles + 1):
        before = weighted
        for codes, population in targets:
            weighted = weighted * (population / np.bincount(codes, weights=weighted, minlength=len(population)))[codes]
        change = np.abs(weighted - before).max()
        if change < tolerance:
            return weighted, cycle
    raise RakingFault(
        f"Raking has not converged after {most_cycles:,} cycles: the weighted count of one combination still changes "
        f"by {change:.3g}. Rake to fewer margins, or merge small categories (a higher minimum)."
    )


def check(margins: Sequence[Margin], base: np.ndarray) -> None:
    """RakingFault unless the margins describe one population and every category has someone with a weight."""
    if not margins:
        raise RakingFault("There is no margin to rake to.")
    if not (np.isfinite(base).all() and (base >= 0).all()):
        raise RakingFault("A weight to start from is missing or below zero.")
    for margin in margins:
        _check_margin(margin, margin.sums(base))
    totals = {margin.name: float(margin.population.sum()) for margin in margins}
    first, largest = min(totals.values()), max(totals.values())
    if largest - first > HELD * largest:
        told = ", ".join(f"{name} {total:,.6g}" for name, total in totals.items())
        raise RakingFault(
            f"The margins don't add up to the same number of people ({told}). Bring them to one total first."
        )


def _check_margin(margin: Margin, found: np.ndarray) -> None:
    wrong = [name for name, count in zip(margin.categories, margin.population, strict=True) if not count > 0]
    if wrong:
        raise RakingFault(
            f"The population of {margin.name} {', '.join(wrong)} is not above zero. Leave the category out, "
            "with the respondents in it, or correct its count."
        )
    empty = [name for name, count in zip(margin.categories, found, strict=True) if not count > 0]
    if empty:
        raise RakingFault(
            f"Nobody in the sample is in {margin.name} {', '.join(empty)}, so no weight can stand for "
            "them. Merge the category with another (a minimum does it), or leave the margin out."
        )


def _check_held(weighted: np.ndarray, targets: Sequence, margins: Sequence[Margin]) -> None:
    for margin, (codes, population) in zip(margins, targets, strict=True):
        found = np.bincount(codes, weights=weighted, minlength=len(population))
        apart = np.abs(found / population - 1)
        if apart.max() > HELD:
            worst = int(apart.argmax())
            raise RakingFault(
                f"The margins can't all be met in this sample: {margin.name} {margin.categories[worst]} comes to "
                f"{found[worst]:,.6g} of {population[worst]:,.6g}, because combinations of categories have nobody. "
                "Rake to fewer margins, or merge small categories (a higher minimum)."
            )
