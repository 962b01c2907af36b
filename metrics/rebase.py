"""A control chart with its limits set anew from a date, beside the one that is published without."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

import pandas as pd

from metrics.chart_of_counts import XMR, Counted, exposure, kind_told, told_anew
from metrics.charted import mark
from metrics.context import Context
from metrics.in_season import chart_in_season
from metrics.tables import headline_area
from metrics.types import Definition, Estimate

REBASED = "rebased"  # the scenario of these estimates


def rebased(
    definition: Definition, estimates: Sequence[Estimate], dates: Collection[dt.date], context: Context
) -> list[Estimate]:
    """The indicator's own charted series in its headline area once more, judged with limits anew from `dates`.

    Made from published figures, so that nothing withheld is shown here. A period that a date falls into begins
    the new limits; a date before the series or after it changes nothing. Statuses don't rest on these.
    """
    area = headline_area(definition, context)
    own = [e for e in estimates if e.area == area and not e.group_dim and e.statistic in ("rate", "per_day")]
    ordered = sorted(own, key=lambda e: (e.statistic, e.period.kind, e.period.start))
    found: list[Estimate] = []
    for _, group in groupby(ordered, key=lambda e: (e.statistic, e.period.kind)):
        found += _once_more(list(group), definition, dates)
    return found


def rebase_dates(definition: Definition, frames: Mapping[str, pd.DataFrame]) -> list[dt.date]:
    """The dates from which somebody set the limits of the definition's own service anew."""
    held = frames.get("rebases")
    if held is None or definition.formula != "demand_rate":
        return []
    return held.loc[held["service"] == definition.params["service"], "on_date"].tolist()


def _once_more(series: list[Estimate], definition: Definition, dates: Collection[dt.date]) -> list[Estimate]:
    direction = definition.direction
    cuts = {place for place, (a, b) in enumerate(pairwise(series), start=1) if a.segment != b.segment}
    anew = {place for date in dates if (place := _place(series, date))}
    if not anew - cuts:
        return []
    starts = sorted({*cuts, *anew})
    first = series[0].period.start.month if series[0].period.kind == "month" else None
    kind = kind_told(series[-1].method)
    per = float(definition.params["per"])
    counted = None if kind == XMR else Counted(kind, tuple(exposure(e, per) for e in series))
    judged = chart_in_season([e.value for e in series], first, direction, starts, counted=counted)
    return [
        replace(
            each, scenario=REBASED, segment=point.segment, centre=point.centre, upper_limit=point.upper,
            lower_limit=None if point.lower is None else max(0.0, point.lower),
            mark=mark(point.kind, direction) if point.upper is not None else "",
            method=told_anew(each.method, kind, width),
        )
        for each, point, width in zip(series, judged.chart.points, judged.widths, strict=True)
    ]  # fmt: skip


def _place(series: Sequence[Estimate], date: dt.date) -> int:
    """The position of the first period that ends on the date or later; 0 where there is none."""
    found = next((place for place, each in enumerate(series) if each.period.end >= date), 0)
    return found if series[0].period.start <= date else 0
