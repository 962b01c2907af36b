"""Numbers lie between the minimum and the maximum their column declares, and none is larger than any figure."""

from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.records import Records
from etl.specs import ColumnSpec

LARGEST = {"integer": 2_147_483_647, "number": 1e15}  # more the store keeps of no whole number; more no figure is


def number_range(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A fault for each number outside; a negative one where none can be has a fault of its own."""
    for column in records.spec.columns:
        if column.type not in LARGEST:
            continue
        for index, value in records.each(column.name):
            if code := _problem(column, value):
                yield fault(
                    code,
                    records.sheet,
                    records.cell(column.name, index),
                    f"{value:g}",
                    _range(column, value),
                    column=records.heading(column.name),
                )


def _problem(column: ColumnSpec, value: float) -> str:
    if column.minimum == 0 and value < 0:
        return "negative_count"
    low = column.minimum is not None and value < column.minimum
    high = column.maximum is not None and value > column.maximum
    return "number_out_of_range" if low or high or abs(value) > LARGEST[column.type] else ""


def _range(column: ColumnSpec, value: float) -> str:
    if column.maximum is not None:
        return f"{column.minimum:g} to {column.maximum:g}"
    if column.minimum is not None and value < column.minimum:
        return f"{column.minimum:g} or more"
    return f"numbers up to {LARGEST[column.type]:,.0f}"
