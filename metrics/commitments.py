"""What was promised and done, and what was heard and acted on. From the two registers."""

from collections.abc import Mapping

import pandas as pd

from metrics.bounds import with_wilson
from metrics.context import Context
from metrics.tables import GROUP, dimensions, estimates, frame, tabulate
from metrics.types import Absence, Definition, Estimate
from metrics.windows import as_times, first_and_last, windows, within


def commitments_on_time(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Per cent done by their date of the commitments due in the twelve months to each quarter's end.

    One given up is due like any other and counts as not done, so that giving up never raises the share.
    Quarters run to the last that is over at the publication's date. Wilson's interval.
    """
    register = frame(frames, "commitments")
    if register is None:
        return []
    done = as_times(register["done_on"]) <= as_times(register["due_on"])
    first, last = first_and_last(register["due_on"], context.start)
    spans = windows("quarter", 12, first, last, context.as_at)
    rows = within(register.assign(met=done), register["due_on"], spans)
    return _shares(
        definition,
        context,
        rows,
        dimensions(definition, rows),
        spans,
        "commitments",
        "rolling 12 months, 95% Wilson interval",
        "no commitment was due in the twelve months",
    )


def insights_adopted(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Per cent of all insights logged by each quarter's end that had led to a named service change by then.

    Adopted: `change_made` says what changed and `changed_on` when; without a date it can't be placed
    in time and doesn't count. Insights are repeated from quarter to quarter: the share is cumulative.
    """
    register = frame(frames, "insights")
    if register is None:
        return []
    named = register["change_made"].fillna("").astype(str).str.strip().ne("")
    changed = as_times(register["changed_on"]).where(named)
    dates = pd.concat([as_times(register["heard_on"]), changed])
    spans = windows("quarter", "to_date", *first_and_last(dates, context.start), context.as_at)
    rows = within(register.assign(changed=changed), register["heard_on"], spans)
    rows = rows.assign(met=rows["changed"] <= rows["window"].map(spans["until"]))
    # whose voice led to change is asked of every board (domain notes §8), whatever the breakdowns say
    dims = {**dimensions(definition, rows), "citizen_group": "citizen_group"}
    return _shares(
        definition,
        context,
        rows,
        dims,
        spans,
        "insights",
        "cumulative share, 95% Wilson interval",
        "no insight had been logged",
    )


def _shares(
    definition: Definition,
    context: Context,
    rows: pd.DataFrame,
    dims: Mapping[str, str],
    spans: pd.DataFrame,
    source: str,
    method: str,
    none: str,
) -> list[Estimate]:
    """The share of rows that `met`, for everyone and each group; `none` is said where there is no row."""
    figures, behind = tabulate(rows, dims, _met, context, spans)
    empty = pd.DataFrame({"window": sorted(set(range(len(spans))) - set(rows["window"]))})
    empty = empty.assign(absence=Absence.NOT_APPLICABLE, reason=none, group_dim="", group_value="")
    figures = pd.concat([figures, empty], ignore_index=True) if len(empty) else figures
    return estimates(
        definition, context, figures, behind, GROUP, spans, statistic="level", source=source, method=method
    )


def _met(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    met = rows.groupby(by)["met"]
    return with_wilson(pd.DataFrame({"numerator": met.sum(), "denominator": met.size(), "base": met.size()}))


FORMULAS = {"commitments_on_time": commitments_on_time, "insights_adopted": insights_adopted}
