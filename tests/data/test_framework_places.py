"""Places, breaks and groups of the framework: codes that mean what they meant on the day."""

import datetime as dt

import pytest

from data.framework import load_framework

FRAMEWORK = load_framework()


@pytest.mark.parametrize(("code", "on", "name"), [
    ("RAJ", "2019-06-01", "Southend University Hospital NHS Foundation Trust"),
    ("RAJ", "2020-03-31", "Southend University Hospital NHS Foundation Trust"),
    ("RAJ", "2020-04-01", "Mid and South Essex NHS Foundation Trust"),
    ("RAJ", None, "Mid and South Essex NHS Foundation Trust"),
    ("RDE", "2018-06-30", "Colchester Hospital University NHS Foundation Trust"),
    ("RDE", "2018-07-01", "East Suffolk and North Essex NHS Foundation Trust"),
])
def test_a_code_means_what_it_meant_on_the_day(code, on, name):
    assert FRAMEWORK.area_name(code, on=on and dt.date.fromisoformat(on)) == name


def test_the_county_is_twelve_districts_and_greater_essex_fourteen_areas():
    county, footprint = FRAMEWORK.programme.county, FRAMEWORK.programme.footprint
    assert len(FRAMEWORK.members(county)) == 12
    assert set(FRAMEWORK.members(footprint)) - set(FRAMEWORK.members(county)) == {"E06000033", "E06000034"}


def test_an_area_of_which_only_a_part_is_listed_has_no_members_to_sum():
    assert FRAMEWORK.members("E54000023") == ()
    assert len(FRAMEWORK.members("E54000026")) == 9


def test_there_are_twenty_four_comparators():
    assert len(FRAMEWORK.areas_of("comparator")) == 24


def test_a_trust_names_the_trusts_it_was_made_from():
    merged = FRAMEWORK.area("RAJ")
    assert {old.code for old in merged.predecessors} == {"RAJ", "RQ8", "RDD"}


@pytest.mark.parametrize(("indicator", "breaks"), [
    ("I23", {"asb_recording_2025"}), ("I20", {"cls_pull_wording_w4"}), ("I18", set()),
    ("I21", {"rde_merger_2018", "raj_merger_2020"}),
])
def test_the_breaks_of_an_indicator_are_those_of_its_services_and_questions(indicator, breaks):
    assert {entry.id for entry in FRAMEWORK.breaks_of(indicator)} == breaks


def test_the_other_types_of_colchester_break_eighteen_months_before_the_merger():
    dates = {entry.service: entry.on_date for entry in FRAMEWORK.breaks if entry.areas == ("RDE",)}
    assert dates == {"ae_type1": dt.date(2018, 7, 1), "ae_other": dt.date(2017, 1, 1)}


@pytest.mark.parametrize(("dimension", "value", "name"), [
    ("age", "75+", "75 and over"), ("district", "E07000071", "Colchester"), ("sector", "nhs", "NHS"),
    ("sector", "blue_light", "Blue light"), ("citizen_group", "carers", "Carers"),
    ("service", "asb", "Anti-social behaviour incidents"), ("imd", "1", "Most deprived fifth"),
])
def test_a_group_has_a_name_in_words(dimension, value, name):
    assert FRAMEWORK.group_name(dimension, value) == name


@pytest.mark.parametrize("find", ["node", "indicator", "question", "service", "area", "threshold"])
def test_an_unknown_id_is_told_by_name(find):
    with pytest.raises(KeyError, match="nothing"):
        getattr(FRAMEWORK, find)("nothing")
