"""What differs between two publications: new data, revised data, changed definitions, kept apart."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from metrics.types import OF_THE_MEASURING

KEY = [
    "indicator", "source", "mode", "segment", "statistic", "period_start", "period_end", "period_kind",
    "area_code", "area_valid_from", "group_dim", "group_value", "scenario",
]
SAME = 1e-9  # relative: closer than this is the same figure


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the changes page. `kind`: new, revised, gone, definition."""

    kind: str
    indicator: str
    figures: int
    largest: float | None  # of revised figures: the largest difference, in the indicator's unit


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A statement about an indicator or a node that is no longer the same."""

    subject: str
    what: str  # change, target
    before: str
    after: str


def figure_changes(
    before: pd.DataFrame, after: pd.DataFrame, redefined: Collection[str] = ()
) -> list[Change]:
    """Compare two estimates frames (columns KEY and value, absence) figure by figure.

    An indicator in `redefined` has all its differences put down to its changed definition. A figure
    that became absent, or stopped being absent, counts as revised. Figures about the measuring follow the
    others and are no news of their own.
    """
    before, after = (each[~each["statistic"].isin(OF_THE_MEASURING)] for each in (before, after))
    both = before[[*KEY, "value", "absence"]].merge(
        after[[*KEY, "value", "absence"]], on=KEY, how="outer", suffixes=("_before", "_after"), indicator=True
    )
    moved = (both["value_after"].astype(float) - both["value_before"].astype(float)).abs()
    scale = both[["value_before", "value_after"]].astype(float).abs().max(axis=1).fillna(0)
    swapped = both["absence_before"].fillna("") != both["absence_after"].fillna("")
    revised = (both["_merge"] == "both") & ((moved > SAME * scale.clip(lower=1)) | swapped)
    kind = pd.Series("same", index=both.index)
    kind[both["_merge"] == "right_only"] = "new"
    kind[both["_merge"] == "left_only"] = "gone"
    kind[revised] = "revised"
    kind[(kind != "same") & both["indicator"].isin(list(redefined))] = "definition"
    table = pd.DataFrame({"indicator": both["indicator"], "kind": kind, "moved": moved})
    groups = table[table["kind"] != "same"].groupby(["indicator", "kind"], sort=True)
    return [
        Change(kind, indicator, len(rows), _largest(rows["moved"]) if kind == "revised" else None)
        for (indicator, kind), rows in groups
    ]


def status_changes(before: pd.DataFrame, after: pd.DataFrame) -> list[StatusChange]:
    """The indicators and nodes whose statements differ (frames: kind, subject, change, target)."""
    both = before.merge(after, on=["kind", "subject"], suffixes=("_before", "_after"))
    both = both[both["kind"].isin(["indicator", "node"])]
    return [
        StatusChange(row["subject"], what, row[f"{what}_before"], row[f"{what}_after"])
        for row in both.sort_values("subject").to_dict("records")
        for what in ("change", "target")
        if row[f"{what}_before"] != row[f"{what}_after"]
    ]


def _largest(moved: pd.Series) -> float | None:
    known = moved.dropna()
    return float(known.max()) if len(known) else None
