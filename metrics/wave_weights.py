"""The weights of a survey wave, by cells of people alike: made from the population, or reported as they came."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from metrics.margins import merging, open_margin, regrouped
from metrics.raking import Margin
from metrics.weights import Bounds, WeightReport, design_weights, make_weights, report_of

DISTRICT = "district"


@dataclass(frozen=True)
class Population:
    """Adults by district, and of these districts together by trait: {"age": {"18-24": 95000.0, …}, "sex": …}."""

    districts: Mapping[str, float]
    traits: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Recipe:
    """Categories with fewer respondents than `minimum` are merged; weights are trimmed to `bounds`."""

    minimum: float
    bounds: Bounds


def alike(people: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """People who are the same in every column, together: the cells, with column n, and each person's place in them.

    A trait that isn't told is "", as the cells of `made_weights` have it.
    """
    told = people.fillna({name: "" for name in people if people[name].dtype == object})
    groups = told.groupby(list(told), sort=True, dropna=False)
    return groups.size().rename("n").reset_index(), groups.ngroup().to_numpy()


def made_weights(cells: pd.DataFrame, population: Population, recipe: Recipe) -> tuple[np.ndarray, WeightReport]:
    """Design weights raked to district and traits, one a cell, with a mean of 1 over respondents.

    `cells` has columns district, a column for each trait (empty where not told), and n, the respondents.
    A trait is left out where the sample has a category that the population doesn't. The report's shares
    before are of respondents as they came. ValueError for a district without population, RakingFault where
    raking fails.
    """
    people = cells["n"].to_numpy(float)
    design = design_weights(cells.groupby(DISTRICT)["n"].sum().to_dict(), population.districts)
    base = cells[DISTRICT].map(design).to_numpy(float)
    margins = [*_margins(cells, people * base, people, population, recipe.minimum)]
    if not margins:
        return base, report_of(base, people, (), np.ones(len(base)))
    made = make_weights(base, margins, people, recipe.bounds)
    as_made = made.report
    report = report_of(
        made.weights, people, margins, np.ones(len(base)), recipe.bounds, as_made.iterations, as_made.bounds_held
    )
    return made.weights, report


def supplied_report(cells: pd.DataFrame, population: Population) -> WeightReport:
    """The report of the weights that came with the file, in column `weight` of the cells, against the population."""
    people, weights = cells["n"].to_numpy(float), cells["weight"].to_numpy(float)
    known = cells[DISTRICT].isin(list(population.districts)).all()
    margins = _margins(cells, people * weights, people, population, minimum=0) if known else []
    return report_of(weights, people, margins, np.ones(len(weights)))


def raked_to(report: WeightReport) -> tuple[str, ...]:
    """The names of a report's margins."""
    return tuple(dict.fromkeys(line.margin for line in report.margins))


def _margins(
    cells: pd.DataFrame, weighted: np.ndarray, people: np.ndarray, population: Population, minimum: float
) -> list[Margin]:
    """District and the traits that the population knows and the sample told, small categories merged."""
    met = cells[DISTRICT].unique()
    districts = {area: people for area, people in population.districts.items() if area in met}
    margins = []
    for name, counts in {DISTRICT: districts, **population.traits}.items():
        told = set(cells[name]) - {""}
        if told and told <= set(counts):
            margins.append(_margin(name, cells[name], counts, weighted, people, minimum))
    return [margin for margin in margins if margin is not None]


def _margin(
    name: str, labels: pd.Series, counts: Mapping[str, float], weighted: np.ndarray, people: np.ndarray, minimum: float
) -> Margin | None:
    """None where merging leaves one category, which says nothing."""
    achieved = pd.Series(people).groupby(labels.to_numpy()).sum()
    merged = merging({each: float(achieved.get(each, 0)) for each in counts}, minimum)
    population = regrouped(counts, merged)
    if len(population) < 2:
        return None
    return open_margin(name, labels.map(lambda label: merged.get(label, label)), population, weighted)
