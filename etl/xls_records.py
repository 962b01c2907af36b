"""The records of an xls (BIFF8): what its stream is made of, its sheets, its errors, whether it is encrypted."""

import io
import struct
from collections.abc import Iterator

from etl.workbook import address

BOUND_SHEET, END, FILE_PASS = 0x0085, 0x000A, 0x002F
ERROR_OR_YES_NO, FORMULA = 0x0205, 0x0006
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
ODD = (OSError, struct.error, ValueError, IndexError, UnicodeDecodeError)  # what records that make no sense raise


def stream_of(content: bytes) -> bytes:
    """The stream of a workbook inside its OLE file. Raises one of ODD where there is none."""
    import olefile

    with olefile.OleFileIO(io.BytesIO(content)) as file:
        name = next((each for each in ("Workbook", "Book") if file.exists(each)), None)
        if name is None:
            raise ValueError("no workbook inside")
        return file.openstream(name).read()


def records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """(kind, body) of each record from a place on to the end of that part: the workbook's own, or a sheet."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        if kind == END:
            return
        at += 4 + length


def sheets(stream: bytes) -> list[tuple[str, int]]:
    """(name, where its records begin) of each worksheet; charts and macro sheets left out."""
    found = []
    for kind, body in records(stream, 0):
        if kind != BOUND_SHEET:
            continue
        start, _, of_kind, length, wide = struct.unpack_from("<IBBBB", body, 0)
        text = body[8 : 8 + length * (2 if wide & 1 else 1)]
        if of_kind == 0 and start < len(stream):
            found.append((text.decode("utf-16-le" if wide & 1 else "latin-1"), start))
    return found


def has_password(content: bytes) -> bool:
    """Whether the workbook's records are encrypted (RC4 or XOR, as Excel 97 to 2003 did)."""
    try:
        return any(kind == FILE_PASS for kind, _ in records(stream_of(content), 0))
    except ODD:
        return False


def errors_of_xls(content: bytes) -> dict[str, dict[str, str]]:
    """{sheet: {address: what Excel shows}} of cells and formulas in error; empty where the records are odd."""
    try:
        stream = stream_of(content)
        return {name: dict(_errors(stream, start)) for name, start in sheets(stream)}
    except ODD:
        return {}


def _errors(stream: bytes, start: int) -> Iterator[tuple[str, str]]:
    for kind, body in records(stream, start):
        code = None
        if kind == ERROR_OR_YES_NO and len(body) >= 8 and body[7]:
            code = body[6]
        elif kind == FORMULA and len(body) >= 14 and body[6] == 2 and body[12:14] == b"\xff\xff":
            code = body[8]
        if code in ERRORS:
            yield address(*struct.unpack_from("<HH", body, 0)), ERRORS[code]
