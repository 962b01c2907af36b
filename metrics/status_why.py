"""Why a status is what it is, in three short paragraphs: what was found, by which method, the target."""

from metrics.context import Context
from metrics.periods import add_months
from metrics.status_series import Series
from metrics.status_types import Judged, Status, TargetStatus
from metrics.types import Definition, Estimate
from metrics.words import delta_words, interval_words, month_words, signed_interval_words, value_words

# The rows that decide a target (metrics/status_target.py), in a board’s words.
ROWS = {
    "the interval lies past the end target": "the whole interval lies past it",
    "the interval lies on the good side of the target to date": "the whole interval is ahead of what is due by now",
    "the interval lies on the wrong side of the target to date": "the whole interval is behind what is due by now",
    "the interval holds the target to date": "what is due by now lies within the interval: too close to call",
}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def why(
    definition: Definition, status: Status, series: Series, judged: Judged | None, decided: str,
    target_row: str, context: Context,
) -> str:
    """Paragraphs, a line each: what was found; the method and what it rests on; the target, if any.

    `decided` says what decided before the method could; empty where the method did.
    """
    parts = [
        _sentence(decided) if decided else _found(status, series, judged, definition.unit),
        "" if judged is None else _method(definition, status, judged, context),
        "" if status.target is TargetStatus.NO_TARGET else _target(definition, status, target_row, context),
    ]
    return "\n".join(part for part in parts if part)


def _found(status: Status, series: Series, judged: Judged, unit: str) -> str:
    if judged.side is None or judged.delta is None:
        return judged.reason or "The figures do not show a change yet."
    if judged.low is None or judged.high is None:
        return _against_usual(judged, status.latest, unit)
    if series.cumulative:
        return _pace(judged, unit)
    return _since(judged, unit)


def _since(judged: Judged, unit: str) -> str:
    """A difference from an earlier figure, with the interval that decides; one without is exact."""
    way = "Up" if judged.delta > 0 else "Down"
    then = f" since {month_words(judged.since.period.end)}" if judged.since else ""
    said = f"{way} {delta_words(judged.delta, unit)}{then}"
    if judged.low == judged.high:
        return f"{said}."
    spread = f"95% interval {signed_interval_words(judged.low, judged.high, unit)}"
    return f"{said} ({spread})." if judged.side else f"{said}, but that may be chance ({spread})."


def _pace(judged: Judged, unit: str) -> str:
    """What the last half year added against the half year before."""
    size, more = delta_words(judged.delta, unit), "more" if judged.delta > 0 else "less"
    if judged.low == judged.high:
        return f"It grew by {size} in the last six months."
    spread = f"95% interval {signed_interval_words(judged.low, judged.high, unit)}"
    said = f"The last six months added {size} {more} than the six before"
    if unit == "percent":
        said = f"Among the last six months’ cases it is {size} {'higher' if judged.delta > 0 else 'lower'}"
    return f"{said} ({spread})." if judged.side else f"{said}, but that may be chance ({spread})."


def _against_usual(judged: Judged, latest: Estimate, unit: str) -> str:
    usual = value_words(latest.value - judged.delta, unit)
    if judged.autocorrelated:
        return (
            "No change can be told from ordinary ups and downs, because neighbouring periods resemble each "
            "other."
        )
    if judged.side:
        return f"It has left its usual level of {usual} by more than its ordinary ups and downs."
    return f"It stays within its ordinary ups and downs around {usual}."


def _method(definition: Definition, status: Status, judged: Judged, context: Context) -> str:
    latest, unit = status.latest, definition.unit
    said = [f"Method: {judged.method}, {_points(status.points)}."]
    if latest.low is None or latest.high is None:
        said.append("A complete count: the value itself is compared.")
    else:
        bounds = interval_words(latest.low, latest.high, unit)
        said.append(f"Latest level {value_words(latest.value, unit)}, 95% interval {bounds}.")
    if judged.side is not None:
        said.append(judged.reason)
    if status.early:
        until = month_words(add_months(context.start, definition.lag_months[1]))
        said.append(f"Early evidence: effects may take until {until}.")
    return " ".join(part for part in said if part)


def _points(count: int) -> str:
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number} comparable {'figure' if count == 1 else 'figures'}"


def _target(definition: Definition, status: Status, row: str, context: Context) -> str:
    target, latest = definition.target, status.latest
    aim = value_words(target.value, definition.unit)
    if target.kind != "level":
        aim = _change(definition, context)
    said = ROWS.get(row, row)
    if latest is not None and latest.low is None:
        said = said.replace("the whole interval", "the figure")
    return f"Target: {aim} by {month_words(target.due)}. {_sentence(said)}"


def _change(definition: Definition, context: Context) -> str:
    target = definition.target
    sign = "more" if target.value >= 0 else "less"
    comparator = context.area_names.get(target.comparator, target.comparator)
    against = "at the baseline" if target.kind == "change" else f"in {comparator}"
    return f"{delta_words(target.value, definition.unit)} {sign} than {against}"


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:].rstrip('.')}."
