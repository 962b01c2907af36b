"""Rows whose figures are those of others over again, by time or by heading: a year among its quarters, "Persons"."""

import re
from collections import defaultdict
from collections.abc import Collection

from etl.areas import is_total_name
from etl.convert import fold
from etl.tables.times import habits, row_period
from etl.tables.types import Table
from etl.tables.years_above import is_bare, said_of
from metrics.types import Period

EVERYONE = re.compile(r"(?:all )?(?:persons|people)|both sexes|males? (?:and|&) females?", re.I)
WHOLE_YEAR = re.compile(r"(?:full |whole |financial )?year(?: total)?|annual(?: total)?|12 months", re.I)
MADE_OF = "its period holds those of other rows"
MOST = 20_000  # rows; of more, a year is hardly told among its months


def nested_rows(table: Table) -> dict[int, str]:
    """Row -> why its figures are in other rows too; those already known as totals left out."""
    return {row: why for row, why in (_by_heading(table) | _by_period(table)).items() if row not in table.totals}


def _by_heading(table: Table) -> dict[int, str]:
    said = {fold(text): text for text in table.sections.values()}
    whole = {key for key, text in said.items() if any(map(_is_whole, text.split(" | ")))}
    if len(said) - len(whole) < 2:
        return {}
    whole = _told_elsewhere(table, whole)
    return {
        row: f"it stands under “{text}”, which adds up what stands under other headings"
        for row, text in table.sections.items()
        if fold(text) in whole
    }


def _told_elsewhere(table: Table, whole: Collection[str]) -> set[str]:
    """Of headings that say "Persons" or "Total" those whose rows are those of another heading over again: where no
    other has them, as under "All staff" its professions, they are told there alone."""
    labels = [column for column in table.columns if column.role in ("area_code", "area_name", "dimension", "period")]
    told: dict[str, set[tuple]] = defaultdict(set)
    for row, text in table.sections.items():
        told[fold(text)].add(tuple(table.cell(row, each) for each in labels))
    others = set().union(*(rows for key, rows in told.items() if key not in whole))
    return {key for key in whole if len(told[key] & others) * 2 >= len(told[key])}


def _is_whole(heading: str) -> bool:
    text = heading.rstrip("0123456789 ")
    return bool(EVERYONE.fullmatch(text)) or is_total_name(text)


def _by_period(table: Table) -> dict[int, str]:
    """Rows whose period holds another one told of the same area and kinds."""
    if not table.of_role("period") or len(table.rows) > MOST:
        return {}
    groups: dict[tuple, dict[int, Period]] = defaultdict(dict)
    labels = [column for column in table.columns if column.role in ("area_code", "area_name", "dimension")]
    written = habits(table)
    for row in table.rows:
        times = [(each, raw) for each in table.of_role("period") if (raw := table.cell(row, each)) is not None]
        if times and (period := row_period(said_of(row, times, table.years), written)):
            key = (table.sections.get(row), *(table.cell(row, each) for each in labels))
            groups[key][row] = period
    found = _whole_years(table)
    for told in groups.values():
        if len({_length(period) for period in told.values()}) > 1:
            periods = set(told.values())
            found |= {row: MADE_OF for row, period in told.items() if any(_inside(each, period) for each in periods)}
    return found


def _whole_years(table: Table) -> dict[int, str]:
    """Rows that say "Year" or "Annual" below bare months or quarters, whose years stand over the columns."""
    times = table.of_role("period")
    said = {row: str(table.cell(row, times[0]) or "").strip() for row in table.rows} if len(times) == 1 else {}
    if not any(map(is_bare, said.values())):
        return {}
    return {row: MADE_OF for row, text in said.items() if WHOLE_YEAR.fullmatch(text)}


def _length(period: Period) -> int:
    return (period.end - period.start).days // 20  # months differ by a few days


def _inside(part: Period, whole: Period) -> bool:
    return part != whole and whole.start <= part.start and part.end <= whole.end
