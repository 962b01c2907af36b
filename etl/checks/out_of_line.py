"""A count far from its own series' history, in the file and in the store: a spike, a dip, or an unfinished month.

Each month is set against the median of the months around it, in logarithms, and that distance against the same
distances of the whole series (median absolute deviation), so that one wild month doesn't hide another. Where the
calendar month is usually as high or as low, it is the season and nothing is said.
"""

import math
from collections.abc import Iterator
from statistics import median

from etl.checks.context import CheckContext
from etl.checks.series import month_text, monthly_series
from etl.faults import Fault, fault
from etl.records import Records

FEWEST_MONTHS = 12
SMALL = 20  # below this a month may halve or double by chance
AROUND = 4  # months on each side
FAR = 6.0  # robust standard deviations
FACTOR = math.log(1.5)  # and at least half as much again, or a third less
PARTIAL = 0.75  # a last month below this share of what is around it
NORMAL = 1.4826  # median absolute deviation to standard deviation


def out_of_line(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A notice for each spike or dip and for a last month that looks cut short, at the cell of its count."""
    if records.spec.name != "service_demand":
        return
    for series in monthly_series(records, context):
        known = {month: count for month, count in series.counts.items() if (count or 0) > 0}
        if len(known) < FEWEST_MONTHS or median(known.values()) < SMALL:
            continue
        for month, code, around in _strange({month: math.log(count) for month, count in known.items()}):
            if month not in series.places:
                continue
            yield fault(
                code, records.sheet, records.cell("count", series.places[month]), f"{known[month]:g}",
                f"about {math.exp(around):,.0f}", series=series.name, month=month_text(month),
            )  # fmt: skip


def _strange(logs: dict[int, float]) -> Iterator[tuple[int, str, float]]:
    """Month, fault and the level around it, of the months that are out of line."""
    around = {month: _around(logs, month) for month in logs}
    apart = {month: logs[month] - around[month] for month in logs}
    beyond = {month: _beyond(apart, month) for month in logs}
    usual = NORMAL * median(abs(distance) for distance in beyond.values())
    last = max(logs)
    for month, distance in beyond.items():
        if month == last and distance < math.log(PARTIAL) and abs(distance) > FAR / 2 * usual:
            yield month, "partial_month", around[month]
        elif abs(distance) > max(FACTOR, FAR * usual):
            yield month, "spike", around[month]


def _beyond(apart: dict[int, float], month: int) -> float:
    """How far a month is off, less what any other year's same month is off: the least of these."""
    same = [apart[other] for other in apart if other != month and (other - month) % 12 == 0]
    return min((apart[month], *(apart[month] - other for other in same)), key=abs)


def _around(logs: dict[int, float], month: int) -> float:
    near = [logs[m] for m in range(month - AROUND, month + AROUND + 1) if m != month and m in logs]
    return median(near) if near else logs[month]
