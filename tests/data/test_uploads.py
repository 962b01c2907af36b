"""The register of uploads, and their way through their states."""

import pytest

from data import reads, schema, writes
from data.writes.rows import add
from tests.data.builders import upload


def actor(connection) -> int:
    return writes.ensure_actor(connection, "An evaluator")


def test_publishing_makes_a_staged_upload_count_and_says_who_did_it(store):
    with store.write() as connection:
        id = upload(connection, "attendance", live=False)
        writes.mark_published(connection, [id], actor(connection))
        found = reads.upload(connection, id)
        last = reads.audit_log(connection).iloc[0]
    assert found["status"] == "published"
    assert found["published_at"].tzinfo is not None
    assert (last["actor"], last["action"], last["subject"]) == ("An evaluator", "publish", f"upload {id}")


def test_only_a_staged_upload_is_published(store):
    with store.write() as connection:
        id = upload(connection, "attendance")
        with pytest.raises(ValueError, match=f"upload {id} is published"):
            writes.mark_published(connection, [id], actor(connection))


def test_an_upload_is_withdrawn_once(store):
    with store.write() as connection:
        id = upload(connection, "attendance")
        writes.withdraw_upload(connection, id, actor(connection), "The wrong year.")
        with pytest.raises(ValueError, match=f"upload {id} is withdrawn"):
            writes.withdraw_upload(connection, id, actor(connection))
        found = reads.upload(connection, id)
        assert (found["status"], reads.upload_bytes(connection, id)) == ("withdrawn", b"bytes")
        assert reads.audit_log(connection)["detail"].iloc[0] == "The wrong year."


@pytest.mark.parametrize("do", [writes.mark_published, writes.withdraw_upload])
def test_an_upload_there_is_not_is_named(store, do):
    with store.write() as connection, pytest.raises(KeyError, match="no upload 7"):
        do(connection, [7] if do is writes.mark_published else 7, actor(connection))


def test_the_register_shows_the_newest_first_with_its_file_and_its_faults(store):
    fault = {"sheet": "Data", "cell": "B2", "value": "x", "expected": "a number", "mend": "m", "message": "t"}
    with store.write() as connection:
        first, second = upload(connection, "attendance"), upload(connection, "insights", "sample", False)
        for code, severity in (("a", "warning"), ("b", "warning"), ("c", "notice")):
            add(connection, schema.faults, upload_id=first, code=code, severity=severity, **fault)
        found = reads.uploads(connection)
        faults = reads.faults_of(connection, first)
    assert found["id"].tolist() == [second, first]
    assert found["name"].tolist() == ["insights.xlsx", "attendance.xlsx"]
    assert found["warnings"].tolist() == [0, 2]
    assert found["kept"].tolist() == [True, True]
    assert faults["code"].tolist() == ["a", "b", "c"]


def test_an_actor_is_added_once(store):
    with store.write() as connection:
        assert writes.ensure_actor(connection, " A name ") == writes.ensure_actor(connection, "A name")


def test_an_actor_has_a_name(store):
    with store.write() as connection, pytest.raises(ValueError, match="gives a name"):
        writes.ensure_actor(connection, "  ")


def test_a_person_is_added_once(store):
    with store.write() as connection:
        assert writes.ensure_person(connection, "P1") == writes.ensure_person(connection, "P1")
        assert reads.person_id(connection, "P2") is None
