"""Which of an indicator's estimates its status rests on: one series, its comparable points, in order."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from metrics.context import Context
from metrics.periods import add_months, apart
from metrics.tables import headline_area
from metrics.types import OF_THE_MEASURING, Absence, Definition, Estimate, Period

# The level each formula publishes is looked for under these names, in this order.
LEVELS = ("share", "level", "rate", "per_day", "ei_index")
CHANGES = ("change_from_baseline", "paired_change", "change")
MAIN_SCENARIOS = ("", "central")
FEWEST_IN_YEAR, DAYS_OF_YEAR = 4, 360  # quarters at least, and none of them missing
GAP = "gap_to_comparator"
CUMULATIVE = "cumulative"  # how the method of a figure begins that adds up from the programme's start


@dataclass(frozen=True)
class Series:
    """The comparable points since the last break, oldest first.

    `all_points` holds every one of them, `points` those that share no day (a rolling year published
    monthly is one figure a year, not twelve). `earlier` says that figures exist which the latest can't be
    compared with, `why_cut` why. `baseline` is the first point, or the mean of the year before the
    programme's start where the series covers that year. `change` and `previous` are the latest point's
    published differences from the baseline and from the point before.
    """

    all_points: tuple[Estimate, ...] = ()
    points: tuple[Estimate, ...] = ()
    cumulative: bool = False
    earlier: bool = False
    why_cut: str = ""
    baseline: Estimate | None = None
    change: Estimate | None = None
    previous: Estimate | None = None

    @property
    def latest(self) -> Estimate | None:
        return self.all_points[-1] if self.all_points else None


def series_of(definition: Definition, estimates: Sequence[Estimate], context: Context) -> Series:
    """The headline series: the first area, everyone, the source listed first, of its latest figure's mode.

    Absent figures are no points. The statistic is the definition's param `statistic` where it has one.
    """
    everyone = _everyone(definition, estimates, context)
    levels = _levels(definition, everyone)
    if not levels:
        return Series()
    latest = max(levels, key=lambda e: (e.period.end, e.period.start))
    points = tuple(e for e in levels if _line(e) == _line(latest))
    cumulative = latest.method.startswith(CUMULATIVE)
    separate = points if cumulative else tuple(points[at] for at in apart([e.period for e in points]))
    return Series(
        all_points=points, points=separate, cumulative=cumulative,
        earlier=any(_line(e) != _line(latest) and e.period.end < latest.period.start for e in levels),
        why_cut=_why_cut(everyone, latest), baseline=_baseline(points, context.start),
        change=_published(everyone, latest, CHANGES),
        previous=_published(everyone, latest, ("change_from_previous",)),
    )


def gap_to_comparator(
    definition: Definition, estimates: Sequence[Estimate], context: Context, latest: Estimate | None
) -> Estimate | None:
    """The latest figure's published difference from the comparator, or its absence with the reason."""
    gaps = (e for e in _everyone(definition, estimates, context) if e.statistic == GAP)
    return next((e for e in gaps if latest is not None and _same_place(e, latest)), None)


def _everyone(definition: Definition, estimates: Sequence[Estimate], context: Context) -> list[Estimate]:
    """The headline area's alone: another area's figures (a trust's, per day) never stand in for it."""
    area = headline_area(definition, context)
    return [
        e for e in estimates
        if e.indicator == definition.id and e.area == area and e.group_dim == ""
        and e.scenario in MAIN_SCENARIOS and e.statistic not in OF_THE_MEASURING
    ]


def _levels(definition: Definition, everyone: Sequence[Estimate]) -> list[Estimate]:
    known = [e for e in everyone if e.value is not None]
    names = [str(definition.params.get("statistic", "")), *LEVELS, *(e.statistic for e in known)]
    name = next((name for name in names if any(e.statistic == name for e in known)), "")
    levels = [e for e in known if e.statistic == name]
    source = levels[0].source if levels else ""
    return sorted((e for e in levels if e.source == source), key=lambda e: (e.period.end, e.period.start))


def _baseline(points: Sequence[Estimate], start: dt.date) -> Estimate:
    """A single month is a poor baseline for a series that ran before the programme: its last year is one."""
    year = [p for p in points if add_months(start, -12) <= p.period.start and p.period.end < start]
    if len(year) < FEWEST_IN_YEAR or sum(p.period.days for p in year) < DAYS_OF_YEAR:
        return points[0]
    mean = math.fsum(p.value for p in year) / len(year)
    return replace(
        year[0], period=Period(year[0].period.start, year[-1].period.end, "span"), value=mean,
        low=None, high=None, base=None, base_effective=None, numerator=None, denominator=None, centre=None,
        lower_limit=None, upper_limit=None, mark="", method="mean of the year before the start",
    )


def _line(estimate: Estimate) -> tuple[str, int, str]:
    """Figures that share these are on one unbroken line."""
    return estimate.mode, estimate.segment, estimate.period.kind


def _why_cut(everyone: Sequence[Estimate], latest: Estimate) -> str:
    told = [
        e for e in everyone
        if e.absence is Absence.NOT_COMPARABLE and e.period == latest.period and e.statistic != GAP
    ]
    return next((e.reason for e in told if e.reason), "")


def _published(everyone: Sequence[Estimate], latest: Estimate, names: Sequence[str]) -> Estimate | None:
    found = {e.statistic: e for e in everyone if e.value is not None and _same_place(e, latest)}
    return next((found[name] for name in names if name in found), None)


def _same_place(one: Estimate, other: Estimate) -> bool:
    fields = ("source", "mode", "segment")
    return one.period.end == other.period.end and all(getattr(one, f) == getattr(other, f) for f in fields)
