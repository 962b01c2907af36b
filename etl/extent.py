"""How far the cells of a sheet's XML reach, and how many are written: what the parser will allocate."""

import re

CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^<>]*?\s)?r=["\']([A-Z]{1,3})(\d{1,7})["\']')
USUAL = b'<c r="'
LARGE = 4_000_000  # bytes: below this a regular expression takes no time to speak of
AT_ONCE = 500_000  # bytes: what the processor has at hand
LETTERS, DIGITS = 3, 7  # of an address, at most
ENDS = b"<" * 20  # put behind a piece: no letter and no digit
EIGHT, WHOLE = 8, 256 ** len(USUAL) - 1

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
    found, at = [], 0
    while at < len(part):
        end = part.find(USUAL, at + AT_ONCE)
        end = len(part) if end < 0 else end
        of_piece = _of_piece(part[at:end] + ENDS)
        if of_piece is None:
            return None
        found.append(of_piece)
        at = end
    rows, columns, written = zip(*found, strict=True)
    return max(rows), max(columns), sum(written)


def _of_piece(piece: bytes) -> Extent | None:
    import numpy as np  # late: small files do without

    one = np.frombuffer(piece, np.uint8)
    # EIGHT characters from each place on, as one number with the first in its lowest byte
    eight = np.ndarray((len(piece) - EIGHT + 1,), "<u8", piece, strides=(1,))
    cells = np.flatnonzero((one[: -len(ENDS)] == ord("c")) & (one[1 : 1 - len(ENDS)] <= ord(" "))) - 1
    cells = cells[(one[cells] == ord("<")) | (one[cells] == ord(":"))]
    if (eight[cells] & WHOLE != int.from_bytes(USUAL, "little")).any():
        return None
    return _reach(eight, cells + len(USUAL))


def _reach(eight, at) -> Extent:
    """Of the addresses that begin there."""
    rows, columns, written, left = [0], [0], 0, eight[at]
    for many in range(1, LETTERS + 1):
        letter = _between(_character(left, many - 1), b"AZ")
        at, left = at[letter], left[letter]
        ended = _between(_character(left, many), b"09")
        if ended.any():
            columns.append(_largest(left[ended], many, b"@"))
            rows.append(_longest(eight[at[ended] + many]))
            written += int(ended.sum())
    return max(rows), max(columns), written


def _longest(numbers) -> int:
    """The largest of the numbers written there: it is among those with the most digits."""
    many = 1
    while many < DIGITS and len(more := numbers[_between(_character(numbers, many), b"09")]):
        numbers, many = more, many + 1
    return _largest(numbers, many, b"0")


def _largest(written, many: int, zero: bytes) -> int:
    base = 26 if zero == b"@" else 10
    number = 0
    for place in range(many):
        number = number * base + _character(written, place).astype("int32") - zero[0]
    return int(number.max())


def _character(eight, place: int):
    return eight >> 8 * place & 0xFF


def _between(character, ends: bytes):
    return (character >= ends[0]) & (character <= ends[1])
