"""Weights and sums made by the database, and the end of the raw rows."""

import pandas as pd
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from data import reads, schema, writes
from data.reads.sums import DIMENSIONS
from tests.data import builders
from tests.data.builders import add_sums, day, put, respondent, upload, wave
from tests.data.builders import question as ask

CELLS = pd.DataFrame({"district": ["E07000066", "E07000067"], "weight": [1.5, 0.5]})
REPORT = {"n": 4, "margins": []}


@pytest.fixture
def waved(store):
    """A store with one wave of four respondents, two in each of two districts, weighed and summed."""
    with store.write() as connection:
        version = ask(connection)
        id = upload(connection, "citizen_survey", columns={"cls_influence": ["Data", "P", "cls_influence"]})
        at = wave(connection, id)
        people = [
            ("R1", 1, "E07000066", {"psu": "near the station", "ethnicity": "white", "vulnerable": True}),
            ("R2", 1, "E07000066", {"psu": "near the station", "ethnicity": "asian", "sex": "male"}),
            ("R3", 3, "E07000067", {"ethnicity": None, "imd_quintile": None}),
            ("R4", 9, "E07000067", {"ethnicity": "black", "row": 9, "age_band": "65-74"}),
        ]
        for code, answer, area, more in people:
            more = {"area_code": area, "stratum": area, **more}
            respondent(connection, id, at, code, {version: answer}, **more)
        weigh(connection, at)
    return store


def weigh(connection, wave_id, cells=CELLS, name="design", report=None):
    add_sums(connection, wave_id, builders.weigh(connection, wave_id, cells, name, report or REPORT))


def sums(store, dim=""):
    with store.read() as connection:
        found = reads.wave_sums(connection)
    return found[found["group_dim"] == dim]


def test_everyone_has_the_weight_of_their_cell(waved):
    with waved.read() as connection:
        held = connection.execute(text("SELECT weight FROM weights ORDER BY respondent_id")).scalars().all()
        (used,) = reads.weight_sets(connection)
    assert held == [1.5, 1.5, 0.5, 0.5]
    assert (used["source"], used["wave"], used["name"], used["report"]) == ("citizen_survey", "W1", "design", REPORT)


def test_a_cell_may_have_several_traits_and_people_who_did_not_say(waved):
    traits = [("E07000066", "25-34", "female", 1.0), ("E07000066", "25-34", "male", 2.0),
              ("E07000067", "25-34", "female", 3.0), ("E07000067", "65-74", "", 4.0)]  # fmt: skip
    with waved.write() as connection:
        connection.execute(schema.respondents.update().where(schema.respondents.c.code == "R4").values(sex=None))
        weigh(connection, 1, pd.DataFrame(traits, columns=["district", "age", "sex", "weight"]))
        held = connection.execute(text("SELECT weight FROM weights ORDER BY respondent_id")).scalars().all()
    assert held == [1.0, 2.0, 3.0, 4.0]


def test_nobody_is_left_without_a_weight(waved):
    with pytest.raises(IntegrityError), waved.write() as connection:
        weigh(connection, 1, CELLS.iloc[:1])


def test_weights_that_came_with_the_file_are_taken_as_they_are(waved):
    with waved.write() as connection:
        connection.execute(schema.respondents.update().values(supplied_weight=2.0))
        weigh(connection, 1, None, "supplied")
        held = connection.execute(text("SELECT DISTINCT weight FROM weights")).scalars().all()
    assert held == [2.0]


def test_a_wave_that_is_weighted_again_has_one_weight_set(waved):
    with waved.write() as connection:
        weigh(connection, 1, name="raked")
        assert [each["name"] for each in reads.weight_sets(connection)] == ["raked"]


def test_a_wave_to_weigh_says_its_choice_its_districts_and_the_groups_of_its_people(waved):
    with waved.read() as connection:
        found = reads.people_of_wave(connection, 1)
        (wave,) = reads.waves_to_weigh(connection)
        met = reads.districts_met(connection, 1)
    assert (wave.wave, wave.choice, wave.weighted, met) == ("W1", "supplied", "design", {"E07000066", "E07000067"})
    assert list(zip(found["of_district"], found["of_age"], found["of_ethnicity"], strict=True)) == [
        ("E07000066", "25-34", "white"), ("E07000066", "25-34", "other_groups"),
        ("E07000067", "25-34", None), ("E07000067", "65-74", "other_groups"),
    ]  # fmt: skip


def test_the_sums_of_everyone_are_by_answer_stratum_and_sampling_point(waved):
    found = sums(waved).sort_values(["code", "stratum"])
    columns = ["code", "role", "stratum", "n", "w", "w2"]
    assert list(found[columns].itertuples(index=False, name=None)) == [
        (1, "positive", "E07000066", 2, 3.0, 4.5),
        (3, "negative", "E07000067", 1, 0.5, 0.25),
        (9, "excluded", "E07000067", 1, 0.5, 0.25),
    ]


GROUPS = {
    "": {"": 4},
    "district": {"E07000066": 2, "E07000067": 2},
    "age": {"25-34": 3, "65-74": 1},
    "sex": {"female": 3, "male": 1},
    "ethnicity": {"white": 1, "other_groups": 2},
    "tenure": {"owned": 4},
    "imd": {"2": 3},
    "vulnerable": {"yes": 1, "no": 3},
}


