"""A service's counts by area and period: sums only of what is whole, gaps as gaps."""

import numpy as np
import pandas as pd

from metrics.context import Context
from metrics.places import parts_of
from metrics.tables import numbers
from metrics.types import Absence, Period
from metrics.windows import windows

KEY = ["area", "window"]


def periods_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Every period of the rows, and the months or quarters missing between the first and the last.

    Columns period, kind, days, start, middle; the position is the period's number, `window`, in order of time
    within a kind.
    """
    found = []
    for kind, part in rows.groupby("period_kind", sort=True):
        if kind in ("month", "quarter"):
            last = max(part["period_end"])
            found += windows(kind, "own", min(part["period_start"]), last, last)["period"].tolist()
        else:
            known = part[["period_start", "period_end"]].drop_duplicates().sort_values("period_start")
            found += [Period(start, end, kind) for start, end in known.itertuples(index=False)]
    start = pd.to_datetime(pd.Series([period.start for period in found], dtype=object))
    days = pd.Series([period.days for period in found])
    return pd.DataFrame(
        {
            "period": pd.Series(found, dtype=object),
            "kind": [period.kind for period in found],
            "days": days,
            "start": start,
            "middle": start + pd.to_timedelta(days / 2, unit="D"),
        }
    )


def of_service(demand: pd.DataFrame, service: str) -> pd.DataFrame:
    """The rows of one service, with `band` ('' where there is none) and `count` as a number."""
    rows = demand[demand["service"] == service].reset_index(drop=True)
    return rows.assign(band=rows["age_band"].fillna(""), count=numbers(rows["count"]))


def numbered(rows: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """The rows with the number of their period in `window`."""
    place = {period: number for number, period in enumerate(spans["period"])}
    keys = zip(rows["period_start"], rows["period_end"], rows["period_kind"], strict=True)
    found = [place.get(Period(*key), -1) for key in keys]
    return rows.assign(window=found)[lambda known: known["window"] >= 0]


def totals_only(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that make a total: the one without age band where there is one, else all the bands."""
    whole = rows["band"].eq("").groupby([rows["area_code"], rows["window"]]).transform("any")
    return rows[rows["band"].eq("") | ~whole.astype(bool)]


def expanded(rows: pd.DataFrame, areas: list[str], context: Context) -> pd.DataFrame:
    """Each row once for every area it is part of (`area`); `parts` says how many parts the area has."""
    parts = parts_of(areas, rows["area_code"].unique().tolist(), context)
    return rows.merge(parts, left_on="area_code", right_on="part")


def area_counts(rows: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """Counts by `area` and `window` from expanded rows: `count`, or `absence` and `reason`.

    A sum needs every part; a month in which one is missing or withheld is a gap, never zero. Every
    month between an area's first and last is there. Where real and sample rows meet there is no count.
    """
    flags = {
        "blank": rows["count"].isna(),
        "real": rows["origin"].eq("real"),
        "sample": rows["origin"].eq("sample"),
    }
    found = (
        rows.assign(**flags)
        .groupby(KEY)
        .agg(
            count=("count", "sum"),
            blanks=("blank", "sum"),
            counted=("area_code", "nunique"),
            parts=("parts", "first"),
            absence=("absence", "first"),
            real=("real", "any"),
            sample=("sample", "any"),
        )
    )
    found = found.reindex(_without_gaps(found.index, spans, rows)).reset_index()
    found["parts"] = found.groupby("area")["parts"].transform("max")
    lacking = found["parts"] - found["counted"].fillna(0)
    found["count"] = found["count"].where((lacking == 0) & (found["blanks"] == 0))
    return _say_why(found, lacking)


def _without_gaps(known: pd.MultiIndex, spans: pd.DataFrame, rows: pd.DataFrame) -> pd.MultiIndex:
    """Every period of its kind between an area's first and last."""
    held = pd.DataFrame({"area": known.get_level_values(0), "window": known.get_level_values(1)})
    held["kind"] = held["window"].map(spans["kind"])
    ends = held.groupby(["area", "kind"])["window"].agg(["min", "max"])
    pairs = [
        (area, n)
        for (area, _), (low, high) in zip(ends.index, ends.to_numpy(), strict=True)
        for n in range(low, high + 1)
    ]
    return pd.MultiIndex.from_tuples(pairs, names=KEY)


def _say_why(found: pd.DataFrame, lacking: pd.Series) -> pd.DataFrame:
    """Absence and reason where there is no count."""
    single = found["parts"] == 1
    given = found["absence"].where(single & found["absence"].notna(), Absence.MISSING)
    part = (lacking + (found["blanks"].fillna(0) > 0)).astype(int).astype(str)
    whole = found["parts"].astype(int).astype(str)
    reason = np.where(single, "no figure for the period", part + " of " + whole + " areas have no figure")
    mixed = found["real"].eq(True) & found["sample"].eq(True)
    absent = found["count"].isna() | mixed
    found["count"] = found["count"].where(~mixed)
    absence = given.where(~mixed, Absence.NOT_COMPARABLE).where(absent, None)
    reason = np.where(mixed, "real and sample rows would meet in one figure", np.where(absent, reason, ""))
    return found[[*KEY, "count"]].assign(absence=absence, reason=reason)
