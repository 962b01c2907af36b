"""What a claim is compared with and what its figure is, in words."""

from collections.abc import Sequence

from metrics.status_types import Status
from metrics.types import Definition, Estimate
from metrics.words import delta_words, month_words, period_words, signed_interval_words, value_words

USUAL, PACE, SO_FAR = "against its usual level", "in the last six months against the six before", "so far"
CHARTS = ("statistical process control", "run chart")
PACES = ("additions", "growth")


def period_of(status: Status) -> str:
    """What the status compares the latest figure with, in words."""
    if status.method.startswith(PACES):
        return PACE
    if status.delta_low is not None and status.since is not None:
        return f"since {month_words(status.since.period.end)}"
    return USUAL if status.method.startswith(CHARTS) else SO_FAR


def difference_said(definition: Definition, found: Estimate, label: str) -> str:
    """Up 3 percentage points (95% interval +0.4 to +5.1 percentage points) since March 2024; or why there is none."""
    if found.value is None:
        return found.reason
    bounds = ""
    if None not in (found.low, found.high):
        bounds = f" (95% interval {signed_interval_words(found.low, found.high, definition.unit)})"
    moved = way(found.value).capitalize()
    return f"{moved} {delta_words(found.value, definition.unit)}{bounds} {label}."


def level_said(definition: Definition, level: Estimate | None, where: str, out_of: str = "") -> str:
    """A level as a sentence; that none may be given where there is none.

    `where` is " in Harlow" or nothing, `out_of` what a rate is out of.
    """
    if level is None or level.value is None:
        return f"{definition.name}{where}: no figure may be given."
    told = f"{value_words(level.value, definition.unit)}{out_of}"
    return f"{definition.name}{where}: {told} in {period_words(level.period)}."


def way(value: float) -> str:
    """up or down."""
    return "up" if value > 0 else "down"


def place_words(name: str, claim: str, percent: Sequence[float] | None) -> str:
    """What was avoided in a place, in whole per cent of what was to be expected: value, low, high; fewer is above 0."""
    if percent is None:
        return f"{name}: nothing can be said of what was to be expected."
    value, low, high = (round(each) for each in percent)
    spread = f"95% interval {_fewer(low)} to {_fewer(high)}"
    if not value:
        return f"{name}: about as many as were to be expected ({spread})."
    size = f"{_fewer(value)} than were to be expected"
    clear = "" if claim in ("fell", "rose") else ", which may be chance"
    return f"{name}: {size}{clear} ({spread})."


def _fewer(percent: int) -> str:
    return "no difference" if not percent else f"{abs(percent)}% {'more' if percent < 0 else 'fewer'}"
