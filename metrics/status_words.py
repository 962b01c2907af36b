"""The finding and its reason in plain English, from the same figures as the status."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from metrics.context import Context
from metrics.periods import add_months
from metrics.status_series import Series
from metrics.status_types import Change, Judged, Status, TargetStatus
from metrics.types import Definition
from metrics.words import (
    delta_words,
    interval_words,
    month_words,
    period_words,
    signed_interval_words,
    value_words,
)

GENERIC: Mapping[str, str] = {
    "moved": "{name}: {value}, {way} {delta} since {since}",
    "moved_pace": "{name}: {value} so far, {delta} {more} in the last six months than in the six before",
    "moved_growth": "{name}: {value} so far, {delta} more than six months before",
    "moved_cases": "{name}: {value} so far, {delta} {more} in the last six months than before",
    "same_pace": "{name}: {value} so far, no clear change in pace",
    "moved_usual": "{name}: {value} in {period}, {above} its usual level of {usual}",
    Change.NO_CLEAR_CHANGE: "{name}: {value} in {period}, no clear change",
    Change.NOT_ENOUGH_POINTS: "{name}: {value} in {period}, too few measurements to judge a change",
    Change.TOO_EARLY: "{name}: {value} in {period}, too early to judge",
    Change.NOT_COMPARABLE: "{name}: {value} in {period}, not comparable with before",
}
TEMPLATES = {
    Change.IMPROVING: "improving", Change.WORSENING: "worsening", Change.NO_CLEAR_CHANGE: "no_clear_change",
}
MOVED = (Change.IMPROVING, Change.WORSENING, Change.CHANGED)
TARGET_WORDS = {
    TargetStatus.REACHED: "reached", TargetStatus.ON_COURSE: "on course", TargetStatus.UNCERTAIN: "uncertain",
    TargetStatus.OFF_COURSE: "off course",
}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def headline(definition: Definition, status: Status, series: Series) -> str:
    """One sentence a board member may read out, without its full stop.

    The definition's own templates (param `finding`, keys level, improving, worsening, no_clear_change;
    fields {value}, {delta}, {since}, {period}, {name}) come first, a plain general sentence otherwise.
    """
    if status.latest is None:
        return f"{definition.name}: no figure yet"
    facts = _facts(definition, status)
    templates = definition.params.get("finding") or {}
    own = None
    if status.change not in MOVED or _since_then(status, series):
        own = _filled(templates.get(TEMPLATES.get(status.change, "level")), facts)
    if own is None:
        own = _filled(_general(status, series), facts)
    return own if not status.stale else f"{own} (last measured {month_words(status.latest.period.end)})"


def why(
    definition: Definition, status: Status, judged: Judged | None, decided: str, target_row: str,
    context: Context,
) -> str:
    """The method, what it found, what holds it back, and the target: a few plain sentences.

    `decided` says what decided before the method could; empty where the method did.
    """
    parts = [_points(status.points)]
    if status.latest is not None and judged is not None:
        parts += [_level(status, definition.unit), _method(judged, definition.unit), judged.reason]
    if decided:
        parts.append(f"{decided[0].upper()}{decided[1:]}.")
    if status.target is not TargetStatus.NO_TARGET:
        parts.append(_target(definition, status, target_row, context))
    return " ".join(part for part in parts if part)


def _method(judged: Judged, unit: str) -> str:
    if judged.low is None or judged.high is None or judged.low == judged.high:
        return f"Method: {judged.method}."
    return f"Method: {judged.method}; 95% interval {signed_interval_words(judged.low, judged.high, unit)}."


def early_words(start: dt.date, longer: int) -> str:
    """Until when figures count as early evidence."""
    return f"Early evidence: effects may take until {month_words(add_months(start, longer))}."


def _facts(definition: Definition, status: Status) -> dict[str, Any]:
    delta, since = status.delta, status.since
    return {
        "name": definition.name, "subject": definition.name,
        "value": value_words(status.latest.value, definition.unit),
        "period": period_words(status.latest.period),
        "delta": None if delta is None else delta_words(delta, definition.unit),
        "since": None if since is None else month_words(since.period.end),
        "way": "up" if (delta or 0) > 0 else "down", "more": "more" if (delta or 0) > 0 else "fewer",
        "above": "above" if (delta or 0) > 0 else "below",
        "usual": None if delta is None else value_words(status.latest.value - delta, definition.unit),
    }


def _since_then(status: Status, series: Series) -> bool:
    """Whether the change is one since an earlier figure, which the framework's own sentences speak of."""
    return status.delta_low is not None and not series.cumulative


def _general(status: Status, series: Series) -> str:
    adds_up = series.cumulative and status.delta_unit != "percentage points"
    if adds_up and status.change is Change.NO_CLEAR_CHANGE:
        return GENERIC["same_pace"]
    if status.change not in MOVED:
        return GENERIC[status.change]
    if adds_up:
        return GENERIC["moved_growth" if status.delta == status.delta_low else "moved_pace"]
    if series.cumulative:
        return GENERIC["moved_cases"]
    return GENERIC["moved_usual" if status.delta_low is None else "moved"]


def _filled(template: str | None, facts: Mapping[str, Any]) -> str | None:
    """The template with its facts; None where it asks for one that there is not."""
    if not template:
        return None
    missing = [name for name, value in facts.items() if value is None and "{" + name + "}" in template]
    return None if missing else template.format_map(facts).rstrip(".")


def _points(count: int) -> str:
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number.capitalize()} comparable {'figure' if count == 1 else 'figures'}."


def _level(status: Status, unit: str) -> str:
    latest = status.latest
    if latest.low is None or latest.high is None:
        return "A complete count: the value itself is compared."
    bounds = interval_words(latest.low, latest.high, unit)
    return f"Latest level {value_words(latest.value, unit)}, 95% interval {bounds}."


def _target(definition: Definition, status: Status, row: str, context: Context) -> str:
    target = definition.target
    level = value_words(target.value, definition.unit)
    aim = level if target.kind == "level" else _change(definition, context)
    return f"Target of {aim} by {month_words(target.due)}: {TARGET_WORDS[status.target]}, because {row}."


def _change(definition: Definition, context: Context) -> str:
    target = definition.target
    sign = "more" if target.value >= 0 else "less"
    comparator = context.area_names.get(target.comparator, target.comparator)
    against = "the baseline" if target.kind == "change" else comparator
    return f"{delta_words(target.value, definition.unit)} {sign} than {against}"
