"""Survey files as they were met in public: what is recognised, how columns belong together, what stays out."""

import pytest

from tests.etl import surveys_found, surveys_more
from tests.etl.understanding import at, first, understood


def column(make, letters):
    return next(each for each in first(make()).found.questions if each.letters == letters)


@pytest.mark.parametrize(
    ("make", "platform", "header", "rows"),
    [
        (surveys_found.surveymonkey_numbers, "SurveyMonkey", (0,), 30),
        (surveys_found.surveymonkey_matrix, "SurveyMonkey", (0, 1), 30),
        (surveys_found.surveymonkey_saved_again, "SurveyMonkey", (0, 1), 30),
        (surveys_found.qualtrics_german, "Qualtrics", (0, 1, 2), 30),
        (surveys_found.qualtrics_german_workbook, "Qualtrics", (0, 1), 30),
        (surveys_found.qualtrics_legacy, "Qualtrics", (0, 1), 30),
        (surveys_found.limesurvey_places, "LimeSurvey", (0,), 30),
        (surveys_found.ms_forms_personal, "Microsoft Forms", (0,), 30),
        (surveys_found.typeform_lists, "Typeform", (0,), 30),
        (surveys_found.spss_declared, "SPSS", (0,), 30),
        (surveys_found.spss_bare, "SPSS", (0,), 2),
        (surveys_found.titled, "unknown platform", (2,), 30),
        (surveys_found.worded_below, "unknown platform", (0, 1), 30),
        (surveys_found.battery, "unknown platform", (0,), 30),
        (surveys_found.submissions, "Jotform", (0,), 30),
    ],
)
def test_a_survey_is_recognised_and_no_header_counts_as_a_respondent(make, platform, header, rows):
    survey = first(make()).found
    assert (survey.platform, survey.header_rows, len(survey.rows)) == (platform, header, rows)


@pytest.mark.parametrize(
    ("make", "letters", "text", "item", "kind"),
    [
        (surveys_found.surveymonkey_numbers, "B", "Would you bet? A or B", "", "single"),
        (surveys_found.surveymonkey_numbers, "C", "How often do you fly?", "", "scale"),
        (surveys_found.surveymonkey_matrix, "F", "Put in order", "Parks", "rank"),
        (surveys_found.surveymonkey_saved_again, "A", "", "", "other"),
        (surveys_found.surveymonkey_saved_again, "F", "Which have you used?", "Park", "multi"),
        (surveys_found.surveymonkey_expanded, "E", "How sure?", "Parks - 2", "multi"),
        (surveys_found.surveymonkey_expanded, "G", "Contact", "Phone Number", "personal"),
        (surveys_found.surveymonkey_expanded, "H", "Contact", "Town", "single"),
        (surveys_found.surveymonkey_expanded, "I", "How to reach you?", "Email", "multi"),
        (surveys_found.qualtrics_german, "E", "Agree - or not?", "Parks - open spaces", "scale"),
        (surveys_found.qualtrics_german, "G", "How satisfied are you with the timing of buses?", "", "scale"),
        (surveys_found.qualtrics_german, "H", "Is it good?", "", "scale"),
        (surveys_found.qualtrics_german, "I", "Score", "", "other"),
        (surveys_found.qualtrics_german, "J", "Group", "", "other"),
        (surveys_found.qualtrics_legacy, "I", "Do you agree that...", "The council listens", "scale"),
        (surveys_found.limesurvey_places, "F", "Rate these", "Parks, Last year", "scale"),
        (surveys_found.limesurvey_places, "H", "Order", "Rank 2", "ranked"),
        (surveys_found.limesurvey_places, "L", "Question time: ten", "", "timing"),
        (surveys_found.ms_forms_personal, "F", "What is your full (passport) name?", "", "personal"),
        (surveys_found.ms_forms_personal, "G", "How can we reach you?", "", "personal"),
        (surveys_found.ms_forms_personal, "H", "Put these in order", "", "rank"),
        (surveys_found.ms_forms_personal, "I", "Name2", "", "personal"),
        (surveys_found.ms_forms_personal, "J", "What is your organisation's name?", "", "single"),
        (surveys_found.typeform_lists, "B", "Do you work?", "", "scale"),
        (surveys_found.typeform_lists, "E", "Other", "", "other_text"),
        (surveys_found.google_commas, "B", "Were you heard?", "", "scale"),
        (surveys_found.google_commas, "C", "Which have you used?", "", "multi"),
        (surveys_found.typeform_lists, "K", "Email", "", "multi"),
        (surveys_found.spss_declared, "D", "Used", "Library", "multi"),
        (surveys_found.spss_declared, "F", "Age", "", "number"),
        (surveys_found.spss_declared, "H", "WTSSALL", "", "weight"),
        (surveys_found.titled, "E", "Weight", "", "number"),
        (surveys_found.worded_below, "D", "What do you use? (all that apply)", "Library", "multi"),
        (surveys_found.battery, "A", "Music", "", "scale"),
        (surveys_found.battery, "G", "Weight", "", "number"),
        (surveys_found.submissions, "A", "", "", "other"),
        (surveys_found.submissions, "E", "Rate our services", "Parks", "scale"),
        (surveys_found.submissions, "G", "Any scale of 1 to 5?", "", "scale"),
        (surveys_found.submissions, "H", "Which do you use?", "", "multi"),
    ],
)
def test_a_column_is_the_question_it_is(make, letters, text, item, kind):
    found = column(make, letters)
    assert (found.text, found.item, found.kind) == (text, item, kind)


