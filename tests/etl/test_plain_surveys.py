"""Surveys somebody keeps in a plain sheet, with no platform's marks: people are told from tables and registers."""

import pytest

from etl.tables.roles import role_of
from tests.etl.publishers import as_csv
from tests.etl.survey_rows import beside, some
from tests.etl.understanding import at, first

PLACES = ["Basildon", "Harlow", "Tendring", "Maldon", "Braintree", "Rochford", "Uttlesford"]
FELT = ["Very happy", "Fairly happy", "Neither happy nor unhappy", "Fairly unhappy", "Very unhappy", "Don't know"]
CONTENT = ["Very satisfied", "Fairly satisfied", "Fairly dissatisfied", "Very dissatisfied"]
MUCH = ["A great deal", "A fair amount", "Not very much", "Not at all"]
AGES, SEXES = ["18-24", "25-44", "45-64", "65+"], ["Female", "Male"]


def made(top, people, *columns):
    given = [[each + 1 for each in range(people)] if each is None else some(each, people) for each in columns]
    return "people.csv", as_csv([top, *beside(*given)])


def with_codes(people=30):
    top = ["ID", "District", "Q1 Parks", "Trust in the police", "Age group", "Gender"]
    return made(top, people, None, PLACES, FELT, [1, 2, 3, 4, 97], AGES, SEXES)


def explained(people=30):
    top = ["ID", "District", "Satisfaction with local area", "Trust in us (1=not at all, 4=a great deal, 9=DK)", "Sex"]
    return made(top, people, None, PLACES, [*CONTENT, "V. satisfied", "DK"], [1, 2, 9, 3, 4], SEXES)


def worded(people=30):
    top = ["Respondent", "District", "Satisfaction with local area", "Trust council", "Age", "Sex"]
    return made(top, people, None, PLACES, CONTENT, MUCH, list(range(18, 88, 7)), SEXES)


def unnumbered(people=30):
    top = ["Satisfaction with local area", "District", "Trust council"]
    return made(top, people, CONTENT, PLACES, MUCH)


@pytest.mark.parametrize("people", [10, 30])
@pytest.mark.parametrize("make", [with_codes, explained, worded, unnumbered])
def test_a_plain_file_of_answers_is_a_survey_of_one_row_a_person(make, people):
    piece = first(make(people))
    assert (piece.is_survey, piece.proposal.dataset) == (True, "citizen_survey")
    assert (piece.found.platform, len(piece.found.rows)) == ("unknown platform", people)


@pytest.mark.parametrize(
    ("make", "fields"),
    [
        (with_codes, {"respondent": "A", "area": "B", "age_band": "E", "sex": "F"}),
        (worded, {"respondent": "A", "area": "B", "age_band": "E", "sex": "F"}),
        (unnumbered, {"area": "B"}),
    ],
)
def test_the_district_is_the_persons_area(make, fields):
    columns = first(make()).proposal.columns
    assert {name: columns.get(name) for name in fields} == fields


@pytest.mark.parametrize(
    ("make", "cell", "value", "absence"),
    [
        (with_codes, "C2", 5, ""),
        (with_codes, "C7", None, "missing"),
        (with_codes, "D6", None, "missing"),
        (explained, "C2", 4, ""),
        (explained, "C6", 4, ""),
        (explained, "C7", None, "missing"),
        (explained, "D3", 2, ""),
        (explained, "D4", None, "missing"),
        (worded, "D2", 4, ""),
        (unnumbered, "A5", 1, ""),
    ],
)
def test_answers_keep_their_scales_and_codes_that_are_none_are_none(make, cell, value, absence):
    row = at(first(make()), cell)
    assert (row.value, row.absence) == (value, absence)


RATINGS = ["Outstanding", "Good", "Requires improvement", "Inadequate"]


@pytest.mark.parametrize(
    ("top", "columns"),
    [
        (["Area", "Satisfied", "Dissatisfied"], [PLACES, [71, 64, 58], [12, 19, 25]]),
        (["ID", "District", "Answer", "Count"], [None, PLACES, CONTENT, [3, 4, 2, 7, 1]]),
        (["District", "Satisfaction", "Trust", "Number"], [PLACES, CONTENT, MUCH, [3, 4, 2, 7, 1]]),
        (["ID", "District", "Satisfaction", "Per cent"], [None, PLACES, CONTENT, ["41.2%", "33%", "12%"]]),
        (["URN", "District", "Overall effectiveness", "Behaviour"], [None, PLACES, RATINGS, RATINGS[::-1]]),
        (["Incident ID", "District", "Severity", "Status"],
         [None, PLACES, ["Low", "Medium", "High", "Very high"], ["Open", "Closed"]]),
        (["Ref", "Ward", "Condition", "Risk"],
         [None, PLACES, ["Very good", "Good", "Poor", "Very poor"], ["Very likely", "Likely", "Unlikely"]]),
        (["ID", "Supplier", "District", "Satisfied with delivery", "Amount"],
         [None, ["A Ltd", "B Ltd"], PLACES, CONTENT, [120.5, 99.1, 12000, 450]]),
        (["ID", "Application type", "District", "Satisfaction", "Decision date"],
         [None, ["Full", "Outline"], PLACES, CONTENT, ["2024-03-01", "2024-04-02"]]),
        (["School name", "District", "Parents agree", "Pupils agree"],
         [[f"School of {each}" for each in range(40)], PLACES, ["Strongly agree", "Agree", "Disagree"],
          ["Strongly agree", "Agree", "Strongly disagree"]]),
    ],
)  # fmt: skip
def test_tables_and_registers_with_a_column_of_judgements_are_no_survey(top, columns):
    assert not first(made(top, 40, *columns)).is_survey


@pytest.mark.parametrize(
    ("name", "values", "role"),
    [
        ("Satisfaction with local area", CONTENT, "dimension"),
        ("Trust council", MUCH, "dimension"),
        ("Safe in the area", ["Very safe", "Fairly safe", "DK"], "dimension"),
        ("Local area", ["Canvey Island", "Clacton", "Jaywick"], "area_name"),
        ("Region", ["North", "South", "High Peak"], "area_name"),
        ("Home", ["Basildon", "Harlow", "Maldon"], "area_name"),
        ("Area", ["Zone 1", "Zone 2", "Zone 3"], "area_name"),
    ],
)
def test_a_column_of_answers_is_never_one_of_areas(name, values, role):
    assert role_of(name, values * 5) == role
