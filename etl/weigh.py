"""Weighting survey waves at publication: their own weights where they came with some, else made from the population."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
from sqlalchemy import Connection, Row

from data import reads, writes
from data.framework import Framework
from metrics.raking import RakingFault
from metrics.wave_weights import Population, Recipe, made_weights, raked_to, supplied_report
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
        set_id = _weighed_anew(connection, wave, recipe(framework))
        if set_id is None:
            writes.sum_further(connection, wave.id, asked)
        else:
            writes.compute_wave_sums(connection, wave.id, set_id, asked)


def _weighed_anew(connection: Connection, wave: Row, recipe: Recipe) -> int | None:
    """The weight set just made for a wave; None where the one it has stands."""
    if wave.weighted in (RAKED, SUPPLIED):
        return None
    cells = reads.people_by_traits(connection, wave.id)
    population = _population(connection, wave.fieldwork_end, cells)
    if wave.weighted == DESIGN and not population.traits:
        return None
    try:
        return _weigh(connection, wave, cells, population, recipe)
    except ValueError as fault:
        raise WeighingFault(f"Wave {wave.wave} of the citizen survey can't be weighted: {fault}") from fault


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


def _weigh(connection: Connection, wave, cells: pd.DataFrame, population: Population, recipe: Recipe) -> int:
    if cells.empty:
        raise RakingFault("it has no respondents.")
    if wave.choice == SUPPLIED and cells["supplied_weight"].notna().all():
        report = supplied_report(cells.rename(columns={"supplied_weight": "weight"}), population)
        return writes.save_weights(connection, wave.id, SUPPLIED, AS_THEY_CAME, report.as_dict())
    traits = ["district", *population.traits]
    alike = cells.groupby(traits, as_index=False, sort=False)["n"].sum()
    weights, report = made_weights(alike, population, recipe)
    name = RAKED if set(raked_to(report)) - {"district"} else DESIGN
    return writes.save_weights(
        connection, wave.id, name, method(report, recipe), report.as_dict(), alike[traits].assign(weight=weights)
    )


def _population(connection: Connection, on, cells: pd.DataFrame) -> Population:
    """Adults of the districts met in the wave, of the newest figures not after its fieldwork."""
    met = set(cells["district"])
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
