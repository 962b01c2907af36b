"""The methods that tell a rise or a fall from noise, one function each."""

from collections.abc import Sequence
from statistics import median

from metrics import spc
from metrics.chart_of_counts import NAMES, XMR, Counted, exposure, kind_told, wide
from metrics.in_season import chart_in_season
from metrics.intervals import count_difference, difference
from metrics.memory import autocorrelation
from metrics.periods import month_number
from metrics.spc_rules import shift, sides, trend
from metrics.status_series import Series
from metrics.status_types import Judged
from metrics.types import Definition, Estimate
from metrics.words import signed_interval_words

LIMIT_OF_MEMORY = 0.2  # residual autocorrelation above which XmR flags quiet series too often
CONTROL_CHART = "statistical process control ({chart})"
FROM_COUNTS = "The limits come from the counts themselves{wide}."
SEASON_OUT = "Each month is judged against what is usual for that month of the year."
RUN, TREND = 6, 5  # run charts have shorter rules than SPC (Perla, Provost and Murray 2011)


def published_difference(series: Series, unit: str) -> Judged:
    """Waves of a survey: the difference from the baseline, with the one from the last wave told beside."""
    change, previous, beside = series.change, series.previous, ""
    if previous is not None and previous.low is not None and previous.value != change.value:
        bounds = signed_interval_words(previous.low, previous.high, unit)
        beside = f"Since the wave before: {bounds}."
    method = "difference from the baseline with its interval"
    return Judged(
        side(change.low, change.high), method, change.value, change.low, change.high, reason=beside,
        since=series.baseline,
    )


def difference_of_two(before: Estimate, after: Estimate, unit: str) -> Judged:
    """Two figures: from their intervals, or as Poisson counts where they are counts without one."""
    if None not in (before.low, before.high, after.low, after.high):
        delta, low, high = difference(
            before.value, (before.low, before.high), after.value, (after.low, after.high)
        )
        return Judged(side(low, high), "difference of two intervals", delta, low, high, since=before)
    if unit == "count" and min(before.value, after.value) >= 0:
        delta, low, high = count_difference(before.value, after.value)
        method = "difference of two counts, exact Poisson"
        return Judged(side(low, high), method, delta, low, high, since=before)
    reason = "Five complete totals are needed to tell change from their usual ups and downs."
    return Judged(None, "difference of two totals", after.value - before.value, reason=reason, since=before)


def run_chart(points: Sequence[Estimate]) -> Judged:
    """The latest point outside trial limits, or ending a run of 6 on a side of the median or a trend of 5."""
    values = [point.value for point in points]
    middle = median(values)
    chart = spc.xmr(values, "up")
    about = sides(values, middle)
    last = chart.points[-1]
    moved = 0
    if last.upper is not None and not last.lower <= last.value <= last.upper:
        moved = 1 if last.value > last.upper else -1
    elif trend(values, TREND)[-1]:
        moved = int(trend(values, TREND)[-1])
    elif shift(about, RUN)[-1]:
        moved = int(about[-1])
    return Judged(moved, "run chart with trial limits", values[-1] - middle, since=points[0])


def control_chart(points: Sequence[Estimate], places: Sequence[int], definition: Definition) -> Judged:
    """The latest point's variation on its control chart; no change is claimed where the series has memory.

    Months with a season are judged, and their memory measured, with the usual pattern of the year taken out.
    """
    values: list[float | None] = [None] * (places[-1] + 1)
    for place, point in zip(places, points, strict=True):
        values[place] = point.value
    counted = _counted(points, places, definition)
    judged = chart_in_season(values, _first_month(points, places), "up", counted=counted)
    last = judged.chart.points[-1]
    memory = autocorrelation(judged.adjusted)
    autocorrelated = memory is not None and memory > LIMIT_OF_MEMORY
    moved = {"improvement": 1, "concern": -1}.get(last.kind, 0)  # judged with "up": better is higher
    delta = None if last.centre is None else points[-1].value - last.centre
    said = [FROM_COUNTS.format(wide=wide(judged.widths[-1]))] if counted else []
    said += [SEASON_OUT] if judged.seasonal else []
    said += [f"Neighbouring periods resemble each other (autocorrelation {memory:.2f})."] if autocorrelated else []
    method = CONTROL_CHART.format(chart=NAMES[counted.kind] if counted else "XmR")
    return Judged(
        0 if autocorrelated else moved, method, delta, reason=" ".join(said),
        autocorrelation=memory, autocorrelated=autocorrelated, since=points[0],
    )


def _counted(points: Sequence[Estimate], places: Sequence[int], definition: Definition) -> Counted | None:
    """What the points count, where they were charted by their counts at publication."""
    kind = kind_told(points[-1].method)
    if kind == XMR:
        return None
    exposures: list[float | None] = [None] * (places[-1] + 1)
    for place, point in zip(places, points, strict=True):
        exposures[place] = exposure(point, float(definition.params.get("per", 1)))
    return Counted(kind, tuple(exposures), 100.0 if definition.unit == "percent" else 1.0)


def _first_month(points: Sequence[Estimate], places: Sequence[int]) -> int | None:
    """The calendar month the series begins with; None where its places aren't months."""
    first, last = points[0].period, points[-1].period
    months = month_number(last.start) - month_number(first.start) == places[-1]
    return first.start.month if months and first.kind == "month" else None


def side(low: float | None, high: float | None) -> int:
    """Where an interval of a difference lies: above 0, below 0, or on both sides."""
    if low is None or high is None:
        return 0
    return (low > 0) - (high < 0)
