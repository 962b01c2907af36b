"""Survey files after somebody tidied them, or with settings few use: nothing is lost and nothing out of order."""

import pytest

from etl.scales import scale_of
from tests.etl import surveys_tidied
from tests.etl.understanding import first


def column(make, letters):
    return next(each for each in first(make()).found.questions if each.letters == letters)


@pytest.mark.parametrize(
    ("make", "platform", "rows"),
    [
        (surveys_tidied.google_one_semicolon, "Google Forms", 30),
        (surveys_tidied.qualtrics_internal_ids, "Qualtrics", 30),
        (surveys_tidied.redcap_without_events, "REDCap", 30),
        (surveys_tidied.commas_without_timestamps, "unknown platform", 30),
        (surveys_tidied.surveycto, "ODK", 30),
        (surveys_tidied.items_of_anonymous, "unknown platform", 26),
    ],
)
def test_the_platform_is_told_and_every_respondent_counts(make, platform, rows):
    survey = first(make()).found
    assert (survey.platform, len(survey.rows)) == (platform, rows)


@pytest.mark.parametrize(
    ("make", "letters", "text", "item", "kind"),
    [
        (surveys_tidied.google_one_semicolon, "B", "Why do you walk?", "", "multi"),
        (surveys_tidied.google_one_semicolon, "C", "What is on your way?", "", "multi"),
        (surveys_tidied.google_one_semicolon, "E", "languages", "", "multi"),
        (surveys_tidied.commas_without_timestamps, "C", "Q3", "", "multi"),
        (surveys_tidied.commas_without_timestamps, "D", "Q4", "", "scale"),
        (surveys_tidied.qualtrics_internal_ids, "A", "Start Date", "", "date"),
        (surveys_tidied.qualtrics_internal_ids, "I", "Distribution Channel", "", "other"),
        (surveys_tidied.qualtrics_internal_ids, "J", "Which do you use?", "Library", "multi"),
        (surveys_tidied.qualtrics_internal_ids, "K", "Which do you use?", "Park", "multi"),
        (surveys_tidied.qualtrics_internal_ids, "M", "How often do you go?", "", "scale"),
        (surveys_tidied.qualtrics_internal_ids, "N", "Anything else?", "", "text"),
        (surveys_tidied.qualtrics_internal_ids, "O", "Where do you hear of it?", "Parks", "single"),
        (surveys_tidied.qualtrics_browsers, "E", "Meta", "Version", "other"),
        (surveys_tidied.qualtrics_browsers, "G", "Meta", "Resolution", "other"),
        (surveys_tidied.qualtrics_browsers, "H", "Which version do you use?", "", "single"),
        (surveys_tidied.redcap_without_events, "A", "record_id", "", "id"),
        (surveys_tidied.redcap_without_events, "B", "first_name", "", "personal"),
        (surveys_tidied.redcap_without_events, "C", "telephone", "", "personal"),
        (surveys_tidied.redcap_without_events, "E", "sat", "", "scale"),
        (surveys_tidied.redcap_without_events, "F", "used", "1", "multi"),
        (surveys_tidied.redcap_without_events, "H", "intake_complete", "", "other"),
        (surveys_tidied.redcap_without_events, "J", "last_name_ea8c96", "", "personal"),
        (surveys_tidied.surveycto, "A", "SubmissionDate", "", "date"),
        (surveys_tidied.surveycto, "G", "caseid", "", "other"),
        (surveys_tidied.surveycto, "H", "home_GPS-Latitude", "", "personal"),
        (surveys_tidied.surveycto, "K", "safe", "", "scale"),
        (surveys_tidied.surveycto, "O", "KEY", "", "id"),
        (surveys_tidied.weighed_people, "E", "weight", "", "number"),
        (surveys_tidied.unused_weight, "C", "weight", "", "single"),
        (surveys_tidied.options_with_brackets, "A", "Q0PERSON", "", "id"),
        (surveys_tidied.options_with_brackets, "D", "Q3", "", "multi"),
        (surveys_tidied.german_grid, "F", "Wie oft nutzen Sie?", "Rad", "scale"),
    ],
)
def test_what_a_column_asks_and_how_it_is_answered(make, letters, text, item, kind):
    found = column(make, letters)
    assert (found.text, found.item, found.kind) == (text, item, kind)


@pytest.mark.parametrize(
    "labels",
    [
        ("Small", "Medium", "Large"),
        ("Small (less than 6 months)", "Medium (6-18 months)", "Large (several years)"),
        ("Very small", "Small", "Medium", "Large", "Very large"),
        ("gar nicht", "selten", "eher selten", "eher häufig", "sehr häufig"),
        ("Stimme gar nicht zu", "Stimme eher nicht zu", "Stimme eher zu", "Stimme vollständig zu"),
    ],
)
def test_the_points_of_a_scale_are_in_the_order_of_their_meaning(labels):
    codes = scale_of(reversed(labels)).codes
    assert sorted(labels, key=lambda label: codes[label.lower()]) == list(labels)


def test_a_row_of_a_grid_in_german_has_the_points_of_its_neighbours():
    points = column(surveys_tidied.german_grid, "F").codes
    assert [points[each] for each in ("sehr häufig", "eher häufig", "eher selten")] == [5, 4, 3]


def test_what_stands_in_brackets_is_part_of_its_option():
    rows = list(first(surveys_tidied.options_with_brackets()).rows())
    chosen = [[each.dimensions["item"] for each in rows if each.cell == cell] for cell in ("D2", "D5")]
    assert chosen == [["Papers (daily, weekly)", "Radio"], ["Radio", "Screens (buses, trains, shops)"]]


def test_a_form_without_its_header_keeps_its_first_response():
    survey = first(surveys_tidied.without_header()).found
    assert (survey.platform, survey.header_rows, len(survey.rows)) == ("unknown platform", (), 30)
    assert [(each.name, each.kind) for each in survey.questions if each.role == "answer"] == [
        ("column B", "single"), ("column C", "scale"), ("column D", "multi"), ("column E", "scale"),
        ("column F", "text"),
    ]  # fmt: skip
    assert survey.questions[0].role == "date"
    assert any("no header row" in reason for reason in survey.reasons)


def test_a_log_without_a_header_is_no_survey():
    assert not first(surveys_tidied.events_without_header()).is_survey


def test_lines_above_answers_without_a_header_are_no_responses():
    name, content = surveys_tidied.without_header()
    survey = first((name, b"Travel panel\nspring\n\n" + content)).found
    assert (survey.rows[0], len(survey.rows)) == (3, 30)


def test_respondents_whose_number_was_taken_out_are_told_by_their_row():
    rows = list(first(surveys_tidied.qualtrics_without_ids()).rows())
    assert [each.dimensions["respondent_id"] for each in rows[:3]] == ["R_7", "row 5", "row 6"]


def test_results_of_a_poll_are_no_respondents():
    found = first(surveys_tidied.poll_results())
    assert not found.is_survey
    assert "pct" in [column.name for column in found.found.measures]


def test_a_decimal_comma_parts_no_choices():
    assert column(surveys_tidied.decimal_commas, "C").kind == "single"
