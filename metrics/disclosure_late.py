"""Late answers: a figure that rests on one or two people more than before would tell what they answered.

A wave published with 31 leaders, and again with 32, tells the thirty-second's answer by subtraction: 32 times
the new mean less 31 times the old. Like the other thresholds, this asks for `Rules.fewest` people.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from metrics.disclosure_attack import Earlier
from metrics.disclosure_rules import LEADERS, SURVEY, Rules
from metrics.types import Estimate, Period

LEADER_ANSWERS = "leader_survey"  # the source; who attended is no answer
Figures = Mapping[tuple, Sequence[tuple[Period, float]]]


def late(estimates: Sequence[Estimate], history: Iterable[Earlier], rules: Rules) -> dict[int, str]:
    """Which figures to withhold, by place, and why: a wave's base changed by too few since a publication.

    Where one group of a breakdown, or everyone, changed by too few, all groups of it that changed at all are
    withheld: what subtraction finds then changed by as many people as everyone did. A wave is the same while its
    periods overlap, since a late answer may come after the last day there was. An unchanged base tells
    nothing here, whatever answers were corrected.
    """
    told = _told(history, rules)
    changed = {at: by for at, e in enumerate(estimates) if (by := _changed_by(e, told, rules))}
    few = {at for at, by in changed.items() if by < rules.fewest}
    struck = {(_wave(estimates[at]), estimates[at].group_dim) for at in few}
    reason = f"Withheld: it rests on fewer than {rules.fewest} people more, or less, than in an earlier publication."
    return {
        at: reason for at in changed
        if at in few or not struck.isdisjoint({(_wave(e := estimates[at]), e.group_dim), (_wave(e), "")})
    }


def rests_on_answers(e: Estimate, rules: Rules) -> bool:
    """Whether people's answers to a survey are behind it, and it says how many people's."""
    kind = rules.kinds.get(e.indicator)
    answers = kind == SURVEY or (kind == LEADERS and e.source == LEADER_ANSWERS)
    return answers and e.value is not None and bool(e.base)


def _told(history: Iterable[Earlier], rules: Rules) -> Figures:
    """Every base that a publication tells, under its figure."""
    told = defaultdict(list)
    for publication in history:
        for e in publication.estimates:
            if rests_on_answers(e, rules):
                told[_figure(e)].append((e.period, e.base))
    return told


def _changed_by(e: Estimate, told: Figures, rules: Rules) -> float:
    """By how many people its base differs from the nearest other one that was published; 0 where none was."""
    if not rests_on_answers(e, rules):
        return 0
    before = {base for period, base in told.get(_figure(e), ()) if _overlap(period, e.period)}
    return min((abs(e.base - base) for base in before if base != e.base), default=0)


def _overlap(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


def _figure(e: Estimate) -> tuple:
    return *_series(e), e.group_dim, e.group_value


def _wave(e: Estimate) -> tuple:
    return *_series(e), e.period


def _series(e: Estimate) -> tuple:
    return e.indicator, e.statistic, e.source, e.mode, e.area, e.scenario
