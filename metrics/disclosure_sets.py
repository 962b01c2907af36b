"""Sets that add up: what subtraction from the published total would find must itself be fit to publish.

One hidden cell of a set is found outright; of several, their union is. And where a hidden count can only
be one number (two sectors of fewer than 5 leaders that make 2 together), it isn't hidden at all.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from metrics.disclosure_rules import (
    IN_THE_ROOM,
    MOVED,
    SERVICE,
    SERVICES_SHARE,
    Answers,
    Rules,
    is_headcount,
    is_hidden,
    primary_reason,
    room_of,
)
from metrics.types import Estimate

COMPLEMENT = "Withheld so that another withheld figure can't be found by subtraction."


def complements(
    before: Sequence[Estimate], shown: Sequence[Estimate], rules: Rules, people: Mapping[tuple, Answers],
    lasting: Collection[int] = (),
) -> tuple[dict[int, str], list[int]]:
    """Which further figures must be withheld, by their place in `shown`, and why; and those nothing can hide.

    `before` are the same figures before anything was withheld: how the hidden ones are bounded. The figures
    at `lasting` stand in an earlier publication, so withholding them now hides nothing.
    """
    totals = {_set(e): at for at, e in enumerate(shown) if e.group_dim == ""}
    sets: dict[tuple, list[int]] = defaultdict(list)
    for at, estimate in enumerate(shown):
        if estimate.group_dim and _adds_up(estimate, rules):
            sets[*_set(estimate), estimate.group_dim].append(at)
    found: dict[int, str] = {}
    exposed: list[int] = []
    for key, members in sets.items():
        total = totals.get(key[:-1])
        if total is not None and (shown[total].value is not None or total in lasting):
            more, out = _of_one_set(total, members, before, shown, rules, people, lasting)
            found |= more
            exposed += out
    return found, exposed


def cell(e: Estimate) -> tuple:
    """One group of one wave, whatever the statistic."""
    return e.indicator, e.source, e.mode, e.segment, e.period, e.area, e.scenario, e.group_dim, e.group_value


def _of_one_set(total, members, before, shown, rules, people, lasting) -> tuple[dict[int, str], list[int]]:
    """Hide the next smallest until nothing can be found; the total when there is nothing left to hide."""
    primary = [at for at in members if is_hidden(shown[at]) and at not in lasting]
    known = [at for at in members if before[at].value is not None and at not in primary]
    free = sorted((at for at in known if at not in lasting), key=lambda at: _rank(before[at]))
    also: list[int] = []
    while primary and _found_out(total, primary, also, known, before, rules, people):
        if not free:
            return dict.fromkeys((*also, total), COMPLEMENT), primary if total in lasting else []
        also.append(free.pop(0))
        known.remove(also[-1])
    return {at: complement_reason(before[at], rules) for at in also}, []


def moves_together(shown: Sequence[Estimate], before: Sequence[Estimate], rules: Rules) -> set[int]:
    """Which further shares of leaders who moved must go, by place: up, same and down add up to all of them."""
    waves: dict[tuple, list[int]] = defaultdict(list)
    for at, e in enumerate(before):
        if e.statistic in MOVED and e.numerator is not None:
            waves[cell(e)].append(at)
    found: set[int] = set()
    for places in waves.values():
        gone = [at for at in places if is_hidden(shown[at])]
        free = sorted(set(places) - set(gone), key=lambda at: before[at].numerator)
        while gone and free and (len(gone) == 1 or primary_reason(_union(gone, before), rules, None)):
            gone.append(free.pop(0))
            found.add(gone[-1])
    return found


def _union(places: Sequence[int], before: Sequence[Estimate]) -> Estimate:
    return replace(before[places[0]], numerator=sum(before[at].numerator for at in places))


def complement_reason(estimate: Estimate, rules: Rules) -> str:
    """Why it is withheld for another's sake; that a sector is in the room is said all the same."""
    sector = is_headcount(estimate, rules) and estimate.group_dim == "sector"
    return (IN_THE_ROOM if sector and estimate.value >= rules.leaders_present else "") + COMPLEMENT


def _found_out(total, primary, also, known, before, rules, people) -> bool:
    """Whether total minus what is known gives a hidden figure, or a union that is too small itself."""
    if len(primary) + len(also) == 1:
        return True
    whole = before[total]
    if is_headcount(whole, rules):
        return _pinned(total, primary, also, known, before, rules)
    if whole.base is None or any(before[at].base is None for at in known):
        return False
    rest = whole.base - sum(before[at].base for at in known)
    answers = [people.get(cell(before[at])) for at in (total, *known)]
    left = None if None in answers else answers[0].less(answers[1:])
    union = replace(before[primary[0]], base=rest, numerator=None)
    return rest > 0 and bool(primary_reason(union, rules, left))


def _pinned(total, primary, also, known, before, rules) -> bool:
    """Whether hidden counts are all as small, or all as large, as what is said of them allows."""
    rest = before[total].value - sum(before[at].value for at in known)
    bounds = [room_of(before[at].value, rules) for at in primary]
    most = min((before[at].value for at in known if before[at].value), default=before[total].value)
    bounds += [(rules.fewest_leaders, most) for _ in also]
    return rest in (sum(low for low, _ in bounds), sum(high for _, high in bounds))


def _adds_up(estimate: Estimate, rules: Rules) -> bool:
    """Whether groups make up the total; differences don't, and services are rounded."""
    if rules.kinds.get(estimate.indicator) in (SERVICE, SERVICES_SHARE):
        return False
    return not estimate.statistic.startswith(("change_", "gap_"))


def _rank(estimate: Estimate) -> tuple[bool, float]:
    """Smallest first, by the people behind it (else its count); a 0 only after everything else."""
    known = [estimate.base, estimate.numerator, estimate.value]
    size = abs(next(number for number in known if number is not None))
    return size == 0, size


def _set(e: Estimate) -> tuple:
    """What the groups of one total share."""
    return e.indicator, e.statistic, e.source, e.mode, e.segment, e.period, e.area, e.scenario
