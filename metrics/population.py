"""How many people (adults, households) live in an area on a day: mid-year estimates, interpolated."""

import numpy as np
import pandas as pd

from metrics.context import Context
from metrics.places import parts_of
from metrics.tables import numbers

_DAY = np.timedelta64(1, "D")


def denominator_rows(population: pd.DataFrame, unit: str) -> pd.DataFrame:
    """The population rows that make up a denominator (persons, adults, households), with `mid`, the mid-year.

    Everyone is the row without sex and age band, or else the sexes added up; never the age bands, which
    may leave children out. Adults are the bands from 18 up, where a band starts at 18. `band` is empty.
    """
    rows = _with_mid_year(population)
    if unit == "adults":
        rows = rows[(rows["unit"] == "persons") & (rows["band_from"] >= 18)]
        starts = rows.groupby(["area_code", "mid"])["band_from"].transform("min")
        return _one_sex_rule(rows[starts == 18]).assign(band="")
    rows = rows[(rows["unit"] == unit) & (rows["age_band"] == "")]
    return _one_sex_rule(rows).assign(band="")


def banded_rows(population: pd.DataFrame, unit: str = "persons") -> pd.DataFrame:
    """The population rows by age band, with `mid` and `band`; unit "standard" is the standard population."""
    rows = _with_mid_year(population)
    rows = rows[(rows["unit"] == unit) & (rows["age_band"] != "")]
    return _one_sex_rule(rows).assign(band=rows["age_band"])


def at_times(rows: pd.DataFrame, areas: list[str], middles: pd.Series, context: Context) -> pd.DataFrame:
    """`people` of each area (and `band`) at the middle of each period; no row where a part is unknown.

    Linear between mid-years, held at the first and the last known (the caller says so). `middles` is
    indexed by the period's number, `window`. An area without its own figures is the sum of its parts.
    """
    totals = rows.assign(count=numbers(rows["count"])).groupby(["area_code", "band", "mid"], as_index=False)
    totals = totals["count"].sum()
    when = _days(middles)
    known = [
        pd.DataFrame(
            {
                "part": area,
                "band": band,
                "window": middles.index,
                "people": np.interp(when, _days(group["mid"]), group["count"]),
            }
        )
        for (area, band), group in totals.groupby(["area_code", "band"])
    ]
    if not known:
        return pd.DataFrame({"area": [], "window": [], "band": [], "people": []})
    parts = parts_of(areas, totals["area_code"].unique().tolist(), context)
    found = parts.merge(pd.concat(known), on="part").groupby(["area", "window", "band"], as_index=False)
    found = found.agg(people=("people", "sum"), counted=("people", "size"), parts=("parts", "first"))
    return found[(found["counted"] == found["parts"]) & (found["people"] > 0)].drop(
        columns=["counted", "parts"]
    )


def rows_used(rows: pd.DataFrame, areas: list[str], middles: pd.Series, context: Context) -> pd.DataFrame:
    """The mid-year rows behind each area and period: those on either side of the period's middle."""
    if not len(rows):
        return rows.assign(area="", window=0)
    years = np.sort(rows["mid"].unique())
    place = np.searchsorted(years, rows["mid"].to_numpy())
    from_day = np.where(place > 0, years[place - 1], np.datetime64("1800-01-01"))
    to_day = np.where(
        place < len(years) - 1, years[np.minimum(place + 1, len(years) - 1)], np.datetime64("2200-01-01")
    )
    when = middles.to_numpy()
    row, window = np.nonzero((when > from_day[:, None]) & (when < to_day[:, None]))
    used = rows.iloc[row].assign(window=middles.index.to_numpy()[window])
    parts = parts_of(areas, rows["area_code"].unique().tolist(), context)
    return used.merge(parts[["area", "part"]], left_on="area_code", right_on="part")


def how_known(rows: pd.DataFrame, middles: pd.Series) -> pd.Series:
    """In words, for each period: interpolated between mid-years, or held at which."""
    first, last = rows["mid"].min(), rows["mid"].max()
    words = pd.Series("population interpolated", index=middles.index)
    words[middles > last] = f"population held at mid-{last.year}"
    words[middles < first] = f"population held at mid-{first.year}"
    return words


def _with_mid_year(population: pd.DataFrame) -> pd.DataFrame:
    """Adds `mid`, 30 June of the year, and `band_from`, the age a band starts at."""
    years = pd.Series([day.year for day in population["period_start"]], index=population.index)
    mid = pd.to_datetime(years.astype(str) + "-06-30")
    bands, sexes = population["age_band"].fillna(""), population["sex"].fillna("")
    starts = pd.to_numeric(bands.astype(str).str.extract(r"^(\d+)")[0], errors="coerce")
    return population.assign(mid=mid, age_band=bands, sex=sexes, band_from=starts)


def _one_sex_rule(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows without sex where an area, year and band has one; otherwise those by sex."""
    whole = rows["sex"].eq("").groupby([rows["area_code"], rows["mid"], rows["age_band"]]).transform("any")
    return rows[rows["sex"].eq("") | ~whole.astype(bool)]


def _days(times: pd.Series) -> np.ndarray:
    """Days since 1970, with the part of the day."""
    return (times.to_numpy() - np.datetime64("1970-01-01")) / _DAY
