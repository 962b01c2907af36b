"""A period lies between 1990 and the day of loading; one that isn't over may be partial."""

import datetime as dt
from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.convert import period_text
from etl.faults import Fault, fault
from etl.records import Records

EARLIEST = dt.date(1990, 1, 1)


def period_range(records: Records, context: CheckContext) -> Iterator[Fault]:
    day = f"{context.as_at:%d/%m/%Y}"
    for column in records.spec.columns:
        if column.type != "period":
            continue
        for index, period in records.each(column.name):
            cell, shown = records.cell(column.name, index), period_text(period)
            if period.start > context.as_at:
                yield fault("future_period", records.sheet, cell, shown, day)
            elif period.end > context.as_at:
                yield fault("unfinished_period", records.sheet, cell, shown, day)
            elif period.start < EARLIEST:
                yield fault(
                    "date_out_of_range",
                    records.sheet,
                    cell,
                    shown,
                    f"{EARLIEST:%d/%m/%Y} to {day}",
                    column=records.heading(column.name),
                )
