"""Cells of a workbook that hold a format and nothing else, far below the data: left out, so that they cost nothing."""

import io
import re
import zipfile

SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml$")
BLANK = re.compile(rb"<((?:\w+:)?c)\s[^<>]*(?:/>|></\1>)")


def without_blank_cells(content: bytes) -> bytes:
    """The xlsx with no cell written that holds neither value nor formula. For one that else would be too large."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            read = old.read(part)
            new.writestr(part.filename, BLANK.sub(b"", read) if SHEET_PART.match(part.filename) else read)
    return out.getvalue()
