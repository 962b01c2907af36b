"""Disclosure control, before anything is written: what is withheld isn't there to leak.

First each figure by itself, then complements (what subtraction from a total would find), then figures
that would give a hidden one away, then rounding of services' counts.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from metrics.disclosure_rules import POSITIVE_ANSWERS, SURVEY, Rules, kinds_of, primary_reason
from metrics.disclosure_sets import COMPLEMENT, cell, complements, is_hidden, is_rounded
from metrics.survey_gaps import GAPS
from metrics.types import Absence, Estimate

__all__ = ["COMPLEMENT", "Rules", "disclose", "kinds_of", "withhold"]
BY_ANSWERS = ("share", "net", "answer_share")  # whose numerator is counted
GIVES_AWAY = "Withheld because it would give away a withheld figure."
# Which shares a figure rests on, where they aren't its own group's.
GAP_ENDS = {"answer_share": (("", ""),), **GAPS}


def disclose(estimates: Sequence[Estimate], rules: Rules) -> list[Estimate]:
    """The estimates that may be published, in the same order; withheld ones carry a reason and no number."""
    people = {cell(e): e.value for e in estimates if e.statistic == POSITIVE_ANSWERS}
    before = [e for e in estimates if e.statistic != POSITIVE_ANSWERS]
    shown = [_primary(e, rules, people) for e in before]
    for at, reason in complements(before, shown, rules, people).items():
        shown[at] = withhold(shown[at], reason)
    shown = _dependents(_whole_scales(shown), rules)
    return [_rounded(e, rules) for e in shown]


def withhold(estimate: Estimate, reason: str) -> Estimate:
    """The same estimate without any number, base included: a small base may disclose by itself.

    Nor a trace: the rows behind a figure count the people behind it.
    """
    return replace(
        estimate, value=None, low=None, high=None, numerator=None, denominator=None, base=None,
        base_effective=None, centre=None, lower_limit=None, upper_limit=None, mark="", trace=(),
        absence=Absence.WITHHELD, reason=reason,
    )


def _primary(estimate: Estimate, rules: Rules, people: Mapping[tuple, float]) -> Estimate:
    if estimate.value is None:
        return replace(estimate, trace=()) if is_hidden(estimate) else estimate
    positive = people.get(cell(estimate)) if estimate.statistic in BY_ANSWERS else None
    reason = primary_reason(estimate, rules, positive)
    return withhold(estimate, reason) if reason else estimate


def _whole_scales(estimates: list[Estimate]) -> list[Estimate]:
    """The answers of one wave add up to 100: where one of them is hidden, all are."""
    of = [cell(e)[:-1] if e.statistic == "answer_share" else None for e in estimates]
    hidden = {wave for wave, e in zip(of, estimates, strict=True) if wave and is_hidden(e)}
    return [
        withhold(e, COMPLEMENT) if wave in hidden and e.value is not None else e
        for wave, e in zip(of, estimates, strict=True)
    ]


def _dependents(estimates: list[Estimate], rules: Rules) -> list[Estimate]:
    """A net, change or gap of a survey is withheld with any share it is made of."""
    hidden: dict[tuple, list] = defaultdict(list)
    for e in estimates:
        if e.statistic == "share" and is_hidden(e) and rules.kinds.get(e.indicator) == SURVEY:
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
    if estimate.value is None or not is_rounded(estimate, rules):
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


def _group(e: Estimate, end: tuple[str, str] | None = None) -> tuple:
    """One group of one series, whatever the wave and the statistic."""
    return e.indicator, e.source, e.mode, e.segment, e.area, *(end or (e.group_dim, e.group_value))