def test_groups_are_summed_and_people_without_a_value_are_left_out(waved):
    found = {dim: sums(waved, dim).groupby("group_value")["n"].sum().to_dict() for dim in DIMENSIONS}
    assert found == GROUPS


def test_a_sum_names_the_column_of_its_question_and_the_rows_of_its_wave(waved):
    first = sums(waved).iloc[0]
    assert (first["sheet"], first["cells"], first["source"]) == ("Data", "P2:P9", "citizen_survey")


def test_the_design_has_every_sampling_point_under_a_number(waved):
    with waved.read() as connection:
        found = reads.wave_design(connection)
    assert list(zip(found["stratum"], found["n"], found["w"], strict=True)) == [
        ("E07000066", 2, 3.0), ("E07000067", 1, 0.5), ("E07000067", 1, 0.5),
    ]  # fmt: skip
    assert all(psu.isdecimal() for psu in found["psu"])


def test_a_wave_asked_in_two_ways_says_mixed(waved):
    with waved.write() as connection:
        connection.execute(schema.waves.update().values(modes=["online", "telephone"]))
    assert set(sums(waved)["mode"]) == {"mixed"}


def test_purging_a_wave_keeps_its_sums_and_its_trace(waved):
    before = sums(waved)
    with waved.write() as connection:
        writes.purge_wave(connection, 1, writes.ensure_actor(connection, "An evaluator"))
    assert sums(waved).equals(before)
    with waved.read() as connection:
        for table in ("respondents", "answers", "weights"):
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 0
        assert reads.upload_bytes(connection, 1) is None
        assert reads.upload(connection, 1)["bytes_absent_reason"] == "The raw rows of wave W1 were purged."
        assert reads.live_upload_ids(connection) == [1]
        assert reads.waves_to_weigh(connection) == []


def test_a_wave_without_sums_is_not_purged(store):
    with store.write() as connection:
        wave(connection, upload(connection, "citizen_survey"))
    with pytest.raises(ValueError, match="no sums yet"), store.write() as connection:
        writes.purge_wave(connection, 1, writes.ensure_actor(connection, "An evaluator"))


def test_a_wave_is_purged_once(waved):
    with waved.write() as connection:
        actor = writes.ensure_actor(connection, "An evaluator")
        writes.purge_wave(connection, 1, actor)
        with pytest.raises(ValueError, match="purged before"):
            writes.purge_wave(connection, 1, actor)


def people(area, year, count, band="", sex="", unit="persons"):
    return {
        "area_code": area, "period_start": day(f"{year}-01-01"), "period_end": day(f"{year}-12-31"),
        "period_kind": "year", "sex": sex, "age_band": band, "unit": unit, "count": count, "source": "ONS",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("A", 2022, 100), ("A", 2023, 110), ("A", 2025, 130)], {"A": 110}),
        ([("A", 2025, 130)], {"A": 130}),
        (
            [("A", 2023, 60, "18-24"), ("A", 2023, 50, "75+"), ("A", 2023, 20, "0-17"), ("A", 2023, 130)],
            {"A": 110},
        ),
        ([("A", 2023, 60, "", "female"), ("A", 2023, 50, "", "male")], {"A": 110}),
        ([("A", 2023, 60, "", "female"), ("A", 2023, 120)], {"A": 120}),
        ([("A", 2023, 50, "", "", "households"), ("A", 2023, 120)], {"A": 120}),
    ],
    ids=["newest not after", "else the earliest", "adults", "sexes added up", "never both", "not households"],
)
def test_districts_are_weighted_to_their_adults_of_the_newest_year(store, rows, expected):
    with store.write() as connection:
        put(connection, schema.population, upload(connection, "population"), *(people(*row) for row in rows))
        assert reads.population_by_area(connection, day("2024-03-31")) == expected


TRAITS = {
    "ages and sexes of the areas together": (
        [("A", 2023, 60, "18-64", "female"), ("A", 2023, 50, "18-64", "male"), ("A", 2023, 20, "65+", "male"),
         ("B", 2023, 5, "18-64", "female"), ("A", 2023, 9, "0-17", "female")],
        {"age": {"18-64": 115, "65+": 20}, "sex": {"female": 65, "male": 70}},
    ),
    "ages counted once where the sexes are there too": (
        [("A", 2023, 110, "18-64"), ("A", 2023, 60, "18-64", "female"), ("A", 2023, 50, "18-64", "male"),
         ("B", 2023, 30, "18-64"), ("B", 2023, 30, "18-64", "female")],
        {"age": {"18-64": 140}, "sex": {"female": 90, "male": 50}},
    ),
    "not a trait that an area lacks": ([("A", 2023, 60, "18-64", "female"), ("B", 2023, 50, "18-64")],
                                       {"age": {"18-64": 110}}),
    "none where only totals are known": ([("A", 2023, 110), ("B", 2023, 60)], {}),
}  # fmt: skip


@pytest.mark.parametrize("case", TRAITS)
def test_the_adults_of_several_areas_are_known_by_age_and_sex(store, case):
    rows, expected = TRAITS[case]
    with store.write() as connection:
        put(connection, schema.population, upload(connection, "population"), *(people(*row) for row in rows))
        assert reads.adults_by_trait(connection, day("2024-03-31"), ["A", "B"]) == expected
