"""Rates as if every area had the same ages: directly standardised, with Dobson's interval."""

import numpy as np
import pandas as pd

from metrics.bounds import count_bounds
from metrics.context import Context
from metrics.counts import KEY
from metrics.population import at_times, banded_rows, how_known, rows_used
from metrics.tables import numbers
from metrics.types import Definition

STANDARDISED = "age-standardised"
METHOD = STANDARDISED + "; {population}; Dobson interval"


def standardise(
    rates: pd.DataFrame,
    used: pd.DataFrame,
    banded: pd.DataFrame,
    population: pd.DataFrame,
    definition: Definition,
    context: Context,
    spans: pd.DataFrame,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Replaces crude rates by standardised ones where every age band of the standard has a count.

    `banded` are the counts by `band`, expanded to areas; `population` needs people by band and unit
    "standard". Periods that can't be standardised keep the crude rate; `used`, the rows behind the
    denominators, gains the bands' rows. A series is standardised whole or not at all.
    """
    standard = banded_rows(population, "standard")
    weights = standard.assign(count=numbers(standard["count"])).groupby("band")["count"].sum()
    counts = banded[banded["band"] != ""]
    people = banded_rows(population)
    if not len(weights) or not len(counts) or not len(people):
        return rates, used
    known = at_times(people, rates["area"].unique().tolist(), spans["middle"], context)
    figures = direct(counts, known, weights)
    whole = rates.set_index(KEY)["count"].dropna().index.difference(figures.index).get_level_values("area")
    figures = figures[~figures.index.get_level_values("area").isin(whole)]
    if not len(figures):
        return rates, used
    words = rates["window"].map(how_known(people, spans["middle"]))
    rates = _replace(rates, figures, float(definition.params["per"]), words)
    behind = rows_used(
        people, figures.index.get_level_values("area").unique().tolist(), spans["middle"], context
    )
    return rates, pd.concat([used, behind], ignore_index=True)


def direct(counts: pd.DataFrame, people: pd.DataFrame, weights: pd.Series) -> pd.DataFrame:
    """Standardised rate per person and period, its variance factor, by area and window.

    `counts` (area, window, band, count, parts), `people` (area, window, band, people),
    `weights` by band. Rate Σ w·O/n ÷ Σ w; variance (Poisson) Σ w²·O/n² ÷ (Σ w)². Only where each band
    of the standard has a count from every part and people to divide by. Dobson et al. 1991.
    """
    bands = (
        counts[counts["band"].isin(weights.index)]
        .groupby([*KEY, "band"])
        .agg(count=("count", "sum"), known=("count", "count"), parts=("parts", "first"))
    )
    bands = bands[bands["known"] == bands["parts"]].reset_index()
    bands = bands.merge(people, on=[*KEY, "band"])
    share = bands["band"].map(weights / weights.sum()) / bands["people"]
    bands = bands.assign(rate=share * bands["count"], variance=share**2 * bands["count"])
    found = bands.groupby(KEY).agg(
        rate=("rate", "sum"), variance=("variance", "sum"), events=("count", "sum"), bands=("band", "size")
    )
    return found[found["bands"] == len(weights)]


def _replace(rates: pd.DataFrame, figures: pd.DataFrame, per: float, words: pd.Series) -> pd.DataFrame:
    """Puts rate and Dobson's interval per day and per `per` in the place of the crude ones."""
    found = figures.reindex(pd.MultiIndex.from_frame(rates[KEY])).reset_index(drop=True)
    found.index = rates.index
    has = found["rate"].notna() & rates["count"].notna()
    low, high = count_bounds(found["events"], rates["dispersion"])
    step = np.sqrt(found["variance"] / found["events"].where(found["events"] > 0))
    scale = per / rates["days"]
    return rates.assign(
        value=rates["value"].where(~has, found["rate"] * scale),
        low=rates["low"].where(~has, (found["rate"] + step * (low - found["events"])) * scale),
        high=rates["high"].where(~has, (found["rate"] + step * (high - found["events"])) * scale),
        method=rates["method"].where(~has, [METHOD.format(population=each) for each in words]),
    )
