"""A large count exactly equal to the same month a year before: often last year's figure, copied."""

from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.checks.series import month_text, monthly_series
from etl.faults import Fault, fault
from etl.records import Records

LARGE = 100  # smaller counts repeat by chance


def same_as_last_year(records: Records, context: CheckContext) -> Iterator[Fault]:
    if records.spec.name != "service_demand":
        return
    counts = records.get("count")
    for name, months in monthly_series(records):
        for month, index in months.items():
            before = months.get(month - 12)
            count = counts[index]
            if before is not None and count is not None and count >= LARGE and counts[before] == count:
                yield fault(
                    "same_as_last_year",
                    records.sheet,
                    records.cell("count", index),
                    f"{count:g}",
                    series=name,
                    month=month_text(month),
                )
