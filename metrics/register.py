"""The evaluation's own work: files loaded, datasets live, publications made. From the registers."""

from collections.abc import Mapping

import pandas as pd

from metrics.context import Context
from metrics.tables import estimates, frame
from metrics.types import Definition, Estimate
from metrics.windows import windows, within

_COUNT = "cumulative count from the register: no sampling error"


def uploads_count(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Files published to date, by month."""
    return _to_date(definition, frames, context, "uploads", "upload_id")


def datasets_live(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Datasets with at least one live file to date, by month."""
    return _to_date(definition, frames, context, "uploads", "dataset")


def publications_count(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context
) -> list[Estimate]:
    """Publications made to date, by month."""
    return _to_date(definition, frames, context, "publications", "number")


def _to_date(definition, frames, context, name: str, counted: str) -> list[Estimate]:
    """Distinct values of `counted` to the end of each month in which the register grew, and between.

    Samples count only while there is no real file: a dataset is live when real data are in it. The last
    month is whole or not: the register is complete up to today. A row without a date is of `as_at`.
    """
    register = frame(frames, name)
    if register is None:
        return []
    if "origin" in register and (register["origin"] == "real").any():
        register = register[register["origin"] != "sample"]
    dates = register["published_at"].where(register["published_at"].notna(), context.as_at)
    last = max(dates)
    end = (pd.Period(last, "M")).end_time.date()
    spans = windows("month", "to_date", min(dates), last, end)
    rows = within(register, dates, spans)
    figures = rows.groupby("window")[counted].nunique().rename("value").reset_index()
    figures = figures.assign(numerator=figures["value"], base=figures["value"])
    return estimates(
        definition, context, figures, rows, ["window"], spans, statistic="level", source=name, method=_COUNT
    )


FORMULAS = {
    "uploads_count": uploads_count,
    "datasets_live": datasets_live,
    "publications_count": publications_count,
}
