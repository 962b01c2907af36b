"""What was delivered and who was heard: hours, sessions, citizens. From the attendance log."""

from collections.abc import Mapping

import pandas as pd

from metrics.context import Context
from metrics.tables import GROUP, Measure, dimensions, estimates, frame, numbers, tabulate
from metrics.types import Definition, Estimate
from metrics.windows import first_and_last, windows, within

_COUNT = "cumulative count from the log: no sampling error"


def session_hours(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Leader-hours to date by month: hours summed over leaders, of one kind of session or of all.

    Two leaders at a session of three hours give six. `base` is the leaders behind the sum.
    """
    return _to_date(definition, frames, context, _hours)


def sessions_held(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Sessions held to date by month, of one kind or of all; a session counts once."""
    return _to_date(definition, frames, context, _sessions)


def citizens_heard(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Citizens at sessions to date by month, by citizen group.

    The number stands on every row of a session and is counted once a session and group (the largest,
    should the rows differ). Somebody who came to two sessions counts twice. `base` is the sessions.
    """
    return _to_date(definition, frames, context, _citizens, with_citizens=True)


def groups_reached(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Citizen groups met at least once to date, by month; `denominator` is how many groups there are."""
    everyone = len(context.groups.get("citizen_group", ())) or None
    return _to_date(definition, frames, context, _groups, with_citizens=True, denominator=everyone)


def _to_date(
    definition, frames, context, measure: Measure, with_citizens: bool = False, denominator: int | None = None
) -> list[Estimate]:
    """A cumulative count by month to the log's last month; months before the first session are 0."""
    log = frame(frames, "attendance")
    if log is None:
        return []
    spans = windows("month", "to_date", *first_and_last(log["held_on"], context.start), context.as_at)
    counted = _of_kind(log, definition)
    if with_citizens:
        counted = counted[numbers(counted["citizens"]) > 0]
    rows = within(counted, counted["held_on"], spans)
    fill = {"value": 0, "base": 0}
    figures, behind = tabulate(rows, dimensions(definition, rows), measure, context, spans, fill)
    if not len(behind):
        behind = log.assign(window=-1, group_dim="", group_value="")
    return estimates(
        definition,
        context,
        figures.assign(numerator=figures["value"], denominator=denominator),
        behind,
        GROUP,
        spans,
        statistic="level",
        source="attendance",
        method=_COUNT,
    )


def _of_kind(log: pd.DataFrame, definition: Definition) -> pd.DataFrame:
    kind = definition.params.get("kind_of_session")
    return log[log["kind"] == kind] if kind else log


def _hours(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    rows = rows.assign(hours=numbers(rows["hours"]))
    return rows.groupby(by).agg(value=("hours", "sum"), base=("person", "nunique"))


def _sessions(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    return rows.groupby(by).agg(value=("session", "nunique"), base=("session", "size"))


def _citizens(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    rows = rows.assign(citizens=numbers(rows["citizens"]), citizen_group=rows["citizen_group"].fillna(""))
    once = rows.groupby([*by, "session", "citizen_group"], as_index=False)["citizens"].max()
    return once.groupby(by).agg(value=("citizens", "sum"), base=("session", "nunique"))


def _groups(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    return rows.groupby(by).agg(value=("citizen_group", "nunique"), base=("session", "nunique"))


FORMULAS = {
    "session_hours": session_hours,
    "sessions_held": sessions_held,
    "citizens_heard": citizens_heard,
    "groups_reached": groups_reached,
}
