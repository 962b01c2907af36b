"""The thirteen column specs agree with the store and with each other."""

import pytest

from data import schema
from etl.specs import SPECS
from etl.stage.tables import NOT_STORED, RENAMED, TABLES

COLUMNS = [(spec, column) for spec in SPECS.values() for column in spec.columns]
PEOPLES_TABLES = {"citizen_survey": schema.respondents, "leader_survey": schema.leader_forms}


def test_there_are_thirteen_datasets():
    assert len(SPECS) == 13


@pytest.mark.parametrize("spec", SPECS.values(), ids=lambda spec: spec.name)
def test_the_key_and_what_is_superseded_are_columns(spec):
    assert set(spec.key) | set(spec.supersedes) <= set(spec.names)


@pytest.mark.parametrize("spec", SPECS.values(), ids=lambda spec: spec.name)
def test_no_two_columns_answer_to_the_same_header(spec):
    said = [
        text.lower()
        for column in spec.columns
        for text in {column.name.lower(), column.title.lower(), *(alias.lower() for alias in column.aliases)}
    ]
    assert sorted(said) == sorted(set(said))


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_a_place_in_its_table(name):
    stored = {
        RENAMED.get(column.name, column.name)
        for column in SPECS[name].columns
        if column.name not in NOT_STORED and column.type != "period"
    }
    assert stored <= set(TABLES[name].columns.keys())


@pytest.mark.parametrize(("spec", "column"), COLUMNS, ids=lambda each: each.name)
def test_a_value_of_the_longest_length_fits_the_store(spec, column):
    table = TABLES.get(spec.name, PEOPLES_TABLES.get(spec.name))
    place = table.columns.get({"respondent": "code"}.get(column.name, RENAMED.get(column.name, column.name)))
    room = getattr(place.type, "length", None) if place is not None else None
    if room is not None:
        longest = max((len(choice) for choice in column.choices), default=column.room or 0)
        assert longest <= room
        assert (
            column.choices or column.room or column.vocabulary or column.type in ("area", "service", "sector")
        )
