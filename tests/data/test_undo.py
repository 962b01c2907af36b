"""Reverting, board dates, and an audit that can only be added to, on both databases."""

import datetime as dt

import pytest
from sqlalchemy import delete, func, select, text, update
from sqlalchemy.exc import DBAPIError

from data import reads, schema, writes
from tests.data.builders import day, demand, put, question, respondent, upload, wave
from tests.data.test_publications import estimate, save, status


def actor(connection) -> int:
    return writes.ensure_actor(connection, "An evaluator")


@pytest.mark.parametrize("act", [update(schema.audit).values(detail="nothing"), delete(schema.audit)])
def test_the_audit_can_neither_be_changed_nor_emptied(store, act):
    with store.write() as connection:
        writes.audit(connection, actor(connection), "publish", "upload 1", "as it was")
    with pytest.raises(DBAPIError, match="only ever added to"), store.write() as connection:
        connection.execute(act)
    with store.read() as connection:
        assert list(reads.audit_log(connection)["detail"]) == ["as it was"]


def test_the_audit_names_the_file_an_upload_came_from(store):
    with store.write() as connection:
        id = upload(connection, "population")
        writes.audit(connection, actor(connection), "receive", f"upload {id}")
        writes.audit(connection, actor(connection), "publish", "publication 1")
        assert list(reads.audit_log(connection)["file"]) == ["", "population.xlsx"]


def test_a_copied_publication_has_the_same_figures_to_the_digit_and_says_whose(store):
    save(store, 1, [estimate(value=1 / 3)], [status()], lead="As it was")
    save(store, 2, [estimate(value=0.5)], [status(headline="Other.")])
    own = {"number": 3, "parent_id": 2, "published_at": dt.datetime(2026, 10, 3, tzinfo=dt.UTC), "note": "Back"}
    with store.write() as connection:
        writes.copy_publication(connection, 1, **own, actor_id=actor(connection))
    with store.read() as connection:
        first, third = (reads.publication(connection, number) for number in (1, 3))
        assert (third.restores, third.lead, third.note) == (1, first.lead, "Back")
        assert list(reads.estimates(connection, third.id)["value"]) == [1 / 3]
        assert list(reads.statuses(connection, third.id)["headline"]) == ["Trust rose."]
        assert reads.frozen(connection, third.id) == reads.frozen(connection, first.id)


def test_uploads_are_restored_to_their_old_place_and_later_ones_taken_out(store):
    with store.write() as connection:
        first, second, third = (upload(connection, "population") for _ in range(3))
        by = actor(connection)
        writes.withdraw_upload(connection, first, by)
        writes.restore_uploads(connection, [first, second], by, "Reverted.")
        assert reads.counting_upload_ids(connection) == [first, second]
        log = reads.audit_log(connection)
        assert list(zip(log["action"], log["subject"], strict=True))[:2] == [
            ("bring back", f"upload {first}"), ("withdraw", f"upload {third}"),
        ]  # fmt: skip


def test_what_counted_at_a_publication_that_did_not_write_it_down_is_told_by_the_dates(store):
    with store.write() as connection:
        early = upload(connection, "population")
        late = upload(connection, "population")
        far = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
        connection.execute(update(schema.uploads).where(schema.uploads.c.id == late).values(published_at=far))
        writes.withdraw_upload(connection, early, actor(connection))
    save(store, 1)
    with store.write() as connection:
        connection.execute(update(schema.uploads).where(schema.uploads.c.id == early).values(withdrawn_at=far))
        assert reads.counting_at(connection, 1) == [early]


