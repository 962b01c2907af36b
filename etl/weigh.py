"""Weighting survey waves at publication: their own weights where they came with some, else made from the population."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Row

from data import reads, writes
from data.framework import Framework
from data.reads.sums import column_of
from metrics.raking import RakingFault
from metrics.wave_weights import Population, Recipe, alike, made_weights, raked_to, supplied_report
from metrics.weights import Bounds, WeightReport

DESIGN, RAKED, SUPPLIED = "design", "raked", "supplied"
BY_DESIGN = "people in the area / respondents in the area"
AS_THEY_CAME = "as they came with the file"
NAMES = {"district": "district", "age": "age", "sex": "sex", "ethnicity": "ethnic group", "tenure": "tenure"}


class WeighingFault(ValueError):
    """A wave can't be weighted or told from another: a sentence that names it, says why and what to do."""


def weigh_waves(connection: Connection, framework: Framework) -> None:
    """Give each newly live citizen wave its weights and its stratum by sampling-point sums.

    A wave weighted by design alone, for want of ages and sexes in the population, is raked once they are there.
    Summed are the questions that the framework's indicators ask, when they ask them: a wave has many more.
    """
    asked = {question for each in framework.indicators for question in each.formula.questions}
    waves = reads.waves_to_weigh(connection)
    told_apart(waves)
    for wave in waves:
        population = None if wave.weighted in (RAKED, SUPPLIED) else _population(connection, wave)
        if population is None or (wave.weighted == DESIGN and not population.traits):
            writes.sum_further(connection, wave.id, asked)
            continue
        set_id, people = _weigh(connection, wave, population, recipe(framework))
        writes.compute_wave_sums(connection, wave.id, set_id, people, asked)


def told_apart(waves: Sequence[Row]) -> None:
    """Raises WeighingFault for two waves of the same fieldwork days and mode: their figures would be one figure."""
    seen: dict[tuple, str] = {}
    for wave in waves:
        mode = wave.modes[0] if len(wave.modes) == 1 else "several modes"
        days = (wave.fieldwork_start, wave.fieldwork_end)
        other = seen.setdefault((*days, mode), wave.wave)
        if other != wave.wave:
            raise WeighingFault(
                f"Waves {other} and {wave.wave} of the citizen survey were both asked from {days[0]:%d/%m/%Y} to "
                f"{days[1]:%d/%m/%Y} ({mode}), so their figures can't be told apart. If it is one wave, give both "
                "files the same wave name; if not, check the dates of the interviews."
            )


def recipe(framework: Framework) -> Recipe:
    """How weights are made, from the framework's thresholds."""
    low, high = framework.threshold("weight_trim_low"), framework.threshold("weight_trim_high")
    return Recipe(framework.threshold("weight_cell_min"), Bounds(low, high))


def _weigh(connection: Connection, wave: Row, population: Population, recipe: Recipe) -> tuple[int, pd.DataFrame]:
    """The weight set made for a wave, and its respondents with their weights."""
    people = reads.people_of_wave(connection, wave.id)
    try:
        weight, name, said, report = _weighted(wave, people, population, recipe)
    except ValueError as fault:
        raise WeighingFault(f"Wave {wave.wave} of the citizen survey can't be weighted: {fault}") from fault
    weighed = people.assign(weight=weight)
    return writes.save_weights(connection, wave.id, name, said, report.as_dict(), weighed), weighed


def _weighted(
    wave: Row, people: pd.DataFrame, population: Population, recipe: Recipe
) -> tuple[np.ndarray, str, str, WeightReport]:
    """Each respondent's weight, the name of the set, how it was made, and its report."""
    if people.empty:
        raise RakingFault("it has no respondents.")
    traits = {column_of(name): name for name in ("district", *population.traits)}
    told = people[[*traits, "supplied_weight"]].rename(columns=traits)
    if wave.choice == SUPPLIED and told["supplied_weight"].notna().all():
        cells, _ = alike(told.rename(columns={"supplied_weight": "weight"}))
        return told["supplied_weight"].to_numpy(), SUPPLIED, AS_THEY_CAME, supplied_report(cells, population)
    cells, cell = alike(told.drop(columns="supplied_weight"))
    weights, report = made_weights(cells, population, recipe)
    name = RAKED if set(raked_to(report)) - {"district"} else DESIGN
    return weights[cell], name, method(report, recipe), report


def _population(connection: Connection, wave: Row) -> Population:
    """Adults of the districts met in the wave, of the newest figures not after its fieldwork."""
    on, met = wave.fieldwork_end, reads.districts_met(connection, wave.id)
    districts = {area: people for area, people in reads.population_by_area(connection, on).items() if area in met}
    traits = reads.adults_by_trait(connection, on, sorted(met))
    return Population(districts, {**traits, **_census(connection, met)} if traits else {})


def _census(connection: Connection, met: set[str]) -> dict[str, Counter]:
    """Ethnic group and tenure of the districts together, of the Census; none where a district is not in it."""
    found: dict[str, Counter] = {}
    known = set()
    for key, count in reads.reference_values(connection, "weighting_margins").items():
        area, trait, category = key.split()
        if area in met:
            known.add(area)
            found.setdefault(trait, Counter())[category] += count
    return found if known == met else {}


def method(report: WeightReport, recipe: Recipe) -> str:
    """How the weights were made, in words."""
    margins = raked_to(report)
    if not set(margins) - {"district"}:
        return f"{BY_DESIGN}, scaled to a mean of 1"
    *most, last = [NAMES[name] for name in margins]
    return (
        f"{BY_DESIGN}, raked to {', '.join(most)} and {last} of the adult population, cells of fewer than "
        f"{recipe.minimum:g} merged, trimmed to {recipe.bounds.low:g} to {recipe.bounds.high:g} times the mean"
    )
