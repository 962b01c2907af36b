"""Putting many rows into a table quickly, and rows that must be there once."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import JSON, Boolean, Connection, Date, Float, Integer, String, Table, insert
from sqlalchemy.exc import IntegrityError

from data.terse import without_values

AT_ONCE = 20_000  # rows handed to the driver together: enough for speed, little enough for memory
# Types whose values go to the driver without SQLAlchemy's row by row care; the others it checks or turns itself.
PLAIN = (Boolean, Date, Float, Integer, String)
QUICK = {"postgresql": PLAIN, "sqlite": (*PLAIN, JSON)}


def bulk_insert(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert rows, all with the same keys, as many as there are; return how many. No ids come back.

    `rows` may be a generator: no more than AT_ONCE of them are held at a time.
    """
    remaining, written = iter(rows), 0
    while batch := list(islice(remaining, AT_ONCE)):
        names = list(batch[0])
        bulk_columns(connection, table, {name: [row[name] for row in batch] for name in names})
        written += len(batch)
    return written


def bulk_columns(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Insert rows that are given column by column: name -> a value for each row, all equally many."""
    dialect = connection.dialect.name
    quick = all(isinstance(column.type, QUICK[dialect]) for column in table.columns)
    if not quick:
        connection.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in _rows(columns)])
    elif dialect == "sqlite":
        _execute(connection, table, columns)
    else:
        _copy(connection, table, columns)


def _rows(columns: Mapping[str, Sequence[Any]]) -> Iterable[tuple]:
    return zip(*columns.values(), strict=True)


def _quoted(columns: Mapping[str, Sequence[Any]]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _execute(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Values are turned as their types say, a column at a time, and handed to the driver as they are."""
    dialect, turned = connection.dialect, {}
    for name, values in columns.items():
        kind = table.c[name].type
        turn = kind.dialect_impl(dialect).bind_processor(dialect)
        if turn and not isinstance(kind, JSON):  # columns repeat their values: each is turned once
            turn = {value: turn(value) for value in set(values)}.__getitem__
        turned[name] = list(map(turn, values)) if turn else values
    marks = ", ".join("?" * len(columns))
    rows = list(_rows(turned))
    if rows:
        connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({_quoted(columns)}) VALUES ({marks})', rows)


def _copy(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """PostgreSQL's own way in, several times as fast as INSERT; refused rows raise as they do there."""
    statement = f'COPY "{table.name}" ({_quoted(columns)}) FROM STDIN'
    try:
        with connection.connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in _rows(columns):
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.IntegrityError as error:
        raise IntegrityError(statement, None, without_values(error)) from error


def add(connection: Connection, table: Table, **values: Any) -> int:
    """Insert one row and return its id."""
    return connection.execute(insert(table).returning(table.c.id), values).scalar_one()
