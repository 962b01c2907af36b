"""Which rows count: the newest upload's, row by row; never samples beside real ones."""

import pytest

from data import reads, schema, writes
from data.reads.live import SUPERSEDE_KEYS
from tests.data.builders import attended, day, demand, put, respondent, upload, wave
from tests.data.builders import question as ask


def counts(store, **how) -> list[float]:
    """The live demand counts, sorted."""
    with store.read() as connection:
        return sorted(reads.live_frames(connection, **how)["service_demand"]["count"])


def offer(store, *rows, origin="real", live=True) -> int:
    with store.write() as connection:
        id = upload(connection, "service_demand", origin, live)
        put(connection, schema.service_demand, id, *rows)
        return id


def test_a_staged_upload_does_not_count(store):
    offer(store, demand(), live=False)
    assert counts(store) == []


def test_the_newest_upload_of_a_row_wins_and_the_other_rows_stay(store):
    offer(store, demand(month="2025-01", count=1), demand(month="2025-02", count=2))
    offer(store, demand(month="2025-02", count=20))
    assert counts(store) == [1, 20]


@pytest.mark.parametrize(
    "other", [{"service": "fire_incidents"}, {"area": "E07000067"}, {"age_band": "65+"}, {"month": "2025-02"}]
)
def test_rows_of_another_service_area_age_or_month_stand_beside_each_other(store, other):
    offer(store, demand(count=1))
    offer(store, demand(**{"count": 2, **other}))
    assert counts(store) == [1, 2]


def test_withdrawing_an_upload_restores_what_it_superseded(store):
    offer(store, demand(count=1))
    newer = offer(store, demand(count=2))
    with store.write() as connection:
        writes.withdraw_upload(connection, newer, writes.ensure_actor(connection, "An evaluator"))
    assert counts(store) == [1]


def test_withdrawing_the_only_real_upload_restores_the_samples(store):
    offer(store, demand(count=1), origin="sample")
    real = offer(store, demand(count=2, area="RDE"))
    assert counts(store) == [2]
    with store.write() as connection:
        writes.withdraw_upload(connection, real, writes.ensure_actor(connection, "An evaluator"))
    assert counts(store) == [1]


def test_a_real_upload_of_a_service_drops_the_samples_of_that_service_only(store):
    offer(store, demand("asb", count=1), demand("ae_type1", count=2), origin="sample")
    offer(store, demand("ae_type1", area="RDE", count=3))
    assert counts(store) == [1, 3]


def test_a_newer_sample_does_not_replace_a_real_row(store):
    offer(store, demand(count=1))
    offer(store, demand(count=2), origin="sample")
    assert counts(store) == [1]


def test_reference_figures_stand_beside_samples(store):
    offer(store, demand(count=1), origin="sample")
    offer(store, demand(count=2, area="E07000067"), origin="reference")
    assert counts(store) == [1, 2]


def test_an_upload_can_be_counted_before_it_is_published(store):
    offer(store, demand(count=1))
    staged = offer(store, demand(count=2), live=False)
    offer(store, demand(count=3))
    assert counts(store, including=[staged]) == [2]


def test_an_upload_can_be_left_out(store):
    offer(store, demand(count=1))
    newer = offer(store, demand(count=2))
    assert counts(store, excluding=[newer]) == [1]


def test_a_later_row_with_no_citizen_group_replaces_an_earlier_one_with_none(store):
    """Two blanks are the same key: SQL alone would say they differ."""
    with store.write() as connection:
        person = writes.ensure_person(connection, "P1")
        for hours in (1.0, 2.0):
            id = upload(connection, "attendance")
            put(connection, schema.attendance, id, attended(person, hours=hours))
    with store.read() as connection:
        assert list(reads.live_frames(connection)["attendance"]["hours"]) == [2.0]


def test_a_wave_of_ties_is_replaced_whole(store):
    with store.write() as connection:
        a, b, c = (writes.ensure_person(connection, code) for code in ("A", "B", "C"))

        def ties(wave_name, *pairs):
            id = upload(connection, "network_ties")
            rows = [
                {"wave": wave_name, "asked_on": day("2024-03-01"), "from_id": one, "from_sector": "nhs",
                 "to_id": other, "to_sector": "fire"}
                for one, other in pairs
            ]  # fmt: skip
            put(connection, schema.network_ties, id, *rows)

        ties("T0", (a, b), (b, c))
        ties("T1", (a, c))
        ties("T0", (c, a))
    with store.read() as connection:
        found = reads.live_frames(connection)["network_ties"]
    assert list(zip(found["wave"], found["from_person"], found["to_person"], strict=True)) == [
        ("T1", "A", "C"), ("T0", "C", "A"),
    ]  # fmt: skip


def test_a_later_upload_of_a_survey_wave_replaces_it_whole(store):
    with store.write() as connection:
        version = ask(connection)
        for codes in (("1", "2", "3"), ("4",)):
            id = upload(connection, "citizen_survey")
            at = wave(connection, id)
            for code in codes:
                respondent(connection, id, at, code, {version: 1})
    with store.read() as connection:
        assert reads.live_row_counts(connection)["citizen_survey"] == 1


def test_a_real_wave_drops_every_sample_wave(store):
    with store.write() as connection:
        for origin, name in (("sample", "W1"), ("sample", "W2"), ("real", "W9")):
            wave(connection, upload(connection, "citizen_survey", origin), name)
    with store.read() as connection:
        assert len(reads.waves_to_weigh(connection)) == 1


def test_the_register_says_which_upload_stands_in_place_of_which(store):
    first = offer(store, demand(month="2025-01"), demand(month="2025-02"))
    second = offer(store, demand(month="2025-02"))
    with store.read() as connection:
        found = reads.register(connection).set_index("id")
    assert found["live_rows"].to_dict() == {second: 1, first: 1}
    assert found["supersedes"].to_dict() == {second: [first], first: []}
    assert found["superseded_by"].to_dict() == {second: [], first: [second]}


def test_every_dataset_but_the_surveys_has_a_key_of_columns_it_has():
    assert len(SUPERSEDE_KEYS) == 11
    for table, key in SUPERSEDE_KEYS.items():
        assert set(key) <= set(table.columns.keys())


def test_only_uploads_with_live_rows_stand_behind_a_publication(store):
    offer(store, demand(count=1), origin="sample")
    real = offer(store, demand(count=2))
    offer(store, demand(count=3), live=False)
    with store.read() as connection:
        assert reads.live_upload_ids(connection) == [real]
