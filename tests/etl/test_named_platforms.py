"""Platforms told by a few columns of their own, headers of two rows, and rows that are nobody's response."""

import pytest

from tests.etl import surveys_named
from tests.etl.understanding import at, first, understood


@pytest.mark.parametrize(
    ("make", "platform", "header", "rows", "skipped", "partial"),
    [
        (surveys_named.alchemer, "Alchemer", (0,), 27, 3, 3),
        (surveys_named.smartsurvey, "SmartSurvey", (0,), 30, 0, 3),
        (surveys_named.kobo, "KoBoToolbox", (0,), 30, 0, 0),
        (surveys_named.redcap, "REDCap", (0,), 30, 0, 10),
        (surveys_named.redcap_labels, "REDCap", (0,), 30, 0, 10),
        (surveys_named.citizen_space, "Citizen Space", (0,), 30, 0, 0),
        (surveys_named.jotform, "Jotform", (0,), 30, 0, 0),
        (surveys_named.grouped, "unknown platform", (0, 1), 30, 0, 0),
        (surveys_named.pasted, "unknown platform", (2,), 30, 0, 0),
    ],
)
def test_a_platform_is_recognised_with_its_header_and_who_counts(make, platform, header, rows, skipped, partial):
    survey = first(make()).found
    assert (survey.platform, survey.header_rows) == (platform, header)
    assert (len(survey.rows), len(survey.skipped), len(survey.partial)) == (rows, skipped, partial)


@pytest.mark.parametrize(
    ("make", "letters", "text", "item", "kind"),
    [
        (surveys_named.alchemer, "I", "How much do you agree?", "The council listens", "scale"),
        (surveys_named.alchemer, "K", "Which do you use?", "Library", "multi"),
        (surveys_named.alchemer, "M", "Which do you use?", "Other - Write In", "other_text"),
        (surveys_named.alchemer, "N", "Age: in years", "", "band"),
        (surveys_named.smartsurvey, "M", "Q2. Agree?", "It listens", "scale"),
        (surveys_named.kobo, "C", "age", "", "number"),
        (surveys_named.kobo, "D", "used", "", "other"),
        (surveys_named.kobo, "E", "used", "library", "multi"),
        (surveys_named.kobo, "H", "council", "", "scale"),
        (surveys_named.kobo, "I", "_gps_latitude", "", "personal"),
        (surveys_named.redcap, "F", "used", "1", "multi"),
        (surveys_named.redcap, "H", "form_complete", "", "other"),
        (surveys_named.redcap_labels, "E", "Used?", "Library", "multi"),
        (surveys_named.citizen_space, "C", "1 What is your name? - Name", "", "personal"),
        (surveys_named.citizen_space, "E", "4 Do you agree?", "Parks", "scale"),
        (surveys_named.jotform, "D", "Rate our services", "Refuse", "scale"),
        (surveys_named.grouped, "C", "How satisfied are you?", "Roads", "scale"),
        (surveys_named.grouped, "E", "Which do you use?", "Bus", "multi"),
        (surveys_named.grouped, "G", "Age", "", "band"),
        (surveys_named.pasted, "A", "Ref", "", "id"),
        (surveys_named.pasted, "E", "Q2_1 Trust in council", "", "scale"),
    ],
)
def test_a_column_is_the_question_it_is(make, letters, text, item, kind):
    found = next(each for each in first(make()).found.questions if each.letters == letters)
    assert (found.text, found.item, found.kind) == (text, item, kind)


def test_a_sheet_of_repeated_parts_is_a_survey_of_its_platform_too():
    parts = understood(*surveys_named.kobo()).pieces[1].found
    assert (parts.platform, len(parts.rows)) == ("KoBoToolbox", 30)


def test_rows_that_are_no_responses_are_said_and_left_out():
    found = understood(*surveys_named.pasted())
    survey = found.pieces[0].found
    assert survey.strays == {18: "the header again", 34: "a sum over the rows above", 36: "a note"}
    (told,) = [each for each in found.faults if each.code == "rows_no_responses"]
    assert "3 rows" in told.message
    assert "19, 35, 37" in told.message


def test_a_response_that_is_deleted_is_a_test_and_a_disqualified_one_is_partial():
    name, content = surveys_named.alchemer()
    survey = first((name, content.replace(b"Partial", b"Disqualified"))).found
    assert set(survey.skipped.values()) == {"test: status “deleted”"}
    assert set(survey.partial.values()) == {"partial: status “disqualified”"}


def test_an_answer_that_is_none_by_its_label_is_not_said_to_be_guessed():
    assert "missing_codes_guessed" not in {each.code for each in understood(*surveys_named.pasted()).faults}


def test_a_statistical_table_under_two_rows_is_no_survey():
    top, low = ["Area", "Owed a duty", "", "Not owed", ""], ["", "2023", "2024", "2023", "2024"]
    rows = [[f"Place {chr(65 + each)}", 10 * each, 9 * each, each, 3] for each in range(20)]
    assert not first(("duties.xlsx", surveys_named.as_xlsx({"Data": [top, low, *rows]}))).is_survey


def test_bands_have_their_place_as_value():
    assert [at(first(surveys_named.pasted()), cell).value for cell in ("C4", "C5", "C6", "C7")] == [1, 3, 2, None]


def test_a_register_of_events_with_ids_and_dates_is_no_survey():
    top = ["Ref", "Date", "Service", "Priority", "Resolved", "On time"]
    rows = [[f"R{each}", "01/03/2024", "Roads", ("High", "Low", "Medium")[each % 3], ("Yes", "No")[each % 2], "No"]
            for each in range(30)]  # fmt: skip
    assert not first(("register.csv", surveys_named.as_csv([top, *rows]))).is_survey
