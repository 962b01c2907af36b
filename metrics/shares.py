"""Shares made of counts: prevention among homelessness duties."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from metrics.bounds import with_wilson
from metrics.chart_of_counts import XMR
from metrics.charted import charted, over_dispersion, with_segments
from metrics.context import Context
from metrics.counts import KEY, area_counts, expanded, numbered, of_service, periods_of, totals_only
from metrics.places import published_areas
from metrics.tables import estimates, frame
from metrics.types import Absence, Definition, Estimate
from metrics.windows import windows


def prevention_share(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Per cent `numerator` of `numerator` and `other` service together, by quarter and area.

    Months become quarters only where all three are there for both services and every part of the area.
    Wilson's interval on the counts; control limits where the definition chooses a chart of counts.
    """
    demand = frame(frames, "service_demand")
    if demand is None:
        return []
    wanted = [definition.params["numerator"], definition.params["other"]]
    tables = [_quarters(of_service(demand, service), definition, context) for service in wanted]
    if any(found is None for found in tables):
        return []
    (spans, first, rows), (_, second, more) = tables
    both = first.merge(second, on=["area", "period"], how="outer", suffixes=("", "_other"))
    spans = pd.DataFrame({"period": both["period"].drop_duplicates().sort_values().to_numpy()})
    spans["kind"] = "quarter"
    place = {period: number for number, period in enumerate(spans["period"])}
    behind = pd.concat([rows, more], ignore_index=True)
    behind = behind.assign(window=behind["period"].map(place))
    both = both.assign(window=both["period"].map(place)).drop(columns="period")
    both = _share_of(with_segments(both, spans, definition, context))
    if definition.chart != XMR or definition.chart_where_small:
        both = charted(both, spans, definition, whole=100)
    return estimates(
        definition,
        context,
        both,
        behind,
        KEY,
        spans,
        statistic="level",
        source="service_demand",
    )


def _quarters(rows: pd.DataFrame, definition: Definition, context: Context):
    """Whole quarters of one service by area, with the rows behind them; None without rows."""
    if not len(rows):
        return None
    spans = periods_of(rows)
    areas = published_areas(definition, context, rows["area_code"].unique().tolist())
    behind = totals_only(expanded(numbered(rows, spans), areas, context))
    behind = behind[behind["window"].map(spans["kind"]).isin(["month", "quarter"])]
    if not len(behind):
        return None
    first, last = min(rows["period_start"]), max(rows["period_end"])
    quarters = windows("quarter", "own", first, last, max(last, context.as_at))
    inside = dict(enumerate(_quarter_of(spans, quarters)))
    counts = area_counts(behind, spans)
    days = counts["window"].map(spans["days"]).where(counts["count"].notna(), 0)
    counts = counts.assign(period=counts["window"].map(inside), days=days)
    sums = counts.groupby(["area", "period"], as_index=False).agg(
        count=("count", "sum"), days=("days", "sum")
    )
    whole = sums["days"] == [period.days for period in sums["period"]]
    sums["count"] = sums["count"].where(whole)
    return quarters, sums[["area", "period", "count"]], behind.assign(period=behind["window"].map(inside))


def _quarter_of(spans: pd.DataFrame, quarters: pd.DataFrame) -> list:
    """The quarter each month or quarter lies in."""
    return [
        next((q for q in quarters["period"] if q.start <= period.start and period.end <= q.end), None)
        for period in spans["period"]
    ]


def _share_of(both: pd.DataFrame) -> pd.DataFrame:
    table = both.assign(numerator=both["count"], denominator=both["count"] + both["count_other"])
    table = table.assign(base=table["denominator"], base_effective=table["denominator"] / _excess(table))
    table = with_wilson(table, "base_effective")
    none, gap = table["denominator"] == 0, table["denominator"].isna()
    absence = np.select([none, gap], [Absence.NOT_APPLICABLE, Absence.MISSING], "")
    reason = np.select([none, gap], ["no duty was owed", "the quarter is not whole for both services"], "")
    return table.assign(
        absence=pd.Series(absence, dtype=object).replace("", None), reason=reason, exposure=table["denominator"],
        method="95% Wilson interval, base over the series' dispersion",
    )


def _excess(table: pd.DataFrame) -> pd.Series:
    """How many times binomial variance the quarters of an area and segment have, at least 1.

    From neighbouring quarters, (p − q)² over its binomial variance: its median over that of chi-square.
    """
    table = table.sort_values(["area", "window"])
    series = [table["area"], table["segment"]]
    share, pair = (
        table["numerator"] / table["denominator"],
        table.groupby(series)[["numerator", "denominator"]],
    )
    earlier = pair.shift()
    pooled = (table["numerator"] + earlier["numerator"]) / (table["denominator"] + earlier["denominator"])
    variance = pooled * (1 - pooled) * (1 / table["denominator"] + 1 / earlier["denominator"])
    moved = (share - earlier["numerator"] / earlier["denominator"]) ** 2 / variance.where(variance > 0)
    return over_dispersion(moved, series)


FORMULAS = {"prevention_share": prevention_share}
