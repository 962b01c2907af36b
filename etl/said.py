"""What a file says in words besides its figures: the headers of its columns, and its definitions."""

import re
from collections.abc import Iterator

import numpy as np

from etl.columns import filled_of
from etl.convert import as_text, fold
from etl.layout import Layout
from etl.workbook import Sheet, Workbook, address

SHORTEST, MOST = 25, 400  # characters of a sentence; cells looked at
DEFINES = re.compile(
    r"defin|includ|exclud|counted|refers? to|measured|recorded|method|based on|coverage|criteri|revis|chang|no longer|"
    r"classif|population|denominator", re.I,
)  # fmt: skip
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
MOVES_ON = re.compile(rf"\d+|\b(?:{MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b")


def headers_of(layout: Layout) -> dict[str, str]:
    """field -> the header of its column."""
    return {name: layout.headers[at] for name, at in layout.columns.items() if at in layout.headers}


def definitions(book: Workbook, layout: Layout | None) -> dict[str, str]:
    """Sheet!cell -> sentence, of the sentences outside the table that define what is counted."""
    found: dict[str, str] = {}
    for sheet in book.sheets:
        first = layout.header_row if layout and sheet is layout.sheet else len(sheet.rows)
        for place, text in _sentences(sheet, first):
            found[f"{sheet.name}!{place}"] = text
            if len(found) == MOST:
                return found
    return found


def _sentences(sheet: Sheet, header_row: int) -> Iterator[tuple[str, str]]:
    """Below a table's header only lines with a single cell are words about it."""
    alone = np.array(filled_of(sheet.rows)) == 1
    alone[: header_row + 1] = True
    for number in np.flatnonzero(alone).tolist():
        for at, cell in enumerate(sheet.rows[number]):
            if isinstance(cell, str) and len(cell) >= SHORTEST and DEFINES.search(cell):
                yield address(number, at), as_text(cell)


def unmoved(text: str) -> str:
    """The words without what moves on from file to file: numbers and the names of months."""
    return MOVES_ON.sub("#", fold(text))

