"""The same count several months in a row: often a figure carried forward because the real one was missing."""

from collections.abc import Iterator
from itertools import groupby

from etl.checks.context import CheckContext
from etl.checks.series import month_text, monthly_series
from etl.faults import Fault, fault
from etl.records import Records

LONG, LARGE = 3, 100  # three equal counts of 100 come by chance about once in 1,000 times
LONGER, SMALL = 5, 10  # below 10 equal counts are ordinary


def equal_run(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A notice for each run of equal counts in neighbouring months, at the cell of its last."""
    if records.spec.name != "service_demand":
        return
    for series in monthly_series(records, context):
        ordered = sorted(series.counts)
        keyed = [(month - place, series.counts[month], month) for place, month in enumerate(ordered)]
        for (_, count), run in groupby(keyed, key=lambda each: each[:2]):
            held = [month for *_, month in run]
            if _strange(count, len(held)) and held[-1] in series.places:
                yield fault(
                    "equal_run", records.sheet, records.cell("count", series.places[held[-1]]), f"{count:g}",
                    series=series.name, count=len(held), first=month_text(held[0]), last=month_text(held[-1]),
                )  # fmt: skip


def _strange(count: float | None, length: int) -> bool:
    if count is None:
        return False
    return (count >= LARGE and length >= LONG) or (count >= SMALL and length >= LONGER)
