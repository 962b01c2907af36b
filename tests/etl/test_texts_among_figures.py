"""A figure with a publisher's mark is the figure; other text where figures stand is counted and shown."""

import pytest

from etl.markers import read_cell
from tests.etl.publishers import as_csv
from tests.etl.understanding import at, first, understood

CODES = [f"E070000{each}" for each in range(66, 78)]


def table(*figures):
    rows = [[code, "2022", figure] for code, figure in zip(CODES, [*figures, *range(40, 60)], strict=False)]
    return "calls.csv", as_csv([["LA code", "Year", "Calls answered"], *rows])


@pytest.mark.parametrize(
    ("text", "value", "mark"),
    [
        ("15 r", 15, "revised"),
        ("15r", 15, "revised"),
        ("r 15", 15, "revised"),
        ("p 1,515", 1515, "provisional"),
        ("15p", 15, "provisional"),
        ("15 [r]", 15, "revised"),
        ("[r] 15", 15, "revised"),
        ("[R]15.2%", 15.2, "revised"),
        ("(p) -3", -3, "provisional"),
        ("[e] 7", 7, "estimated"),
    ],
)
def test_a_figure_with_a_mark_before_or_behind_it_is_the_figure(text, value, mark):
    read = read_cell(text)
    assert (read.value, read.mark) == (value, mark)


@pytest.mark.parametrize(
    "text", ["[12]", "r15", "R 15", "P15", "e 15", "r", "r 15 to 20", "r " + "1" * 400, "[r] see 5"]
)
def test_what_may_be_a_code_a_note_or_a_sentence_is_no_figure(text):
    assert read_cell(text).value is None


def test_a_marked_figure_keeps_its_mark_in_the_long_table():
    row = at(first(table("r 15")), "C2")
    assert (row.value, row.absence, row.mark) == (15, "", "revised")


def said(made):
    return [each for each in understood(*made).faults if each.code == "text_among_figures"]


def test_text_among_figures_is_counted_and_its_first_cells_and_values_are_named():
    told = said(table(3, "[12]", 4, "see below", 5))
    assert len(told) == 1
    assert (told[0].severity, told[0].cell) == ("warning", "C3")
    assert "in 2 cells" in told[0].message
    assert "C3 “[12]”, C5 “see below”" in told[0].message


@pytest.mark.parametrize("figures", [(1, 2), ("[c]", "..", "-", ""), ("15 r", "r 15", "<5", "1,234", "n/a", "5%")])
def test_figures_marks_and_blanks_need_no_such_warning(figures):
    assert not said(table(*figures))


def test_a_mark_that_the_files_own_notes_explain_is_no_such_text():
    rows = [[code, "2022", "[q]" if at == 3 else at + 5] for at, code in enumerate(CODES)]
    notes = [[], ["Notes"], ["[q] = not available"]]
    made = "calls.csv", as_csv([["LA code", "Year", "Calls answered"], *rows, *notes])
    assert not said(made)


def test_long_texts_are_cut_and_personal_data_in_them_is_not_repeated():
    told = said(table(3, "write to ann.example@example.org about it, who knows all of this and more " * 9))[0]
    assert "@" not in told.message
    assert len(told.message) < 300
