"""From avoided cases to those that are the programme's own: what is taken off before anything is priced."""

from dataclasses import dataclass

import numpy as np

from metrics.worth.draws import between, from_quantiles, uniforms
from metrics.worth.types import Avoided, Terms

# name of the factor -> the step's name. Shares that are lost, the share that is ours, what fades.
LOST = {
    "deadweight": "Would have happened anyway", "displacement": "Moved elsewhere", "leakage": "Fell outside the area",
}  # fmt: skip
OURS = {"attribution": "Other people’s work"}
FADES = {"drop_off": "Effect that fades"}
FACTORS = (*LOST, *OURS, *FADES)


@dataclass(frozen=True, slots=True)
class Stage:
    """The cases left after a step: one row a draw, one column a year."""

    id: str
    name: str
    left: np.ndarray
    why: str
    applied: bool = True


def stages(avoided: Avoided, terms: Terms) -> list[Stage]:
    """Avoided cases, then what is left after each factor. A factor the figure holds already is not applied."""
    found = [Stage("avoided", "Avoided cases, priced", _by_year(avoided, terms),
                   "The cases that did not come, against what would have come; priced at the unit cost.")]
    for name, words in {**LOST, **OURS, **FADES}.items():
        left = found[-1].left
        if name in avoided.holds:
            found.append(Stage(name, words, left, f"In the figure already, not taken off twice: {avoided.holds[name]}",
                               False))
            continue
        factor = terms.factor(name, avoided.service)
        drawn = between(factor.low, factor.central, factor.high, uniforms(terms.seed, name, terms.draws))
        found.append(Stage(name, words, left * _kept(name, drawn, avoided), _why(factor)))
    return found


def without_factor(avoided: Avoided, terms: Terms) -> list[str]:
    """The factors the chain needs for this service and nobody has set."""
    needed = [name for name in FACTORS if name not in avoided.holds]
    return [name for name in needed if terms.factor(name, avoided.service) is None]


def _by_year(avoided: Avoided, terms: Terms) -> np.ndarray:
    """Draws of the total, split by year: what a draw differs from the central total is spread evenly by months."""
    at = uniforms(terms.seed, f"avoided {avoided.service}", terms.draws)
    central = np.array([year.cases for year in avoided.years])
    months = np.array([year.months for year in avoided.years]) / avoided.months
    total = from_quantiles(avoided.levels, avoided.quantiles, at)
    return central + (total - total[0])[:, None] * months


def _kept(name: str, drawn: np.ndarray, avoided: Avoided) -> np.ndarray:
    """What a factor leaves of the cases of each year."""
    if name in LOST:
        return (1 - drawn)[:, None]
    if name in OURS:
        return drawn[:, None]
    first = avoided.years[0].number
    return (1 - drawn)[:, None] ** np.array([year.number - first for year in avoided.years])


def _why(factor) -> str:
    said = {"attribution": "The programme’s own share is taken as {0} ({1} to {2})."}
    words = said.get(factor.name, "{0} ({1} to {2}) is taken off.")
    if factor.name == "drop_off":
        words = "{0} ({1} to {2}) is taken off for each year after the first."
    share = words.format(*(f"{100 * end:g}%" for end in (factor.central, factor.low, factor.high)))
    return f"{share} {factor.source}. Status: {factor.status}."
