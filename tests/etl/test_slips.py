"""Answers written with a slip of the keys: read as the label that was meant, and said; never as its opposite."""

import pytest

from etl.slips import label_meant, likest
from tests.etl import citizens
from tests.etl.small import checked, csv
from tests.etl.test_pieces import read

CONTENT = (
    "Very satisfied", "Fairly satisfied", "Neither satisfied nor dissatisfied", "Fairly dissatisfied",
    "Very dissatisfied", "Don't know",
)  # fmt: skip
SAFE = ("Very safe", "Fairly safe", "Fairly unsafe", "Very unsafe")
SURVEY = "respondent,wave,mode,interview_date,area,cls_influence"


@pytest.mark.parametrize(
    ("text", "labels", "meant"),
    [
        ("Very satified", CONTENT, "Very satisfied"),
        ("very  Satsfied.", CONTENT, "Very satisfied"),
        ("Fairly disatisfied", CONTENT, "Fairly dissatisfied"),
        ("Neither satisfied or dissatisfied", CONTENT, "Neither satisfied nor dissatisfied"),
        ("Very unsatisfied", CONTENT, ""),
        ("Fairly nsafe", SAFE, ""),
        ("Fairly unsfae", SAFE, "Fairly unsafe"),
        ("Satisfied", CONTENT, ""),
        ("Purple", CONTENT, ""),
        ("Not", ("Yes", "No"), ""),
        ("A lit", ("A lot", "A little"), ""),
        ("", CONTENT, ""),
    ],
)
def test_a_label_is_known_behind_a_slip_and_nothing_else_is(text, labels, meant):
    assert label_meant(text, labels) == meant


@pytest.mark.parametrize("text", ["Fairly nsafe", "Very nsafe"])
def test_what_may_be_either_side_is_taken_for_neither_by_its_likeness(text):
    assert likest(text, SAFE) == ""


def test_an_answer_of_the_other_side_is_not_taken_by_its_likeness():
    assert likest("Very unsatisfied", ("Very satisfied", "Very sorry")) == ""


def answered(answer):
    return checked(csv(SURVEY, f'R1,W1,telephone,2024-02-19,E07000066,"{answer}"'), "citizen_survey")


@pytest.mark.parametrize(
    "answer",
    ["Tend to disagree.", "  tend  to DISAGREE ", "“Tend to disagree”", "'Tend to disagree", "Tend to disagree;"],
)
def test_points_quotes_blanks_and_case_around_an_answer_simply_pass(answer):
    found = answered(answer)
    assert (found.records.get("cls_influence"), [each.code for each in found.faults]) == ([3], [])


def test_a_misspelt_answer_is_read_and_the_warning_says_where_and_as_what():
    found = answered("Tend to disagre")
    told = next(each for each in found.faults if each.code == "answer_read_as")
    assert found.records.get("cls_influence") == [3]
    assert (told.severity, told.cell, told.value, told.expected) == (
        "warning", "F2", "Tend to disagre", "Tend to disagree"
    )  # fmt: skip


def test_an_answer_that_might_be_its_opposite_is_refused():
    assert [each.code for each in answered("Tend to unagree").faults if each.severity == "error"] == ["unknown_answer"]


def test_a_platforms_misspelt_answers_are_said_in_the_same_words():
    told = read(citizens.surveymonkey, "citizen_survey", wave="W9").faults
    assert [each.expected for each in told if each.code == "answer_read_as"] == ["Definitely disagree"]
