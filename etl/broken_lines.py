"""Rows of a text file that a line break inside an answer, written without quotes, cut into several."""

import re
from collections import Counter
from collections.abc import Sequence

LEAST_WIDTH, MOST_PIECES, LOOKED_AT = 3, 12, 500
FEW = 0.2  # of the rows may be cut
TOLD = 0.9  # of the rows begin with a number, a date or a code: where they begin with words, any text may begin one

Row = list[str | None]


def joined(rows: Sequence[Row]) -> list[Row]:
    """The rows, pieces of one put together again where every short row between whole ones is such a piece.

    A row keeps its number: what is put together stands in the first piece's place, and the others are left empty.
    Without that certainty nothing is changed: a file may well leave out the blank cells at the end of its rows.
    """
    widths = Counter(len(row) for row in rows[:LOOKED_AT] if row)
    width = max(widths, key=widths.__getitem__, default=0)
    whole = [number for number, row in enumerate(rows) if len(row) == width]
    if width < LEAST_WIDTH or len(whole) == len(rows) or not whole:
        return list(rows)
    begins = Counter(_shape(rows[number][0]) for number in whole[1:LOOKED_AT])
    if sum(times for shape, times in begins.items() if "9" in shape) < TOLD * begins.total():
        return list(rows)
    found, number, cut = list(rows), whole[0], 0
    while number < whole[-1]:
        if len(rows[number]) in (0, width):
            number += 1
            continue
        end = _end(rows, number, width)
        if end is None or any(_shape(each[0]) in begins for each in rows[number + 1 : end] if each):
            return list(rows)
        found[number] = _together(rows[number:end])
        found[number + 1 : end] = [[] for _ in range(number + 1, end)]
        cut, number = cut + 1, end
    return found if cut <= FEW * len(whole) else list(rows)


def _end(rows: Sequence[Row], start: int, width: int) -> int | None:
    """Where the pieces that begin here end: together they are one row; None where they are not."""
    cells = len(rows[start])
    for number in range(start + 1, min(start + MOST_PIECES, len(rows))):
        if not rows[number]:
            continue
        if len(rows[number]) >= width:
            return None
        cells += len(rows[number]) - 1
        if cells >= width:
            return number + 1 if cells == width else None
    return None


def _shape(text: str | None) -> str:
    """How a cell is written, whatever its numbers: what looks like the first cell of a row begins one."""
    return re.sub(r"\d+", "9", text or "")


def _together(pieces: Sequence[Row]) -> Row:
    row = list(pieces[0])
    for piece in pieces[1:]:
        first, *rest = piece or [None]
        row[-1] = f"{row[-1] or ''}\n{first or ''}"
        row += rest
    return row
