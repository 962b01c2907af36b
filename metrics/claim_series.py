"""Claims about a service's series: every place by its own status, and a year against earlier years.

The same engine judges a district as the county; nothing is claimed of a place that its own figures don't show.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from metrics.claim_words import level_said, period_of, way
from metrics.claims import Asked, Cause, Facts
from metrics.context import Context
from metrics.periods import add_months
from metrics.status import indicator_status
from metrics.status_methods import side
from metrics.status_series import series_of
from metrics.status_types import Status
from metrics.types import Definition, Estimate
from metrics.words import delta_words, month_words, signed_interval_words, value_words
from metrics.year_change import YearChange, year_change

OF_SERVICES = "service_demand"
ALONE = (
    "This is one place looked at by itself: where many places are looked at, one comparison in twenty looks clear "
    "by chance alone."
)
LAST_YEAR = "the last twelve months against the twelve before"
BEFORE = "the last twelve months against the year before the programme"
PEOPLE = {"persons": "people"}


def series_claims(
    definition: Definition, estimates: Sequence[Estimate], context: Context, home: str, causes: Mapping[str, Cause]
) -> Iterator[Asked]:
    """What may be asked of the series of services: of each other place what its status says, of all of them years."""
    of_place: dict[str, list[Estimate]] = {}
    for each in estimates:
        if each.source == OF_SERVICES and not each.group_dim:
            of_place.setdefault(each.area, []).append(each)
    for place in sorted(of_place, key=lambda code: (code != home, code)):
        own = replace(definition, areas=(place,), target=None)
        status = indicator_status(own, of_place[place], context)
        cautions = () if place == home else (ALONE,)
        if place != home:
            yield _of_status(own, status, place, context, cautions, causes.get(place))
        yield from _of_years(own, status, of_place[place], place, context, cautions)


def _facts(status: Status, moved: int | None) -> Facts:
    absence = status.latest.absence if status.latest else None
    return Facts(status.change, moved, status.latest is not None, absence, stale=status.stale)


def _of_status(
    definition: Definition, status: Status, place: str, context: Context, cautions: tuple[str, ...],
    cause: Cause | None,
) -> Asked:  # fmt: skip
    """A place's own status, and what the designs said of it."""
    where = f" in {context.area_names.get(place, place)}"
    said = level_said(definition, status.latest, where, _out_of(definition, status.latest))
    if status.side:
        said = f"{said.rstrip('.')}, {'above' if status.side > 0 else 'below'} its usual level."
    elif status.side == 0:
        said = f"{said.rstrip('.')}, no clear change."
    figure = status.why.split("\n")[0]
    return Asked(place, period_of(status), _facts(status, status.side), figure, said, cautions, cause)


def _of_years(
    definition: Definition, status: Status, estimates: Sequence[Estimate], place: str, context: Context,
    cautions: tuple[str, ...],
) -> Iterator[Asked]:  # fmt: skip
    """Monthly figures of one unbroken line: the newest year against the one before, and the one before the start."""
    months = series_of(definition, estimates, context).points
    if not months or months[-1].period.kind != "month":
        return
    for label, first in ((LAST_YEAR, None), (BEFORE, add_months(context.start, -12))):
        found = year_change(months, first)
        if found is not None:
            facts = _facts(status, side(found.low, found.high))
            said = _sentence(definition, found, context.area_names.get(place, place), _out_of(definition, months[-1]))
            yield Asked(place, label, facts, _difference(definition, found), said, cautions, None, of_cause=False)


def _difference(definition: Definition, found: YearChange) -> str:
    bounds = signed_interval_words(found.low, found.high, definition.unit)
    size = delta_words(found.value, definition.unit)
    return f"{way(found.value).capitalize()} {size} (95% interval {bounds}), each month against the same month."


def _sentence(definition: Definition, found: YearChange, place: str, out_of: str) -> str:
    level = f"{value_words(found.level, definition.unit)}{out_of}"
    said = f"{definition.name} in {place}: on average {level} in the year to {month_words(found.until)}"
    if not side(found.low, found.high):
        return f"{said}, no clear change on the year to {month_words(found.before)}."
    moved = f"{way(found.value)} {delta_words(found.value, definition.unit)}"
    return f"{said}, {moved} on the year to {month_words(found.before)}."


def _out_of(definition: Definition, latest: Estimate | None) -> str:
    """What a rate is out of: a day, or a day per 100,000 people."""
    if latest is None or definition.unit != "rate":
        return ""
    if latest.statistic == "per_day":
        return " a day"
    whom = definition.params.get("denominator", "persons")
    return f" a day per {float(definition.params.get('per', 1)):,.0f} {PEOPLE.get(whom, whom)}"
