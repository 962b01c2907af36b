"""Monthly series of a service-demand file: what two of the rules look along."""

from collections.abc import Iterator

from etl.records import Records

SERIES = ("service", "area", "age_band")


def month_number(day) -> int:
    """Months since year 0, so that neighbours differ by one."""
    return day.year * 12 + day.month - 1


def monthly_series(records: Records) -> Iterator[tuple[str, dict[int, int]]]:
    """(name, {month number: record index}) of each service, area and age band with months in it."""
    found: dict[tuple, dict[int, int]] = {}
    columns = [records.get(name) for name in SERIES]
    for index, period in records.each("period"):
        key = tuple(column[index] for column in columns)
        if period.kind == "month" and None not in key[:2]:
            found.setdefault(key, {})[month_number(period.start)] = index
    for key, months in found.items():
        yield ", ".join(str(part) for part in key if part), months


def month_text(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02d}"
