"""Sets that add up: what subtraction from the published total would find must itself be fit to publish.

One hidden cell of a set is found outright; of several, their union is. And where a hidden count can only
be one number (two sectors of fewer than 5 leaders that make 2 together), it isn't hidden at all.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from metrics.disclosure_rules import (
    IN_THE_ROOM,
    NOBODY,
    SERVICE,
    Rules,
    below_county,
    is_headcount,
    primary_reason,
)
from metrics.types import Absence, Estimate

COMPLEMENT = "Withheld so that another withheld figure can't be found by subtraction."


def complements(
    before: Sequence[Estimate], shown: Sequence[Estimate], rules: Rules, people: Mapping[tuple, float]
) -> dict[int, str]:
    """Which further figures must be withheld, by their place in `shown`, and why.

    `before` are the same figures before anything was withheld: how the hidden ones are bounded.
    """
    totals = {_set(e): at for at, e in enumerate(shown) if e.group_dim == ""}
    sets: dict[tuple, list[int]] = defaultdict(list)
    for at, estimate in enumerate(shown):
        if estimate.group_dim and _adds_up(estimate) and not is_rounded(estimate, rules):
            sets[*_set(estimate), estimate.group_dim].append(at)
    found: dict[int, str] = {}
    for key, members in sets.items():
        total = totals.get(key[:-1])
        if total is not None and shown[total].value is not None:
            found |= _of_one_set(total, members, before, shown, rules, people)
    return found


def cell(e: Estimate) -> tuple:
    """One group of one wave, whatever the statistic."""
    return e.indicator, e.source, e.mode, e.segment, e.period, e.area, e.scenario, e.group_dim, e.group_value


def is_rounded(estimate: Estimate, rules: Rules) -> bool:
    """Whether it is a service's count that is published to the nearest 5."""
    service = rules.kinds.get(estimate.indicator) == SERVICE and estimate.indicator in rules.rounded
    return service and below_county(estimate, rules)


def is_hidden(estimate: Estimate) -> bool:
    return estimate.absence is Absence.WITHHELD and estimate.reason != NOBODY


def _of_one_set(total, members, before, shown, rules, people) -> dict[int, str]:
    """Hide the next smallest until nothing can be found; the total when there is nothing left to hide."""
    primary = [at for at in members if is_hidden(shown[at])]
    left = sorted((at for at in members if shown[at].value is not None), key=lambda at: _rank(shown[at]))
    also: list[int] = []
    while primary and _found_out(total, primary, also, left, before, shown, rules, people):
        if not left:
            return dict.fromkeys((*also, total), COMPLEMENT)
        also.append(left.pop(0))
    return {at: (IN_THE_ROOM if is_headcount(shown[at], rules) else "") + COMPLEMENT for at in also}


def _found_out(total, primary, also, left, before, shown, rules, people) -> bool:
    """Whether total minus what is shown gives a hidden figure, or a union that is too small itself."""
    if len(primary) + len(also) == 1:
        return True
    whole = shown[total]
    if is_headcount(whole, rules):
        return _pinned(total, primary, also, left, before, shown, rules)
    if whole.base is None or any(shown[at].base is None for at in left):
        return False
    rest = whole.base - sum(shown[at].base for at in left)
    answers = [people.get(cell(shown[at])) for at in (total, *left)]
    positive = None if None in answers else answers[0] - sum(answers[1:])
    union = replace(before[primary[0]], base=rest, numerator=None)
    return rest > 0 and bool(primary_reason(union, rules, positive))


def _pinned(total, primary, also, left, before, shown, rules) -> bool:
    """Whether hidden counts are all as small, or all as large, as what is said of them allows."""
    rest = shown[total].value - sum(shown[at].value for at in left)
    bounds = [_bounds(before[at].value, rules) for at in primary]
    most = min((shown[at].value for at in left if shown[at].value), default=shown[total].value)
    bounds += [(rules.fewest_leaders, most) for _ in also]
    return rest in (sum(low for low, _ in bounds), sum(high for _, high in bounds))


def _bounds(count: float, rules: Rules) -> tuple[float, float]:
    """What is told of a small sector: whether it is in the room, and that it has fewer than 5 leaders."""
    present = count >= rules.leaders_present
    return (rules.leaders_present, rules.fewest_leaders - 1) if present else (1, rules.leaders_present - 1)


def _adds_up(estimate: Estimate) -> bool:
    """Whether groups make up the total; differences don't, and a net follows its share."""
    return not estimate.statistic.startswith(("change_", "gap_")) and estimate.statistic != "net"


def _rank(estimate: Estimate) -> tuple[bool, float]:
    """Smallest first, by the people behind it (else its count); a 0 only after everything else."""
    known = [estimate.base, estimate.numerator, estimate.value]
    size = abs(next(number for number in known if number is not None))
    return size == 0, size


def _set(e: Estimate) -> tuple:
    """What the groups of one total share."""
    return e.indicator, e.statistic, e.source, e.mode, e.segment, e.period, e.area, e.scenario