@pytest.mark.parametrize(
    ("make", "letters", "codes"),
    [
        (surveys_found.surveymonkey_matrix, "D", {"good": 4, "fair": 3, "poor": 2}),
        (surveys_found.surveymonkey_matrix, "E", {"daily": 3, "weekly": 2, "never": 1}),
        (surveys_found.limesurvey_places, "J", {"yes": 1, "no": 0}),
    ],
)
def test_columns_that_ask_different_things_share_no_scale(make, letters, codes):
    assert column(make, letters).codes == codes


@pytest.mark.parametrize(
    ("make", "cell", "value", "absence", "item"),
    [
        (surveys_found.limesurvey_places, "H2", 2, "", "Train"),
        (surveys_found.limesurvey_places, "J4", None, "not_applicable", ""),
        (surveys_found.spss_declared, "B3", 2, "", ""),
        (surveys_found.spss_declared, "B4", None, "missing", ""),
        (surveys_found.spss_declared, "D2", 1, "", "Library"),
        (surveys_found.spss_declared, "D3", 0, "", "Library"),
        (surveys_found.spss_declared, "F2", 30, "", ""),
        (surveys_found.spss_declared, "F4", None, "missing", ""),
        (surveys_found.spss_declared, "G6", None, "missing", ""),
        (surveys_found.submissions, "G7", None, "not_applicable", ""),
        (surveys_found.submissions, "G2", 1, "", ""),
        (surveys_found.surveymonkey_saved_again, "F3", 1, "", "Park"),
        (surveys_found.surveymonkey_saved_again, "F4", 0, "", "Park"),
        (surveys_found.typeform_lists, "D2", 0, "", ""),
        (surveys_found.typeform_lists, "F2", None, "missing", ""),
        (surveys_found.typeform_lists, "F6", 0, "", ""),
    ],
)
def test_an_answer_counts_for_its_own_question_only(make, cell, value, absence, item):
    found = at(first(make()), cell)
    assert (found.value, found.absence, found.dimensions["item"]) == (value, absence, item)


def test_an_order_in_one_cell_gives_each_choice_its_place():
    rows = [each for each in first(surveys_found.ms_forms_personal()).rows() if each.cell == "H3"]
    assert [(each.dimensions["item"], each.value) for each in rows] == [("Train", 1), ("Bike", 2), ("Bus", 3)]


def test_answer_codes_without_labels_stay_codes_and_are_said_to_lack_them():
    made = surveys_more.limesurvey_answer_codes()
    alone, item = (column(surveys_more.limesurvey_answer_codes, letters) for letters in "HL")
    assert (alone.coded, alone.kind, dict(alone.codes)) == (True, "single", {})
    assert (item.codes["a5"], item.confidence) == (5, 0.4)
    (found,) = [each for each in understood(*made).faults if each.code == "answer_codes_without_labels"]
    assert "holds codes such as AO01 (column H) instead of answers, in 3 columns" in found.message


def test_scales_that_run_opposite_ways_and_are_no_battery_accuse_nobody():
    assert [each.reversed for each in first(surveys_found.spss_declared()).found.questions if each.reversed] == []


def test_a_column_of_states_says_who_was_a_test_and_who_stopped():
    survey = first(surveys_found.statuses()).found
    assert (len(survey.rows), len(survey.skipped), len(survey.partial)) == (23, 7, 8)
    assert survey.skipped[4] == "test: status “test”"


def test_who_answered_nothing_is_marked_as_partial():
    name, content = surveys_found.surveymonkey_matrix()
    survey = first((name, content + b"9999,1,03/14/2024,,,,,,\r\n")).found
    assert (len(survey.rows), survey.partial) == (31, {32: "partial: no question answered"})


def test_the_district_lived_in_is_the_area_and_a_council_that_is_judged_is_not():
    columns = first(surveys_found.statuses()).proposal.columns
    assert [columns.get(name) for name in ("area", "sex", "age_band")] == ["D", "E", "F"]
