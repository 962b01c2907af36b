"""A counterfactual's answer as avoided cases to be priced, or the reason why no money is put on it."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from metrics.counterfactual import Counterfactual
from metrics.designs.answers import HIGH, LOW, PERCENTS
from metrics.designs.types import Answer
from metrics.worth.types import Avoided, Year

# What an expected figure made from the place's own past, or from other places, already leaves out.
HOLDS = {
    "deadweight": "what would have come anyway is what the cases were counted against.",
    "leakage": "only cases of the place itself are counted.",
    "drop_off": "every year was counted, none was carried forward.",
}
WORDS = {
    "refused": "No design could answer what would have happened anyway.",
    "inconclusive": "The designs do not agree whether the programme made a difference, so no money is put on it.",
}


def avoided_cases(
    found: Counterfactual, service: str, areas: Sequence[str], start: dt.date, level: int
) -> Avoided | str:
    """The avoided cases of the strongest design, by programme year from `start`; in words why there are none.

    Refused below Maryland `level`, and where the designs refuse or disagree. "No clear change" is valued: its
    range then reaches from a loss to a gain, and says so. Displacement to other services is not in any design.
    """
    answer = found.lead
    if answer is None or found.claim in WORDS:
        return WORDS.get(found.claim, WORDS["refused"])
    if answer.maryland < level:
        return f"The evidence is of level {answer.maryland} on the Maryland scale; money needs at least level {level}."
    levels, quantiles = _distribution(answer)
    return Avoided(service, tuple(areas), _years(answer, start), levels, quantiles, answer.maryland, HOLDS)


def _distribution(answer: Answer) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The published quantiles, with the ends of the 95 % interval and the median exactly as the answer says them."""
    points = dict(zip(PERCENTS, answer.quantiles, strict=True)) if answer.quantiles else {}
    points |= {LOW: answer.avoided.low, 0.5: answer.avoided.value, HIGH: answer.avoided.high}
    levels = tuple(sorted(points))
    return levels, tuple(sorted(points[level] for level in levels))


def _years(answer: Answer, start: dt.date) -> tuple[Year, ...]:
    """Programme years with their part of the avoided cases, from the running total month by month."""
    if not answer.months:
        return (Year(0, answer.avoided.value, 12),)
    sums = [0.0, *(month.avoided_so_far.value for month in answer.months)]
    cases: dict[int, float] = {}
    months: dict[int, int] = {}
    for month, (before, after) in zip(answer.months, pairwise(sums), strict=True):
        number = ((month.start.year - start.year) * 12 + month.start.month - start.month) // 12
        cases[number] = cases.get(number, 0.0) + after - before
        months[number] = months.get(number, 0) + 1
    # medians do not add up exactly: what is left over goes where most months are
    most = max(months, key=lambda number: months[number])
    cases[most] += answer.avoided.value - sums[-1]
    return tuple(Year(number, cases[number], months[number]) for number in sorted(cases))
