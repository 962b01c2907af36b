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
    counts, all_series = records.get("count"), list(monthly_series(records))
    short = sum(month - 12 in months for _, months in all_series for month in months) < FEW
    for name, months in all_series:
        equal = {month for month, index in months.items() if _equal(counts, index, months.get(month - 12))}
        for month in sorted(equal):
            count = counts[months[month]]
            if {month - 1, month + 1} & equal or (short and count >= LARGE):
                yield fault(
                    "same_as_last_year",
                    records.sheet,
                    records.cell("count", months[month]),
                    f"{count:g}",
                    series=name,
                    month=month_text(month),
                )


def _equal(counts: list[float | None], index: int, before: int | None) -> bool:
    return (
        before is not None
        and counts[index] is not None
        and counts[index] == counts[before]
        and counts[index] >= SMALL
    )
