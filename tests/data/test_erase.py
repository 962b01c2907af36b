"""Forgetting a person: rows and bytes go, a tombstone and the publications stay."""

import datetime as dt

import pandas as pd
import pytest
from sqlalchemy import inspect, text

from data import reads, schema, writes
from data.writes.rows import add
from tests.data.builders import add_sums, attended, day, leader_form, put, respondent, upload, wave, weigh
from tests.data.builders import question as ask

SECRET = "CODE-4711"


def erase(store, code=SECRET):
    with store.write() as connection:
        writes.erase_person(connection, code, writes.ensure_actor(connection, "An evaluator"))


def mentions(store, what: str) -> list[str]:
    """Every table.column in which the text stands, whatever the type of the column."""
    found = []
    with store.read() as connection:
        for table in inspect(connection).get_table_names():
            for row in connection.execute(text(f'SELECT * FROM "{table}"')).mappings():
                found += [f"{table}.{name}" for name, value in row.items() if what in _as_text(value)]
    return found


def _as_text(value) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


@pytest.fixture
def led(store):
    """A leader with rows in every dataset that has leaders, beside another leader with the same."""
    with store.write() as connection:
        person, other = writes.ensure_person(connection, SECRET), writes.ensure_person(connection, "P2")
        survey = upload(connection, "leader_survey", content=SECRET.encode())
        at = wave(connection, survey, "T0", "leader_survey")
        leader_form(connection, survey, at, person, SECRET, ms_1=4)
        leader_form(connection, survey, at, other, SECRET, ms_1=5)
        leader_form(connection, survey, at, other, "P2", ms_1=6)
        sessions = upload(connection, "attendance", content=SECRET.encode())
        put(connection, schema.attendance, sessions, attended(person), attended(other))
        dates = {"agreed_on": day("2025-01-01"), "due_on": day("2025-02-01")}
        given = {"sector": "nhs", "title": "T", **dates}
        put(connection, schema.commitments, upload(connection, "commitments", content=SECRET.encode()), *(
            {"commitment": f"C{of}", "person_id": of, **given} for of in (person, other)
        ))  # fmt: skip
        asked = {"wave": "T0", "asked_on": day("2024-03-01"), "from_sector": "nhs", "to_sector": "fire"}
        put(connection, schema.network_ties, upload(connection, "network_ties", content=SECRET.encode()), *(
            {"from_id": a, "to_id": b, **asked} for a, b in ((person, other), (other, person), (other, other))
        ))  # fmt: skip
        add(
            connection, schema.faults, upload_id=sessions, code="duplicate_key", severity="warning",
            sheet="Data", cell="A2", value=SECRET, expected="", mend="", message=f"{SECRET} stands twice",
        )  # fmt: skip
    return store


def test_nothing_in_the_store_names_an_erased_leader(led):
    assert mentions(led, SECRET)
    erase(led)
    assert mentions(led, SECRET) == []


def test_the_other_leaders_rows_stay(led):
    erase(led)
    with led.read() as connection:
        frames = reads.live_frames(connection)
    assert frames["attendance"]["person"].tolist() == ["P2"]
    assert frames["commitments"]["person"].tolist() == ["P2"]
    assert frames["network_ties"]["from_person"].tolist() == ["P2"]
    assert frames["leader_answers"]["value"].tolist() == [6]


def test_an_erased_leader_leaves_a_tombstone(led):
    erase(led)
    with led.read() as connection:
        row = connection.execute(text("SELECT code, erased_at FROM people ORDER BY id")).first()
    assert row.code == "erased-1"
    assert row.erased_at is not None


def test_the_audit_tells_of_the_erasure_without_the_code(led):
    erase(led)
    with led.read() as connection:
        last = reads.audit_log(connection).iloc[0]
    assert (last["action"], last["subject"]) == ("erase", "person (erased)")


def test_files_that_held_a_person_say_why_their_bytes_are_gone(led):
    with led.write() as connection:
        untouched = upload(connection, "insights")
    erase(led)
    with led.read() as connection:
        found = reads.uploads(connection).set_index("id")
        assert reads.upload_bytes(connection, untouched) == b"bytes"
    gone = found.drop(index=untouched)
    assert set(gone["bytes_absent_reason"]) == {"A person whose rows it held was erased."}
    assert not gone["kept"].any()


def test_the_same_bytes_offered_twice_are_dropped_twice(led):
    with led.write() as connection:
        again = upload(connection, "attendance", live=False, content=SECRET.encode(), sha256="f" * 64)
        first = schema.source_files.c.id == 2
        connection.execute(schema.source_files.update().where(first).values(sha256_received="f" * 64))
    erase(led)
    with led.read() as connection:
        assert reads.upload_bytes(connection, again) is None


def test_a_code_nobody_has_is_refused_without_being_repeated(led):
    with pytest.raises(KeyError, match="nobody in the store") as raised:
        erase(led, "CODE-0000")
    assert "CODE-0000" not in str(raised.value)


def test_erasing_a_respondent_makes_sums_and_report_of_their_wave_anew(store):
    with store.write() as connection:
        version = ask(connection)
        id = upload(connection, "citizen_survey", content=SECRET.encode())
        at = wave(connection, id, respondents=2)
        for code, answer in ((SECRET, 1), ("R2", 3)):
            respondent(connection, id, at, code, {version: answer})
        cells = pd.DataFrame({"district": ["E07000066"], "weight": [1.0]})
        add_sums(connection, at, weigh(connection, at, cells, "design", {"margins": ["kept"]}))
    erase(store)
    assert mentions(store, SECRET) == []
    with store.read() as connection:
        sums = reads.wave_sums(connection)
        assert set(sums["code"]) == {3}
        report = reads.weight_sets(connection)[0]["report"]
        assert (report["n"], report["deff"], report["maximum"], report["margins"]) == (1, 1.0, 1.0, ["kept"])
        assert reads.wave(connection, at).respondents == 1


def test_publications_stay_as_they_were(led):
    with led.write() as connection:
        actor = writes.ensure_actor(connection, "An evaluator")
        writes.save_publication(connection, {
            "number": 1, "published_at": dt.datetime(2026, 10, 31, tzinfo=dt.UTC), "as_at": day("2026-10-31"),
            "actor_id": actor, "framework": {}, "reference_versions": [], "settings": {}, "weight_sets": [],
            "software": "0", "seed": 1, "illustrative": False, "headline": "H", "lead": "L",
        }, [1, 2], [], [])  # fmt: skip
    erase(led)
    with led.read() as connection:
        assert reads.latest_publication(connection).headline == "H"
        assert reads.publication_uploads_of(connection, 1) == [1, 2]
