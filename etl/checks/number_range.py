"""Numbers lie between the minimum and the maximum their column declares."""

from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.records import Records
from etl.specs import ColumnSpec


def number_range(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A fault for each number outside; a negative one where none can be has a fault of its own."""
    for column in records.spec.columns:
        if column.minimum is None and column.maximum is None:
            continue
        for index, value in records.each(column.name):
            if code := _problem(column, value):
                yield fault(
                    code,
                    records.sheet,
                    records.cell(column.name, index),
                    f"{value:g}",
                    _range(column),
                    column=records.heading(column.name),
                )


def _problem(column: ColumnSpec, value: float) -> str:
    if column.minimum == 0 and value < 0:
        return "negative_count"
    low = column.minimum is not None and value < column.minimum
    high = column.maximum is not None and value > column.maximum
    return "number_out_of_range" if low or high else ""


def _range(column: ColumnSpec) -> str:
    if column.maximum is None:
        return f"{column.minimum:g} or more"
    return f"{column.minimum:g} to {column.maximum:g}"
