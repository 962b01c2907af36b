"""A workbook as it was read: raw values at their own addresses, nothing guessed away."""

import datetime as dt
from dataclasses import dataclass, field

from etl.faults import Fault

Raw = str | int | float | bool | dt.date | dt.datetime | dt.time | None


def letters(column: int) -> str:
    """The spreadsheet letters of a column, counted from 0: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def address(row: int, column: int) -> str:
    """The address of a cell, row and column counted from 0."""
    return f"{letters(column)}{row + 1}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows from A1 on, so that rows[r][c] is the cell at address(r, c). A blank cell is None."""

    name: str
    hidden: bool
    rows: list[list[Raw]]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets in their order, and the faults found in reading. With an error there are no sheets."""

    sheets: tuple[Sheet, ...] = ()
    faults: tuple[Fault, ...] = field(default=())
