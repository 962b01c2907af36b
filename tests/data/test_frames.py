"""Frames as metrics need them: names, types, traces."""

import datetime as dt

from data import reads, schema, writes
from tests.data.builders import attended, day, demand, leader_form, put, upload, wave

NAMES = {
    "attendance", "coded_contacts", "commitments", "insights", "leader_answers", "network_ties",
    "partner_returns", "population", "programme_costs", "publications", "published_estimates",
    "service_demand", "unit_costs", "uploads", "wave_design", "wave_sums",
}  # fmt: skip


def frames(store):
    with store.read() as connection:
        return reads.live_frames(connection)


def test_every_frame_is_there_when_nothing_is(store):
    found = frames(store)
    assert set(found) == NAMES
    assert all(frame.empty for frame in found.values())


def test_every_raw_frame_ends_with_where_its_rows_came_from(store):
    found = frames(store)
    for name in NAMES - {"uploads", "publications", "wave_sums", "wave_design"}:
        assert list(found[name].columns[-5:]) == ["upload_id", "sheet", "row", "cell", "origin"], name
    assert list(found["wave_sums"].columns[-4:]) == ["upload_id", "sheet", "cells", "origin"]


def test_people_stand_under_their_codes(store):
    found = frames(store)
    assert list(found["attendance"])[:5] == ["session", "held_on", "kind", "hours", "person"]
    assert list(found["network_ties"])[2:6] == ["from_person", "from_sector", "to_person", "to_sector"]
    assert list(found["leader_answers"])[2:5] == ["person", "rater", "rater_code"]


def test_dates_are_dates_and_a_missing_count_is_not_a_number(store):
    with store.write() as connection:
        id = upload(connection, "service_demand")
        put(connection, schema.service_demand, id, demand(count=None, absence="withheld"))
    row = frames(store)["service_demand"].iloc[0]
    assert type(row["period_start"]) is dt.date
    assert row["count"] != row["count"]
    assert row["absence"] == "withheld"


def test_what_is_not_absent_has_an_absence_of_none(store):
    with store.write() as connection:
        put(connection, schema.service_demand, upload(connection, "service_demand"), demand())
    assert frames(store)["service_demand"]["absence"].tolist() == [None]


def test_a_leaders_answer_knows_its_cell_and_the_sector_of_its_day(store):
    with store.write() as connection:
        person = writes.ensure_person(connection, "P1")
        id = upload(connection, "leader_survey", columns={"ms_1": ["Data", "I", "ms_1"]})
        at = wave(connection, id, "T0", "leader_survey")
        leader_form(connection, id, at, person, "P1", ms_1=4)
        elsewhere = upload(connection, "attendance")
        roles = [("2024-01-01", "fire"), ("2024-03-09", "nhs"), ("2025-01-01", "faith")]
        writes.bulk_insert(connection, schema.people_roles, [
            {"upload_id": elsewhere, "person_id": person, "sector": sector, "organisation": "A",
             "role": "member", "seen_on": day(seen)}
            for seen, sector in roles
        ])  # fmt: skip
    row = frames(store)["leader_answers"].iloc[0]
    found = (row["person"], row["item"], row["value"], row["cell"], row["sector"])
    assert found == ("P1", "ms_1", 4, "I2", "nhs")


def test_the_leader_surveys_own_word_on_a_sector_comes_first(store):
    with store.write() as connection:
        person = writes.ensure_person(connection, "P1")
        id = upload(connection, "leader_survey")
        leader_form(connection, id, wave(connection, id, "T0", "leader_survey"), person, "P1", ms_1=4)
        writes.bulk_insert(connection, schema.people_roles, [
            {"upload_id": of, "person_id": person, "sector": sector, "organisation": "A", "role": "member",
             "seen_on": day("2024-03-10")}
            for of, sector in ((upload(connection, "attendance"), "fire"), (id, "nhs"))
        ])  # fmt: skip
    assert frames(store)["leader_answers"]["sector"].tolist() == ["nhs"]


def test_the_day_of_an_upload_is_the_day_in_london(store):
    with store.write() as connection:
        id = upload(connection, "attendance")
        late = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)
        connection.execute(schema.uploads.update().where(schema.uploads.c.id == id).values(published_at=late))
    assert frames(store)["uploads"]["published_at"].tolist() == [day("2026-07-01")]


def test_freshness_is_the_last_day_the_live_rows_speak_of(store):
    with store.write() as connection:
        person = writes.ensure_person(connection, "P1")
        put(connection, schema.attendance, upload(connection, "attendance"), attended(person))
        put(connection, schema.service_demand, upload(connection, "service_demand"), demand(month="2025-04"))
        wave(connection, upload(connection, "citizen_survey"))
    with store.read() as connection:
        found = reads.freshness(connection)
    assert len(found) == 13
    assert {name: at.isoformat() for name, at in found.items() if at} == {
        "attendance": "2025-03-01", "service_demand": "2025-04-30", "citizen_survey": "2024-03-31",
    }  # fmt: skip
