"""From change to pounds, first form: gross change times unit cost, less what the programme cost.

Nothing here is attributable: what would have happened anyway is not taken off, and every figure says so.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from metrics.context import Context
from metrics.counts import of_service
from metrics.resources import spread
from metrics.savings import CAVEAT, units_saved, whole_years
from metrics.tables import estimates, frame, numbers
from metrics.types import Absence, Definition, Estimate

SCENARIOS = ("low", "central", "high")


def net_fiscal(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Pounds by programme year, before and after only: (units before − units now) × unit cost − cash costs.

    Units: the service's counts in the headline area, of the year against the twelve months before the
    start, set to equal days. Statistics: "level" (net) and "gross_value" by scenario (the unit cost's low,
    central, high; gross by payer too), "gross_units", "programme_cost". None of it is called cash: what is not
    attributed can't be taken out. Unit costs are fiscal ones in their own price year. Intervals are of the
    counts alone, quasi-Poisson. Absent, with the reason, where a break lies between, a month or a unit
    cost is missing, the costs don't cover the year, or real and sample rows would meet.
    """
    demand = frame(frames, "service_demand")
    rows = None if demand is None else of_service(demand, definition.params["service"])
    if rows is not None:
        rows = rows[rows["period_kind"] == "month"].reset_index(drop=True)
    years = whole_years(rows, context) if rows is not None and len(rows) else None
    if years is None or not len(years):
        return []
    units, behind = units_saved(rows, years, definition, context)
    if units is None:
        return []
    prices = _prices(frame(frames, "unit_costs"), str(definition.params["unit_cost"]))
    costs, cost_rows = _costs(frame(frames, "programme_costs"), years)
    priced = pd.concat([behind, *(prices.assign(window=window) for window in years.index)], ignore_index=True)
    whole = pd.concat([priced, cost_rows], ignore_index=True)
    name = str(definition.params["unit_cost"])
    gross = pd.concat([_gross(units, prices, name, scenario) for scenario in SCENARIOS], ignore_index=True)
    shared = {"by": ["window"], "spans": years, "source": "service_demand"}
    return [
        *estimates(
            definition,
            context,
            _net(gross[gross["group_value"] == ""], costs),
            whole,
            statistic="level",
            method="gross change x unit cost - cash costs; not attributable",
            **shared,
        ),
        *estimates(
            definition,
            context,
            gross,
            priced,
            statistic="gross_value",
            method="gross change x unit cost; not attributable",
            **shared,
        ),
        *estimates(
            definition,
            context,
            units,
            behind,
            statistic="gross_units",
            method="year before the start minus this year; not attributable",
            **shared,
        ),
        *estimates(
            definition,
            context,
            costs,
            cost_rows if len(cost_rows) else behind,
            statistic="programme_cost",
            method="sum of recorded cash costs",
            **shared,
        ),
    ]


def _prices(unit_costs: pd.DataFrame | None, code: str) -> pd.DataFrame:
    """The fiscal unit costs of that code, one row a payer; empty where there is none."""
    if unit_costs is None:
        return pd.DataFrame(columns=["payer", *SCENARIOS, "price_year"])
    chosen = unit_costs[(unit_costs["code"] == code) & (unit_costs["kind"] == "fiscal")]
    return chosen.assign(**{scenario: numbers(chosen[scenario]) for scenario in SCENARIOS})


def _gross(units: pd.DataFrame, prices: pd.DataFrame, code: str, scenario: str) -> pd.DataFrame:
    """Units times a scenario's unit cost: of all payers together and, where there are several, of each."""
    everyone = [("", "", prices)]
    payers = [("agency", payer, part) for payer, part in prices.groupby("payer")] if len(prices) > 1 else []
    parts = []
    for dim, value, part in everyone + payers:
        price = part[scenario].sum(skipna=False) if len(part) else np.nan
        found = units.assign(scenario=scenario, group_dim=dim, group_value=value)
        for name in ("value", "low", "high"):
            found[name] = found.get(name, np.nan) * price
        parts.append(_without_price(found, part, code, scenario) if np.isnan(price) else _priced(found, part))
    return pd.concat(parts, ignore_index=True)


def _priced(found: pd.DataFrame, prices: pd.DataFrame) -> pd.DataFrame:
    """Says in which year's prices, where there is a figure."""
    years = " and ".join(str(int(year)) for year in sorted(set(prices["price_year"])))
    known = found["absence"].isna()
    return found.assign(reason=found["reason"].where(~known, f"{CAVEAT} In prices of {years}."))


def _without_price(found: pd.DataFrame, prices: pd.DataFrame, code: str, scenario: str) -> pd.DataFrame:
    which = f"the {scenario} estimate of unit cost {code}" if len(prices) else f"unit cost {code}"
    known = found["absence"].isna()
    return found.assign(
        absence=found["absence"].where(~known, Absence.MISSING),
        reason=found["reason"].where(~known, f"{which} is missing"),
    )


def _costs(costs: pd.DataFrame | None, years: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Cash costs of each year, spread by days, and the rows behind; missing where they don't cover it."""
    made = pd.DataFrame({"window": years.index, "value": np.nan})
    rows = None if costs is None else costs[costs["kind"] == "cash"]
    behind = pd.DataFrame(columns=["window"])
    if rows is not None and len(rows):
        behind = spread(rows, years)
        made["value"] = made["window"].map(behind.groupby("window")["part"].sum())
        covered = pd.Timestamp(max(rows["period_end"]))
        made["value"] = made["value"].where(years["until"] <= covered)
    none = made["value"].isna()
    reason = np.where(none, "the programme's cash costs don't cover the year", "")
    return made.assign(absence=np.where(none, Absence.MISSING, None), reason=reason), behind


def _net(gross: pd.DataFrame, costs: pd.DataFrame) -> pd.DataFrame:
    """Gross value less the year's costs; absent where either is."""
    both = gross.merge(costs[["window", "value", "absence", "reason"]], on="window", suffixes=("", "_cost"))
    for name in ("value", "low", "high"):
        both[name] = both[name] - both["value_cost"]
    fresh = both["absence"].isna() & both["absence_cost"].notna()
    both["absence"] = both["absence"].where(~fresh, both["absence_cost"])
    both["reason"] = both["reason"].where(~fresh, both["reason_cost"])
    return both.drop(columns=["numerator", "denominator"], errors="ignore")


FORMULAS = {"net_fiscal": net_fiscal}
