"""What comes first must come first: agreed before done, start before end, low before high."""

import datetime as dt
from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.records import Records

IN_ORDER = {
    "commitments": (("agreed_on", "due_on"), ("agreed_on", "done_on"), ("agreed_on", "stopped_on")),
    "insights": (("heard_on", "changed_on"),),
    "service_demand": (("period_start", "period_end"),),
    "published_estimates": (("low", "value"), ("value", "high")),
    "unit_costs": (("low", "central"), ("central", "high")),
    "partner_returns": (("aligned", "total"),),
}


def order(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A fault where the second of a pair is smaller than the first; equal is in order."""
    for first, second in IN_ORDER.get(records.spec.name, ()):
        earlier = records.get(first)
        for index, value in records.each(second):
            if earlier[index] is not None and value < earlier[index]:
                yield fault(
                    "wrong_order",
                    records.sheet,
                    records.cell(second, index),
                    _shown(value),
                    _shown(earlier[index]),
                    column=records.heading(second),
                    earlier=records.heading(first),
                )


def _shown(value: dt.date | float) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else f"{value:g}"
