"""Writes one sample workbook: a Data sheet, and a Read me that says what it is."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

ABOUT = {
    "sample": (
        "Illustrative data: made by the generator, not about any real person or service",
        "The true values behind it stand in truth.json beside this file.",
        "To make it again: python -m data.samples.generate",
    ),
    "reference": (
        "Reference figures: published by others; each row names its source",
        "Made from the file of the same name in data/reference.",
    ),
}
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_WHEN = (2026, 10, 31, 0, 0, 0)


def write_workbook(path: Path, header: Sequence[str], rows: Iterable[Sequence], about: Sequence[str]) -> None:
    """Write `rows` below `header` on sheet Data, and the lines of `about` on sheet Read me.

    The same cells always give the same bytes: the times a workbook carries are fixed, because a file is
    recognised by its hash.
    """
    book = Workbook(write_only=True)
    data = book.create_sheet("Data")
    data.freeze_panes = "A2"
    data.append(list(header))
    for row in rows:
        data.append(list(row))
    read_me = book.create_sheet("Read me")
    read_me.column_dimensions["A"].width = 100
    for line in about:
        read_me.append([line])
    made = io.BytesIO()
    book.save(made)
    path.write_bytes(without_times(made.getvalue()))


def without_times(workbook: bytes) -> bytes:
    """The same workbook with every time in it set to one fixed moment."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>2026-10-31T00:00:00Z\2", part)
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part, compresslevel=9)
    return fixed.getvalue()
