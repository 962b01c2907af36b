"""What differs between two publications: new data, revised data, changed definitions, kept apart."""

import datetime as dt
from collections.abc import Collection, Mapping
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


@dataclass(frozen=True, slots=True)
class Restated:
    """One figure that was published and is no longer the same; None for a figure that is absent."""

    indicator: str
    statistic: str
    start: dt.date
    end: dt.date
    period_kind: str
    area: str
    group_dim: str
    group_value: str
    before: float | None
    after: float | None
    absence_before: str
    absence_after: str
    scenario: str = ""


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A statement about an indicator or a node that is no longer the same."""

    subject: str
    what: str  # change, target, headline
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Differences:
    """What one publication says that another did not."""

    figures: tuple[Change, ...]
    restated: tuple[Restated, ...]
    statements: tuple[StatusChange, ...]
    headlines: tuple[StatusChange, ...]


def differences(
    figures: tuple[pd.DataFrame, pd.DataFrame],
    said: tuple[pd.DataFrame, pd.DataFrame],
    definitions: Mapping[str, Collection[str]] | None = None,
) -> Differences:
    """Compare two publications, each pair the older first: estimates frames, and statuses frames.

    `definitions` says of each indicator what of its definition is another (data.framework.changed). Where that is
    its formula, its figures are put down to it and not called restated.
    """
    redefined = [each for each, what in (definitions or {}).items() if "formula" in what]
    return Differences(
        tuple(figure_changes(*figures, redefined)),
        tuple(each for each in restated_figures(*figures) if each.indicator not in redefined),
        tuple(status_changes(*said)),
        tuple(headline_changes(*said)),
    )


def figure_changes(
    before: pd.DataFrame, after: pd.DataFrame, redefined: Collection[str] = ()
) -> list[Change]:
    """Compare two estimates frames (columns KEY and value, absence) figure by figure.

    An indicator in `redefined` has all its differences put down to its changed definition. A figure
    that became absent, or stopped being absent, counts as revised. Figures about the measuring follow the
    others and are no news of their own.
    """
    both = _together(before, after)
    kind = both["kind"].copy()
    kind[(kind != "same") & both["indicator"].isin(list(redefined))] = "definition"
    table = pd.DataFrame({"indicator": both["indicator"], "kind": kind})
    groups = table[table["kind"] != "same"].groupby(["indicator", "kind"], sort=True)
    return [
        Change(kind, indicator, number) for (indicator, kind), number in groups.size().items()
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


def restated_figures(before: pd.DataFrame, after: pd.DataFrame) -> list[Restated]:
    """Every revised figure of `figure_changes` with both its values, by indicator, area and time."""
    both = _together(before, after)
    both[["absence_before", "absence_after"]] = both[["absence_before", "absence_after"]].fillna("")
    revised = both[both["kind"] == "revised"].sort_values(["indicator", "area_code", "group_value", "period_start"])
    return [
        Restated(
            row["indicator"], row["statistic"], row["period_start"], row["period_end"], row["period_kind"],
            row["area_code"], row["group_dim"], row["group_value"], _known(row["value_before"]),
            _known(row["value_after"]), row["absence_before"], row["absence_after"], row["scenario"],
        )
        for row in revised.to_dict("records")
    ]  # fmt: skip


def headline_changes(before: pd.DataFrame, after: pd.DataFrame) -> list[StatusChange]:
    """The indicators whose finding is put in other words (frames: kind, subject, headline)."""
    both = before.merge(after, on=["kind", "subject"], suffixes=("_before", "_after"))
    other = both[(both["kind"] == "indicator") & (both["headline_before"] != both["headline_after"])]
    return [
        StatusChange(row["subject"], "headline", row["headline_before"], row["headline_after"])
        for row in other.sort_values("subject").to_dict("records")
    ]


def _together(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Both frames joined by KEY, with `kind` (same, new, gone, revised)."""
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
    return both.assign(kind=kind)


def _known(value: float | None) -> float | None:
    return None if value is None or value != value else float(value)
