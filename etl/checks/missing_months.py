"""Months without a row inside a monthly series. They are missing, not zero, and someone should know."""

from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.checks.series import month_text, monthly_series
from etl.faults import Fault, fault
from etl.records import Records


def missing_months(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A notice for each series with gaps between its first month and its last."""
    if records.spec.name != "service_demand":
        return
    for name, months in monthly_series(records):
        first, last = min(months), max(months)
        gaps = [month for month in range(first, last) if month not in months]
        if gaps:
            yield fault(
                "missing_months",
                records.sheet,
                records.cell("period", months[first]),
                month_text(gaps[0]),
                series=name,
                count=len(gaps),
                first=month_text(first),
                last=month_text(last),
            )
