"""Texts where figures stand: neither a number nor a mark that anybody explains."""

import re
from collections.abc import Iterator

from etl.convert import as_text
from etl.faults import Fault, fault
from etl.personal import redact
from etl.tables.long import reading_of
from etl.tables.types import Column, Table
from etl.workbook import address

PLAIN = re.compile(r"[-+−]?£?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")  # as most are: these need no closer look
SHOWN, LONGEST = 3, 20  # cells named, and the letters of each


def texts_among_figures(table: Table) -> Iterator[Fault]:
    """A warning for a table in whose columns of figures something else stands, which counts as missing.

    The first cells are named in the order of the columns. Equal cells of a column are read once.
    """
    found = [(row, column) for column in table.measures for row in _of_column(table, column)]
    if not found:
        return
    named = ", ".join(f"{address(row, column.index)} “{_shown(table, row, column)}”" for row, column in found[:SHOWN])
    first = address(found[0][0], found[0][1].index)
    listed = named + (" …" if len(found) > SHOWN else "")
    yield fault("text_among_figures", table.sheet.name, first, listed, count=len(found))


def _of_column(table: Table, column: Column) -> list[int]:
    """The rows in which a column holds a text that is no figure and no mark."""
    at, rows = column.index, table.sheet.rows
    cells = (rows[row][at] for row in table.rows if len(rows[row]) > at)
    # Told apart before they are kept: a column may hold a hundred thousand numbers as text, all different.
    texts = {each for each in cells if type(each) is str and not each.replace(".", "", 1).isdecimal()}
    odd = (text for text in texts if not PLAIN.fullmatch(text) and text.strip())
    strange = {text for text in odd if reading_of(text, column, table).is_text}
    return [row for row in table.rows if len(rows[row]) > at and rows[row][at] in strange] if strange else []


def _shown(table: Table, row: int, column: Column) -> str:
    text = redact(as_text(table.sheet.rows[row][column.index]))[0]
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
