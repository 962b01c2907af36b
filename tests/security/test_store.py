"""What the store must never give away, and how it says that it can't be used."""

import datetime as dt
import threading
import traceback

import pytest
from sqlalchemy.exc import DBAPIError

from data import schema, writes
from data.store import Store, StoreError, open_store
from etl.erase import erase
from tests.data.builders import leader_form, upload, wave

SECRET = "CODE-4711-OF-ONE-PERSON"


def one_by_one(connection, rows):
    for row in rows:
        connection.execute(schema.people.insert(), row)


@pytest.mark.parametrize("put", [one_by_one, lambda connection, rows: connection.execute(schema.people.insert(), rows)])
def test_an_error_of_the_database_does_not_name_the_row_it_is_about(store, put):
    with store.write() as connection, pytest.raises(DBAPIError) as raised:
        put(connection, [{"code": SECRET}] * 2)
    assert SECRET not in "".join(traceback.format_exception(raised.value))


def test_rows_put_in_together_are_not_named_either(store):
    role = {"upload_id": 1, "person_id": 1, "sector": "nhs", "organisation": SECRET, "role": "other",
            "seen_on": dt.date(2025, 1, 1)}  # fmt: skip
    with store.write() as connection:
        sessions, person = upload(connection, "attendance"), writes.ensure_person(connection, "P1")
        same = [role | {"upload_id": sessions, "person_id": person}] * 2
        with pytest.raises(DBAPIError) as raised:
            writes.bulk_insert(connection, schema.people_roles, same)
        connection.rollback()
    assert SECRET not in "".join(traceback.format_exception(raised.value))


def rated(store, person, rater):
    with store.write() as connection:
        survey = upload(connection, "leader_survey", content=rater.encode())
        at = wave(connection, survey, "T0", "leader_survey")
        leader_form(connection, survey, at, writes.ensure_person(connection, person), rater, ms_1=4)


def test_a_rater_who_is_no_leader_can_be_erased(store):
    rated(store, "P1", SECRET)
    erase(store, SECRET, "An evaluator")
    with store.read() as connection:
        assert connection.execute(schema.leader_forms.select()).all() == []


def test_an_erased_code_is_in_no_byte_of_the_store_or_its_journal(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    rated(store, SECRET, SECRET)
    assert any(SECRET.encode() in each.read_bytes() for each in tmp_path.iterdir())
    erase(store, SECRET, "An evaluator")
    assert not any(SECRET.encode() in each.read_bytes() for each in tmp_path.iterdir())
    store.close()


@pytest.mark.parametrize(
    "url",
    ["nonsense", "mysql://u:hunter2@h/d", "postgresql://u:hunter2@:bad/d", "sqlite://",
     "postgresql://u:hunter2@127.0.0.1:1/none", "sqlite:////dev/null/x/y.sqlite"],
)
def test_an_unusable_address_is_said_in_words_without_its_password(url):
    with pytest.raises(StoreError) as raised:
        open_store(url)
    assert "hunter2" not in str(raised.value)


def test_a_file_that_is_no_database_is_said_in_words(tmp_path):
    path = tmp_path / "store.sqlite"
    path.write_text("no database " * 100)
    with pytest.raises(StoreError, match="can't be opened"):
        open_store(f"sqlite:///{path}")


def test_a_writer_who_waited_too_long_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_WAIT_SECONDS", "0")
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    with store.write(), pytest.raises(StoreError, match="try again"), store.write():
        pass
    store.close()


def test_two_writers_take_turns_and_a_reader_sees_the_state_before(store: Store):
    first_in, second_done = threading.Event(), threading.Event()

    def second():
        first_in.wait(10)
        with store.write() as connection:
            writes.ensure_person(connection, "P2")
        second_done.set()

    waiting = threading.Thread(target=second)
    waiting.start()
    with store.write() as connection:
        writes.ensure_person(connection, "P1")
        first_in.set()
        with store.read() as reader:
            assert reader.execute(schema.people.select()).all() == []
        assert not second_done.wait(0.3)
    waiting.join(20)
    with store.read() as reader:
        assert [row.code for row in reader.execute(schema.people.select())] == ["P1", "P2"]
