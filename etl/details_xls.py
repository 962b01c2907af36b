"""What an xls says of a sheet besides its values: hidden rows and columns, number formats, indents (BIFF8)."""

import struct
from collections.abc import Iterator
from typing import Any

from etl.number_formats import BUILT_IN, telling
from etl.workbook import address
from etl.xls_records import FORMULA, ODD, records, sheets, stream_of

ROW, COLUMN, FORMAT, STYLE = 0x0208, 0x007D, 0x041E, 0x00E0
NUMBER, SMALL_NUMBER, SMALL_NUMBERS = 0x0203, 0x027E, 0x00BD
SHARED_TEXT, TEXT = 0x00FD, 0x0204
HIDDEN_ROW, HIDDEN_COLUMN = 0x0020, 0x0001
MOST_FORMATS = 200_000
SPACES = 3  # an indent of a cell's format is as wide as


def details_of_xls(content: bytes) -> dict[str, dict[str, Any]]:
    """{sheet: {"hidden_rows", "hidden_columns", "formats", "indents"}}, from 0. Empty where the records are odd."""
    try:
        stream = stream_of(content)
        styles, levels = _styles(stream), _levels(stream)
        return {
            name: _hidden(stream, start) | _formats(stream, start, styles) | _indents(stream, start, levels)
            for name, start in sheets(stream)
        }
    except ODD:
        return {}


def _hidden(stream: bytes, start: int) -> dict[str, Any]:
    rows, columns = [], []
    for kind, body in records(stream, start):
        if kind == ROW and len(body) >= 14:
            if struct.unpack_from("<H", body, 12)[0] & HIDDEN_ROW:
                rows.append(struct.unpack_from("<H", body, 0)[0])
        elif kind == COLUMN and len(body) >= 10:
            first, last, _, _, flags = struct.unpack_from("<HHHHH", body, 0)
            if flags & HIDDEN_COLUMN:
                columns += range(first, min(last, 255) + 1)
    return {"hidden_rows": rows, "hidden_columns": columns}


def _styles(stream: bytes) -> dict[int, str]:
    """Style number -> its number format, of those that make a cell look unlike its value."""
    own, used = {}, []
    for kind, body in records(stream, 0):
        if kind == FORMAT and len(body) >= 5:
            number, length, wide = struct.unpack_from("<HHB", body, 0)
            text = body[5 : 5 + length * (2 if wide & 1 else 1)]
            own[number] = text.decode("utf-16-le" if wide & 1 else "latin-1")
        elif kind == STYLE and len(body) >= 4:
            used.append(struct.unpack_from("<H", body, 2)[0])
    return telling({place: own.get(code, BUILT_IN.get(code, "")) for place, code in enumerate(used)})


def _levels(stream: bytes) -> dict[int, int]:
    """Style number -> by how many levels it sets a cell further in, where it does."""
    styles = (body for kind, body in records(stream, 0) if kind == STYLE)
    levels = {place: body[8] & 0x0F for place, body in enumerate(styles) if len(body) > 8}
    return {place: level for place, level in levels.items() if level}


def _indents(stream: bytes, start: int, levels: dict[int, int]) -> dict[str, Any]:
    texts = (
        struct.unpack_from("<HHH", body, 0)
        for kind, body in records(stream, start)
        if levels and kind in (SHARED_TEXT, TEXT) and len(body) >= 6
    )
    found = {address(row, column): SPACES * levels[style] for row, column, style in texts if style in levels}
    return {"indents": found if len(found) <= MOST_FORMATS else {}}


def _formats(stream: bytes, start: int, styles: dict[int, str]) -> dict[str, Any]:
    found = {at: styles[style] for at, style in _styled(stream, start) if style in styles} if styles else {}
    return {"formats": found if len(found) <= MOST_FORMATS else {}}


def _styled(stream: bytes, start: int) -> Iterator[tuple[str, int]]:
    """(address, style) of every number and formula."""
    for kind, body in records(stream, start):
        if kind in (NUMBER, SMALL_NUMBER, FORMULA) and len(body) >= 6:
            row, column, style = struct.unpack_from("<HHH", body, 0)
            yield address(row, column), style
        elif kind == SMALL_NUMBERS and len(body) >= 6:
            row, first = struct.unpack_from("<HH", body, 0)
            for place in range((len(body) - 6) // 6):
                yield address(row, first + place), struct.unpack_from("<H", body, 4 + 6 * place)[0]
