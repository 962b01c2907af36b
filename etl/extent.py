"""How far the cells of a sheet's XML reach, and how many are written: what the parser will allocate."""

import re

CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^<>]*?\s)?r=["\']([A-Z]{1,3})(\d{1,7})["\']')
USUAL = b'<c r="'
LARGE = 4_000_000  # bytes: below this a regular expression takes no time to speak of
AT_ONCE = 8_000_000
LETTERS, DIGITS = 3, 7  # of an address, at most
ENDS = b"<" * 20  # put behind a piece: no letter and no digit

Extent = tuple[int, int, int]


def extent(part: bytes) -> Extent:
    """(last row, last column, cells written), rows and columns counted from 1; the declared size isn't asked."""
    return (_large(part) if len(part) > LARGE else None) or _any(part)


def _any(part: bytes) -> Extent:
    last_row, columns = 0, set()
    written = CELL.findall(part)
    for column, row in written:
        columns.add(column)
        last_row = max(last_row, int(row))
    return last_row, max(map(_number, columns), default=0), len(written)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _large(part: bytes) -> Extent | None:
    """The same of millions of cells at once, as arrays. None where one doesn't begin as programs usually write it."""
    import numpy as np  # late: small files do without

    found, at = [], 0
    while at < len(part):
        end = part.find(USUAL, at + AT_ONCE)
        end = len(part) if end < 0 else end
        piece = np.frombuffer(part[at:end] + ENDS, np.uint8)
        cells = np.flatnonzero((piece[: -len(ENDS)] == ord("c")) & (piece[1 : 1 - len(ENDS)] <= ord(" ")))
        cells = cells[(piece[cells - 1] == ord("<")) | (piece[cells - 1] == ord(":"))]
        if any((piece[cells + place - 1] != letter).any() for place, letter in enumerate(USUAL)):
            return None
        found.append(_of_piece(piece, cells + len(USUAL) - 1))
        at = end
    rows, columns, written = zip(*found, strict=True)
    return max(rows), max(columns), sum(written)


def _of_piece(piece, at) -> Extent:
    """Of the addresses that begin there, in an array of characters."""
    rows, columns, written = [0], [0], 0
    for many in range(1, LETTERS + 1):
        at = at[_between(piece[at + many - 1], b"AZ")]
        ended = at[_between(piece[at + many], b"09")]
        if len(ended):
            columns.append(_largest(piece, ended, many, b"@"))
            rows.append(_longest(piece, ended + many))
            written += len(ended)
    return max(rows), max(columns), written


def _longest(piece, first) -> int:
    """The largest of the numbers whose first digits stand there: it is among those with the most digits."""
    many = 1
    while many < DIGITS and len(more := first[_between(piece[first + many], b"09")]):
        first, many = more, many + 1
    return _largest(piece, first, many, b"0")


def _largest(piece, first, many: int, zero: bytes) -> int:
    base = 26 if zero == b"@" else 10
    number = 0
    for place in range(many):
        number = number * base + piece[first + place].astype("int32") - zero[0]
    return int(number.max())


def _between(character, ends: bytes):
    return (character >= ends[0]) & (character <= ends[1])
