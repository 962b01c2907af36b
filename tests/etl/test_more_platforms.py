"""Further habits of survey platforms: numeric codes, loops, several choices in a cell, values declared missing."""

import pytest

from tests.etl import surveys_more
from tests.etl.understanding import first


@pytest.mark.parametrize(
    ("make", "platform", "header", "rows", "skipped", "partial"),
    [
        (surveys_more.qualtrics_codes, "Qualtrics", 3, 22, 2, 4),
        (surveys_more.qualtrics_split, "Qualtrics", 3, 24, 0, 0),
        (surveys_more.surveymonkey_condensed, "SurveyMonkey", 2, 24, 0, 0),
        (surveys_more.ms_forms_several, "Microsoft Forms", 1, 24, 0, 0),
        (surveys_more.google_checkboxes, "Google Forms", 1, 24, 0, 0),
        (surveys_more.limesurvey_answer_codes, "LimeSurvey", 1, 24, 0, 0),
        (surveys_more.eusurvey_xls_like, "EUSurvey", 1, 24, 0, 0),
        (surveys_more.typeform_responses, "Typeform", 1, 24, 0, 0),
        (surveys_more.spss_multi, "SPSS", 1, 24, 0, 0),
    ],
)
def test_a_platform_is_recognised_with_its_header_and_who_counts(make, platform, header, rows, skipped, partial):
    survey = first(make()).found
    assert (survey.platform, len(survey.header_rows)) == (platform, header)
    assert (len(survey.rows), len(survey.skipped), len(survey.partial)) == (rows, skipped, partial)


@pytest.mark.parametrize(
    ("make", "column", "kind", "item"),
    [
        (surveys_more.qualtrics_codes, "J", "scale", ""),
        (surveys_more.qualtrics_codes, "M", "multi", ""),
        (surveys_more.qualtrics_codes, "N", "other_text", "Other - Text"),
        (surveys_more.qualtrics_codes, "O", "scale", "Library"),
        (surveys_more.qualtrics_split, "G", "multi", "Other, please say"),
        (surveys_more.qualtrics_split, "H", "other_text", "Other, please say - Text"),
        (surveys_more.surveymonkey_condensed, "L", "scale", "Roads"),
        (surveys_more.surveymonkey_condensed, "N", "multi", ""),
        (surveys_more.surveymonkey_condensed, "O", "number", ""),
        (surveys_more.ms_forms_several, "H", "multi", ""),
        (surveys_more.ms_forms_several, "L", "text", ""),
        (surveys_more.google_checkboxes, "B", "multi", ""),
        (surveys_more.limesurvey_answer_codes, "I", "multi", "SQ001"),
        (surveys_more.limesurvey_answer_codes, "K", "other_text", "other"),
        (surveys_more.eusurvey_xls_like, "C", "multi", ""),
        (surveys_more.eusurvey_xls_like, "D", "other_text", ""),
        (surveys_more.spss_multi, "B", "multi", "Library"),
        (surveys_more.spss_multi, "E", "scale", ""),
    ],
)
def test_a_column_is_the_kind_of_question_it_is(make, column, kind, item):
    question = next(each for each in first(make()).found.questions if each.letters == column)
    assert (question.kind, question.item) == (kind, item)


def test_values_declared_missing_as_a_range_are_no_answers():
    apart = {each.letters: set(each.apart) for each in first(surveys_more.spss_multi()).found.questions}
    assert apart["E"] == {"97", "98"}
    assert "-9" in apart["F"]


def test_an_option_of_a_labelled_file_counts_one_where_it_was_ticked():
    found = [row.value for row in first(surveys_more.spss_multi()).rows() if row.cell.startswith("B")]
    assert found[:3] == [0, 1, 0]


def test_an_option_with_a_comma_of_its_own_is_one_option():
    rows = first(surveys_more.google_checkboxes()).rows()
    said = {row.dimensions["response"] for row in rows if row.cell.startswith("B")}
    assert said == {"Walked, cycled or ran", "Volunteered", "Gave money"}
