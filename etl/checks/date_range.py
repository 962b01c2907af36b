"""Dates lie between 2000 and the day of loading; those that may lie ahead, not beyond 2050."""

import datetime as dt
from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.records import Records

EARLIEST, LATEST = dt.date(2000, 1, 1), dt.date(2050, 12, 31)


def date_range(records: Records, context: CheckContext) -> Iterator[Fault]:
    for column in records.spec.columns:
        if column.type != "date":
            continue
        last = LATEST if column.future else context.as_at
        for index, value in records.each(column.name):
            if not EARLIEST <= value <= last:
                yield fault(
                    "date_out_of_range",
                    records.sheet,
                    records.cell(column.name, index),
                    f"{value:%d/%m/%Y}",
                    f"{EARLIEST:%d/%m/%Y} to {last:%d/%m/%Y}",
                    column=records.heading(column.name),
                )
