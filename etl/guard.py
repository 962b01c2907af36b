"""What is checked of a file before anything of it is parsed: size and kind."""

from dataclasses import dataclass
from pathlib import PurePath

from etl.faults import Fault, fault

MEGABYTE = 1_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
SAV = (b"$FL2", b"$FL3")
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
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
    """ "zip" (xlsx, ods), "ole" (xls), "sav" (SPSS) or "text" (csv), by the first bytes; never by the name."""
    if content.startswith(ZIP):
        return "zip"
    if content.startswith(SAV):
        return "sav"
    return "ole" if content.startswith(OLE) else "text"


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
    if b"\x00" in content:
        return "a file of another program"
    if content.removeprefix(BYTE_ORDER_MARKS[0]).lstrip()[:1] == b"<":
        return "a web page or XML"
    return ""
