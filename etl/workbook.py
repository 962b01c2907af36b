"""A workbook as it was read: raw values at their own addresses, nothing guessed away."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from etl.faults import Fault

Raw = str | int | float | bool | dt.date | dt.datetime | dt.time | None


@lru_cache(maxsize=16_384)
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
class Detail:
    """What a sheet says besides its values; rows and columns count from 0. Only read where asked for.

    `merges` are (first row, first column, last row, last column); `formats` address -> the number
    format that makes a cell look different from its value; `indents` address -> how many spaces further in
    its format sets the cell; `formulas` counts them, `lists` the drop-down lists. Of a file of SPSS or
    Stata: the `program`, `questions` column -> its label, `labels` column -> {value as text: label},
    `missing` column -> the values declared missing, as text.
    """

    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formats: Mapping[str, str] = field(default_factory=dict)
    formulas: int = 0
    lists: int = 0
    questions: Mapping[int, str] = field(default_factory=dict)
    labels: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    missing: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    indents: Mapping[str, int] = field(default_factory=dict)
    program: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows from A1 on, so that rows[r][c] is the cell at address(r, c). A blank cell is None."""

    name: str
    hidden: bool
    rows: Sequence[list[Raw]]
    detail: Detail = field(default_factory=Detail)


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets in their order, and the faults found in reading. With an error there are no sheets."""

    sheets: tuple[Sheet, ...] = ()
    faults: tuple[Fault, ...] = field(default=())
