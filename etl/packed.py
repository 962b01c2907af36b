"""A sheet's rows as the reading process hands them over: column by column, each distinct value once."""

from array import array
from base64 import b64encode
from collections.abc import Iterable
from itertools import islice
from typing import Any

AT_ONCE = 250  # rows: what is not packed yet is held as objects, best where the processor has it at hand
SIZES = ("B", "H", "I")  # the kinds of array that hold a place, the smallest first


def pack(rows: Iterable[list]) -> dict[str, Any]:
    """{"rows": how many, "columns": [[distinct values, where they stand], …]}, as JSON carries it.

    The rows must be of one length. 1, 1.0 and True are different values. An empty text is None, and a NUL
    in a text, an odd escape in the sheet's XML, is left out: no database keeps it.
    """
    left, many = iter(rows), 0
    columns: list[_Column] = []
    while part := list(islice(left, AT_ONCE)):
        columns = columns or [_Column() for _ in part[0]]
        for column, cells in zip(columns, zip(*part, strict=True), strict=True):
            column.add(cells)
        many += len(part)
    return {"rows": many, "columns": [column.packed() for column in columns]}


class _Places(dict):
    """The place of each different value: one that is new comes after the others."""

    def __missing__(self, key: Any) -> int:
        self[key] = place = len(self)
        return place


class _Column:
    """One column while it is packed."""

    def __init__(self) -> None:
        self.known, self.places = _Places(), array("I")

    def add(self, cells: tuple) -> None:
        keys = cells if _tell_themselves(cells) else map(_key, cells)
        self.places.fromlist(list(map(self.known.__getitem__, keys)))

    def packed(self) -> tuple[list, str, str]:
        kind = next(kind for kind in SIZES if len(self.known) <= 256 ** array(kind).itemsize)
        return list(map(_kept, self.known)), kind, b64encode(array(kind, self.places)).decode()


def _tell_themselves(cells: tuple) -> bool:
    """Whether equal ones are the same value: texts and numbers other than zero, which has two signs."""
    kinds = set(map(type, cells))
    return kinds == {str} or (kinds <= {str, float} and 0.0 not in cells)


def _key(cell: Any) -> Any:
    """What a cell is known by among cells that may equal one of another type, 1 and True, or sign, 0.0 and -0.0."""
    return cell if type(cell) is str else (type(cell), str(cell), cell)


def _kept(key: Any) -> Any:
    cell = key[-1] if type(key) is tuple else key
    return (cell.replace("\x00", "") or None) if type(cell) is str else cell
