"""Which counts of people a figure tells, so that figures of one thing are known to be of one thing.

A survey's, or leaders', figure tells its base. A service's figures (count, per day, rate) tell one count,
whatever the indicator they are published under; a share of two services tells a count of each.
"""

from collections.abc import Iterable
from typing import NamedTuple

from metrics.disclosure_rules import SERVICE, SERVICE_GROUP, SERVICES_SHARE, SURVEY, Rules, is_guarded, service_counts
from metrics.types import Estimate, Period

SURVEY_LEVELS = ("share", "index", "level", "mean")  # the other statistics of a group rest on these


class Count(NamedTuple):
    """One count of people: of what, when, where and of which group ("", "" for everyone)."""

    series: tuple[str, ...]
    period: Period
    area: str
    group: tuple[str, str]

    @property
    def adds_over_time(self) -> bool:
        """Events of a service add up over months and areas; people answering or attending don't."""
        return self.series[0] == SERVICE


def counts_of(e: Estimate, rules: Rules) -> dict[Count, float | None]:
    """The counts that this figure tells where it is shown, each with its number (None where it isn't)."""
    kind = rules.kinds.get(e.indicator)
    if kind in (SERVICE, SERVICES_SHARE):
        return _of_service(e, kind, rules) if is_guarded(e, rules) else {}
    if kind is None or (kind == SURVEY and e.statistic not in SURVEY_LEVELS) or e.statistic.startswith("change_"):
        return {}
    series = (kind, e.indicator, e.statistic, e.source, e.mode, e.scenario)
    return {Count(series, e.period, e.area, (e.group_dim, e.group_value)): e.base}


def _of_service(e: Estimate, kind: str, rules: Rules) -> dict[Count, float | None]:
    services = rules.services.get(e.indicator, (e.indicator, f"other than {e.indicator}"))
    group = (e.group_dim, e.group_value)
    numbers = service_counts(e, rules) or (None,) * len(services)
    if kind == SERVICE and e.group_dim == SERVICE_GROUP:
        services, group = (e.group_value,), ("", "")
    return {
        Count((SERVICE, service, e.source, e.mode, e.scenario), e.period, e.area, group): number
        for service, number in zip(services, numbers, strict=False)
    }


def sums_of(counts: Iterable[Count], rules: Rules) -> list[tuple[Count, tuple[Count, ...]]]:
    """The counts of one publication that are totals, each with its parts.

    Groups make up everyone, areas the area they are members of, and, for services, periods that lie end
    to end the longer period they fill. Only where all parts are there.
    """
    counts = dict.fromkeys(counts)
    return [*_groups(counts), *_areas(counts, rules), *_periods(counts)]


def _groups(counts):
    sets: dict[tuple, list[Count]] = {}
    for each in counts:
        if each.group[0]:
            sets.setdefault((each._replace(group=("", "")), each.group[0]), []).append(each)
    return [(total, tuple(parts)) for (total, _), parts in sets.items() if total in counts]


def _areas(counts, rules: Rules):
    found = []
    for total in counts:
        parts = tuple(total._replace(area=area) for area in rules.members.get(total.area, ()))
        if parts and total.adds_over_time and all(part in counts for part in parts):
            found.append((total, parts))
    return found


def _periods(counts):
    found = []
    alike: dict[Count, dict[str, list[Count]]] = {}
    for each in counts:
        if each.adds_over_time:
            alike.setdefault(each._replace(period=None), {}).setdefault(each.period.kind, []).append(each)
    for kinds in alike.values():
        for kind, totals in kinds.items():
            for other, shorter in kinds.items():
                found += [sum_ for total in totals for sum_ in _filled(total, shorter)] if other != kind else []
    return found


def _filled(total: Count, shorter: list[Count]):
    """The total with the periods inside it, where they leave no day of it out."""
    whole = total.period
    inside = tuple(s for s in shorter if whole.start <= s.period.start and s.period.end <= whole.end)
    days = sum(part.period.days for part in inside)
    return [(total, inside)] if len(inside) > 1 and days == whole.days else []
