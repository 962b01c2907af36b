"""Difference-in-differences: what was counted against comparators that went on without the programme.

The comparators' pooled rate is the treated area's exposure, so that what they share (season, winters, national
trends) cancels. What is left of the gap carries on as in the interrupted time series, by the same outlook: two
places drift apart by themselves, and an interval that forgets it claims too much.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from metrics.designs import refusals
from metrics.designs.answers import answer, monthly, refused, with_placebos
from metrics.designs.events import event_study
from metrics.designs.its import carried_on, compared
from metrics.designs.panel import Panel, panel
from metrics.designs.placebo import in_time
from metrics.designs.types import DEFAULT, Answer, ImpactModel, Placebo, Refusal, ServiceSeries, Settings
from metrics.memory import autocorrelation

MARYLAND = 3
QUARTER = 3  # periods: the noise of single months is in the interval, slower moves are a bad fit


def difference(
    series: ServiceSeries, model: ImpactModel, comparators: Sequence[ServiceSeries],
    settings: Settings = DEFAULT, *, full: bool = True,
) -> Answer:
    """Whether the treated area fell or rose against the pooled comparators, each weighted by its exposure.

    Refuses when a comparator overlaps or breaks, when months are too few, when the gap before the start scatters
    by more than `fit_gap_max`, and when it was already closing or widening (pre-trend test).
    """
    stopped = stopped_before(series, model, comparators, settings)
    if stopped:
        return refused("did", [stopped])
    both = panel(series, comparators, model)
    unseasonal = replace(settings, harmonics=0)  # the comparators carry the season
    if short := refusals.too_short(both.judged, unseasonal):
        return refused("did", [short])
    gap, trend = _gap(both), pre_trend(_gap(both)[~both.judged.after])
    if bad := _unlike(gap[~both.judged.after], trend, settings):
        return replace(refused("did", [bad]), events=event_study(both, _gap) if full else ())
    judged = both.against(_pooled(both))
    future = carried_on(judged, unseasonal)
    found = replace(answer("did", judged, future.total(), monthly(judged, future) if full else ()), maryland=MARYLAND)
    found = replace(found, rate=_rate(found, both))
    if full or found.claim in ("fell", "rose"):
        found = with_placebos(found, in_time(judged, unseasonal) + (in_space(both) if full else []))
    return _in_full(found, both, gap, trend, settings) if full else found


def stopped_before(
    series: ServiceSeries, model: ImpactModel, comparators: Sequence[ServiceSeries], settings: Settings
) -> Refusal | None:
    """What can be refused before any figure: too few comparators, overlaps, declared breaks on either side."""
    if len(comparators) < settings.comparators_min:
        return Refusal("no_comparators", f"There are {len(comparators)} comparators; at least "
                                         f"{settings.comparators_min} are needed.")
    if overlap := refusals.overlapping(series, comparators):
        return overlap
    return next((found for one in (series, *comparators) if (found := refusals.broken(one, model))), None)


def in_space(both: Panel) -> list[Placebo]:
    """The same difference for every comparator in the treated area's place; p is the share as large or larger."""
    sizes = np.array([_change(both), *(_change(both.as_if(at)) for at in range(len(both.names)))])
    p = float(np.mean(np.abs(sizes) >= abs(sizes[0]) - 1e-12))
    return [Placebo("space", name, -100 * float(np.expm1(size)), p, held=p <= 0.05)
            for name, size in zip(both.names, sizes[1:], strict=True)]


def pre_trend(gap: np.ndarray) -> tuple[float, float]:
    """Slope of the gap before the start, a period, and its p; the gap's memory shrinks what it counts for."""
    from scipy import stats  # late: it takes a second or two, and most publications do without

    fitted = stats.linregress(np.arange(len(gap)), gap)
    memory = max(autocorrelation(gap.tolist()) or 0.0, 0.0)
    wide = fitted.stderr * np.sqrt((1 + memory) / (1 - min(memory, 0.95)))
    if wide <= 0:
        return float(fitted.slope), 1.0
    return float(fitted.slope), float(2 * stats.t.sf(abs(fitted.slope) / wide, len(gap) - 2))


def _pooled(both: Panel) -> np.ndarray:
    return both.counts.sum(1) / both.exposures.sum(1)


def _gap(both: Panel) -> np.ndarray:
    """Logarithm of the treated rate over the pooled rate, by period."""
    return np.log((both.judged.count + 0.5) / both.judged.exposure) - np.log(_pooled(both))


def _change(both: Panel) -> float:
    gap, after = _gap(both), both.judged.after
    return float(gap[after].mean() - gap[~after].mean())


def _unlike(before: np.ndarray, trend: tuple[float, float], settings: Settings) -> Refusal | None:
    slope, p = trend
    if p < settings.pre_trend_p_min:
        return Refusal("pre_trend", f"Before the start the gap to the comparators was already moving, by "
                                    f"{100 * np.expm1(slope):+.2f}% a period (p {p:.3f}).")
    scatter = float(np.std([np.mean(part) for part in np.array_split(before, max(len(before) // QUARTER, 2))]))
    if scatter > settings.fit_gap_max:
        return Refusal("bad_fit", f"Before the start the gap to the comparators scatters by {100 * scatter:.0f}% from "
                                  f"quarter to quarter; at most {100 * settings.fit_gap_max:.0f}% is accepted.")
    return None


def _rate(found: Answer, both: Panel):
    """Avoided per true exposure: the judged window's own exposure is the comparators' rate."""
    size = float(both.judged.exposure[both.judged.after].sum())
    return replace(found.avoided, value=found.avoided.value / size, low=found.avoided.low / size,
                   high=found.avoided.high / size)


def _in_full(found: Answer, both: Panel, gap: np.ndarray, trend: tuple[float, float], settings: Settings) -> Answer:
    before = gap[~both.judged.after]
    share = both.exposures.sum(0) / both.exposures.sum()
    diagnostics = (("gap_scatter_percent", 100 * float(np.std(before))), ("pre_trend_p", trend[1]),
                   ("autocorrelation", autocorrelation(before.tolist()) or 0.0),
                   ("months_before", float(both.judged.months_before)))
    gaps = tuple(zip(all_starts(both), (100 * np.expm1(gap - before.mean())).tolist(), strict=True))
    said = [f"Without {name}: {compared(found, _again(both.without(at), settings))}" for at, name in
            enumerate(both.names)]
    return replace(found, weights=tuple(zip(both.names, share.tolist(), strict=True)), gaps=gaps,
                   events=event_study(both, _gap), diagnostics=diagnostics, sensitivities=tuple(said))


def _again(both: Panel, settings: Settings) -> Answer:
    judged = both.against(_pooled(both))
    return answer("did", judged, carried_on(judged, replace(settings, harmonics=0)).total())


def all_starts(both: Panel):
    """The first days of all periods of a panel."""
    return replace(both.judged, after=np.ones(len(both.judged.place), dtype=bool)).starts()
