"""Taking an upload out again, and forgetting a person. How figures change is tested with publishing."""

import pytest
from sqlalchemy import select

from data import schema
from etl.erase import erase
from etl.load import receive
from etl.withdraw import withdraw
from tests.etl.small import AS_AT, FRAMEWORK, csv, demand

ATTENDANCE = csv(
    "session,held_on,kind,hours,person,sector,organisation",
    "S1,2024-05-14,board,2,L1,nhs,Trust A",
    "S1,2024-05-14,board,2,L2,police,Force A",
)


def offer(store, content, dataset):
    return receive(
        store, content, "x.csv", dataset, "An evaluator", as_at=AS_AT, framework=FRAMEWORK
    ).upload_id


def values(store, column):
    with store.read() as connection:
        return list(connection.scalars(select(column)))


def test_a_staged_upload_is_withdrawn_without_a_publication(store):
    upload = offer(store, demand("ae_type1,RDE,2024-04,5"), "service_demand")
    assert withdraw(store, upload, "An evaluator") == 0
    assert values(store, schema.uploads.c.status) == ["withdrawn"]
    assert values(store, schema.publications.c.id) == []


def test_withdrawing_and_publishing_without_it_are_one_transaction(store, monkeypatch):
    upload = offer(store, demand("ae_type1,RDE,2024-04,5"), "service_demand")
    with store.write() as connection:
        connection.execute(schema.uploads.update().values(status="published"))
    monkeypatch.setattr("etl.withdraw.release", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        withdraw(store, upload, "An evaluator")
    assert values(store, schema.uploads.c.status) == ["published"]


def test_withdrawing_an_upload_there_is_not_is_refused(store):
    with pytest.raises(KeyError):
        withdraw(store, 99, "An evaluator")


def test_an_erased_person_leaves_no_rows_no_bytes_and_no_code(store):
    offer(store, ATTENDANCE, "attendance")
    erase(store, "L1", "An evaluator")
    assert len(values(store, schema.attendance.c.id)) == 1
    assert "L1" not in values(store, schema.people.c.code)
    assert values(store, schema.source_files.c.bytes) == [None]
    assert not any("L1" in said for said in values(store, schema.audit.c.detail))


def test_erasing_somebody_unknown_changes_nothing(store):
    offer(store, ATTENDANCE, "attendance")
    with pytest.raises(KeyError):
        erase(store, "L9", "An evaluator")
    assert len(values(store, schema.attendance.c.id)) == 2
