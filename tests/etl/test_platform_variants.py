"""Variants of known platforms: other languages, other formats, what is chance and what is a reversed item."""

import pytest

from tests.etl import surveys_variants as made
from tests.etl.small import csv
from tests.etl.understanding import at, first, understood


@pytest.mark.parametrize(
    ("make", "platform", "header", "rows", "partial"),
    [
        (made.ms_forms_grid, "Microsoft Forms", 1, 30, 0),
        (made.ms_forms_german, "Microsoft Forms", 1, 30, 0),
        (made.google_welsh, "Google Forms", 1, 30, 0),
        (made.limesurvey_exchange, "LimeSurvey", 2, 30, 10),
        (made.limesurvey_french, "LimeSurvey", 1, 30, 15),
        (made.surveymonkey_numbered, "SurveyMonkey", 2, 30, 0),
        (made.surveymonkey_german, "SurveyMonkey", 2, 30, 0),
        (made.with_trials, "Google Forms", 1, 27, 0),
        (made.typeform_lists, "Typeform", 1, 30, 0),
        (made.eu_consultation, "EUSurvey", 1, 30, 0),
        (made.bilingual, "unknown platform", 1, 30, 0),
        (made.codes_far_off, "unknown platform", 1, 30, 0),
        (made.saved_by_r, "Qualtrics", 1, 30, 0),
        (made.typeform_tidied, "Typeform", 1, 30, 0),
        (made.qualtrics_texts_only, "Qualtrics", 1, 27, 3),
        (made.friends_and_family, "unknown platform", 1, 30, 0),
    ],
)
def test_a_platform_is_recognised_with_its_header_and_who_counts(make, platform, header, rows, partial):
    survey = first(make()).found
    assert (survey.platform, len(survey.header_rows)) == (platform, header)
    assert (len(survey.rows), len(survey.partial)) == (rows, partial)


@pytest.mark.parametrize(
    ("make", "letters", "text", "item", "kind"),
    [
        (made.ms_forms_grid, "G", "How far do you agree?", "It listens", "scale"),
        (made.ms_forms_grid, "I", "Rate St. John's Way 1.5", "", "scale"),
        (made.ms_forms_grid, "J", "Points - Rate St. John's Way 1.5", "", "other"),
        (made.ms_forms_german, "B", "Startzeit", "", "date"),
        (made.ms_forms_german, "D", "E-Mail", "", "personal"),
        (made.ms_forms_german, "F", "Wie zufrieden sind Sie?", "", "scale"),
        (made.google_welsh, "A", "Stamp amser", "", "date"),
        (made.google_welsh, "B", "Ydych chi'n cytuno?", "", "scale"),
        (made.google_welsh, "C", "Oed", "", "band"),
        (made.limesurvey_exchange, "F", "Agree?", "It listens", "scale"),
        (made.limesurvey_french, "E", "Tête de série", "", "other"),
        (made.limesurvey_french, "F", "Êtes-vous satisfait ?", "", "scale"),
        (made.surveymonkey_numbered, "F", "Which?", "Library", "multi"),
        (made.surveymonkey_numbered, "H", "Which?", "Other (please specify)", "other_text"),
        (made.surveymonkey_german, "E", "Sind Sie zufrieden?", "", "scale"),
        (made.surveymonkey_german, "F", "Warum?", "", "single"),
        (made.typeform_lists, "B", "Which do you use?", "", "multi"),
        (made.typeform_lists, "C", "How do you rate _us_?", "", "scale"),
        (made.typeform_lists, "D", "Yes or no?", "", "scale"),
        (made.eu_consultation, "F", "1. Which measures?", "", "multi"),
        (made.eu_consultation, "G", "2. Agree", "It helps", "scale"),
        (made.bilingual, "B", "Ydych chi'n cytuno? / Do you agree?", "", "scale"),
        (made.codes_far_off, "F", "WEIGHT", "", "weight"),
        (made.saved_by_r, "A", "X", "", "other"),
        (made.typeform_tidied, "A", "Age", "", "number"),
        (made.qualtrics_texts_only, "H", "Do you agree?", "It listens", "scale"),
        (made.typeform_tidied, "C", "EventTalks", "", "multi"),
        (made.typeform_tidied, "F", "ID.x", "", "id"),
        (made.typeform_tidied, "H", "Part1StartTime", "", "date"),
        (made.friends_and_family, "C", "Overall, how was your experience of our service?", "", "scale"),
        (made.saved_by_r, "E", "Duration..in.seconds.", "", "timing"),
    ],
)
def test_a_column_is_the_question_it_is(make, letters, text, item, kind):
    found = next(each for each in first(make()).found.questions if each.letters == letters)
    assert (found.text, found.item, found.kind) == (text, item, kind)


