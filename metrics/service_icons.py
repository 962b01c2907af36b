"""The icons of every service: is its latest point special, and will it hit its target? One row a service."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from metrics.context import Context
from metrics.spc import assurance
from metrics.status_types import Status
from metrics.tables import headline_area
from metrics.types import Definition, Estimate

LEVELS = ("rate", "per_day")
NO_LIMITS = "no_limits"


@dataclass(frozen=True, slots=True)
class ServiceIcon:
    """`variation` is the mark of the chart's last point, no_limits where it has none; `assurance` pass, fail or
    hit_or_miss against `target`, empty without a target or limits. `latest` is the point itself."""

    service: str
    direction: str
    variation: str
    assurance: str
    target: float | None
    latest: Estimate


def service_icons(
    definition: Definition, estimates: Sequence[Estimate], status: Status, context: Context
) -> Iterator[ServiceIcon]:
    """The indicator's own service and those shown with it, in the headline area, from the charts' own points.

    A service without a figure there has no row. Only the indicator's own has a target: its end target.
    """
    if definition.formula != "demand_rate":
        return
    beside = definition.params.get("beside", {})
    area = headline_area(definition, context)
    directions = {"": definition.direction, **{service: its["direction"] for service, its in beside.items()}}
    for service, direction in directions.items():
        latest = _latest([e for e in estimates if e.area == area and _is_of(e, service)])
        if latest is None:
            continue
        target = None if service else status.end_target
        yield ServiceIcon(
            service or definition.params["service"], direction, latest.mark or NO_LIMITS,
            assurance(latest.lower_limit, latest.upper_limit, direction, target), target, latest,
        )


def _is_of(estimate: Estimate, service: str) -> bool:
    return (estimate.group_dim, estimate.group_value) == ("service" if service else "", service)


def _latest(estimates: Sequence[Estimate]) -> Estimate | None:
    """The newest figure of the first statistic there is: per population, else per day."""
    for statistic in LEVELS:
        known = [e for e in estimates if e.statistic == statistic and e.value is not None]
        if known:
            return max(known, key=lambda e: e.period.end)
    return None
