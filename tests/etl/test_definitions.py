"""The framework in metrics' terms: nothing of it is lost on the way."""

import datetime as dt

import pytest

from data.framework import load_framework
from etl.definitions import context, definitions, disclosure_rules
from metrics.measures import formulas

FRAMEWORK = load_framework()
AS_AT = dt.date(2026, 10, 31)
DEFINED = {definition.id: definition for definition in definitions(FRAMEWORK)}
MERGER, RECORDING = dt.date(2018, 7, 1), dt.date(2017, 1, 1)


def test_every_indicator_has_a_definition_in_the_frameworks_order():
    assert list(DEFINED) == [indicator.id for indicator in FRAMEWORK.indicators]


@pytest.mark.parametrize("id", DEFINED)
def test_every_definition_has_a_formula_that_exists(id):
    assert DEFINED[id].formula in formulas()


@pytest.mark.parametrize("id", DEFINED)
def test_every_area_of_a_definition_is_known(id):
    assert {FRAMEWORK.area(code).code for code in DEFINED[id].areas} == set(DEFINED[id].areas)


@pytest.mark.parametrize("id", DEFINED)
def test_a_target_keeps_its_kind_value_and_steps(id):
    given, found = FRAMEWORK.indicator(id).target, DEFINED[id].target
    if given.kind == "none":
        assert found is None
        return
    assert (found.kind, found.value, found.due) == (given.kind, given.value, given.due)
    assert found.steps == tuple((step.date, step.value) for step in given.steps)


def test_an_indicator_is_cut_by_the_breaks_of_its_own_service():
    cuts = {(date, areas) for date, _, areas in DEFINED["I21"].breaks}
    assert (MERGER, ("RDE",)) in cuts
    assert RECORDING not in {date for date, _ in cuts}


def test_a_service_beside_it_brings_its_own_breaks():
    breaks = DEFINED["I21"].params["beside"]["ae_other"]["breaks"]
    assert (RECORDING, ("RDE",)) in {(date, areas) for date, _, areas in breaks}
    assert all(reason for _, reason, _ in breaks)


@pytest.mark.parametrize(
    ("service", "direction", "denominator", "first_area_only"),
    [("ae_other", "neutral", "persons", False), ("homeless_prevention", "up", "households", True),
     ("fire_incidents", "down", "persons", True)],
)
def test_a_service_beside_it_keeps_its_own_direction_and_rate(service, direction, denominator, first_area_only):
    its = DEFINED["I21"].params["beside"][service]
    assert (its["direction"], its["denominator"], its["first_area_only"]) == (direction, denominator, first_area_only)


def test_a_question_asked_in_new_words_cuts_its_indicator():
    assert dt.date(2026, 9, 1) in {date for date, *_ in DEFINED["I20"].breaks}


def test_the_county_is_made_of_its_twelve_districts():
    setting = context(FRAMEWORK, AS_AT)
    assert setting.start == FRAMEWORK.programme.start
    assert len(setting.members[setting.county]) == 12
    assert setting.groups["district"] == setting.members[setting.county]


def test_every_listed_group_has_words():
    setting = context(FRAMEWORK, AS_AT)
    listed = {(dim, value) for dim, values in setting.groups.items() for value in values}
    assert listed <= set(setting.group_names)


def test_disclosure_follows_the_thresholds():
    rules = disclosure_rules(FRAMEWORK, {})
    assert rules.minimum_base == FRAMEWORK.threshold("survey_percent_from")
    assert rules.fewest_leaders == FRAMEWORK.threshold("leader_sector_min")
    assert FRAMEWORK.programme.county in rules.whole_areas
    assert set(rules.kinds) <= set(DEFINED)
    assert {"I08", "I16", "I21"} <= set(rules.kinds)
