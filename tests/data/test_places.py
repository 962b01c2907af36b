"""Areas by code and date, brought over from the framework; outside figures by version."""

import pytest

from data import reads, writes
from data.framework import load_framework
from data.framework.places import Area
from tests.data.builders import day


def area(code, name, starts, ends=None, kind="trust", **more) -> Area:
    return Area.model_validate(
        {"code": code, "name": name, "kind": kind, "valid_from": starts, "valid_to": ends, **more}
    )


REUSED = [
    area("RAJ", "Southend", "2006-04-01", "2020-03-31"),
    area("RAJ", "Mid and South Essex", "2020-04-01", predecessors=[
        {"code": "RAJ", "on_date": "2020-04-01", "reason": "merger"},
        {"code": "RDD", "on_date": "2020-04-01", "reason": "merger"},
    ]),
    area("RDD", "Basildon and Thurrock", "2004-04-01", "2020-03-31"),
    area("E54000026", "Mid and South Essex ICB", "2022-07-01", kind="icb", members=[{"code": "RAJ"}]),
]  # fmt: skip


def test_a_reused_code_is_the_area_of_its_day(store):
    with store.write() as connection:
        writes.sync_areas(connection, REUSED)
        for on, name in (("2019-01-01", "Southend"), ("2021-01-01", "Mid and South Essex")):
            found = reads.areas(connection, day(on)).set_index("code")
            assert found.loc["RAJ", "name"] == name


def test_an_area_made_from_itself_and_another_knows_both_vintages(store):
    with store.write() as connection:
        writes.sync_areas(connection, REUSED)
        found = reads.area_histories(connection)
    assert list(zip(found["predecessor"], found["predecessor_from"], strict=True)) == [
        ("RAJ", day("2006-04-01")), ("RDD", day("2004-04-01")),
    ]  # fmt: skip


def test_a_member_is_the_vintage_in_force_when_it_joined(store):
    with store.write() as connection:
        writes.sync_areas(connection, REUSED)
        found = reads.area_parts(connection)
    assert found[["whole", "part"]].to_numpy().tolist() == [["E54000026", "RAJ"]]
    assert found["valid_from"].tolist() == [day("2022-07-01")]


def test_a_member_nobody_knows_is_named(store):
    lost = area("X", "Somewhere", "2020-01-01", kind="footprint", members=[{"code": "NOWHERE"}])
    with store.write() as connection, pytest.raises(KeyError, match="NOWHERE"):
        writes.sync_areas(connection, [lost])


def test_the_framework_is_brought_over_and_a_second_time_changes_nothing(store):
    framework = load_framework()

    def everything():
        with store.read() as connection:
            read = (reads.areas, reads.area_parts, reads.area_histories, reads.events, reads.breaks)
            return [each(connection).to_dict("records") for each in read]

    found = []
    for _ in range(2):
        with store.write() as connection:
            writes.sync_framework(connection, framework)
        found.append(everything())
    assert found[0] == found[1]
    assert [len(rows) > 0 for rows in found[0]] == [True] * 5
    assert len(found[0][0]) == len(framework.areas)


def test_a_corrected_name_reaches_the_store(store):
    with store.write() as connection:
        writes.sync_areas(connection, [area("A", "Wrong", "2020-01-01")])
        writes.sync_areas(connection, [area("A", "Right", "2020-01-01", "2024-03-31")])
        found = reads.areas(connection)
    assert found[["name", "valid_to"]].to_numpy().tolist() == [["Right", day("2024-03-31")]]


ABOUT = {"source": "HM Treasury", "year": "2024", "status": "verified"}


def test_the_newest_version_of_outside_figures_is_read(store):
    with store.write() as connection:
        writes.sync_reference(connection, "deflator", "2023", {"2020": 90.0}, **ABOUT)
        writes.sync_reference(connection, "deflator", "2024", {"2020": 91.0, "2024": 100.0}, **ABOUT)
        assert reads.reference_values(connection, "deflator") == {"2020": 91.0, "2024": 100.0}
        (listed,) = reads.reference_versions(connection)
    assert (listed["name"], listed["version"], listed["source"]) == ("deflator", "2024", "HM Treasury")


def test_a_version_of_outside_figures_never_changes(store):
    with store.write() as connection:
        first = writes.sync_reference(connection, "deflator", "2024", {"2020": 90.0}, **ABOUT)
        assert writes.sync_reference(connection, "deflator", "2024", {"2020": 90.0}, **ABOUT) == first
        with pytest.raises(ValueError, match="give the new ones a new version"):
            writes.sync_reference(connection, "deflator", "2024", {"2020": 91.0}, **ABOUT)
