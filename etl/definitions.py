"""The framework in metrics' terms: definitions of indicators and the context they are computed in."""

import datetime as dt
from collections.abc import Mapping

from data.framework import Framework
from metrics.context import Context
from metrics.disclosure import Rules, kinds_of
from metrics.types import Definition, Target


def definitions(framework: Framework) -> list[Definition]:
    """Every indicator of the framework as a Definition, in the framework's order."""
    return [_definition(framework, indicator) for indicator in framework.indicators]


def context(framework: Framework, as_at: dt.date) -> Context:
    """The dates, places and groups every figure is made with."""
    codes = {area.code for area in framework.areas if area.in_force(as_at)}
    members = {code: parts for code in codes if (parts := framework.members(code, as_at))}
    return Context(
        start=framework.programme.start,
        as_at=as_at,
        county=framework.programme.county,
        members=members,
        area_names={code: framework.area_name(code, as_at) for code in codes},
        groups=_groups(framework, members),
        group_names=_group_names(framework),
    )


def disclosure_rules(framework: Framework, members: Mapping[str, tuple[str, ...]]) -> Rules:
    """What must be withheld, from the framework's thresholds and its services' wishes.

    `members` are the areas that an area is made of: what adds up can be subtracted.
    """
    guarded = {service.id for service in framework.services if service.disclosure}
    whole = {"county", "footprint", "trust", "icb", "comparator", "nation"}
    return Rules(
        kinds=kinds_of(definitions(framework)),
        whole_areas=frozenset(area.code for area in framework.areas if area.kind in whole),
        services=(services := {i.id: _services(i) for i in framework.indicators if _services(i)}),
        members=members,
        rounded=frozenset(guarded.union(id for id, told in services.items() if guarded.intersection(told))),
        minimum_base=int(framework.threshold("survey_percent_from")),
        minimum_base_text=int(framework.threshold("survey_suppress_below")),
        small_group=int(framework.threshold("survey_low_base_below")),
        fewest=int(framework.threshold("survey_numerator_min")),
        fewest_leaders=int(framework.threshold("leader_sector_min")),
        leaders_present=_leaders_present(framework),
        small_count=int(framework.threshold("count_withhold_to")),
        round_to=int(framework.threshold("count_round_to")),
    )


def _services(indicator) -> tuple[str, ...]:
    """The services whose counts an indicator's figures tell, in the order of its parts."""
    params = indicator.formula.params
    names = {"demand_rate": ("service",), "prevention_share": ("numerator", "other")}
    return tuple(params[name] for name in names.get(indicator.formula.kind, ()))


def _leaders_present(framework: Framework) -> int:
    """How many leaders put a sector in the room: the least any indicator of sector breadth counts from."""
    breadth = [each.formula.params for each in framework.indicators if each.formula.kind == "sector_breadth"]
    return min((int(params["at_least"]) for params in breadth), default=Rules.leaders_present)


def _groups(framework: Framework, members: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    listed = {dimension.id: tuple(value.id for value in dimension.values) for dimension in framework.dimensions}
    return {key: values for key, values in listed.items() if values} | {
        "district": members.get(framework.programme.county, ()),
        "sector": tuple(sector.id for sector in framework.sectors),
        "citizen_group": tuple(group.id for group in framework.citizen_groups),
    }


def _group_names(framework: Framework) -> dict[tuple[str, str], str]:
    named = {
        "sector": framework.sectors, "citizen_group": framework.citizen_groups, "service": framework.services
    } | {dimension.id: dimension.values for dimension in framework.dimensions if dimension.values}
    names = {(key, group.id): group.name for key, groups in named.items() for group in groups}
    return names | {("district", area.code): area.name for area in framework.areas if area.valid_to is None}


def _definition(framework: Framework, indicator) -> Definition:
    return Definition(
        id=indicator.id,
        name=indicator.name,
        unit=indicator.unit,
        direction=indicator.direction,
        formula=indicator.formula.kind,
        params=_params(framework, indicator),
        breakdowns=tuple(indicator.breakdowns),
        minimum_base=indicator.minimum_base,
        target=_target(indicator),
        lag_months=(indicator.lag.shorter, indicator.lag.longer),
        fresh_for_months=indicator.fresh_for_months,
        areas=tuple(indicator.areas),
        breaks=_breaks(framework, indicator),
        published_measure=indicator.published_measure or "",
        chart=indicator.chart,
        chart_where_small=indicator.chart_where_small or "",
        small_count=framework.threshold("small_count_mean") if indicator.chart_where_small else 0,
    )


def _params(framework: Framework, indicator) -> dict:
    """The formula's parameters, with the words for findings, and services beside it with their breaks."""
    params = dict(indicator.formula.params)
    if indicator.formula.kind == "demand_rate":
        listed = params.pop("listed", ())
        params["beside"] = {
            each: _beside(framework, each, each in listed) for each in (*params.get("beside", ()), *listed)
        }
    if indicator.formula.kind == "survey_index":
        params["scales"] = {each: best_to_worst(framework.question(each)) for each in params["questions"]}
    turned = [item.id for item in framework.items if item.turned and item.id in indicator.formula.items]
    if turned:
        params["turned"] = turned
    if indicator.headline is not None:
        params["finding"] = indicator.headline.model_dump(exclude_none=True)
    return params


def best_to_worst(question) -> tuple[int, ...]:
    """The codes of a question's scale, from the best answer to the worst; those outside it left out."""
    offered = [label for label in question.labels if label.role != "excluded"]
    codes = tuple(label.code for label in offered)
    return codes if offered[0].role == "positive" else codes[::-1]


def _beside(framework: Framework, id: str, first_area_only: bool) -> dict:
    """A service shown with an indicator's own: its own direction, rate and breaks."""
    service = framework.service(id)
    return {
        "service": id, "direction": service.direction, "denominator": service.denominator, "per": service.per,
        "breaks": tuple(_cut(each) for each in framework.breaks if each.service == id),
        "first_area_only": first_area_only,
    }


def _target(indicator) -> Target | None:
    target = indicator.target
    if target.kind == "none":
        return None
    steps = tuple((step.date, step.value) for step in target.steps)
    return Target(target.kind, target.value, target.due, target.comparator or "", steps)


def _breaks(framework: Framework, indicator) -> tuple[tuple[dt.date, str, tuple[str, ...]], ...]:
    """The breaks that cut this indicator's series: those of its services and its questions."""
    return tuple(_cut(each) for each in framework.breaks_of(indicator.id))


def _cut(entry) -> tuple[dt.date, str, tuple[str, ...]]:
    return entry.on_date, entry.reason, tuple(entry.areas)
