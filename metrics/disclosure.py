"""Disclosure control, before anything is written: what is withheld isn't there to leak.

First each figure by itself, then whatever would give a withheld one away (by subtraction, with what earlier
publications tell, or resting on it), then rounding of services' counts.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from metrics.disclosure_attack import Attack, Earlier
from metrics.disclosure_company import find_company
from metrics.disclosure_late import late, rests_on_answers
from metrics.disclosure_rounding import rounded
from metrics.disclosure_rules import (
    NEGATIVE_ANSWERS,
    POSITIVE_ANSWERS,
    SURVEY,
    Answers,
    Rules,
    is_hidden,
    kinds_of,
    primary_reason,
)
from metrics.disclosure_sets import COMPLEMENT, cell, complement_reason, complements, moves_together
from metrics.survey_gaps import FUNNEL, GAPS, P_VALUE, TO_ALL
from metrics.types import Absence, Estimate

__all__ = ["COMPLEMENT", "Disclosed", "Earlier", "Rules", "disclose", "kinds_of", "withhold"]
BY_ANSWERS = ("share", "net", "answer_share")  # whose numerator is counted
GIVES_AWAY = "Withheld because it would give away a withheld figure."
LEVELS = ("share", "level")  # what a survey's differences are made of
# Which levels a figure rests on, where they aren't its own group's, or not alone.
EVERYONE = ("", "")
GAP_ENDS = {"answer_share": (EVERYONE,), **GAPS}
AGAINST_EVERYONE = (TO_ALL, P_VALUE, *FUNNEL)
History = Callable[[Collection[str]], Sequence[Earlier]]


def nothing_earlier(indicators: Collection[str]) -> Sequence[Earlier]:
    """No publication yet."""
    return ()


class Disclosed(Exception):
    """Figures that must be withheld stand in earlier publications, or can be reckoned from them."""

    def __init__(self, figures: Sequence[Estimate]):
        super().__init__(f"{len(figures)} withheld figures are disclosed by earlier publications")
        self.figures = tuple(figures)


def disclose(estimates: Sequence[Estimate], rules: Rules, earlier: History = nothing_earlier) -> list[Estimate]:
    """The estimates that may be published, in the same order; withheld ones carry a reason and no number.

    `earlier` gives, for the indicators asked for, the publications still readable as a sequence of Earlier. It is
    asked where something is withheld or rests on people's answers. Raises Disclosed where they give a withheld
    figure away.
    """
    people = _people(estimates)
    before = [e for e in estimates if e.statistic not in (POSITIVE_ANSWERS, NEGATIVE_ANSWERS)]
    shown = [_primary(e, rules, people) for e in before]
    for at in moves_together(shown, before, rules):
        shown[at] = withhold(shown[at], COMPLEMENT)
    asked = {e.indicator for e in shown if is_hidden(e) and rules.kinds.get(e.indicator)}
    asked |= {each for each in rules.services if _services(asked, rules) & set(rules.services[each])}
    asked |= {e.indicator for e in shown if rests_on_answers(e, rules) and not e.illustrative}
    if asked:
        history = earlier(asked)
        # What is late is withheld for its difference from what was told; that it was told is no fault.
        excused = late(before, history, rules)
        for at, reason in excused.items():
            shown[at] = withhold(shown[at], reason) if shown[at].value is not None else shown[at]
        chosen = [at for at, e in enumerate(shown) if e.indicator in asked]
        told = {place for place, at in enumerate(chosen) if at in excused}
        found = protected([before[at] for at in chosen], [shown[at] for at in chosen], rules, people, history, told)
        for at, e in zip(chosen, found, strict=True):
            shown[at] = e
    shown = _dependents(_whole_scales(shown), rules)
    return rounded(shown, rules)


def _people(estimates: Sequence[Estimate]) -> dict[tuple, Answers]:
    """The people behind the shares and nets, by group and wave."""
    positive, negative = (
        {cell(e): e.value for e in estimates if e.statistic == side} for side in (POSITIVE_ANSWERS, NEGATIVE_ANSWERS)
    )
    return {group: Answers(number, negative.get(group)) for group, number in positive.items()}


def protected(
    before: Sequence[Estimate], shown: list[Estimate], rules: Rules, people: Mapping[tuple, Answers],
    history: Sequence[Earlier], told: Collection[int] = (),
) -> list[Estimate]:
    """With everything withheld besides that would give a withheld figure away, alone or with earlier publications.

    First what subtraction from a total finds must be fit to publish itself, then no count may be known too closely.
    `told` are the places of withheld figures that earlier publications may tell. Raises Disclosed for others.
    """
    lasting = Attack(before, shown, history, rules).lasting()
    more, exposed = complements(before, shown, rules, people, lasting)
    for at, reason in more.items():
        shown[at] = withhold(shown[at], reason)
    company = find_company(Attack(before, shown, history, rules), before)
    for at in company.hide:
        if shown[at].value is not None:
            shown[at] = withhold(shown[at], complement_reason(before[at], rules))
    if given_away := {*exposed, *company.exposed} - set(told):
        raise Disclosed([before[at] for at in sorted(given_away)])
    return shown


def withhold(estimate: Estimate, reason: str) -> Estimate:
    """The same estimate without any number, base included: a small base may disclose by itself.

    Nor a trace: the rows behind a figure count the people behind it.
    """
    return replace(
        estimate, value=None, low=None, high=None, numerator=None, denominator=None, base=None,
        base_effective=None, centre=None, lower_limit=None, upper_limit=None, mark="", trace=(),
        absence=Absence.WITHHELD, reason=reason,
    )


def _services(indicators: Collection[str], rules: Rules) -> set[str]:
    """The services whose counts these indicators tell: others tell the same ones."""
    return {service for each in indicators for service in rules.services.get(each, ())}


def _primary(estimate: Estimate, rules: Rules, people: Mapping[tuple, Answers]) -> Estimate:
    if estimate.value is None:
        return replace(estimate, trace=()) if is_hidden(estimate) else estimate
    answers = people.get(cell(estimate)) if estimate.statistic in BY_ANSWERS else None
    reason = primary_reason(estimate, rules, answers)
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
    """A net, change or gap of a survey is withheld with any share, or index, it is made of."""
    hidden: dict[tuple, list] = defaultdict(list)
    for e in estimates:
        if e.statistic in LEVELS and is_hidden(e) and rules.kinds.get(e.indicator) == SURVEY:
            hidden[_group(e)].append(e.period.end)
    return [withhold(e, GIVES_AWAY) if _gives_away(e, hidden) else e for e in estimates]


def _gives_away(estimate: Estimate, hidden: Mapping[tuple, list]) -> bool:
    """Whether a figure rests on a hidden level: of its own wave, for changes also of an earlier one."""
    if estimate.value is None or estimate.statistic in LEVELS:
        return False
    own = (estimate.group_dim, estimate.group_value)
    both = (own, EVERYONE) if estimate.statistic in AGAINST_EVERYONE else (own,)
    ends = GAP_ENDS.get(estimate.statistic, both)
    waves = [wave for end in ends for wave in hidden.get(_group(estimate, end), ())]
    if estimate.statistic.startswith("change"):
        return any(wave <= estimate.period.end for wave in waves)
    return estimate.period.end in waves


def _group(e: Estimate, end: tuple[str, str] | None = None) -> tuple:
    """One group of one series, whatever the wave and the statistic."""
    return e.indicator, e.source, e.mode, e.segment, e.area, *(end or (e.group_dim, e.group_value))
