"""Putting many rows into a table quickly, and rows that must be there once."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Float, Integer, String, Table, insert
from sqlalchemy.exc import IntegrityError

from data.terse import without_values

AT_ONCE = 20_000  # rows handed to the driver together: enough for speed, little enough for memory
# Types whose values PostgreSQL's COPY takes as they are; the others are checked or turned by SQLAlchemy.
PLAIN = (Boolean, Date, Float, Integer, String)


def bulk_insert(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert rows, all with the same keys, as many as there are; return how many. No ids come back.

    `rows` may be a generator: no more than AT_ONCE of them are held at a time.
    """
    plain = all(isinstance(column.type, PLAIN) for column in table.columns)
    put = _copy if plain and connection.dialect.name == "postgresql" else _insert
    remaining, written = iter(rows), 0
    while batch := list(islice(remaining, AT_ONCE)):
        put(connection, table, batch)
        written += len(batch)
    return written


def _insert(connection: Connection, table: Table, batch: list[Mapping[str, Any]]) -> None:
    connection.execute(insert(table), batch)


def _copy(connection: Connection, table: Table, batch: list[Mapping[str, Any]]) -> None:
    """PostgreSQL's own way in, several times as fast as INSERT; refused rows raise as they do there."""
    names = list(batch[0])
    quoted = ", ".join(f'"{table.c[name].name}"' for name in names)
    statement = f'COPY "{table.name}" ({quoted}) FROM STDIN'
    try:
        with connection.connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in batch:
                copy.write_row([row[name] for name in names])
    except connection.dialect.loaded_dbapi.IntegrityError as error:
        raise IntegrityError(statement, None, without_values(error)) from error


def add(connection: Connection, table: Table, **values: Any) -> int:
    """Insert one row and return its id."""
    return connection.execute(insert(table).returning(table.c.id), values).scalar_one()
