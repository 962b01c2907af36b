"""Survey platforms by their own marks: questions, scales by meaning, several choices, tests and partial answers."""

import pytest

from tests.etl import surveys
from tests.etl.understanding import at, first

AGREEMENT = {"strongly agree": 5, "agree": 4, "neither agree nor disagree": 3, "disagree": 2, "strongly disagree": 1}


@pytest.mark.parametrize(
    ("make", "platform", "header", "rows", "skipped", "partial"),
    [
        (surveys.qualtrics, "Qualtrics", 3, 18, 2, 4),
        (surveys.surveymonkey, "SurveyMonkey", 2, 20, 0, 0),
        (surveys.ms_forms, "Microsoft Forms", 1, 20, 0, 0),
        (surveys.google_forms, "Google Forms", 1, 20, 0, 0),
        (surveys.limesurvey_codes, "LimeSurvey", 1, 20, 0, 6),
        (surveys.limesurvey_full, "LimeSurvey", 1, 20, 0, 0),
        (surveys.eusurvey, "EUSurvey", 1, 20, 0, 0),
        (surveys.typeform, "Typeform", 1, 20, 0, 10),
        (surveys.spss, "SPSS", 1, 20, 0, 0),
    ],
)
def test_a_platform_is_recognised_with_its_header_and_who_counts(make, platform, header, rows, skipped, partial):
    survey = first(make()).found
    assert (survey.platform, len(survey.header_rows)) == (platform, header)
    assert (len(survey.rows), len(survey.skipped), len(survey.partial)) == (rows, skipped, partial)


@pytest.mark.parametrize(
    ("make", "column", "text", "item", "kind"),
    [
        (surveys.qualtrics, "H", "How far do you agree?", "The council listens", "scale"),
        (surveys.qualtrics, "C", "IP Address", "", "personal"),
        (surveys.qualtrics, "E", "Duration (in seconds)", "", "timing"),
        (surveys.qualtrics, "K", "Which service?", "Other - Text", "other_text"),
        (surveys.surveymonkey, "H", "Which have you used?", "Library", "multi"),
        (surveys.surveymonkey, "J", "Which have you used?", "Other (please specify)", "other_text"),
        (surveys.surveymonkey, "F", "Email Address", "", "personal"),
        (surveys.ms_forms, "G", "Which services do you use?", "", "multi"),
        (surveys.google_forms, "D", "How safe do you feel?", "After dark", "scale"),
        (surveys.google_forms, "E", "Which groups do you belong to?", "", "multi"),
        (surveys.limesurvey_codes, "F", "Q1", "SQ001", "multi"),
        (surveys.limesurvey_full, "E", "How far do you agree?", "Council listens", "scale"),
        (surveys.eusurvey, "B", "Which services?", "", "multi"),
        (surveys.typeform, "C", "Library", "", "multi"),
        (surveys.spss, "B", "The council listens", "", "scale"),
        (surveys.spss, "C", "Weight", "", "weight"),
    ],
)
def test_a_column_is_understood(make, column, text, item, kind):
    question = next(each for each in first(make()).found.questions if each.letters == column)
    assert (question.text, question.item, question.kind) == (text, item, kind)


@pytest.mark.parametrize("make", [surveys.qualtrics, surveys.limesurvey_full])
def test_labels_get_codes_by_meaning(make):
    question = next(each for each in first(make()).found.questions if each.kind == "scale")
    assert question.codes == AGREEMENT


@pytest.mark.parametrize(
    ("make", "cell", "value", "absence", "response"),
    [
        (surveys.surveymonkey, "G8", None, "missing", "Don't know"),
        (surveys.surveymonkey, "H3", 1, "", "Library"),
        (surveys.surveymonkey, "I3", 0, "", ""),
        (surveys.surveymonkey, "H4", None, "missing", ""),
        (surveys.ms_forms, "F4", 2, "", "Fairly dissatisfied"),
        (surveys.google_forms, "D3", 1, "", "Very unsafe"),
        (surveys.spss, "B6", None, "missing", "Don’t know"),
        (surveys.spss, "B2", 1, "", "Strongly agree"),
    ],
)
def test_an_answer_keeps_its_point_or_why_there_is_none(make, cell, value, absence, response):
    found = at(first(make()), cell)
    assert (found.value, found.absence, found.dimensions["response"]) == (value, absence, response)


def test_several_choices_in_a_cell_become_a_value_each():
    found = [each.dimensions["item"] for each in first(surveys.ms_forms()).rows() if each.cell == "G2"]
    assert found == ["NHS", "Police"]


def test_personal_columns_yield_nothing():
    piece = first(surveys.surveymonkey())
    assert not [each for each in piece.rows() if each.cell.startswith(("E", "F"))]
