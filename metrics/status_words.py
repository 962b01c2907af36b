"""The finding in one plain sentence, from the same figures as the status."""

from collections.abc import Mapping
from typing import Any

from metrics.claims import Cause
from metrics.status_series import Series
from metrics.status_types import Change, Status
from metrics.types import Definition
from metrics.words import delta_words, month_words, period_words, value_words

# What is said of a change after the level has been said; the framework's own level sentence comes first.
TAILS: Mapping[str, str] = {
    "moved": ", {way} {delta} since {since}",
    "moved_pace": ", {delta} {more} in the last six months than in the six before",
    "moved_growth": ", {delta} more than six months before",
    "moved_cases": ", {delta} {more} in the last six months than before",
    "same_pace": ", no clear change in pace",
    "moved_usual": ", {above} its usual level of {usual}",
    Change.NO_CLEAR_CHANGE: ", no clear change",
    Change.NOT_ENOUGH_POINTS: ", too few measurements to judge a change",
    Change.TOO_EARLY: ", too early to judge",
    Change.NOT_COMPARABLE: ", not comparable with before",
}
# What the counterfactual says of the months since an effect could show, where the control chart can't say.
ANYWAY = {
    "fell": "; since an effect could show, fewer than were to be expected anyway",
    "rose": "; since an effect could show, more than were to be expected anyway",
    "no_clear_change": "; since an effect could show, no clear difference from what was to be expected anyway",
    "inconclusive": "; whether that differs from what was to be expected anyway is open",
}
PLAIN = "{name}: {value} in {period}"
SO_FAR = ("moved_pace", "moved_growth", "moved_cases", "same_pace")
TEMPLATES = {
    Change.IMPROVING: "improving", Change.WORSENING: "worsening", Change.NO_CLEAR_CHANGE: "no_clear_change",
}
MOVED = (Change.IMPROVING, Change.WORSENING, Change.CHANGED)
OF_TIME = ("{delta}", "{since}")  # a sentence with these speaks of a change since an earlier figure


def headline(definition: Definition, status: Status, series: Series, cause: Cause | None = None) -> str:
    """One sentence a board member may read out, without its full stop.

    Where neighbouring periods resemble each other it says what `cause`, the counterfactual, found instead.

    The definition's own templates (param `finding`, keys level, improving, worsening, no_clear_change;
    fields {value}, {delta}, {since}, {period}, {name}) come first. One that speaks of {delta} or {since}
    is used only where the change is one since an earlier figure; otherwise the level and a plain tail.
    """
    if status.latest is None:
        return f"{definition.name}: no figure yet"
    facts, templates = _facts(definition, status), definition.params.get("finding") or {}
    own = templates.get(TEMPLATES.get(status.change, ""))
    if own and status.change in MOVED and not _since_then(status, series):
        own = None if any(field in own for field in OF_TIME) else own
    said = _filled(own, facts) or _general(status, series, templates.get("level"), facts)
    if rests_on(cause, status):
        said = (_filled(templates.get("level"), facts) or PLAIN.format_map(facts)) + ANYWAY[cause.claim]
    return said if not status.stale else f"{said} (last measured {month_words(status.latest.period.end)})"


def rests_on(cause: Cause | None, status: Status) -> bool:
    """Whether the finding is the counterfactual's: the series has memory, and a design answered."""
    return cause is not None and status.autocorrelated and cause.claim in ANYWAY


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


def _general(status: Status, series: Series, level: str | None, facts: Mapping[str, Any]) -> str:
    """The level in the framework's words or in plain ones, and what is said of its change."""
    tail = _tail(status, series)
    plain = "{name}: {value}"
    if tail in SO_FAR:
        plain += " so far"
    elif tail != "moved":
        plain += " in {period}"
    return (_filled(level, facts) or plain.format_map(facts)) + TAILS[tail].format_map(facts)


def _tail(status: Status, series: Series) -> str:
    adds_up = series.cumulative and status.delta_unit != "percentage points"
    if adds_up and status.change is Change.NO_CLEAR_CHANGE:
        return "same_pace"
    if status.change not in MOVED:
        return status.change
    if adds_up:
        return "moved_growth" if status.delta == status.delta_low else "moved_pace"
    if series.cumulative:
        return "moved_cases"
    return "moved_usual" if status.delta_low is None else "moved"


def _filled(template: str | None, facts: Mapping[str, Any]) -> str | None:
    """The template with its facts; None where it asks for one that there is not."""
    if not template:
        return None
    missing = [name for name, value in facts.items() if value is None and "{" + name + "}" in template]
    return None if missing else template.format_map(facts).rstrip(".")
