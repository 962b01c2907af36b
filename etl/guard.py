"""What is checked of a file before anything of it is parsed: size and kind."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from etl.faults import Fault, fault

MEGABYTE = 1_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
SAV = (b"$FL2", b"$FL3")
DTA = re.compile(rb"<stata_dta>|[\x69\x6c\x6e-\x73][\x01\x02]\x01\x00")  # by its version, the order of bytes, 1 and 0
POR, POR_WITHIN = b"ASCII SPSS PORT FILE", 300  # bytes
# A sheet so wide and so empty holds a stray cell: going through the blanks takes longer than a person waits.
SPARSE_FROM, SPARSE = 3_000_000, 50
XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
WORKSHEET = re.compile(rb"<(?:\w+:)?Worksheet[\s>]")
TABLE_OF_A_PAGE = re.compile(rb"<t[dh][\s>]", re.I)
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
LONGEST_NAME = 200
OWNER_LOCK_SIZE = 165  # bytes, in every version of Excel that makes one
NOT_SPREADSHEETS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"{\\rtf", "a Word document"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a database"),
    (b"MIME-Version:", "a web page archive"),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be and what reading it may take. Megabytes are millions of bytes."""

    file_mb: int = 40
    unpacked_mb: int = 400
    seconds: int = 60
    memory_mb: int = 1500
    cells: int = 20_000_000
    columns: int = 16_384  # as many as a spreadsheet program has


def check_file(name: str, content: bytes, limits: Limits) -> list[Fault]:
    """The first fault that makes the bytes unreadable as a spreadsheet, or none. Parses nothing."""
    if not content:
        return [fault("empty_file")]
    if len(content) > limits.file_mb * MEGABYTE:
        return [fault("file_too_large", size=len(content) / MEGABYTE, limit=limits.file_mb)]
    if _is_owner_lock(name, content):
        return [fault("owner_lock_file")]
    looks = _foreign(content)
    return [fault("not_a_workbook", looks=looks)] if looks else []


def file_name(name: str) -> str:
    """The name as it may be stored and shown: its last part, no longer than a disk allows, all printable."""
    last = PurePath(name.replace("\\", "/")).name[-LONGEST_NAME:]
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in last)


def kind_of(content: bytes) -> str:
    """What a file is by what it holds, never by its name: "zip" (xlsx, ods), "ole" (xls), "sav" (SPSS, its portable
    files too, and Stata), "html" or "xml" (an Excel of 2003 or a web page with a table, mostly named .xls) or
    "text" (csv)."""
    if content.startswith(ZIP):
        return "zip"
    if content.startswith(SAV) or DTA.match(content) or POR in content[:POR_WITHIN]:
        return "sav"
    if content.startswith(OLE):
        return "ole"
    return _markup(content) if _begins_with_a_tag(content) else "text"


def utf_16_unmarked(content: bytes) -> str:
    """ "utf-16-le" or "utf-16-be" where a text without a byte-order mark is written so: every other byte is NUL."""
    start = content[: min(len(content), 400) // 2 * 2]
    for encoding, high, low in (("utf-16-le", start[1::2], start[::2]), ("utf-16-be", start[::2], start[1::2])):
        if len(start) >= 8 and high.count(0) * 10 >= 9 * len(high) and 0 not in low:
            return encoding
    return ""


def _begins_with_a_tag(content: bytes) -> bool:
    return _narrow(content[:200]).removeprefix(BYTE_ORDER_MARKS[0]).lstrip()[:1] == b"<"


def _narrow(content: bytes) -> bytes:
    """Of a text of two or four bytes a letter, its plain letters."""
    return content[2:].replace(b"\x00", b"") if content.startswith(BYTE_ORDER_MARKS[1:]) else content


def _markup(content: bytes) -> str:
    """What begins with a tag and holds cells; "text" where it holds none."""
    plain = _narrow(content)
    if XML_2003 in plain and WORKSHEET.search(plain):
        return "xml"
    return "html" if TABLE_OF_A_PAGE.search(plain) else "text"


def _is_owner_lock(name: str, content: bytes) -> bool:
    if kind_of(content) != "text":
        return False
    return PurePath(name).name.startswith("~$") or (len(content) == OWNER_LOCK_SIZE and b"\x00" in content)


def _foreign(content: bytes) -> str:
    """What kind of other file it is, or "" where it may be a spreadsheet."""
    for start, looks in NOT_SPREADSHEETS:
        if content.startswith(start):
            return looks
    if kind_of(content) != "text" or content.startswith(BYTE_ORDER_MARKS[1:]):
        return ""
    if b"\x00" in content and not utf_16_unmarked(content):
        return "a file of another program"
    if _begins_with_a_tag(content):
        return "a web page or XML"
    return ""
