"""The store: one engine, snapshots to read from, and one writer at a time, on SQLite and PostgreSQL alike."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from data.settings import PROJECT, SettingError, setting, whole_number
from data.terse import without_values

# Any fixed number: writers of this product take turns on it, as SQLite's writers do by nature.
WRITER_LOCK = 7_403_771


class StoreError(SettingError):
    """The store can't be opened, or is in use for too long. Says so without an address or a password."""


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
        """One transaction: committed at the end of the block, rolled back whole if the block raises.

        StoreError where other writers kept the store busy for DATABASE_WAIT_SECONDS.
        """
        with self.engine.execution_options(writes=True).begin() as connection:
            if self.is_postgresql:
                connection.execute(func.pg_advisory_xact_lock(WRITER_LOCK))
            yield connection

    def wipe(self) -> bool:
        """Leave nothing behind of deleted rows: not in free pages, not in the journal of recent changes.

        Rewrites the whole store, so only after an erasure. False where others who read just then kept the
        journal in use: it is emptied once they are done and something else is written.
        """
        if self.is_postgresql:
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("VACUUM FULL")
            return True
        # raw: every connection of SQLAlchemy's begins a transaction, in which nothing can be rewritten
        with closing(self.engine.raw_connection()) as connection:
            connection.cursor().execute("VACUUM")
            busy, *_ = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def close(self) -> None:
        self.engine.dispose()


def open_store(url: str | URL | None = None, migrate: bool = True) -> Store:
    """Open the store at `url` (DATABASE_URL when None), brought to the newest schema unless told not to."""
    store = Store(url or setting("DATABASE_URL"))
    if not migrate:
        return store
    from data.migrations import upgrade  # Alembic takes half a second to import: only where it is needed

    try:
        upgrade(store)
    except DBAPIError as error:
        # the driver's own words name users and addresses: they stay with the cause, for whoever debugs
        kind = "PostgreSQL server" if store.is_postgresql else "SQLite file"
        raise StoreError(f"the {kind} that DATABASE_URL names can't be opened as the store") from error
    return store


def normalised(url: str | URL) -> URL:
    """The URL SQLAlchemy needs: psycopg 3 for PostgreSQL however it is spelt, an absolute SQLite path.

    StoreError for another kind of database, and for SQLite in memory (each connection would see its own).
    """
    try:
        parsed = make_url(str(url) if isinstance(url, Path) else url)
    except (ArgumentError, ValueError):  # not chained: both repeat the address with its password
        raise StoreError(
            "DATABASE_URL is no address of a database; use sqlite:///path/to/file or postgresql://..."
        ) from None
    kind = parsed.drivername.split("+")[0]
    if kind in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql+psycopg")
    if kind != "sqlite":
        raise StoreError(f"DATABASE_URL names {kind!r}; use sqlite:///path/to/file or postgresql://...")
    if not parsed.database or parsed.database == ":memory:":
        raise StoreError("DATABASE_URL names SQLite without a file; use sqlite:///path/to/file")
    return parsed.set(drivername="sqlite", database=str(PROJECT / parsed.database))


def _engine(url: URL) -> Engine:
    # hide_parameters: an error of the database is logged, and must not name whose row it was about
    if url.get_backend_name() == "postgresql":
        engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
        event.listen(engine, "handle_error", _hide_values)
        return engine
    try:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"DATABASE_URL names a folder that can't be made: {error.strerror}") from error
    waits = {"timeout": whole_number("DATABASE_WAIT_SECONDS")}
    engine = create_engine(url, connect_args=waits, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _hide_values(context) -> None:
    """PostgreSQL says which value stands twice; whoever reads the log need not know whose code that was."""
    told = without_values(context.original_exception)
    if context.sqlalchemy_exception is not None:
        context.sqlalchemy_exception.args = (f"({type(told).__name__}) {told}",)


def _prepare_sqlite(connection, _record) -> None:
    # Python's own transactions begin late and do not cover table changes: we begin them ourselves.
    connection.isolation_level = None
    # secure_delete: what is erased is overwritten, not only unlinked
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer asks for its turn at once: a reader that turns writer half-way cannot wait, it fails.
    writes = connection.get_execution_options().get("writes", False)
    if not writes:
        connection.exec_driver_sql("BEGIN")
        return
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except OperationalError as error:
        raise StoreError("somebody else has been changing the store for minutes; try again soon") from error
