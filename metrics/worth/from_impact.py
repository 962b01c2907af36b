"""An answered impact model as avoided cases to be priced, or the reason why no money is put on it."""

import datetime as dt
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from metrics.designs.answers import HIGH, LOW, PERCENTS
from metrics.worth.types import Avoided, Year

# What an expected figure made from the place's own past, or from other places, already leaves out.
HOLDS = {
    "deadweight": "what would have come anyway is what the cases were counted against.",
    "leakage": "only cases of the place itself are counted.",
    "drop_off": "every year was counted, none was carried forward.",
}
INCONCLUSIVE = "It is inconclusive whether demand fell because of the programme, so no money is put on it."


def avoided_cases(detail: Mapping[str, Any], start: dt.date, level: int) -> Avoided | str:
    """The avoided cases of the strongest design, by programme year from `start`; in words why there are none.

    `detail` is a publication's (metrics.impact_detail). Refused below Maryland `level`, and where the designs refuse
    or disagree. "No clear change" is valued: its range then reaches from a loss to a gain, and says so.
    Displacement to other services is in no design.
    """
    if detail["claim"] == "inconclusive":
        return INCONCLUSIVE
    if detail["claim"] == "refused" or detail["avoided"] is None:
        return f"No money is put on it. {detail['sentence']}"
    if detail["maryland"] < level:
        own = detail["maryland"]
        return f"The evidence is of level {own} on the Maryland scale; money needs at least level {level}."
    levels, quantiles = _distribution(detail["avoided"], detail["quantiles"])
    return Avoided(detail["service"], (detail["area"],), _years(detail, start), levels, quantiles, detail["maryland"],
                   HOLDS)


def _distribution(avoided: list[float], quantiles: list[float]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The quantiles, with the ends of the 95 % interval and the median exactly as they are published."""
    points = dict(zip(PERCENTS, quantiles, strict=True)) if quantiles else {}
    points |= {0.5: avoided[0], LOW: avoided[1], HIGH: avoided[2]}
    levels = tuple(sorted(points))
    return levels, tuple(sorted(points[level] for level in levels))


def _years(detail: Mapping[str, Any], start: dt.date) -> tuple[Year, ...]:
    """Programme years with their part of the avoided cases, from the running total month by month."""
    sums = [0.0, *(month["avoided"][0] for month in detail["months"])]
    cases: dict[int, float] = {}
    months: dict[int, int] = {}
    for month, (before, after) in zip(detail["months"], pairwise(sums), strict=True):
        on = dt.date.fromisoformat(month["start"])
        number = ((on.year - start.year) * 12 + on.month - start.month) // 12
        cases[number] = cases.get(number, 0.0) + after - before
        months[number] = months.get(number, 0) + 1
    # running totals are rounded and medians: what they differ from the total goes where most months are
    most = max(months, key=lambda number: months[number])
    cases[most] += detail["avoided"][0] - sums[-1]
    return tuple(Year(number, cases[number], months[number]) for number in sorted(cases))
