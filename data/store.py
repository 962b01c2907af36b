"""The store: one engine, snapshots to read from, and one writer at a time, on SQLite and PostgreSQL alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url

from data.settings import PROJECT, setting, whole_number

# Any fixed number: writers of this product take turns on it, as SQLite's writers do by nature.
WRITER_LOCK = 7_403_771


class Store:
    """One programme's database. `read()` gives a snapshot, `write()` one transaction."""

    def __init__(self, url: str | URL):
        self.url = normalised(url)
        self.engine = _engine(self.url)

    @property
    def is_postgresql(self) -> bool:
        return self.engine.dialect.name == "postgresql"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state of the store, and leaves nothing behind."""
        engine = self.engine
        if self.is_postgresql:
            engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: committed at the end of the block, rolled back whole if the block raises."""
        with self.engine.execution_options(writes=True).begin() as connection:
            if self.is_postgresql:
                connection.execute(func.pg_advisory_xact_lock(WRITER_LOCK))
            yield connection

    def close(self) -> None:
        self.engine.dispose()


def open_store(url: str | URL | None = None, migrate: bool = True) -> Store:
    """Open the store at `url` (DATABASE_URL when None), brought to the newest schema unless told not to."""
    store = Store(url or setting("DATABASE_URL"))
    if migrate:
        from data.migrations import upgrade  # Alembic takes half a second to import: only where it is needed

        upgrade(store)
    return store


def normalised(url: str | URL) -> URL:
    """The URL SQLAlchemy needs: psycopg 3 for PostgreSQL however it is spelt, an absolute SQLite path.

    ValueError for another kind of database, and for SQLite in memory (each connection would see its own).
    """
    parsed = make_url(str(url) if isinstance(url, Path) else url)
    kind = parsed.drivername.split("+")[0]
    if kind in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql+psycopg")
    if kind != "sqlite":
        raise ValueError(f"DATABASE_URL names {kind!r}; use sqlite:///path/to/file or postgresql://...")
    if not parsed.database or parsed.database == ":memory:":
        raise ValueError("DATABASE_URL names SQLite without a file; use sqlite:///path/to/file")
    return parsed.set(drivername="sqlite", database=str(PROJECT / parsed.database))


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "postgresql":
        return create_engine(url, pool_pre_ping=True)
    Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": whole_number("DATABASE_WAIT_SECONDS")})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection, _record) -> None:
    # Python's own transactions begin late and do not cover table changes: we begin them ourselves.
    connection.isolation_level = None
    # secure_delete: what is erased is overwritten, not only unlinked
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer asks for its turn at once: a reader that turns writer half-way cannot wait, it fails.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
