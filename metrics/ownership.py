"""Whose Collaborative is it: agenda items proposed and sessions chaired by others than the host."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from metrics.bounds import with_wilson
from metrics.context import Context
from metrics.tables import estimates, frame, numbers, yes
from metrics.types import Absence, Definition, Estimate
from metrics.windows import first_and_last, windows, within

STATISTICS = {"level": ["items", "chairs"], "agenda_share": ["items"], "chair_share": ["chairs"]}


def ownership(definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context) -> list[Estimate]:
    """Per cent of agenda items and chairs that came from outside the host organisation, by quarter.

    Statistic "level" pools items proposed and sessions chaired (counts, not the mean of two shares);
    "agenda_share" and "chair_share" give each. Rows that don't say whether the person is of the host
    are left out of both numerator and denominator. Items of one session are alike, so the interval is
    Wilson's on an effective base from the spread between sessions.
    """
    log = frame(frames, "attendance")
    if log is None:
        return []
    acts = _acts(log)
    spans = windows("quarter", "own", *first_and_last(log["held_on"], context.start), context.as_at)
    rows = within(acts, acts["held_on"], spans)
    made = []
    for statistic, columns in STATISTICS.items():
        made += estimates(
            definition,
            context,
            _shares(rows, columns, len(spans)),
            rows,
            ["window"],
            spans,
            statistic=statistic,
            source="attendance",
            method="95% Wilson interval, effective base by session",
        )
    return made


def _acts(log: pd.DataFrame) -> pd.DataFrame:
    """Rows of people who proposed or chaired something, with how much and whether from outside."""
    acts = log.assign(items=numbers(log["agenda_items"]).fillna(0), chairs=yes(log["chaired"]).astype(float))
    acts = acts[acts["host"].notna() & ((acts["items"] > 0) | (acts["chairs"] > 0))]
    return acts.assign(outside=1.0 - yes(acts["host"]).astype(float))


def _shares(rows: pd.DataFrame, columns: list[str], count: int) -> pd.DataFrame:
    """Numerator, denominator and effective base of each quarter; without any act there is no share."""
    acts = rows[columns].sum(axis=1)
    rows = rows.assign(acts=acts, ours=acts * rows["outside"])
    sessions = rows.groupby(["window", "session"], as_index=False)[["acts", "ours"]].sum()
    totals = sessions.groupby("window")[["ours", "acts"]].sum().reindex(range(count), fill_value=0)
    table = totals.rename(columns={"ours": "numerator", "acts": "denominator"}).rename_axis("window")
    table["base"] = table["denominator"]
    table["base_effective"] = effective_base(sessions, table)
    table = with_wilson(table, "base_effective").reset_index()
    none = table["denominator"] == 0
    return table.assign(
        absence=np.where(none, Absence.NOT_APPLICABLE, None),
        reason=np.where(none, "nobody proposed an item or chaired in the quarter", ""),
    )


def effective_base(clusters: pd.DataFrame, totals: pd.DataFrame) -> pd.Series:
    """The base a simple sample would need for the same precision: p(1 − p) over the ratio's variance.

    Variance of the ratio by linearisation over clusters (Cochran 1977), with k / (k − 1). Never more
    than the count itself; equal to it where clusters don't differ or there is only one.
    """
    share = totals["numerator"] / totals["denominator"].where(totals["denominator"] > 0)
    known = clusters.assign(rest=clusters["ours"] - clusters["acts"] * clusters["window"].map(share))
    squares = known["rest"].pow(2).groupby(known["window"]).sum()
    size = known[known["acts"] > 0].groupby("window").size()
    variance = squares * size / (size - 1).where(size > 1) / totals["denominator"].pow(2)
    base = share * (1 - share) / variance.where(variance > 0)
    return base.reindex(totals.index).fillna(totals["denominator"]).clip(upper=totals["denominator"])


FORMULAS = {"ownership": ownership}
