"""Answers with a line break and no quotes cut their row; a file that leaves out blank cells is left as it is."""

import pytest

from etl.broken_lines import joined
from tests.etl.small import csv
from tests.etl.understanding import first

HEAD = ["id", "happy", "why", "again"]
WHOLE = ["1", "Yes", "fine", "No"]


@pytest.mark.parametrize(
    ("rows", "mended"),
    [
        ([["2", "No", "cold"], ["and wet", "No"]], [["2", "No", "cold\nand wet", "No"], []]),
        ([["2", "No", "a"], [], ["b"], ["c", "No"]], [["2", "No", "a\n\nb\nc", "No"], [], [], []]),
        ([["2", "No"], ["never", "x", "No"]], [["2", "No\nnever", "x", "No"], []]),
    ],
)
def test_pieces_of_a_row_are_put_together_in_the_first_ones_place(rows, mended):
    body = [WHOLE] * 20
    assert joined([HEAD, *body, *rows, WHOLE]) == [HEAD, *body, *mended, WHOLE]


@pytest.mark.parametrize(
    "rows",
    [
        [["2", "No"], WHOLE],  # a row without its last cells
        [["2", "No", "x"], ["3", "No", "y"], WHOLE],  # two of them, one cell too many for one row
        [["2", "No"], ["3", "No", "x"], WHOLE],  # as many cells as one row, but each begins as rows do
        [["2", "No", "cold"], ["and wet", "No"]],  # at the end of the file: a note, perhaps
    ],
)
def test_what_may_be_otherwise_stays_as_it_is(rows):
    given = [HEAD, *[WHOLE] * 20, *rows]
    assert joined(given) == given


def test_areas_without_their_last_figures_stay_rows_of_their_own():
    whole = [[name, "1", "2", "3"] for name in ("Basildon", "Braintree", "Brentwood", "Chelmsford", "Colchester")]
    given = [["Area", "2019", "2020", "2021"], *whole, ["Harlow", "5"], ["Maldon", "1", "2"], whole[0]]
    assert joined(given) == given


def test_where_many_rows_are_short_nothing_is_put_together():
    given = [HEAD, *([["2", "No", "cold"], ["and wet", "No"], WHOLE] * 6)]
    assert joined(given) == given


def test_a_title_above_the_header_is_no_piece_of_it():
    given = [["Residents", "2024"], [], ["a", "b", "c"], HEAD, *[WHOLE] * 20]
    assert joined(given) == given


def test_a_survey_with_such_lines_has_all_its_respondents_at_their_addresses():
    people = [f"{each},Very satisfied,ok,Agree" for each in range(1, 31)]
    people[3] = "4,Very dissatisfied,I think\nthat it is bad,Disagree"
    survey = first(("survey.csv", csv("Respondent ID,How satisfied?,Why do you say so?,Do you agree?", *people))).found
    assert (len(survey.rows), survey.said(4, survey.questions[2])) == (30, "I think that it is bad")
    assert survey.said(6, survey.questions[0]) == "5"
