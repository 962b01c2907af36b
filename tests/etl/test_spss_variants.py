"""SPSS files: scales labelled at their ends, options with a code for no answer, ages labelled only where refused."""

import tempfile
from pathlib import Path

import pytest

from etl.read import read_workbook
from etl.scales import no_answer, scale_of
from tests.etl.publishers import as_csv
from tests.etl.survey_rows import beside, some
from tests.etl.understanding import at, first

PEOPLE = 30
OPTION = {1.0: "Yes", 2.0: "No", 9.0: "Not stated"}
LABELS = {
    "trust": {0.0: "No trust at all", **{float(n): str(n) for n in range(1, 10)}, 10.0: "Complete trust", 88.0: "DK*"},
    "life": {0.0: "Extremely dissatisfied", 10.0: "Extremely satisfied", 88.0: "Don`t know"},
    "news_1": OPTION,
    "news_2": OPTION,
    "age": {999.0: "Refused"},
    "income": {1.0: "Under £10,000", 2.0: "£10,000 - £19,999", 3.0: "£20,000+", 98.0: "Prefer not to say"},
}
WORDS = {"news_1": "Where do you get news - TV", "news_2": "Where do you get news - Radio"}


@pytest.fixture(scope="module")
def survey():
    import pandas as pd
    import pyreadstat

    columns = {"idno": range(PEOPLE), "trust": [0, 5, 10, 88], "life": [0, 3, 7, 10, 88], "news_1": [1, 2, 9],
               "news_2": [2, 1, 1], "age": [30, 41, 77, 999], "income": [1, 2, 3, 98]}  # fmt: skip
    frame = pd.DataFrame({name: list(map(float, some(list(values), PEOPLE))) for name, values in columns.items()})
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "study.sav"
        pyreadstat.write_sav(
            frame, str(file), column_labels=WORDS, variable_value_labels=LABELS, missing_ranges={"news_1": [9]}
        )
        return first(("study.sav", file.read_bytes()))


@pytest.mark.parametrize(
    ("letters", "kind"),
    [("A", "id"), ("B", "scale"), ("C", "scale"), ("D", "multi"), ("E", "multi"), ("F", "number"), ("G", "band")],
)
def test_a_column_is_the_kind_of_question_it_is(survey, letters, kind):
    assert next(each.kind for each in survey.found.questions if each.letters == letters) == kind


@pytest.mark.parametrize(
    ("cell", "value", "absence"),
    [
        ("B2", 0, ""),
        ("B4", 10, ""),
        ("B5", None, "missing"),
        ("C6", None, "missing"),
        ("D2", 1, ""),
        ("D3", 0, ""),
        ("D4", None, "missing"),
        ("E2", 0, ""),
        ("F2", 30, ""),
        ("F5", None, "missing"),
        ("G4", 3, ""),
        ("G5", None, "missing"),
    ],
)
def test_a_code_is_the_answer_its_label_says(survey, cell, value, absence):
    found = at(survey, cell)
    assert (found.value, found.absence) == (value, absence)


@pytest.mark.parametrize(
    ("labels", "low", "high"),
    [
        (["Extremely dissatisfied", *map(str, range(1, 10)), "Extremely satisfied"], 0, 10),
        (["No trust at all", "2.0", "5.0", "8.0", "9.0", "Complete trust"], 1, 10),
        (["Very bad", "2", "3", "4", "Very good"], 1, 5),
    ],
)
def test_numbers_between_two_ends_in_words_are_a_scale(labels, low, high):
    found = scale_of(labels[::-1]).codes
    assert (found[labels[0].casefold()], found[labels[-1].casefold()]) == (low, high)


@pytest.mark.parametrize("label", ["Don't no", "Dont knwo", "Perfer not to say", "Prefer not too say", "Not given"])
def test_an_answer_that_is_none_is_found_misspelt(label):
    assert no_answer(label)


def test_letters_that_changed_places_do_not_turn_a_label_round():
    assert scale_of(["Very safe", "Fairly safe", "Fairly unsfae", "Very unsafe"]).codes["fairly unsfae"] == 2


def test_statements_side_by_side_are_a_battery_by_their_answers_alone():
    up = some([1, 2, 3, 4, 5], PEOPLE)
    down = [6 - each for each in up]
    top = ["Timestamp", "The council listens", "It wastes money", "It acts", "I trust it", "Age"]
    rows = beside("01/03/2024 10:00:00", up, down, up, up, some([20, 35, 61], PEOPLE))
    found = first(("form.csv", as_csv([top, *rows]))).found
    assert [each.name for each in found.questions if each.reversed] == ["It wastes money"]


@pytest.mark.parametrize(
    ("ending", "platform", "column"), [("dta", "Stata", "trust"), ("por", "SPSS", "TRUST")]
)
def test_files_of_stata_and_portable_ones_are_read_with_their_questions(ending, platform, column):
    import pandas as pd
    import pyreadstat

    frame = pd.DataFrame({"idno": list(map(float, range(PEOPLE))), "trust": some([0.0, 5.0, 10.0, 88.0], PEOPLE)})
    worded = ["Number", "How far do you trust the council?"]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"study.{ending}"
        if ending == "dta":
            labels = {"trust": {0: "No trust at all", 10: "Complete trust", 88: "Don't know"}}
            pyreadstat.write_dta(frame, str(file), column_labels=worded, variable_value_labels=labels)
        else:
            pyreadstat.write_por(frame, str(file), column_labels=worded)
        piece = first((file.name, file.read_bytes()))
    assert (piece.found.platform, len(piece.found.rows)) == (platform, PEOPLE)
    asked = piece.found.questions[1]
    assert (asked.name, asked.text) == (column, worded[1])
    if ending == "dta":
        assert asked.labels["88"] == "Don't know"
        assert at(piece, "B5").absence


def test_a_broken_file_of_stata_is_refused():
    book = read_workbook(b"<stata_dta><header><release>118</release>" + bytes(900))
    assert [each.code for each in book.faults] == ["damaged_workbook"]
