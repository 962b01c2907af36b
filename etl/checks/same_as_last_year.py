"""A count exactly equal to the same month a year before: often last year's figure, copied.

Equal counts also come by chance, so one alone is only told where it is large and the file is short;
two months in a row are always told.
"""

from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.checks.series import month_text, monthly_series
from etl.faults import Fault, fault
from etl.records import Records

LARGE = 100  # two independent counts of 100 are equal about once in 35 times, smaller ones more often
SMALL = 5  # below this even runs of equal counts mean nothing
FEW = 100  # comparisons in a file; among more, single equal counts are to be expected


def same_as_last_year(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A notice for each month that looks copied, at the cell of its count."""
    if records.spec.name != "service_demand":
        return
    all_series = list(monthly_series(records, context))
    short = sum(month - 12 in each.counts for each in all_series for month in each.places) < FEW
    for series in all_series:
        equal = {month for month in series.counts if _equal(series.counts[month], series.counts.get(month - 12))}
        for month in sorted(equal & series.places.keys()):
            count = series.counts[month]
            if {month - 1, month + 1} & equal or (short and count >= LARGE):
                yield fault(
                    "same_as_last_year",
                    records.sheet,
                    records.cell("count", series.places[month]),
                    f"{count:g}",
                    series=series.name,
                    month=month_text(month),
                )


def _equal(count: float | None, before: float | None) -> bool:
    return count is not None and count == before and count >= SMALL
