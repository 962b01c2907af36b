"""Disclosure control, before anything is written: what is withheld isn't there to leak.

First each figure by itself, then complements (one hidden cell of a set that adds up could be found by
subtraction), then figures that would give a hidden one away, then rounding of services' counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from metrics.disclosure_rules import (
    NOBODY,
    POSITIVE_ANSWERS,
    SERVICE,
    SURVEY,
    Rules,
    below_county,
    kinds_of,
    primary_reason,
)
from metrics.types import Absence, Estimate

__all__ = ["Rules", "disclose", "kinds_of", "withhold"]
COMPLEMENT = "Withheld so that another withheld figure can't be found by subtraction."
GIVES_AWAY = "Withheld because it would give away a withheld figure."
GAP_ENDS = {"gap_q1_q5": (("imd", "1"), ("imd", "5"))}


def disclose(estimates: Sequence[Estimate], rules: Rules) -> list[Estimate]:
    """The estimates that may be published, in the same order; withheld ones carry a reason and no number."""
    people = {_cell(e): e.value for e in estimates if e.statistic == POSITIVE_ANSWERS}
    shown = [e for e in estimates if e.statistic != POSITIVE_ANSWERS]
    shown = [_primary(e, rules, people) for e in shown]
    shown = _complements(shown, rules)
    shown = _dependents(shown, rules)
    return [_rounded(e, rules) for e in shown]


def withhold(estimate: Estimate, reason: str) -> Estimate:
    """The same estimate without any number, base included: a small base may disclose by itself."""
    return replace(
        estimate, value=None, low=None, high=None, numerator=None, denominator=None, base=None,
        base_effective=None, centre=None, lower_limit=None, upper_limit=None, mark="",
        absence=Absence.WITHHELD, reason=reason,
    )


def _primary(estimate: Estimate, rules: Rules, people: Mapping[tuple, float]) -> Estimate:
    if estimate.value is None:
        return estimate
    positive = people.get(_cell(estimate)) if estimate.statistic in ("share", "net") else None
    reason = primary_reason(estimate, rules, positive)
    return withhold(estimate, reason) if reason else estimate


def _complements(estimates: list[Estimate], rules: Rules) -> list[Estimate]:
    """In every set of groups that adds up to a published total, never exactly one hidden cell."""
    result, totals = list(estimates), {_set(e): at for at, e in enumerate(estimates) if e.group_dim == ""}
    sets: dict[tuple, list[int]] = defaultdict(list)
    for at, estimate in enumerate(estimates):
        if estimate.group_dim and _adds_up(estimate) and not _is_rounded(estimate, rules):
            sets[*_set(estimate), estimate.group_dim].append(at)
    for key, members in sets.items():
        total = totals.get(key[:-1])
        if sum(_hidden(estimates[at]) for at in members) != 1 or total is None:
            continue
        also = _next_smallest([at for at in members if estimates[at].value is not None], estimates, total)
        if result[also].value is not None:
            result[also] = withhold(result[also], COMPLEMENT)
    return result


def _adds_up(estimate: Estimate) -> bool:
    """Whether groups make up the total; differences don't, and a net follows its share."""
    return not estimate.statistic.startswith(("change_", "gap_")) and estimate.statistic != "net"


def _next_smallest(members: Iterable[int], estimates: Sequence[Estimate], total: int) -> int:
    """The cell to hide with the hidden one: the smallest that isn't 0, else a 0, else the total."""
    return min(members, key=lambda at: (_size(estimates[at]) == 0, _size(estimates[at])), default=total)


def _dependents(estimates: list[Estimate], rules: Rules) -> list[Estimate]:
    """A net, change or gap of a survey is withheld with any share it is made of."""
    hidden: dict[tuple, list] = defaultdict(list)
    for e in estimates:
        if e.statistic == "share" and _hidden(e) and rules.kinds.get(e.indicator) == SURVEY:
            hidden[_group(e)].append(e.period.end)
    return [withhold(e, GIVES_AWAY) if _gives_away(e, hidden) else e for e in estimates]


def _gives_away(estimate: Estimate, hidden: Mapping[tuple, list]) -> bool:
    """Whether a figure rests on a hidden share: of its own wave, for changes also of an earlier one."""
    if estimate.value is None or estimate.statistic == "share":
        return False
    ends = GAP_ENDS.get(estimate.statistic, ((estimate.group_dim, estimate.group_value),))
    waves = [wave for end in ends for wave in hidden.get(_group(estimate, end), ())]
    if estimate.statistic.startswith("change"):
        return any(wave <= estimate.period.end for wave in waves)
    return estimate.period.end in waves


def _rounded(estimate: Estimate, rules: Rules) -> Estimate:
    """A service's count below county level to the nearest 5, and its rate from the rounded count."""
    if estimate.value is None or not _is_rounded(estimate, rules):
        return estimate
    step = rules.round_to
    count = estimate.value if estimate.numerator is None else estimate.numerator
    if count == 0:
        return estimate
    rounded = step * float(int(count / step + 0.5))
    scaled = {name: getattr(estimate, name) for name in ("value", "low", "high")}
    scaled = {name: None if number is None else number * rounded / count for name, number in scaled.items()}
    numerator = None if estimate.numerator is None else rounded
    return replace(estimate, **scaled, numerator=numerator, base=None if estimate.base is None else rounded)


def _is_rounded(estimate: Estimate, rules: Rules) -> bool:
    service = rules.kinds.get(estimate.indicator) == SERVICE and estimate.indicator in rules.rounded
    return service and below_county(estimate, rules)


def _hidden(estimate: Estimate) -> bool:
    return estimate.absence is Absence.WITHHELD and estimate.reason != NOBODY


def _size(estimate: Estimate) -> float:
    """How large a cell is: people behind it, else its count."""
    known = [estimate.base, estimate.numerator, estimate.value]
    return abs(next(number for number in known if number is not None))


def _set(e: Estimate) -> tuple:
    """What the groups of one total share."""
    return e.indicator, e.statistic, e.source, e.mode, e.segment, e.period, e.area, e.scenario


def _cell(e: Estimate) -> tuple:
    """One group of one wave, whatever the statistic."""
    return e.indicator, e.source, e.mode, e.segment, e.period, e.area, e.scenario, e.group_dim, e.group_value


def _group(e: Estimate, end: tuple[str, str] | None = None) -> tuple:
    """One group of one series, whatever the wave and the statistic."""
    return e.indicator, e.source, e.mode, e.segment, e.area, *(end or (e.group_dim, e.group_value))
