"""Putting many rows into a table quickly, and rows that must be there once."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, insert

AT_ONCE = 20_000  # rows handed to the driver together: enough for speed, little enough for memory


def bulk_insert(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert rows, all with the same keys, as many as there are; return how many. No ids come back.

    `rows` may be a generator: no more than AT_ONCE of them are held at a time.
    """
    statement, remaining, written = insert(table), iter(rows), 0
    while batch := list(islice(remaining, AT_ONCE)):
        connection.execute(statement, batch)
        written += len(batch)
    return written


def add(connection: Connection, table: Table, **values: Any) -> int:
    """Insert one row and return its id."""
    return connection.execute(insert(table).returning(table.c.id), values).scalar_one()
