"""Who is in the room: leaders engaged, sectors present, leaders who stayed. From the attendance log."""

from collections.abc import Mapping

import pandas as pd

from metrics.bounds import with_wilson
from metrics.context import Context
from metrics.tables import GROUP, dimensions, estimates, frame, tabulate
from metrics.types import Absence, Definition, Estimate
from metrics.windows import as_times, first_and_last, windows, within

RETURN_WITHIN = 3  # months after the mark in which a leader must be seen again to count as retained
_COUNT = "a count of everyone in the log: no sampling error"


def distinct_people(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Leaders with at least one session in the `months` to each month's end, by sector.

    A leader counts once, in the sector last seen in the window, so sectors add up to the whole. A
    sector nobody came from is 0: the log covers everyone who came. No interval: nothing is sampled.
    """
    log = frame(frames, "attendance")
    if log is None:
        return []
    months = int(definition.params["months"])
    spans, rows = _seen(log, "month", months, context)
    dims = dimensions(definition, rows)
    figures, behind = tabulate(rows, dims, _people, context, spans, fill={"value": 0})
    figures = figures.assign(base=figures["value"], numerator=figures["value"])
    return estimates(
        definition,
        context,
        figures,
        behind,
        GROUP,
        spans,
        statistic="level",
        source="attendance",
        method=_COUNT,
    )


def sector_breadth(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Sectors with at least `at_least` active leaders in the `months` to each quarter's end.

    `denominator` is how many sectors there are, `base` how many leaders were seen.
    """
    log = frame(frames, "attendance")
    if log is None:
        return []
    spans, rows = _seen(log, "quarter", int(definition.params["months"]), context)
    people = rows.groupby(["window", "sector"])["person"].nunique()
    enough = people[people >= definition.params["at_least"]].groupby("window").size()
    figures = pd.DataFrame({"window": range(len(spans))})
    figures["value"] = figures["window"].map(enough).fillna(0)
    figures["numerator"] = figures["value"]
    figures["denominator"] = len(context.groups.get("sector", ())) or None
    figures["base"] = figures["window"].map(people.groupby("window").sum()).fillna(0)
    return estimates(
        definition,
        context,
        figures,
        rows,
        ["window"],
        spans,
        statistic="level",
        source="attendance",
        method=_COUNT,
    )


def retention(definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context) -> list[Estimate]:
    """Of the leaders who joined, the per cent still active `months` later; cumulative by quarter.

    Joined: the first session. Active: at a session in the three months from that mark on. A leader
    enters the base when those months are over, so everyone had the same time to be seen again. Groups
    are those of the first session. Wilson's interval: these leaders stand for those who may yet join.
    """
    log = frame(frames, "attendance")
    if log is None:
        return []
    joined = _joined(log, int(definition.params["months"]))
    first, last = first_and_last(log["held_on"], context.start)
    spans = windows("quarter", "to_date", first, last, context.as_at)
    rows = within(joined, joined["judged"], spans)
    figures, behind = tabulate(rows, dimensions(definition, rows), _retained, context, spans)
    return estimates(
        definition,
        context,
        figures,
        behind,
        GROUP,
        spans,
        statistic="level",
        source="attendance",
        method="cumulative share, 95% Wilson interval",
    ) + _too_early(definition, context, spans, figures, log)


def _seen(log: pd.DataFrame, every: str, months: int, context: Context) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rolling windows and the log's rows in each, every leader under the sector last seen there."""
    spans = windows(every, months, *first_and_last(log["held_on"], context.start), context.as_at)
    log = log.assign(_held=as_times(log["held_on"])).sort_values("_held", kind="stable")
    rows = within(log, log["held_on"], spans).sort_values(["window", "_held"], kind="stable")
    sector = rows.groupby(["window", "person"])["sector"].transform("last")
    return spans, rows.assign(sector=sector)


def _people(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    return rows.groupby(by)[["person"]].nunique().rename(columns={"person": "value"})


def _joined(log: pd.DataFrame, months: int) -> pd.DataFrame:
    """Each leader's rows with `judged`, the day on which it is known if they stayed, and `stayed`."""
    rows = log.assign(_held=as_times(log["held_on"])).sort_values("_held", kind="stable")
    first = rows.groupby("person")["_held"].transform("min")
    mark, end = first + pd.DateOffset(months=months), first + pd.DateOffset(months=months + RETURN_WITHIN)
    back = ((rows["_held"] >= mark) & (rows["_held"] < end)).groupby(rows["person"]).transform("any")
    for column in ("sector", "role"):
        if column in rows:
            rows[column] = rows.groupby("person")[column].transform("first")
    return rows.assign(judged=end, stayed=back)


def _retained(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    people = rows.drop_duplicates([*by, "person"]).groupby(by)["stayed"]
    return with_wilson(
        pd.DataFrame({"numerator": people.sum(), "denominator": people.size(), "base": people.size()})
    )


def _too_early(
    definition: Definition, context: Context, spans: pd.DataFrame, figures: pd.DataFrame, log: pd.DataFrame
) -> list[Estimate]:
    """Until the first leader has had the time to stay or leave, the share is too early."""
    waiting = pd.DataFrame({"window": sorted(set(range(len(spans))) - set(figures["window"]))})
    return estimates(
        definition,
        context,
        waiting.assign(absence=Absence.TOO_EARLY),
        log.assign(window=-1),
        ["window"],
        spans,
        statistic="level",
        source="attendance",
        reason="nobody joined long enough ago to have stayed or left",
    )


FORMULAS = {"distinct_people": distinct_people, "sector_breadth": sector_breadth, "retention": retention}
