"""Mappings saved with an upload, offered again for the next file of the same shape."""

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from data.reads.offers import latest_mapping
from etl.convert import as_text, fold
from etl.layout import SEARCHED_ROWS
from etl.mapping import ColumnMap
from etl.workbook import Raw, Workbook


def fingerprint(header: Sequence[Raw]) -> str:
    """The shape of a sheet: its headers in their order, without case or spacing."""
    text = "\x1f".join("" if cell is None else fold(as_text(cell)) for cell in header)
    return hashlib.sha256(text.rstrip("\x1f").encode()).hexdigest()


def stored_columns(mapping: ColumnMap) -> dict[str, Any]:
    """Columns and constants as the store keeps them: field -> header, or {"constant": value}.

    Not the wave: the next file of the same shape is of another one.
    """
    constants = {name: {"constant": value} for name, value in mapping.constants.items() if name != "wave"}
    return {**mapping.columns, **constants}


def saved_mapping(connection: Connection, book: Workbook, dataset: str) -> ColumnMap | None:
    """The mapping last used for a sheet of this shape, for a person to confirm; None if there is none."""
    shapes = [
        fingerprint(row)
        for sheet in book.sheets
        if not sheet.hidden
        for row in sheet.rows[:SEARCHED_ROWS]
        if any(cell is not None for cell in row)
    ]
    found = latest_mapping(connection, dataset, shapes) if shapes else None
    if found is None:
        return None
    constants = {name: at["constant"] for name, at in found["columns"].items() if isinstance(at, dict)}
    columns = {name: at for name, at in found["columns"].items() if isinstance(at, str)}
    return ColumnMap(columns, found["values"], constants)
