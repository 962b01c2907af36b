"""Survey files with further habits of public ones: whose columns are whose, and what the answers mean."""

import pytest

from etl.number_codes import codes_apart
from etl.scales import scale_of
from tests.etl import surveys_seen
from tests.etl.understanding import first


def column(make, letters):
    return next(each for each in first(make()).found.questions if each.letters == letters)


@pytest.mark.parametrize(
    ("make", "platform", "header"),
    [
        (surveys_seen.limesurvey_two_languages, "LimeSurvey", (0,)),
        (surveys_seen.limesurvey_undated, "LimeSurvey", (0,)),
        (surveys_seen.limesurvey_answers_only, "LimeSurvey", (0,)),
        (surveys_seen.options_after_questions, "unknown platform", (0,)),
        (surveys_seen.typeform_groups, "Typeform", (0, 1)),
        (surveys_seen.google_with_ids, "Google Forms", (0,)),
    ],
)
def test_the_platform_is_told_and_every_respondent_counts(make, platform, header):
    survey = first(make()).found
    assert (survey.platform, survey.header_rows, len(survey.rows)) == (platform, header, 30)


@pytest.mark.parametrize(
    ("make", "letters", "text", "item", "kind"),
    [
        (surveys_seen.limesurvey_two_languages, "E", "URL référente", "", "other"),
        (surveys_seen.limesurvey_two_languages, "F", "Nom & prénom /Firstname and Surname", "", "personal"),
        (surveys_seen.limesurvey_two_languages, "G", "Transport /Travel", "Bus", "multi"),
        (surveys_seen.limesurvey_two_languages, "I", "Transport /Travel", "Avion", "multi"),
        (surveys_seen.limesurvey_two_languages, "J", "Transport /Travel", "Autre", "other_text"),
        (surveys_seen.limesurvey_two_languages, "L", "Temps total", "", "timing"),
        (surveys_seen.limesurvey_two_languages, "M", "Temps pour le groupe de questions : Parcs", "", "timing"),
        (surveys_seen.limesurvey_undated, "F", "How good is it?", "The park", "scale"),
        (surveys_seen.limesurvey_answers_only, "C", "Ordnen Sie die Aufgaben.", "Rank 2", "ranked"),
        (surveys_seen.options_after_questions, "B", "1) Please describe your role(s)", "Tenant", "multi"),
        (surveys_seen.options_after_questions, "E", "1) Please describe your role(s)", "Other (please specify)",
         "other_text"),
        (surveys_seen.options_after_questions, "F", "2) Which do you use?", "Parks", "multi"),
        (surveys_seen.options_after_questions, "J", "3) How important is each of these.", "Buses", "scale"),
        (surveys_seen.options_after_questions, "K", "4) Why is that?", "", "text"),
        (surveys_seen.typeform_groups, "B", "Which do you use?", "Parks", "multi"),
        (surveys_seen.typeform_groups, "F", "How often do you use these?", "Train", "scale"),
        (surveys_seen.typeform_groups, "G", "Where do you live?", "", "single"),
        (surveys_seen.typeform_groups, "A", "#", "", "id"),
        (surveys_seen.google_with_ids, "A", "ID", "", "id"),
        (surveys_seen.google_with_ids, "D", "Which do you use?", "", "multi"),
        (surveys_seen.google_with_ids, "I", "What did you earn?", "", "band"),
        (surveys_seen.kobo_places, "B", "meta_start_gps", "", "personal"),
        (surveys_seen.kobo_places, "C", "m1_gps_coords", "", "personal"),
        (surveys_seen.kobo_places, "F", "need_top", "work", "multi"),
        (surveys_seen.kobo_places, "G", "agreed", "", "scale"),
    ],
)  # fmt: skip
def test_what_a_column_asks_and_how_it_is_answered(make, letters, text, item, kind):
    found = column(make, letters)
    assert (found.text, found.item, found.kind) == (text, item, kind)


@pytest.mark.parametrize(
    ("make", "letters", "points"),
    [
        (surveys_seen.limesurvey_two_languages, "K",
         {"excellent /excellent": 5, "très bon /very good": 4, "bon / good": 3, "mauvais / bad": 2,
          "très mauvais / very bad": 1}),
        (surveys_seen.limesurvey_answers_only, "D",
         {"sehr wichtig": 5, "wichtig": 4, "mässig wichtig": 3, "kaum wichtig": 2, "nicht wichtig": 1}),
        (surveys_seen.google_with_ids, "H", {"yes": 1, "no": 0}),
        (surveys_seen.google_with_ids, "I", {"$0 to $9,999": 1, "$10,000 to $24,999": 2, "$25,000 and up": 3}),
        (surveys_seen.kobo_places, "G", {"strongly_agree": 4, "agree": 3, "disagree": 2, "strongly_disagree": 1}),
    ],
)  # fmt: skip
def test_the_points_of_a_scale_are_in_the_order_of_their_meaning(make, letters, points):
    assert column(make, letters).codes == points


def test_a_response_submitted_without_a_date_is_a_whole_one():
    assert sorted(first(surveys_seen.limesurvey_undated()).found.partial) == [29, 30]


def test_choices_downloaded_from_a_form_are_parted_by_semicolons():
    assert column(surveys_seen.google_with_ids, "D").separator == ";"


@pytest.mark.parametrize("values", [[-2, -1, 0, 1, 2], [-3, -2, -1, 0, 1, 2, 3]])
def test_no_point_of_a_scale_with_its_middle_at_nought_is_taken_for_no_answer(values):
    assert codes_apart(values) == set()


def test_codes_below_nought_on_one_side_only_stay_apart():
    assert codes_apart([-2, -1, 0, 1, 2, 3]) == {-1, -2}


def test_what_others_say_more_or_less_of_stands_between_them():
    said = scale_of(["Very divided", "Divided", "Slightly divided", "Not divided"])
    assert said.codes == {"very divided": 4, "divided": 3, "slightly divided": 2, "not divided": 1}


def test_labels_of_which_one_has_no_known_place_are_in_no_order():
    assert scale_of(["Low zork level", "Blorp zork level", "High zork level", "No zork at all", "Destroyed"]) is None


def test_a_unit_behind_a_plus_is_the_one_of_the_other_bands():
    said = scale_of(["10+ years", "7-10 years", "1-3 years", "4-7 years"])
    assert said.codes == {"1-3 years": 1, "4-7 years": 2, "7-10 years": 3, "10+ years": 4}


def test_numbers_of_places_are_no_scale_however_large_they_are():
    assert codes_apart([30108013017.0, 30108013018.0]) == set()
