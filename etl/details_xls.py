"""What an xls says of a sheet besides its values: hidden rows and columns, read from its records (BIFF8)."""

import io
import struct
from collections.abc import Iterator
from typing import Any

BOUND_SHEET, ROW, COLUMN, START = 0x0085, 0x0208, 0x007D, 0x0809
HIDDEN_ROW, HIDDEN_COLUMN = 0x0020, 0x0001


def details_of_xls(content: bytes) -> dict[str, dict[str, Any]]:
    """{sheet: {"hidden_rows", "hidden_columns"}}, counted from 0. Empty where the records are odd."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as file:
            name = next(each for each in ("Workbook", "Book") if file.exists(each))
            stream = file.openstream(name).read()
        sheets = [found for kind, _, body in _records(stream, 0) if kind == BOUND_SHEET and (found := _bound(body))]
        return {title: _hidden(stream, start) for start, title in sheets if start < len(stream)}
    except (OSError, StopIteration, struct.error, ValueError, IndexError, UnicodeDecodeError):
        return {}


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, bytes]]:
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, at, stream[at + 4 : at + 4 + length]
        if kind == 0x000A:  # the end of this part
            return
        at += 4 + length


def _bound(body: bytes) -> tuple[int, str] | None:
    start, _, kind, length, wide = struct.unpack_from("<IBBBB", body, 0)
    text = body[8 : 8 + length * (2 if wide & 1 else 1)]
    return (start, text.decode("utf-16-le" if wide & 1 else "latin-1")) if kind == 0 else None


def _hidden(stream: bytes, start: int) -> dict[str, Any]:
    rows, columns = [], []
    for kind, _, body in _records(stream, start):
        if kind == ROW and len(body) >= 14:
            if struct.unpack_from("<H", body, 12)[0] & HIDDEN_ROW:
                rows.append(struct.unpack_from("<H", body, 0)[0])
        elif kind == COLUMN and len(body) >= 10:
            first, last, _, _, flags = struct.unpack_from("<HHHHH", body, 0)
            if flags & HIDDEN_COLUMN:
                columns += range(first, min(last, 255) + 1)
    return {"hidden_rows": rows, "hidden_columns": columns}
