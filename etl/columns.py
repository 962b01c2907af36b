"""The cells of a sheet column by column: each different one once, and where it stands.

What is asked of a large sheet is asked of its different cells: a survey has millions of cells and few of those.
"""

from base64 import b64decode
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np

from etl.workbook import Raw

SINGLY = 1000  # rows asked for one by one before all are made


@dataclass(frozen=True, slots=True)
class Column:
    """`values` are different cells, 1, 1.0 and True apart; `places` says for each row which of them it holds."""

    values: Sequence[Raw]
    places: np.ndarray

    def of(self, rows: np.ndarray) -> "Column":
        """The column in some of its rows, numbers from 0 or a mask."""
        return Column(self.values, self.places[rows])

    def told(self, said: Sequence[Any]) -> list[Any]:
        """For each row what is `said` of the cell it holds, `said` being in the order of `values`."""
        return list(map(said.__getitem__, self.places.tolist()))

    def where(self, holds: Sequence[bool]) -> np.ndarray:
        """A mask of the rows whose cell it holds for."""
        return np.array(holds, dtype=bool)[self.places]

    def cells(self) -> list[Raw]:
        return self.told(self.values)

    def different(self) -> list[Raw]:
        """The cells that stand in one of the rows."""
        return [self.values[at] for at in np.unique(self.places)]


def column(cells: Sequence[Raw]) -> Column:
    """A column of these cells."""
    alike = len(set(map(type, cells)) - {type(None)}) <= 1
    known: dict[Any, int] = {}
    places = [known.setdefault(key, len(known)) for key in (cells if alike else ((type(each), each) for each in cells))]
    values = list(known) if alike else [cell for _, cell in known]
    return Column(values, np.array(places, dtype=np.int64))


class PackedRows(Sequence[list[Raw]]):
    """The rows of a sheet as the reading process packed them. All are made only where somebody goes through them."""

    def __init__(self, packed: dict[str, Any]) -> None:
        self._many, self._asked = packed["rows"], 0
        self.columns = [
            Column(values, np.frombuffer(b64decode(places), dtype=kind)) for values, kind, places in packed["columns"]
        ]

    def __len__(self) -> int:
        return self._many

    def __getitem__(self, at):
        if self._asked > SINGLY:
            return self._all[at]
        wanted = range(self._many)[at]
        if isinstance(at, slice):
            return [self[row] for row in wanted] if len(wanted) < SINGLY else self._all[at]
        self._asked += 1
        return [each.values[each.places[wanted]] for each in self.columns]

    def __iter__(self) -> Iterator[list[Raw]]:
        return iter(self._all)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None

    def __repr__(self) -> str:
        return f"PackedRows({self._all!r})"

    @cached_property
    def _all(self) -> list[list[Raw]]:
        if not self.columns:
            return [[] for _ in range(self._many)]
        return list(map(list, zip(*(each.cells() for each in self.columns), strict=True)))


def column_of(rows: Sequence[list[Raw]], at: int) -> Column:
    """One column of a sheet's rows; blank where a row doesn't reach so far."""
    if not isinstance(rows, PackedRows):
        return column([row[at] if at < len(row) else None for row in rows])
    return rows.columns[at] if at < len(rows.columns) else column([None] * len(rows))


def width_of(rows: Sequence[list[Raw]]) -> int:
    """How many columns the longest row has."""
    return len(rows.columns) if isinstance(rows, PackedRows) else max(map(len, rows), default=0)


def filled_of(rows: Sequence[list[Raw]]) -> Sequence[int]:
    """How many cells of each row aren't blank."""
    if not isinstance(rows, PackedRows):
        return [len(row) - row.count(None) for row in rows]
    there = (each.where([value is not None for value in each.values]) for each in rows.columns)
    return sum(there, np.zeros(len(rows), dtype=int))


def different_cells(rows: Sequence[list[Raw]], first: int = 0, but: Collection[int] = ()) -> set[Raw]:
    """Every cell of the rows once, equal ones of another type too; from the `first` on, without the columns `but`."""
    if isinstance(rows, PackedRows):
        below = np.arange(first, len(rows))
        wanted = (each for at, each in enumerate(rows.columns) if at not in but)
        return set().union(*(each.of(below).different() if first else each.values for each in wanted))
    found: set[Raw] = set()
    for row in islice(rows, first, None):  # row by row: few of a text file's are as wide as its widest
        found.update(cell for at, cell in enumerate(row) if at not in but)
    return found
