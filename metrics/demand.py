"""Demand on a service: counts, per day, and per day for so many of the area's population."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from metrics import coded_contacts, shares
from metrics.bounds import count_bounds
from metrics.chart_of_counts import XMR
from metrics.charted import charted, dispersions, with_segments
from metrics.context import Context
from metrics.counts import KEY, area_counts, expanded, numbered, of_service, periods_of, totals_only
from metrics.places import published_areas
from metrics.population import at_times, denominator_rows, how_known, rows_used
from metrics.standardised import standardise
from metrics.tables import estimates, frame
from metrics.types import Absence, Definition, Estimate

_INTERVAL = "quasi-Poisson interval"


def demand_rate(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """A service's demand by period, and that of the services shown beside it (group_dim "service").

    `params["beside"]` maps each of those to its own service, denominator, per, direction, breaks and whether
    it is wanted for the first area only. They are never added to the indicator's own.
    """
    own = _of_service(definition, frames, context)
    for service, its in definition.params.get("beside", {}).items():
        params = {**definition.params, **its}
        other = replace(
            definition, params=params, direction=its["direction"], breaks=its["breaks"], chart=XMR, chart_where_small=""
        )
        found = _of_service(other, frames, context)
        own += [replace(each, group_dim="service", group_value=service) for each in found]
    return own


def _of_service(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """One service's demand, for the definition's areas, their members and the trusts in the data.

    Statistics: "count"; "per_day", divided by the days of the period (February is short); and, where the
    population is known, "rate", per day and per `per` of the `denominator` (persons, households, adults).
    A trust has no population, so no rate. An area is the sum of its members only where all have a
    figure. With counts by age band and a standard population the rate is directly standardised, which
    its method says. A segment starts at each break that touches the area. per_day and rate carry
    limits (XmR's, unless the definition chooses a chart of counts) and marks; intervals are Garwood's, widened by
    the series' own dispersion.
    """
    demand = frame(frames, "service_demand")
    rows = None if demand is None else of_service(demand, definition.params["service"])
    if rows is None or not len(rows):
        return []
    spans = periods_of(rows)
    areas = published_areas(definition, context, rows["area_code"].unique().tolist())
    areas = areas[:1] if definition.params.get("first_area_only") else areas
    banded = expanded(numbered(rows, spans), areas, context)
    if not len(banded):
        return []
    behind = totals_only(banded)
    counts = with_segments(area_counts(behind, spans), spans, definition, context)
    counts = counts.assign(days=counts["window"].map(spans["days"]), dispersion=dispersions(counts, spans))
    simple = _simple(definition, context, counts, behind, spans)
    population = frame(frames, "population")
    if population is None or definition.params.get("denominator", "none") == "none":
        return simple
    return _rates(definition, context, counts, behind, banded, population, spans) + simple


def _simple(
    definition: Definition, context: Context, counts: pd.DataFrame, behind: pd.DataFrame, spans: pd.DataFrame
) -> list[Estimate]:
    """The counts per day and the counts."""
    low, high = count_bounds(counts["count"], counts["dispersion"])
    plain = counts.assign(value=counts["count"], low=low, high=high, numerator=counts["count"])
    days = counts["days"]
    daily = plain.assign(
        value=plain["value"] / days, low=low / days, high=high / days, denominator=days, exposure=days,
        method=f"count over days, {_INTERVAL}",
    )  # fmt: skip
    shared = {"spans": spans, "source": "service_demand"}
    return estimates(
        definition,
        context,
        charted(daily, spans, definition),
        behind,
        KEY,
        statistic="per_day",
        **shared,
    ) + estimates(definition, context, plain, behind, KEY, statistic="count", method=_INTERVAL, **shared)


def _rates(
    definition: Definition,
    context: Context,
    counts: pd.DataFrame,
    behind: pd.DataFrame,
    banded: pd.DataFrame,
    population: pd.DataFrame,
    spans: pd.DataFrame,
) -> list[Estimate]:
    """Rates of the areas whose population is known, standardised for age where that can be done."""
    rows = denominator_rows(population, definition.params["denominator"])
    areas = counts["area"].unique().tolist()
    people = at_times(rows, areas, spans["middle"], context)
    if not len(people):
        return []
    rates = counts.merge(people[[*KEY, "people"]], on=KEY)
    scale = float(definition.params["per"]) / rates["people"] / rates["days"]
    low, high = count_bounds(rates["count"], rates["dispersion"])
    words = rates["window"].map(how_known(rows, spans["middle"]))
    rates = rates.assign(
        value=rates["count"] * scale,
        low=low * scale,
        high=high * scale,
        numerator=rates["count"],
        denominator=rates["people"],
        exposure=1 / scale,
        method="crude rate; " + words + f"; {_INTERVAL}",
    )
    used = rows_used(rows, areas, spans["middle"], context)
    rates, used = standardise(rates, used, banded, population, definition, context, spans)
    rates = _not_across_origins(rates, behind, used)
    both = pd.concat([behind, used[used["area"].isin(rates["area"])]], ignore_index=True)
    return estimates(
        definition,
        context,
        charted(rates, spans, definition),
        both,
        KEY,
        spans,
        statistic="rate",
        source="service_demand",
    )


def _not_across_origins(rates: pd.DataFrame, behind: pd.DataFrame, used: pd.DataFrame) -> pd.DataFrame:
    """Real counts over a sample population, or the reverse, make no rate (nor limits: done before)."""
    kinds = pd.concat([behind, used], ignore_index=True)
    kinds = kinds[kinds["origin"].isin(["real", "sample"])].groupby(KEY)["origin"].nunique()
    mixed = pd.MultiIndex.from_frame(rates[KEY]).map(kinds.to_dict()).to_numpy() == 2
    fresh = mixed & rates["absence"].isna().to_numpy()
    rates = rates.assign(value=rates["value"].where(~mixed))
    rates.loc[fresh, "absence"] = Absence.NOT_COMPARABLE
    rates.loc[fresh, "reason"] = "real and sample rows would meet in one figure"
    return rates


FORMULAS = {"demand_rate": demand_rate, **shares.FORMULAS, **coded_contacts.FORMULAS}
