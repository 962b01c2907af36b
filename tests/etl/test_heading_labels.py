"""What a heading or the row below it says of codes; files whose respondents are numbered by their addresses."""

from collections import Counter

import pytest

from etl.heading_labels import labels_in_heading
from etl.personal import found_in
from tests.etl.publishers import as_csv, as_xlsx
from tests.etl.survey_rows import AGREE, beside, some
from tests.etl.understanding import at, first

PEOPLE = 30
ONE_TO_FIVE = Counter("12345")


@pytest.mark.parametrize(
    ("heading", "labels"),
    [
        ("Rate us (1 = poor, 5 = excellent)", {"1": "poor", "5": "excellent"}),
        ("1=Yes 2=No 9=DK", {"1": "Yes", "2": "No", "9": "DK"}),
        ("On a scale where 1 is very bad and 5 is very good, how is it?", {"1": "very bad", "5": "very good"}),
        ("How safe? 1: unsafe / 5: safe", {"1": "unsafe", "5": "safe"}),
        ("Q3: Trust in council", {}),
        ("Rate from 1 to 5", {}),
        ("How do you like the services (1) and the staff (2)?", {}),
        ("Score each between 1 (like least) and 5 (like most).", {"1": "like least", "5": "like most"}),
        ("How well does your council (12) do?", {}),
        ("How many of your 2 - or more - children?", {}),
    ],
)
def test_labels_are_read_out_of_a_heading(heading, labels):
    assert labels_in_heading(heading, ONE_TO_FIVE) == labels


def test_a_code_below_zero_that_the_heading_names_is_an_answer():
    heading = "Please approve (1), stay neutral (0), or disapprove(-1)"
    assert labels_in_heading(heading, Counter(["1", "0", "-1"])) == {
        "1": "approve", "0": "stay neutral", "-1": "disapprove"
    }  # fmt: skip


def test_a_heading_says_nothing_of_answers_in_words():
    assert labels_in_heading("1 = poor, 5 = good", Counter(AGREE)) == {}


def labelled_row():
    top, low = (
        ["respid", "q1", "q2", "q3"],
        ["Person", "1=Satisfied 2=Dissatisfied 9=DK", "Was it good?", "Do you agree?"],
    )
    rows = beside(list(range(PEOPLE)), some([1, 2, 9], PEOPLE), some([1, 2, 3, "N/A"], PEOPLE), some([1, 2, 3], PEOPLE))
    return "rows.csv", as_csv([top, low, *rows])


def test_a_row_of_short_words_over_numbers_is_the_wording_and_labels_its_codes():
    survey = first(labelled_row()).found
    assert (survey.header_rows, len(survey.rows)) == ((0, 1), PEOPLE)
    assert [at(first(labelled_row()), cell).absence for cell in ("B3", "B5", "C6")] == ["", "missing", "not_applicable"]


def test_respondents_named_by_their_addresses_are_numbered_by_their_rows():
    top = ["Respondent", "How satisfied are you?", "Do you agree?", "Do you feel safe?"]
    rows = beside([f"p{each}@example.org" for each in range(PEOPLE)], some(["Good", "Poor"], PEOPLE),
                  some(AGREE, PEOPLE), some(["Yes", "No"], PEOPLE))  # fmt: skip
    piece = first(("people.csv", as_csv([top, *rows])))
    assert piece.found.questions[0].role == "personal"
    assert {row.dimensions["respondent_id"] for row in piece.rows()} == {str(each + 1) for each in range(PEOPLE)}


def test_blank_columns_beside_the_answers_are_no_questions():
    answers = beside(some(AGREE, PEOPLE), some(["Good", "Poor"], PEOPLE), some(["Yes", "No"], PEOPLE))
    rows = [["", each, "", *said] for each, said in enumerate(answers)]
    book = as_xlsx({"Data": [[], ["", "ID", "", "Q1 Agree?", "Q2 Good?", "Q3 Safe?"], *rows]})
    assert [each.letters for each in first(("offset.xlsx", book)).found.questions] == ["B", "D", "E", "F"]


@pytest.mark.parametrize(
    ("text", "what"),
    [("I live at 12 High Street", ["an address"]), ("the 12 High Street library", []), ("2 of 3 roads", [])],
)
def test_a_house_and_its_street_are_an_address(text, what):
    assert found_in(text) == what
