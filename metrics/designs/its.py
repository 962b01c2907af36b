"""Interrupted time series: the area's own past carried on, and what was counted set against it.

The model is declared (start, lag, end); the noise is not assumed away. Where the textbook's segmented regression
reads a coefficient, we set the total that was counted against the distribution of the total that would have
come, because with a few dozen dependent months the coefficient claims a fall seven times as often as it says.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from metrics.designs import refusals
from metrics.designs.answers import answer, monthly, refused, with_placebos
from metrics.designs.cut import Window, window
from metrics.designs.outlook import Outlook, outlook
from metrics.designs.placebo import in_time
from metrics.designs.types import DEFAULT, Answer, ImpactModel, Refusal, ServiceSeries, Settings
from metrics.memory import autocorrelation
from metrics.periods import month_range

MARYLAND = 2  # a before and after of one place, its own past as the comparison


def interrupted(
    series: ServiceSeries, model: ImpactModel, settings: Settings = DEFAULT, *, full: bool = True,
    without: Sequence[dt.date] = (),
) -> Answer:
    """Whether the total after the declared start is lower or higher than the series' own past leads to expect.

    `full=False` leaves out months, diagnostics and sensitivities, not the placebo: the claim is the same.
    `without` are periods to leave out of baseline and comparison. Refuses by metrics.designs.refusals.
    """
    judged = window(series, model, without)
    stopped = _stopped(series, judged, model, settings)
    if stopped:
        return refused("its", [stopped])
    future = carried_on(judged, settings)
    if bad := refusals.noisy(future, settings):
        return refused("its", [bad])
    found = answer("its", judged, future.total(), monthly(judged, future) if full else ())
    found = replace(found, maryland=MARYLAND)
    if full or found.claim in ("fell", "rose"):
        found = with_placebos(found, in_time(judged, settings))
    if not full:
        return found
    said = _sensitivities(found, series, model, settings)
    return replace(found, diagnostics=_diagnostics(judged, future), sensitivities=said)


def carried_on(judged: Window, settings: Settings) -> Outlook:
    """The outlook of a window: its months after the start, foreseen from those before."""
    return outlook(judged.place, judged.month, judged.count, judged.exposure, judged.after, judged.step,
                   settings.harmonics)


def _stopped(series: ServiceSeries, judged: Window, model: ImpactModel, settings: Settings) -> Refusal | None:
    return (
        refusals.broken(series, model) or refusals.too_short(judged, settings) or refusals.jumped(judged, settings)
    )


def _diagnostics(judged: Window, future: Outlook) -> tuple[tuple[str, float], ...]:
    """Memory and over-dispersion of what the smooth part leaves of the baseline, and how closely it fits."""
    places = judged.place[~judged.after]
    slots: list[float | None] = [None] * int(places[-1] - places[0] + 1)
    for place, left in zip(places, future.residual, strict=True):
        slots[int(place - places[0])] = float(left)
    freedom = max(future.freedom - 1, 1)
    found = {
        "autocorrelation": autocorrelation(slots),
        "over_dispersion": float((future.residual**2 * future.fitted).sum() / freedom),
        "fit_gap_percent": 100 * float(np.sqrt(np.mean(future.residual**2))),
        "months_before": judged.months_before, "months_after": judged.months_after,
    }
    return tuple((name, float(value)) for name, value in found.items() if value is not None)


def _sensitivities(found: Answer, series: ServiceSeries, model: ImpactModel, settings: Settings) -> tuple[str, ...]:
    """The same question with a later baseline and without the Covid months, in words."""
    covid = [month.start for month in month_range(*settings.covid)]
    variants = [("Without the months of Covid", {"without": covid})] if set(covid) & set(series.starts) else []
    year = [start for start in series.starts if (start.year, start.month) < _year_after(series.starts[0])]
    variants.append(("With a baseline that begins a year later", {"without": year}))
    lag = [start for start in series.starts if model.starts_on <= start < model.effect_from]
    if lag:
        variants.append(("Without the months of the lag", {"without": lag}))
    said = []
    for words, how in variants:
        other = interrupted(series, model, settings, full=False, **how)
        said.append(f"{words}: {compared(found, other)}")
    return tuple(said)


def compared(found: Answer, other: Answer) -> str:
    """A variant set beside the answer, in a few words."""
    if other.percent is None or found.percent is None:
        return other.sentence[0].lower() + other.sentence[1:]
    same = "the same finding" if other.claim == found.claim else "a different finding"
    side = "lower" if other.percent.value > 0 else "higher"
    return f"{same}, {abs(other.percent.value):.1f}% {side} than expected."


def _year_after(date: dt.date) -> tuple[int, int]:
    return date.year + 1, date.month
