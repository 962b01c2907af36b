"""Old Excel workbooks (BIFF8 in an OLE file) made in memory, with formats, errors and, if wanted, a password."""

import hashlib
import struct
from collections import namedtuple

FREE, END, FAT_SECTOR, NO_STREAM = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
ERRORS = {"#NULL!": 0x00, "#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#NUM!": 0x24, "#N/A": 0x2A}
SMALLEST = 4096  # bytes: a smaller stream would stand elsewhere in an OLE file
SALT = bytes(range(16))
DEEPEST = 3  # levels of indents
Indented = namedtuple("Indented", "text level")


def as_xls(rows, formats=(), sheet="Data", password=""):
    """One sheet. A cell is None, text, a number, (number, format), or the text of an error; ("=", error) is a
    formula's, Indented(text, level) a text set further in. `formats` are the number formats beyond General, by their
    text."""
    records = [
        (0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)),
        *([(0x002F, _file_pass(password))] if password else []),
        (0x0042, struct.pack("<H", 1200)),
        *[(0x041E, struct.pack("<H", 164 + place) + _text(each)) for place, each in enumerate(formats)],
        *[(0x00E0, struct.pack("<HHH", 0, each, 0) + bytes(14)) for each in (0, *range(164, 164 + len(formats)))],
        *[(0x00E0, bytes(8) + bytes([level]) + bytes(11)) for level in range(1, DEEPEST + 1)],
    ]
    start = sum(len(body) + 4 for _, body in records) + 4 + 8 + len(sheet) + 4
    records.append((0x0085, struct.pack("<IBBBB", start, 0, 0, len(sheet), 0) + sheet.encode("latin-1")))
    records += [(0x000A, b""), (0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))]
    width = max(map(len, rows))
    records.append((0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0)))
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                records.append(_cell(number, column, value, formats))
    filler = max(0, SMALLEST - sum(len(body) + 4 for _, body in records) - 8)
    records += [(0x089C, bytes(filler)), (0x000A, b"")]
    stream = b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in records)
    return _ole(_locked(stream, password) if password else stream)


def _cell(row, column, value, formats):
    style = 0
    if isinstance(value, Indented):
        value, style = value.text, len(formats) + value.level
    if isinstance(value, tuple) and value[0] == "=":
        result = struct.pack("<BBBBHH", 2, 0, ERRORS[value[1]], 0, 0, 0xFFFF)
        return 0x0006, struct.pack("<HHH", row, column, 0) + result + struct.pack("<HIH", 0, 0, 2) + b"\x1c\x2a"
    if isinstance(value, tuple):
        value, style = value[0], 1 + formats.index(value[1])
    place = struct.pack("<HHH", row, column, style)
    if value in ERRORS:
        return 0x0205, place + struct.pack("<BB", ERRORS[value], 1)
    if isinstance(value, str):
        return 0x0204, place + _text(value)
    return 0x0203, place + struct.pack("<d", value)


def _text(text):
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _ole(stream):
    """A compound file with one stream."""
    size = len(stream)
    stream = stream.ljust(-(-size // 512) * 512, b"\x00")
    sectors = len(stream) // 512
    tables = -(-(sectors + 2) // 127)
    chain = [*range(1, sectors), END, END, *[FAT_SECTOR] * tables]
    fat = struct.pack(f"<{128 * tables}I", *chain, *[FREE] * (128 * tables - len(chain)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, tables, sectors, 0, 4096, END, 0, END, 0)
    places = [sectors + 1 + each for each in range(tables)]
    head += struct.pack("<109I", *places, *[FREE] * (109 - tables))
    folder = _entry("Root Entry", 5, END, 0, 1) + _entry("Workbook", 2, 0, size, NO_STREAM)
    return head + stream + folder.ljust(512, b"\x00") + fat


def _entry(name, kind, start, size, child):
    coded = name.encode("utf-16-le")
    links = struct.pack("<III", NO_STREAM, NO_STREAM, child)
    return (
        coded.ljust(64, b"\x00") + struct.pack("<HBB", len(coded) + 2, kind, 1) + links + bytes(36)
        + struct.pack("<IQ", start, size)
    )  # fmt: skip


def _file_pass(password):
    """The record of RC4 encryption as Excel 97 to 2003 write it: a salt, and a verifier to try a password on."""
    verifier = bytes(range(16, 32))
    both = _rc4(_key(password, 0), verifier + hashlib.md5(verifier).digest())
    return struct.pack("<HHH", 1, 1, 1) + SALT + both


def _key(password, block):
    short = hashlib.md5(password.encode("utf-16-le")).digest()[:5]
    middle = hashlib.md5((short + SALT) * 16).digest()[:5]
    return hashlib.md5(middle + struct.pack("<I", block)).digest()


def _rc4(key, content):
    box, at = list(range(256)), 0
    for place in range(256):
        at = (at + box[place] + key[place % len(key)]) % 256
        box[place], box[at] = box[at], box[place]
    out, first, second = bytearray(), 0, 0
    for byte in content:
        first = (first + 1) % 256
        second = (second + box[first]) % 256
        box[first], box[second] = box[second], box[first]
        out.append(byte ^ box[(box[first] + box[second]) % 256])
    return bytes(out)


def _locked(stream, password):
    """The stream with the bodies of its records encrypted, but for those Excel leaves readable."""
    mask = bytearray(len(stream))
    at = 0
    while at < len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind not in (0x0809, 0x002F):
            clear = 4 if kind == 0x0085 else 0
            mask[at + 4 + clear : at + 4 + length] = b"\x01" * (length - clear)
        at += 4 + length
    locked = bytearray()
    for block in range(-(-len(stream) // 1024)):
        locked += _rc4(_key(password, block), stream[block * 1024 : block * 1024 + 1024])
    return bytes(new if hidden else old for old, new, hidden in zip(stream, locked, mask, strict=True))
