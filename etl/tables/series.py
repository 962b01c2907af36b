"""The time series of ONS: titles, CDIDs, units and dates of release above years, quarters and months in one column."""

from dataclasses import replace

from etl.convert import as_text, fold, span
from etl.periods import find_period
from etl.tables.blocks import Block
from etl.tables.types import Column, Table
from etl.workbook import Sheet

HIGHEST = 15  # rows


def series_of(sheet: Sheet) -> Block | None:
    """The block of such a sheet: "Title" first, "CDID" soon after, periods down the first column. None else."""
    said = _labels(sheet)
    if "cdid" not in said or "title" not in said:
        return None
    rows = tuple(
        number
        for number, row in enumerate(sheet.rows)
        if number > said["cdid"] and row and row[0] is not None and _is_period(as_text(row[0]))
    )
    width = max((len(row) for row in sheet.rows[: HIGHEST + 1]), default=0)
    reason = "titles and CDIDs above, as ONS publishes time series"
    return Block((said["title"],), rows, tuple(range(1, width)), (reason,)) if rows and width > 1 else None


def _labels(sheet: Sheet) -> dict[str, int]:
    return {fold(row[0]): number for number, row in reversed(list(enumerate(sheet.rows[:HIGHEST]))) if row and row[0]}


def _is_period(text: str) -> bool:
    found = find_period(text)
    return found is not None and found.start == 0 and found.end == len(text)


def described_series(sheet: Sheet, block: Block, table: Table) -> Table:
    """The table with the first column as its period, and every series with its own unit."""
    labels = _labels(sheet)

    def said(label: str, column: Column) -> str:
        row = sheet.rows[labels[label]] if label in labels else []
        return as_text(row[column.index]) if column.index < len(row) and row[column.index] is not None else ""

    times = replace(table.columns[0], role="period", name="Period", total="", period=None)
    series = [
        replace(each, role="measure", unit=said("unit", each), percent=said("unit", each) == "%", period=None, total="")
        for each in table.columns[1:]
    ]
    periods = [find_period(as_text(sheet.rows[row][0])).period for row in block.data]
    period = span(min(each.start for each in periods), max(each.end for each in periods))
    return replace(
        table, columns=(times, *series), period=period, period_from="column A", notes=tuple(labels.values()), unit="",
        totals={}, filled={}, sections={},
    )  # fmt: skip
