"""Two tables beside each other: a blank column, and behind it a second column of labels headed like the first."""

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.convert import as_text, fold
from etl.periods import FoundPeriod, find_period
from etl.tables.times import in_its_year
from etl.tables.totals import total_rows
from etl.tables.types import Column, Table

LETTERS = re.compile(r" ?\(column [A-Z]+\)$")
LABELS = ("area_name", "area_code", "dimension", "period")


def beside_each_other(table: Table) -> list[Table]:
    """The table, or the tables it is made of, each with its own labels and totals."""
    groups = _groups(table.columns)
    if len(groups) < 2:
        return [table]
    alike = len({_first_label(group) for group in groups}) == 1
    if not alike and not all(_has_own_rows(table, group[0]) for group in groups):
        return [table]
    found = []
    for group in groups:
        columns = tuple(replace(each, name=LETTERS.sub("", each.name)) for each in group)
        columns = (replace(columns[0], role=groups[0][0].role), *columns[1:]) if alike else columns
        rows = tuple(row for row in table.rows if any(table.cell(row, column) is not None for column in columns))
        apart = replace(table, columns=columns, rows=rows, totals=_totals(table, rows, columns))
        found.append(_under_its_title(apart, alike))
    return found


def _under_its_title(table: Table, alike: bool) -> Table:
    """The table with the title, and the period it says, that stand over its columns and not over the other tables'."""
    own = range(table.columns[0].index, table.columns[-1].index + 1)
    top = min([*table.header_rows, *table.rows])
    for row in reversed([number for number in table.notes if number < top]):
        cells = table.sheet.rows[row]
        said = [at for at, cell in enumerate(cells) if isinstance(cell, str) and cell.strip()]
        here = [at for at in said if at in own]
        if len(said) > 1 and len(here) == 1:
            title = as_text(cells[here[0]])
            whole = f"{table.title} | " if table.title not in map(as_text, filter(None, cells)) else ""
            sections = dict.fromkeys(table.rows, title) if alike and not table.sections else table.sections
            apart = replace(table, title=whole + title, sections=sections)
            return _in_period(apart, find_period(title), row)
    return table


def _in_period(table: Table, found: FoundPeriod | None, row: int) -> Table:
    """Bare quarters and months are of the year in the table's own title."""
    if not found or table.of_role("period"):
        return table
    columns = tuple(
        each if find_period(" ".join(each.header)) else replace(each, period=None) for each in table.columns
    )
    return in_its_year(replace(table, columns=columns, period=found.period, period_from=f"row {row + 1}"))


def _totals(table: Table, rows: Sequence[int], columns: Sequence[Column]) -> dict[int, str]:
    return total_rows(table.sheet, rows, columns, table.filled, table.sections)


def _has_own_rows(table: Table, label: Column) -> bool:
    """Whether a column of labels names rows of its own: a text in nearly every row it reaches, none of them twice."""
    said = [table.cell(row, label) for row in table.rows]
    there = [fold(value) for value in said if isinstance(value, str)]
    return bool(label.name) and len(there) >= 2 and len(set(there)) == len(there) == sum(v is not None for v in said)


def _groups(columns: Sequence[Column]) -> list[list[Column]]:
    """Runs of columns between spacers that begin with labels and hold figures; none if one run doesn't."""
    runs: list[list[Column]] = [[]]
    for column in columns:
        if column.role == "spacer":
            runs.append([])
        else:
            runs[-1].append(column)
    runs = [run for run in runs if run]
    whole = all(run[0].role in LABELS and any(each.role == "measure" for each in run) for run in runs)
    return runs if whole else []


def _first_label(group: Sequence[Column]) -> str:
    return fold(LETTERS.sub("", group[0].name))
