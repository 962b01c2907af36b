"""Series of demand: their segments between breaks, how much they vary, and the limits they are judged by."""

import numpy as np
import pandas as pd

from metrics.chart_of_counts import XMR, Counted, told
from metrics.comparability import segment_on
from metrics.context import Context
from metrics.in_season import chart_in_season
from metrics.places import leaves
from metrics.spc import COMMON_CAUSE, Point
from metrics.standardised import STANDARDISED
from metrics.types import Definition

_MEDIAN_OF_CHI_SQUARE = 0.4549  # with one degree of freedom
FEWEST_PAIRS = 6
_SIDE = {
    ("improvement", "up"): "high",
    ("improvement", "down"): "low",
    ("concern", "up"): "low",
    ("concern", "down"): "high",
}


def with_segments(
    table: pd.DataFrame, spans: pd.DataFrame, definition: Definition, context: Context
) -> pd.DataFrame:
    """Adds `segment`: 1 before the first break that touches the area or any of its parts, then 2, 3, ...

    A period that a break falls into belongs to the new segment.
    """
    places = {
        area: {area, *context.members.get(area, ()), *leaves(area, context)}
        for area in table["area"].unique()
    }
    cuts = {
        area: sorted(cut for cut in definition.breaks if not cut[2] or near & set(cut[2]))
        for area, near in places.items()
    }
    ends = [period.end for period in spans["period"]]
    keys = zip(table["area"].tolist(), table["window"].tolist(), strict=True)
    segments = [segment_on(ends[window], cuts[area]) for area, window in keys]
    return table.assign(segment=segments)


def dispersions(counts: pd.DataFrame, spans: pd.DataFrame) -> pd.Series:
    """How many times Poisson's variance a series has, by area and segment, at least 1.

    From neighbouring periods, (a − b)² / (a + b), of counts set to equal days: its median over that of
    chi-square, so a closed month or a pandemic does not widen every interval. 1 below six pairs.
    """
    days = counts["window"].map(spans["days"])
    level = counts["count"] * days.mean() / days
    series = [counts["area"], counts["segment"], counts["window"].map(spans["kind"])]
    before = level.groupby(series).shift()
    moved = (level - before) ** 2 / (level + before).where(level + before > 0)
    return over_dispersion(moved, series)


def over_dispersion(moved: pd.Series, series: list[pd.Series]) -> pd.Series:
    """Median of the squared moves, in units of their variance, over that of chi-square; at least 1."""
    ratio = moved.groupby(series).transform("median") / _MEDIAN_OF_CHI_SQUARE
    enough = moved.groupby(series).transform("count") >= FEWEST_PAIRS
    return ratio.where(enough, 1.0).fillna(1.0).clip(lower=1.0)


def charted(table: pd.DataFrame, spans: pd.DataFrame, definition: Definition, whole: float = 1.0) -> pd.DataFrame:
    """Adds `centre`, `lower_limit`, `upper_limit` and `mark` to each area's series of `value`.

    Missing periods stand in their place, so nothing runs across a gap; each segment has its own limits, which
    follow the year where months have a season. Limits are XmR's, or those of a count where the definition chooses
    such a chart, which `method` then says: `value` is `whole` × count / `exposure`. A lower limit below 0 is 0.
    """
    parts = []
    table = table.sort_values(["area", "window"]).reset_index(drop=True)
    for (_, kind), series in table.groupby(["area", table["window"].map(spans["kind"])], sort=False):
        values, exposures = _known(series["value"]), _known(series["exposure"])
        starts = series["segment"].diff().fillna(0).ne(0).to_numpy().nonzero()[0].tolist()
        first = spans["period"][series["window"].iloc[0]].start.month if kind == "month" else None
        chart = _chart_of(series, definition)
        counted = None if chart == XMR else Counted(chart, tuple(exposures), whole)
        judged = chart_in_season(values, first, definition.direction, starts, counted=counted)
        both = zip(judged.chart.points, series["method"], judged.widths, strict=True)
        fields = [_fields(point, definition.direction, _said(method, chart, width)) for point, method, width in both]
        parts.append(pd.DataFrame(fields, index=series.index))
    return table.drop(columns="method").join(pd.concat(parts)) if parts else table


def _chart_of(series: pd.DataFrame, definition: Definition) -> str:
    """The chart a series is judged by. Small or not is told by its counts since the last break.

    A rate standardised for age is no count over an exposure, so it keeps XmR.
    """
    if series["method"].str.startswith(STANDARDISED).any():
        return XMR
    newest = series.loc[series["segment"] == series["segment"].iloc[-1], "count"].mean()
    small = bool(definition.chart_where_small) and newest < definition.small_count
    return definition.chart_where_small if small else definition.chart


def _said(method: str, chart: str, width: float | None) -> str:
    return "; ".join(part for part in (method, told(chart, width)) if part)


def _known(values: pd.Series) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]


def _fields(point: Point, direction: str, method: str) -> dict[str, object]:
    lower = None if point.lower is None else max(0.0, point.lower)
    return {
        "centre": point.centre,
        "lower_limit": lower,
        "upper_limit": point.upper,
        "mark": mark(point.kind, direction) if point.upper is not None else "",
        "method": method,
    }


def mark(kind: str, direction: str) -> str:
    """improvement_low, concern_high, neutral_high, common_cause, ...: the kind and the side it lies on."""
    side = _SIDE.get((kind, direction))
    return kind if side is None or kind == COMMON_CAUSE else f"{kind}_{side}"
