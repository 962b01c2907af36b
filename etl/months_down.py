"""Months down the rows under years across the columns: a count is of the month of its row in the year above it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from etl.convert import period_text
from etl.layout import Spread
from etl.tables import Table
from etl.tables.row_labels import labels_of, naming_of
from etl.tables.times import habits, within

PERIOD = "period"


def by_month(spread: Sequence[Spread], table: Table, rows: Iterable[int]) -> tuple[Spread, ...]:
    """The columns with the month or quarter that each row (from 0) says of their year; those of no year as they are.

    A row that says none, such as the sum of a year, keeps what stands above.
    """
    naming, years = naming_of(table), {column.index: column.period for column in table.columns if column.period}
    if naming.time is None or not years:
        return tuple(spread)
    written = habits(table)
    told = {row: month for row in rows if (month := labels_of(table, row, written, naming).month)}
    found = []
    for each in spread:
        year = next((years[at] for at in each.columns.values() if at in years), None) if PERIOD in each.labels else None
        inside = {row + 1: within(year, month) for row, month in told.items()} if year else {}
        periods = {number: period_text(period) for number, period in inside.items() if period}
        found.append(replace(each, of_rows={PERIOD: periods}) if periods else each)
    return tuple(found)
