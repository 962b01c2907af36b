"""Weights of a survey: by design, raked to the population, trimmed, and reported.

The recipe: a design weight for each area (people / respondents), raked to margins of the population, trimmed to
bounds around the mean and raked again until both hold. Raking agrees with R's `survey::rake`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from metrics.raking import EPSILON, MOST_CYCLES, Margin, RakingFault, rake

MOST_TRIMS = 200
HELD = 1e-9  # relative to the mean: how far beyond a bound a weight may stay
AT_BOUND = 1e-6  # relative to the mean: how near to a bound a weight counts as trimmed


@dataclass(frozen=True)
class Bounds:
    """The lowest and the highest weight, as multiples of the mean weight."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low < 1 < self.high:
            raise RakingFault(f"Bounds of {self.low:g} and {self.high:g} times the mean must lie on either side of 1.")


@dataclass(frozen=True)
class MarginLine:
    """One category of a margin: shares in per cent, of the population and of the sample before and after."""

    margin: str
    category: str
    population: float
    before: float
    after: float


@dataclass(frozen=True)
class WeightReport:
    """What weighting did. `n_eff` is Kish's (Σw)² / Σw², `deff` n / n_eff; shares of people run 0 to 1.

    `minimum` and `maximum` are in times the mean weight. `bounds_held` is False where no weights within
    the bounds meet the margins: they are then met, and the extremes lie beyond the bounds.
    """

    n: int
    n_eff: float
    deff: float
    minimum: float
    maximum: float
    trimmed_share: float
    iterations: int
    converged: bool
    bounds_held: bool
    margins: tuple[MarginLine, ...]

    def as_dict(self) -> dict:
        return asdict(self) | {"margins": [asdict(line) for line in self.margins]}


@dataclass(frozen=True)
class Weighted:
    """Weights in the order of the rows, and their report."""

    weights: np.ndarray
    report: WeightReport


def design_weights(achieved: Mapping[str, float], population: Mapping[str, float]) -> dict[str, float]:
    """The weight of each area's respondents: people / respondents, scaled so that its mean over respondents is 1.

    ValueError names the areas without population.
    """
    unknown = sorted(area for area in achieved if not population.get(area))
    if unknown:
        raise ValueError(
            f"no population for {', '.join(unknown)}: publish a population file with these areas, "
            "or give every respondent a weight."
        )
    scale = sum(achieved.values()) / sum(population[area] for area in achieved)
    return {area: scale * population[area] / count for area, count in achieved.items()}


def make_weights(
    base: np.ndarray, margins: Sequence[Margin], people: np.ndarray | None = None, bounds: Bounds | None = None,
    epsilon: float = EPSILON, most_cycles: int = MOST_CYCLES,
) -> Weighted:
    """`base` raked to the margins and, where bounds are given, trimmed to them and raked again.

    A row stands for `people` respondents of that weight (one each, where None). Trimming and raking take
    turns until the weights meet both; where they can't, the margins have the last word and the report
    says so. RakingFault as `metrics.raking.rake`.
    """
    people = np.ones(len(base)) if people is None else people
    raked = rake(base, margins, people, epsilon, most_cycles)
    weights, cycles, held = raked.weights, raked.cycles, True
    if bounds is not None:
        for _ in range(MOST_TRIMS):
            clipped = np.clip(weights, *_limits(weights, people, bounds))
            held = bool(np.abs(clipped - weights).max() <= HELD * _mean(weights, people))
            if held:
                break
            raked = rake(clipped, margins, people, epsilon, most_cycles)
            weights, cycles = raked.weights, cycles + raked.cycles
    return Weighted(weights, report_of(weights, people, margins, base, bounds, cycles, held))


def report_of(
    weights: np.ndarray, people: np.ndarray, margins: Sequence[Margin], before: np.ndarray,
    bounds: Bounds | None = None, iterations: int = 0, bounds_held: bool = True,
) -> WeightReport:
    """The report of any weights, made here or supplied, against the margins of the population."""
    n, total = float(people.sum()), float((people * weights).sum())
    effective, mean = total**2 / float((people * weights**2).sum()), _mean(weights, people)
    return WeightReport(
        n=int(n), n_eff=effective, deff=n / effective,
        minimum=float(weights.min()) / mean, maximum=float(weights.max()) / mean,
        trimmed_share=_trimmed(weights, people, bounds), iterations=iterations, converged=True,
        bounds_held=bounds_held,
        margins=tuple(line for margin in margins for line in _lines(margin, people * before, people * weights)),
    )


def _lines(margin: Margin, before: np.ndarray, after: np.ndarray) -> list[MarginLine]:
    shares = [100 * each / each.sum() for each in (margin.population, margin.sums(before), margin.sums(after))]
    lines = zip(margin.categories, *(each.tolist() for each in shares), strict=True)
    return [MarginLine(margin.name, *line) for line in lines]


def _trimmed(weights: np.ndarray, people: np.ndarray, bounds: Bounds | None) -> float:
    if bounds is None:
        return 0.0
    low, high = _limits(weights, people, bounds)
    slack = AT_BOUND * _mean(weights, people)
    return float(people[(weights <= low + slack) | (weights >= high - slack)].sum() / people.sum())


def _limits(weights: np.ndarray, people: np.ndarray, bounds: Bounds) -> tuple[float, float]:
    mean = _mean(weights, people)
    return bounds.low * mean, bounds.high * mean


def _mean(weights: np.ndarray, people: np.ndarray) -> float:
    return float((people * weights).sum() / people.sum())