@pytest.mark.parametrize(
    ("make", "cell", "value", "absence"),
    [
        (made.limesurvey_exchange, "E5", None, "missing"),
        (made.surveymonkey_numbered, "G4", 1, ""),
        (made.surveymonkey_numbered, "F4", 0, ""),
        (made.ms_forms_german, "F5", None, "missing"),
        (made.google_welsh, "B2", 5, ""),
        (made.bilingual, "B2", 2, ""),
        (made.bilingual, "B4", None, "missing"),
        (made.typeform_tidied, "B2", 1, ""),
        (made.typeform_tidied, "B3", 0, ""),
        (made.codes_far_off, "B7", None, "missing"),
        (made.codes_far_off, "C6", None, "missing"),
        (made.codes_far_off, "D12", 10, ""),
        (made.codes_far_off, "E4", 8, ""),
    ],
)
def test_a_cell_is_the_answer_it_is(make, cell, value, absence):
    found = at(first(make()), cell)
    assert (found.value, found.absence) == (value, absence)


def test_an_item_that_goes_against_the_others_by_chance_is_not_called_reversed():
    assert [each.item for each in first(made.unrelated()).found.questions if each.reversed] == []


def test_a_response_that_says_it_is_a_test_is_left_out_and_a_word_alone_is_none():
    survey = first(made.with_trials()).found
    assert survey.skipped == {
        27: "test: “test test” in column B",
        28: "test: “this is a test” in column D",
        30: "test: “testing” in column E",
    }


@pytest.mark.parametrize(("stopped", "partial"), [(3, 3), (20, 0)])
def test_who_answered_nothing_after_an_early_question_is_partial_where_most_went_on(stopped, partial):
    name, content = made.surveymonkey_long(stopped)
    survey = first((name, content)).found
    assert (len(survey.rows), len(survey.partial)) == (30, partial)
    assert set(survey.partial.values()) <= {"partial: nothing answered after column F"}


@pytest.mark.parametrize(("again", "told"), [(0, []), (3, ["3 rows"]), (25, [])])
def test_respondents_that_come_again_are_said_unless_most_do(again, told):
    name, content = made.surveymonkey_long(0)
    lines = content.decode().splitlines()
    first_one = lines[2].split(",")[0]
    lines = [
        *lines[:3],
        *[f"{first_one},{line.partition(',')[2]}" for line in lines[3 : 3 + again]],
        *lines[3 + again :],
    ]
    faults = understood(name, "\n".join(lines).encode()).faults
    found = [each.message for each in faults if each.code == "repeated_respondents"]
    assert len(found) == len(told)
    assert all(words in message for words, message in zip(told, found, strict=True))


@pytest.mark.parametrize(
    ("comment", "counts"), [("Please ignore my last answer", 30), ("Please ignore this entry.", 29)]
)
def test_who_takes_an_answer_back_is_no_test(comment, counts):
    said = [f"{each},Very satisfied,{comment if each == 5 else 'fine as it is'}" for each in range(30)]
    survey = first(("form.csv", csv("Respondent ID,How satisfied are you?,Any comments?", *said))).found
    assert len(survey.rows) == counts


def test_an_answer_that_others_gave_as_well_is_no_sum():
    rated = ["Good,Poor,Satisfied", "Average,Good,Dissatisfied"] * 15
    heads = "How do you rate the library?,How do you rate the park?,How satisfied are you?"
    survey = first(("form.csv", csv(heads, *rated))).found
    assert (len(survey.rows), survey.strays) == (30, {})
