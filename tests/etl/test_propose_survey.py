"""What is proposed for a survey's columns and answers: respondents without numbers, answers in other languages."""

import pytest

from etl.propose_survey import by_place, propose_survey
from etl.suggest import suggested_values
from tests.etl import surveys_variants as made
from tests.etl.publishers import as_csv
from tests.etl.small import CODES
from tests.etl.survey_rows import beside, some
from tests.etl.understanding import first

OURS = ["Definitely agree", "Tend to agree", "Tend to disagree", "Definitely disagree", "Don't know"]
WELSH = ["Cytuno'n gryf", "Tueddu i gytuno", "Tueddu i anghytuno", "Anghytuno'n gryf", "Ddim yn gwybod"]


def itself(texts):
    return dict(zip(texts, texts, strict=True))


def test_answers_in_another_language_are_ours_by_their_place_on_the_scale():
    assert by_place(itself(WELSH), OURS) == dict(zip(WELSH, OURS, strict=True))


def test_codes_are_ours_by_their_labels_in_another_language():
    labels = {"4": WELSH[0], "3": WELSH[1], "2": WELSH[2], "1": WELSH[3], "9": WELSH[4]}
    assert by_place(labels, OURS) == dict(zip(labels, OURS, strict=True))


@pytest.mark.parametrize(
    "texts",
    [WELSH[:3], ["Strongly agree", "Agree", "Disagree", "Strongly disagree"], ["1", "2", "3", "4"], ["Oui", "Non"]],
)
def test_a_scale_of_another_length_or_of_other_english_words_is_left_to_a_person(texts):
    assert by_place(itself(texts), OURS) == {}


def test_the_answers_of_a_welsh_form_are_mapped_to_ours():
    top = ["Timestamp", "Do you agree that you can influence decisions?", "Oed"]
    moments = [f"01/03/2024 10:{each:02}:00" for each in range(30)]
    piece = first(("ffurflen.csv", as_csv([top, *beside(moments, some(WELSH, 30), some(["16-24", "25+"], 30))])))
    found = suggested_values(piece, {"cls_influence": "B"}, CODES)
    assert found == {"cls_influence": {text.casefold(): ours for text, ours in zip(WELSH, OURS, strict=True)}}


def test_a_moment_that_no_two_share_tells_respondents_apart_where_nobody_numbered_them():
    top = ["Timestamp", "Do you agree?"]
    apart = [f"01/03/2024 10:{each:02}:00" for each in range(30)]
    alike = ["01/03/2024 10:00:00"] * 30
    found = [
        propose_survey(first(("form.csv", as_csv([top, *beside(moments, some(WELSH, 30))]))).found, CODES).columns
        for moments in (apart, alike)
    ]
    assert [each.get("respondent") for each in found] == ["A", None]


def test_a_number_of_the_platform_goes_before_a_moment():
    assert propose_survey(first(made.ms_forms_grid()).found, CODES).columns["respondent"] == "A"
