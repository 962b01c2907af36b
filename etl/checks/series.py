"""Monthly series of a service-demand file, with what the store already holds of them before."""

from collections.abc import Iterator
from dataclasses import dataclass

from etl.checks.context import CheckContext
from etl.records import Records

SERIES = ("service", "area", "age_band")


@dataclass(frozen=True, slots=True)
class Series:
    """`places` month number -> record index, of the file; `counts` month number -> count, None where absent,
    of the file and, for other months, of the store."""

    name: str
    places: dict[int, int]
    counts: dict[int, float | None]


def month_number(day) -> int:
    """Months since year 0, so that neighbours differ by one."""
    return day.year * 12 + day.month - 1


def monthly_series(records: Records, context: CheckContext) -> Iterator[Series]:
    """Each service, area and age band with months in the file."""
    found: dict[tuple, dict[int, int]] = {}
    columns, counts = [records.get(name) for name in SERIES], records.get("count")
    for index, period in records.each("period"):
        key = tuple(column[index] for column in columns)
        if period.kind == "month" and None not in key[:2]:
            found.setdefault(key, {})[month_number(period.start)] = index
    for key, places in found.items():
        before = context.before.counts.get(tuple(part or "" for part in key), {})
        own = {month: counts[index] for month, index in places.items()}
        yield Series(", ".join(str(part) for part in key if part), places, {**before, **own})


def month_text(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02d}"
