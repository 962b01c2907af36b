"""Synthetic control: a mixture of comparators that went like the treated area before the start.

The weights are none negative and add up to one. How far a place wanders from its mixture by chance is read from
the comparators: each plays the treated area, and its relative gap after the start over its gap before is one draw.
The interval is a t interval on those draws; the rank among them is shown beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from metrics.designs import refusals
from metrics.designs.answers import answer, refused, with_placebos
from metrics.designs.did import all_starts, stopped_before
from metrics.designs.its import compared
from metrics.designs.outlook import Sums
from metrics.designs.panel import Panel, panel
from metrics.designs.placebo import pretend
from metrics.designs.simplex import simplex_weights
from metrics.designs.types import DEFAULT, Answer, ImpactModel, Month, Placebo, Range, Refusal, ServiceSeries, Settings

MARYLAND = 3
MATTERS = 0.01  # a weight below this is not left out to see what happens


@dataclass(frozen=True)
class Mixture:
    """Weights of the comparators, the expected rate by period, and how far off it was before and after."""

    weights: np.ndarray
    expected: np.ndarray
    scatter: float  # root mean square of the relative gap before
    moved: float  # logarithm of observed over expected, all months after

    @property
    def ratio(self) -> float:
        return self.moved / max(self.scatter, 1e-9)


def mixture(both: Panel) -> Mixture:
    """Fit the treated rate by its comparators' before the start."""
    before = ~both.judged.after
    weights = simplex_weights(both.treated_rate[before], both.rates[before])
    expected = both.rates @ weights
    gap = both.treated_rate / expected - 1
    size = both.judged.exposure[both.judged.after]
    moved = np.log(max(both.judged.observed, 0.5) / float((expected[both.judged.after] * size).sum()))
    return Mixture(weights, expected, float(np.sqrt(np.mean(gap[before] ** 2))), float(moved))


def synthetic_control(
    series: ServiceSeries, model: ImpactModel, comparators: Sequence[ServiceSeries],
    settings: Settings = DEFAULT, *, full: bool = True,
) -> Answer:
    """Whether the treated area left its mixture by more than the comparators leave theirs.

    Refuses as difference-in-differences does, pre-trend aside, and when the gap before is more than `fit_gap_max`.
    """
    stopped = stopped_before(series, model, comparators, settings)
    if stopped:
        return refused("sc", [stopped])
    both = panel(series, comparators, model)
    if short := refusals.too_short(both.judged, replace(settings, harmonics=0)):
        return refused("sc", [short])
    found = mixture(both)
    if found.scatter > settings.fit_gap_max:
        return refused("sc", [_poor(found, settings)])
    placebos = [mixture(both.as_if(at)) for at in range(len(both.names))]
    told = replace(_answer(both, found, placebos, full), maryland=MARYLAND)
    checks = _in_time(both, settings) if full or told.claim in ("fell", "rose") else []
    if not full:
        return with_placebos(told, checks)
    return _in_full(with_placebos(told, checks + _in_space(both, found, placebos)), both, found, placebos)


def _poor(found: Mixture, settings: Settings) -> Refusal:
    return Refusal("bad_fit", f"Before the start no mixture of the comparators comes closer than "
                              f"{100 * found.scatter:.0f}%; at most {100 * settings.fit_gap_max:.0f}% is accepted.")


def _spread(found: Mixture, placebos: Sequence[Mixture]) -> float:
    """How far the treated area would wander by chance, on the logarithm of the total."""
    return found.scatter * float(np.sqrt(np.mean([one.ratio**2 for one in placebos])))


def _answer(both: Panel, found: Mixture, placebos: Sequence[Mixture], full: bool) -> Answer:
    after, spread = both.judged.after, _spread(found, placebos)
    expected = found.expected[after] * both.judged.exposure[after]

    def sums(totals: np.ndarray) -> Sums:
        return Sums(np.ones(1), np.log(totals)[None], np.full((1, len(totals)), spread), len(placebos))

    months = []
    if full:
        so_far, counts = np.cumsum(expected), both.judged.count[after]
        bands = [sums(totals).quantiles((0.5, 0.025, 0.975)) for totals in (expected, so_far)]
        bands[1] = bands[1] - np.cumsum(counts)
        months = [Month(start, float(counts[at]), *(Range(*map(float, band[:, at])) for band in bands))
                  for at, start in enumerate(both.judged.starts())]
    return answer("sc", both.judged, sums(np.array([expected.sum()])), months)


def _in_time(both: Panel, settings: Settings) -> list[Placebo]:
    """The same with a start that never was, in the last year of the baseline."""
    pretended = pretend(both.judged, replace(settings, harmonics=0))
    if pretended is None:
        return []
    before = both.judged.untouched
    earlier = Panel(pretended, both.names, both.counts[before], both.exposures[before])
    found = _answer(earlier, mixture(earlier), [mixture(earlier.as_if(at)) for at in range(len(both.names))], False)
    name = f"{pretended.months_after} months before the start"
    return [Placebo("time", name, found.percent.value, found.p, held=found.p >= 0.05)]


def _in_space(both: Panel, found: Mixture, placebos: Sequence[Mixture]) -> list[Placebo]:
    """Every comparator in the treated area's place; p is the rank of the treated area's ratio among all."""
    ratios = np.abs([found.ratio, *(one.ratio for one in placebos)])
    p = float(np.mean(ratios >= ratios[0] - 1e-12))
    return [Placebo("space", name, -100 * float(np.expm1(one.moved)), p, held=p <= 0.05)
            for name, one in zip(both.names, placebos, strict=True)]


def _in_full(told: Answer, both: Panel, found: Mixture, placebos: Sequence[Mixture]) -> Answer:
    said = []
    for at, name in enumerate(both.names):
        if found.weights[at] > MATTERS:
            left = both.without(at)
            rest = [one for number, one in enumerate(placebos) if number != at]
            said.append(f"Without {name}: {compared(told, _answer(left, mixture(left), rest, False))}")
    gap = 100 * (both.treated_rate / found.expected - 1)
    return replace(
        told, sensitivities=tuple(said), gaps=tuple(zip(all_starts(both), gap.tolist(), strict=True)),
        weights=tuple(zip(both.names, found.weights.tolist(), strict=True)),
        diagnostics=(("fit_gap_percent", 100 * found.scatter), ("months_before", float(both.judged.months_before)),
                     ("months_after", float(both.judged.months_after)), ("comparators", float(len(both.names)))),
    )
