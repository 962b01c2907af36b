"""Months without a row inside a monthly series, or between it and what is held of it. Missing, not zero."""

from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.checks.series import month_text, monthly_series
from etl.faults import Fault, fault
from etl.records import Records


def missing_months(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A notice for each series with gaps before its last month: from its first, or from the last one held."""
    if records.spec.name != "service_demand":
        return
    for series in monthly_series(records, context):
        months, last = series.places, max(series.places)
        held = [month for month in series.counts if month < min(months)]
        first = max(held, default=min(months))
        gaps = [month for month in range(first, last) if month not in series.counts]
        if gaps:
            yield fault(
                "missing_months",
                records.sheet,
                records.cell("period", months[min(months)]),
                month_text(gaps[0]),
                series=series.name,
                count=f"{len(gaps)} month{'s' if len(gaps) > 1 else ''}",
                first=month_text(first),
                last=month_text(last),
            )