def test_a_board_date_is_kept_with_its_publication_and_audited(store):
    save(store, 1, published_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    with store.write() as connection:
        writes.tag_seen(connection, 1, day("2026-01-12"), actor(connection))
        assert reads.board_dates_of(connection) == {1: [day("2026-01-12")]}
        last = reads.audit_log(connection).iloc[0]
    assert (last["action"], last["subject"], last["detail"]) == ("seen by the Board", "publication 1", "on 12/01/2026")


@pytest.mark.parametrize(
    ("number", "on", "refused"),
    [(2, "2026-01-12", KeyError), (1, "2025-12-31", ValueError), (1, "2999-01-01", ValueError)],
    ids=["no such publication", "before it was made", "to come"],
)
def test_a_board_date_that_cannot_be_is_refused(store, number, on, refused):
    save(store, 1, published_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    with store.write() as connection, pytest.raises(refused):
        writes.tag_seen(connection, number, day(on), actor(connection))


def test_the_same_board_date_is_noted_once(store):
    save(store, 1, published_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    with store.write() as connection:
        writes.tag_seen(connection, 1, day("2026-01-12"), actor(connection))
        with pytest.raises(ValueError, match="already"):
            writes.tag_seen(connection, 1, day("2026-01-12"), actor(connection))


def test_a_board_date_is_taken_back_by_a_further_entry_and_may_be_noted_again(store):
    save(store, 1, published_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    with store.write() as connection:
        who = actor(connection)
        for on in ("2026-01-12", "2026-01-13"):
            writes.tag_seen(connection, 1, day(on), who)
        writes.take_back_seen(connection, 1, day("2026-01-12"), "The meeting was a day later", who)
        assert reads.board_dates_of(connection) == {1: [day("2026-01-13")]}
        last = reads.audit_log(connection).iloc[0]
        assert (last["action"], last["subject"]) == ("board date taken back", "publication 1")
        assert last["detail"] == "it was not on 12/01/2026: The meeting was a day later"
        writes.tag_seen(connection, 1, day("2026-01-12"), who)
        assert reads.board_dates_of(connection) == {1: [day("2026-01-12"), day("2026-01-13")]}
        assert connection.scalar(select(func.count()).select_from(schema.board_dates)) == 2
        assert connection.scalar(select(func.count()).select_from(schema.board_date_corrections)) == 2
        assert len(reads.audit_log(connection)) == 4


@pytest.mark.parametrize(("number", "refused"), [(2, KeyError), (1, ValueError)], ids=["no publication", "not noted"])
def test_a_board_date_that_was_never_noted_cannot_be_taken_back(store, number, refused):
    save(store, 1, published_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    with store.write() as connection, pytest.raises(refused):
        writes.take_back_seen(connection, number, day("2026-01-12"), "", actor(connection))


def test_a_board_date_is_taken_back_once(store):
    save(store, 1, published_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    with store.write() as connection:
        writes.tag_seen(connection, 1, day("2026-01-12"), actor(connection))
        writes.take_back_seen(connection, 1, day("2026-01-12"), "", actor(connection))
        with pytest.raises(ValueError, match="is not noted as seen"):
            writes.take_back_seen(connection, 1, day("2026-01-12"), "", actor(connection))


def test_rows_added_changed_and_the_same_are_counted(store):
    with store.write() as connection:
        put(connection, schema.service_demand, upload(connection, "service_demand"),
            demand(month="2025-01"), demand(month="2025-02"), demand(month="2025-03"))  # fmt: skip
        newer = upload(connection, "service_demand")
        put(connection, schema.service_demand, newer, demand(month="2025-02"),
            demand(month="2025-03", count=11.0), demand(month="2025-04"))  # fmt: skip
        assert reads.row_changes(connection, newer) == reads.RowChanges(added=1, changed=1, removed=0, same=1)


def test_real_rows_remove_the_illustrative_ones_they_displace(store):
    with store.write() as connection:
        put(connection, schema.service_demand, upload(connection, "service_demand", origin="sample"),
            demand(month="2025-01"), demand(month="2025-02"))  # fmt: skip
        real = upload(connection, "service_demand")
        put(connection, schema.service_demand, real, demand(month="2025-02"))
        assert reads.row_changes(connection, real) == reads.RowChanges(0, 1, 1, 0, displaced=2)


def test_of_a_wave_offered_again_the_respondents_who_answered_otherwise_are_counted(store):
    with store.write() as connection:
        question(connection)
        for answers in ({"A": 1, "B": 1, "C": 1}, {"B": 1, "C": 3, "D": 1}):
            id = upload(connection, "citizen_survey")
            at = wave(connection, id)
            for code, said in answers.items():
                respondent(connection, id, at, code, {1: said})
        assert reads.row_changes(connection, id) == reads.RowChanges(added=1, changed=1, removed=1, same=1)


def test_the_first_real_wave_removes_every_illustrative_respondent_also_of_other_waves(store):
    with store.write() as connection:
        question(connection)
        for name, codes in (("W1", "AB"), ("W2", "CDE")):
            id = upload(connection, "citizen_survey", origin="sample")
            at = wave(connection, id, name)
            for code in codes:
                respondent(connection, id, at, code, {1: 1})
        real = upload(connection, "citizen_survey")
        at = wave(connection, real, "W2")
        for code in "CX":
            respondent(connection, real, at, code, {1: 1})
        assert reads.row_changes(connection, real) == reads.RowChanges(1, 1, 4, 0, displaced=5)


def test_an_upload_there_is_not_changes_nothing_that_could_be_counted(store):
    with store.read() as connection, pytest.raises(KeyError):
        reads.row_changes(connection, 9)


def test_a_truncated_audit_is_refused_on_postgresql(store):
    if not store.is_postgresql:
        pytest.skip("SQLite has no TRUNCATE")
    with pytest.raises(DBAPIError, match="only ever added to"), store.write() as connection:
        connection.execute(text("TRUNCATE audit"))
