"""What is true of demand: the expected rate of every area and month, and the expected share of prevention."""

from collections.abc import Iterator, Mapping

from data.framework import Framework
from data.framework.indicators import Indicator
from data.samples.generate.demand import MONTHS, Demand
from data.samples.generate.draws import month_end, quarter_end
from data.samples.generate.places import COUNTY
from data.samples.generate.populations import Populations
from data.samples.generate.services import programme_factor
from data.samples.generate.truth import Truth


def demand_truths(framework: Framework, demand: Mapping[str, Demand], people: Populations) -> Iterator[Truth]:
    """For each area an indicator is published for, and for its parts."""
    for indicator in framework.indicators:
        if indicator.formula.kind == "demand_rate":
            yield from _rates(framework, indicator, demand, people)
        elif indicator.formula.kind == "prevention_share":
            yield from _prevention(framework, indicator, demand)


def _rates(framework: Framework, indicator: Indicator, demand, people: Populations) -> Iterator[Truth]:
    """The rate per day and so many people that the product publishes, before chance and shocks."""
    params = indicator.formula.params
    service = demand.get(params["service"])
    for area, parts in _areas(framework, indicator, demand).items() if service else ():
        for month in MONTHS:
            end = month_end(month)
            exposure = sum(people.at(part, month, params["denominator"]) for part in parts)
            rate = service.expected_in(parts, month) / exposure / end.day * float(params["per"])
            yield Truth(indicator.id, "rate", area, month, end, rate)
    if service:
        yield _effect(indicator, service)


def _effect(indicator: Indicator, service: Demand) -> Truth:
    """Per cent that the programme moved the county's rate in the last twelve months: for a counterfactual."""
    change = 100 * (programme_factor(service.service, MONTHS[-1]) - 1)
    return Truth(indicator.id, "programme_effect", COUNTY, MONTHS[-12], month_end(MONTHS[-1]), change)


def _prevention(framework: Framework, indicator: Indicator, demand) -> Iterator[Truth]:
    params = indicator.formula.params
    ours, other = demand[params["numerator"]], demand[params["other"]]
    for area, parts in _areas(framework, indicator, demand).items():
        for first in range(0, len(MONTHS), 3):
            quarter = MONTHS[first:first + 3]
            prevented, relieved = (
                sum(service.expected_in(parts, month) for month in quarter) for service in (ours, other)
            )
            share = 100 * prevented / (prevented + relieved)
            yield Truth(indicator.id, "level", area, quarter[0], quarter_end(quarter[0]), share)


def _areas(
    framework: Framework, indicator: Indicator, demand: Mapping[str, Demand]
) -> dict[str, tuple[str, ...]]:
    """Each area with the smallest parts it is made of, where the samples have counts for all of them."""
    there = set(next(iter(demand.values())).areas)
    found = {area: _leaves(framework, area) for area in indicator.areas}
    found |= {leaf: (leaf,) for leaves in list(found.values()) for leaf in leaves}
    return {area: leaves for area, leaves in found.items() if there.issuperset(leaves)}


def _leaves(framework: Framework, area: str) -> tuple[str, ...]:
    parts = framework.members(area)
    return tuple(dict.fromkeys(leaf for part in parts for leaf in _leaves(framework, part))) or (area,)
