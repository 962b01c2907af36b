"""How far an indicator has come from its baseline towards its target, and where it should be by now."""

import datetime as dt

from metrics.types import Target


def progress(actual: float | None, baseline: float | None, target: float | None) -> float | None:
    """(actual − baseline) / (target − baseline): 0 at the baseline, 1 at the target, both directions alike.

    Never clipped: below 0 it moved away, above 1 it went past. None where a figure is missing or target
    and baseline are the same.
    """
    if actual is None or baseline is None or target is None or target == baseline:
        return None
    return (actual - baseline) / (target - baseline)


def end_level(target: Target, baseline: float | None) -> float | None:
    """The end target as a level; a change needs a baseline. A difference has no level of its own."""
    return _as_level(target, target.value, baseline)


def level_to_date(
    target: Target, baseline: float | None, baseline_date: dt.date, on: dt.date
) -> float | None:
    """Where the indicator should stand `on` a date, as a level.

    With dated steps: the last step due by then (none before the first). Without: on the straight line
    from the baseline to the end target. From the due date on, the end target itself. None where nothing
    is due yet: on the baseline's own date, or without a baseline.
    """
    if on >= target.due:
        return end_level(target, baseline)
    if target.steps:
        due = [value for date, value in sorted(target.steps) if date <= on]
        return _as_level(target, due[-1], baseline) if due else None
    end = end_level(target, baseline)
    if end is None or baseline is None or on <= baseline_date:
        return None
    gone = (on - baseline_date).days / (target.due - baseline_date).days
    return baseline + (end - baseline) * gone


def _as_level(target: Target, value: float, baseline: float | None) -> float | None:
    if target.kind == "level":
        return value
    if target.kind == "change" and baseline is not None:
        return baseline + value
    return None
