"""How many adults live where, by age and sex: what surveys are weighted to."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, Row, func, select

from data.reads.live import live_rows
from data.schema import population

ADULT = 18


def population_by_area(connection: Connection, on: dt.date) -> dict[str, float]:
    """Adults in each area, from the newest mid-year figures not after `on` (else the earliest).

    Where no area has age bands from 18 up, everyone is counted instead: districts are weighted against
    one another, so it must be the same people in all of them.
    """
    return {area: float(sum(row.people for row in _once(rows))) for area, rows in _counted(connection, on).items()}


def adults_by_trait(connection: Connection, on: dt.date, areas: Iterable[str]) -> dict[str, dict[str, float]]:
    """{"age": {band: people}, "sex": {sex: people}} of the areas together, of those `population_by_area` counts.

    A trait that the figures of one of the areas don't have is left out.
    """
    counted = _counted(connection, on)
    of_areas = [counted.get(area, []) for area in areas]
    traits = {
        "age": [_added([(row.age_band, row.people) for row in _once(rows)]) for rows in of_areas],
        "sex": [_added([(row.sex, row.people) for row in rows]) for rows in of_areas],
    }
    return {name: dict(sum(parts, Counter())) for name, parts in traits.items() if all(parts)}


def _added(counts: Iterable[tuple[str, float]]) -> Counter:
    """Counts by name added up, those without a name left out."""
    total: Counter = Counter()
    for name, people in counts:
        if name:
            total[name] += people
    return total


def _counted(connection: Connection, on: dt.date) -> dict[str, list[Row]]:
    """By area, rows of adults by sex and age band, or else of everyone: sex, age_band, people."""
    live = live_rows(population).c
    rows = connection.execute(
        select(live.area_code, live.period_end, live.sex, live.age_band, func.sum(live["count"]).label("people"))
        .where(live.unit == "persons")
        .group_by(live.area_code, live.period_end, live.sex, live.age_band)
        .order_by(live.age_band, live.sex)
    ).all()
    adults = [row for row in rows if _from_age(row.age_band) >= ADULT]
    return _newest(adults or [row for row in rows if row.age_band == ""], on)


def _newest(rows: list[Row], on: dt.date) -> dict[str, list[Row]]:
    """The rows of each area's newest year not after `on`, or of its earliest."""
    by_area: dict[str, dict[dt.date, list]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_area[row.area_code][row.period_end].append(row)
    chosen = {}
    for area, years in by_area.items():
        past = [year for year in years if year <= on]
        chosen[area] = years[max(past) if past else min(years)]
    return chosen


def _once(rows: list[Row]) -> list[Row]:
    """The rows for both sexes together where there are any, else those of the sexes."""
    return [row for row in rows if row.sex == ""] or rows


def _from_age(band: str) -> int:
    """The youngest age of a band such as 18-24 or 75+; 0 where it isn't one."""
    start = band.replace("+", "-").split("-")[0].strip()
    return int(start) if start.isdecimal() else 0
