"""A workbook with a codebook beside its data: questions and labels come from it, whatever form it has."""

import pytest

from tests.etl.publishers import as_xlsx
from tests.etl.survey_rows import beside, some
from tests.etl.understanding import at, first, understood

PEOPLE = 30
SATISFIED = {1: "Very satisfied", 2: "Fairly satisfied", 3: "Fairly dissatisfied", 4: "Very dissatisfied",
             5: "Don't know"}  # fmt: skip
TRUST = {1: "A great deal", 2: "Not at all", 8: "Refused"}
AGES = {1: "16-34", 2: "35-54", 97: "Refused"}
SEX = {1: "Male", 2: "Female"}
ASKED = {"q1": ("How satisfied are you?", SATISFIED), "q2a": ("Trust the council", TRUST),
         "agegrp": ("Age group", AGES), "q3": ("Sex", SEX)}  # fmt: skip


def data():
    rows = beside([1000 + each for each in range(PEOPLE)], some(list(SATISFIED), PEOPLE), some(list(TRUST), PEOPLE),
                  some(list(AGES), PEOPLE), some(list(SEX), PEOPLE), some([0.8, 1.25], PEOPLE))  # fmt: skip
    return [["resp", *ASKED, "wt"], *rows]


def a_code_a_row():
    rows = [["Variable", "Question", "Value", "Label"]]
    for name, (question, labels) in ASKED.items():
        for number, (code, label) in enumerate(labels.items()):
            rows.append(["" if number else name, "" if number else question, code, label])
    return "study.xlsx", as_xlsx({"Data": data(), "Codebook": rows})


def in_one_cell(form="{} = {}", between="; "):
    rows = [["Variable name", "Question text", "Response options"]]
    for name, (question, labels) in ASKED.items():
        rows.append([name.upper(), question, between.join(form.format(*pair) for pair in labels.items())])
    return "study.xlsx", as_xlsx({"data": data(), "dictionary": rows})


def on_two_sheets():
    questions = [["Name", "Label"], *[[name, question] for name, (question, _) in ASKED.items()]]
    labels = [[name, code, label] for name, (_, labels) in ASKED.items() for code, label in labels.items()]
    return "study.xlsx", as_xlsx({"Variables": questions, "Values": [["Name", "Code", "Text"], *labels], "D": data()})


def codes_below_names():
    rows = [["Residents' survey"], []]
    for name, (question, labels) in ASKED.items():
        rows += [[name, question], *[[code, label] for code, label in labels.items()], []]
    return "study.xlsx", as_xlsx({"D": data(), "Notes": rows})


def bars():
    return in_one_cell("{}, {}", " | ")


def dots():
    return in_one_cell("{}. {}", " ")


FORMS = [a_code_a_row, in_one_cell, on_two_sheets, codes_below_names, bars, dots]


@pytest.mark.parametrize("make", FORMS)
def test_questions_and_labels_come_from_the_codebook(make):
    found = {each.name: each for each in first(make()).found.questions}
    assert {name: found[name].text for name in ASKED} == {name: question for name, (question, _) in ASKED.items()}
    assert [dict(found[name].labels) for name in ASKED] == [
        {str(code): label for code, label in labels.items()} for _, labels in ASKED.values()
    ]
    assert [found[name].kind for name in ASKED] == ["scale", "scale", "band", "single"]


@pytest.mark.parametrize("make", FORMS)
def test_no_answer_is_told_by_its_label_not_by_its_number(make):
    piece = first(make())
    told = [(at(piece, cell).value, at(piece, cell).mark, at(piece, cell).dimensions["response"]) for cell in
            ("B5", "B6", "C4")]  # fmt: skip
    assert told == [(4, "", "Very dissatisfied"), (None, "don't know", "Don't know"), (None, "refused", "Refused")]


@pytest.mark.parametrize("make", FORMS)
def test_the_codebook_is_no_table_of_its_own(make):
    found = understood(*make())
    assert [piece.is_survey for piece in found.pieces] == [True]
    assert "the codebook of another sheet" in found.other.values()


def test_a_table_turned_round_is_no_codebook():
    places = ["Harlow", "Tendring", "Basildon", "Maldon"]
    across = [["Year", *places], *[[2000 + year, *[100 * year + 7] * 4] for year in range(12)]]
    down = [["Place", "2023", "2024"], *[[place, 120, 130] for place in places]]
    found = understood("tables.xlsx", as_xlsx({"Across": across, "Down": down}))
    assert [piece.found.sheet.name for piece in found.pieces] == ["Across", "Down"]


def test_tables_of_figures_in_one_workbook_are_no_codebooks_of_each_other():
    def table(first):
        rows = [[f"E0700006{n}", f"District {n}", *((first + n * k) % 7 * 10 for k in range(1, 7))] for n in range(9)]
        return [["Code", "Area", *(f"Reason {k}" for k in range(1, 7))], *rows]

    sheets = {f"T{first}": table(first) for first in range(4)}
    pieces = understood("tables.xlsx", as_xlsx(sheets)).pieces
    assert [type(piece.found).__name__ for piece in pieces] == ["Table"] * 4
