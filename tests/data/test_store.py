"""Opening, reading and writing, the same on both databases."""

import datetime as dt
import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from data import reads, writes
from data.schema import audit, people_roles
from data.store import Store, normalised, open_store


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgresql://me@host/name", "postgresql+psycopg"),
        ("postgres://me@host/name", "postgresql+psycopg"),
        ("postgresql+psycopg2://me@host/name", "postgresql+psycopg"),
        ("sqlite:////tmp/some.sqlite", "sqlite"),
    ],
)
def test_a_database_is_reached_however_its_address_is_spelt(given, driver):
    assert normalised(given).drivername == driver


def test_a_relative_sqlite_path_starts_at_the_project_folder():
    assert normalised("sqlite:///var/essex.sqlite").database.endswith("/var/essex.sqlite")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("mysql://me@host/name", "names 'mysql'"),
        ("sqlite://", "without a file"),
        ("sqlite:///:memory:", "without a file"),
    ],
)
def test_an_address_that_cannot_serve_is_refused_in_words(given, said):
    with pytest.raises(ValueError, match=said):
        normalised(given)


def test_the_database_url_is_used_when_no_address_is_given(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'chosen.sqlite'}")
    open_store().close()
    assert (tmp_path / "chosen.sqlite").exists()


def test_a_block_that_raises_writes_nothing(store):
    def stopped():
        with store.write() as connection:
            writes.ensure_actor(connection, "An evaluator")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        stopped()
    with store.read() as connection:
        assert reads.uploads(connection).empty
        assert connection.scalar(text("SELECT count(*) FROM actors")) == 0


def test_a_row_that_refers_to_nothing_is_refused(store):
    with pytest.raises(IntegrityError), store.write() as connection:
        writes.bulk_insert(
            connection, people_roles,
            [{"upload_id": 99, "person_id": 99, "sector": "nhs", "organisation": "Trust A", "role": "member",
              "seen_on": dt.date(2024, 4, 1)}],
        )  # fmt: skip


def test_a_reader_sees_one_state_while_others_write(store):
    with store.read() as reader:
        before = reader.scalar(text("SELECT count(*) FROM actors"))
        with store.write() as connection:
            writes.ensure_actor(connection, "An evaluator")
        assert reader.scalar(text("SELECT count(*) FROM actors")) == before == 0


def test_writers_take_turns(store):
    """Both read the number of lines before they add theirs: without turns one would be lost."""

    def append():
        with store.write() as connection:
            actor = writes.ensure_actor(connection, "An evaluator")
            number = connection.scalar(text("SELECT count(*) FROM audit"))
            writes.audit(connection, actor, "count", str(number))

    threads = [threading.Thread(target=append) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as connection:
        assert sorted(reads.audit_log(connection)["subject"]) == ["0", "1", "2", "3", "4", "5"]


def test_a_reader_of_postgresql_cannot_write(store):
    if not store.is_postgresql:
        pytest.skip("SQLite has no connection that only reads; what it writes is rolled back")
    with pytest.raises(DBAPIError, match="read-only"), store.read() as connection:
        writes.ensure_actor(connection, "An evaluator")


def test_times_come_back_in_utc(store):
    at = dt.datetime(2026, 7, 1, 12, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    with store.write() as connection:
        actor = writes.ensure_actor(connection, "An evaluator")
        writes.bulk_insert(connection, audit, [{"at": at, "actor_id": actor, "action": "a", "subject": "b"}])
    with store.read() as connection:
        found = reads.audit_log(connection)["at"].iloc[0]
    assert found == at
    assert found.utcoffset() == dt.timedelta(0)


def test_a_time_without_a_zone_is_refused(store):
    naive = dt.datetime(2026, 7, 1)  # noqa: DTZ001
    with store.write() as connection:
        row = {"at": naive, "actor_id": 1, "action": "a", "subject": "b"}
        with pytest.raises(StatementError, match="without a zone"):
            writes.bulk_insert(connection, audit, [row])


def test_sqlite_keeps_a_write_ahead_log_and_checks_references(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'new.sqlite'}")
    with store.read() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.scalar(text("PRAGMA busy_timeout")) == 300_000
    store.close()
