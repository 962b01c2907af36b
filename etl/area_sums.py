"""Areas of a table that are not the sum of their parts, where all the parts stand in the same table."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from etl.codes import Codebook
from etl.convert import as_text, period_text
from etl.faults import Fault, fault
from etl.tables.sums import figure_at
from etl.tables.types import Column, Table
from etl.workbook import address

MOST_ROWS, MOST_TOLD = 20_000, 12
ROUNDED_TO = 5  # as in etl.checks.totals


def sums_not_met(table: Table, codes: Codebook) -> Iterator[Fault]:
    """A warning at the first figures of totals that their parts don't add up to.

    Only whole numbers larger than each of the parts are held against them: a rate or a mean is no sum.
    """
    named = [*table.of_role("area_code"), *table.of_role("area_name")]
    wholes = {row: area for row in table.totals if (area := _area(table, row, named, codes)) in codes.members}
    if wholes and len(table.rows) <= MOST_ROWS:
        yield from islice(_compared(table, wholes, named, codes), MOST_TOLD)


def _area(table: Table, row: int, named: list[Column], codes: Codebook) -> str:
    return next((area for column in named if (area := codes.area(table.cell(row, column)))), "")


def _compared(table: Table, wholes: dict[int, str], named: list[Column], codes: Codebook) -> Iterator[Fault]:
    labels = [column for column in table.columns if column.role in ("dimension", "period") and column not in named]
    alike: dict[tuple, dict[str, int]] = defaultdict(dict)
    key = {row: (*(table.cell(row, each) for each in labels), table.sections.get(row)) for row in table.rows}
    for row in table.rows:
        alike[key[row]].setdefault(_area(table, row, named, codes), row)
    measures = [column for column in table.of_role("measure") if not column.percent]
    for row, area in wholes.items():
        parts = [alike[key[row]].get(part) for part in codes.members[area]] if row in key else [None]
        for column in measures if None not in parts else ():
            figures = [figure_at(table.sheet, each, column) for each in (row, *parts)]
            if _differs(figures):
                yield fault(
                    "total_not_met", table.sheet.name, address(row, column.index), f"{figures[0]:,g}",
                    f"{sum(figures[1:]):,g}", what=f"the {len(parts)} parts", area=as_text(table.cell(row, named[-1])),
                    period=period_text(column.period) if column.period else f"({column.name})",
                )  # fmt: skip


def _differs(figures: list[float | None]) -> bool:
    """Whether the first figure can be a count and is not the sum of the others, which may all be rounded."""
    if None in figures or any(each % 1 for each in figures) or figures[0] <= max(figures[1:]):
        return False
    rounded = all(each % ROUNDED_TO == 0 for each in figures)
    return abs(figures[0] - sum(figures[1:])) > (len(figures) * ROUNDED_TO if rounded else 0)
