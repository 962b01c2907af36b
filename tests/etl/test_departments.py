"""Tables of departments, as they are formatted: what a careful person would take from them, cell by cell."""

import pytest

from tests.etl import departments as made
from tests.etl.understanding import at, first, understood

POOLED = "2016-01-01 to 2018-12-31"
NESTED = (made.nested_in_xlsx, made.nested_in_xls, made.nested_in_ods, made.nested_by_hard_spaces)


def totals_of(make):
    return [row + 1 for row in sorted(first(make()).found.totals)]


@pytest.mark.parametrize("make", NESTED)
def test_labels_set_further_in_by_format_stand_under_those_above(make):
    piece = first(make())
    said = {cell: at(piece, cell).dimensions for cell in ("B4", "B6", "B8", "C10")}
    assert said == {
        "B4": {"Characteristic": "All children in need"},
        "B6": {"Characteristic": "British", "section": "All children in need | White"},
        "B8": {"Characteristic": "Asian", "section": "All children in need"},
        "C10": {"Characteristic": "Abuse", "section": "By need"},
    }


@pytest.mark.parametrize("make", NESTED)
def test_a_row_that_those_further_in_add_up_to_is_a_total(make):
    assert totals_of(make) == [4, 5]


def test_a_row_whose_parts_are_partly_withheld_is_a_total_all_the_same():
    assert totals_of(made.withheld_among_the_parts) == [4]


def test_what_stands_under_everyone_alone_is_no_total():
    assert totals_of(made.parts_of_everyone) == [4]


@pytest.mark.parametrize(
    ("make", "cell", "value", "absence", "period", "code", "name", "measure"),
    [
        (made.weeks_across, "C6", 300, "", "2020-01-11 to 2020-01-17", "", "", made.weeks_across()[0]),
        (made.weeks_across, "E9", 29, "", "2020-01-25 to 2020-01-31", "E12000006", "East", ""),
        (made.changes_across, "D4", 1768, "", "2010", "E92000001", "England", ""),
        (made.changes_across, "F6", 200, "", "2010-01-01 to 2018-12-31", "E07000066", "Basildon", "% change from 2010"),
        (made.changes_across, "E8", 3, "", "2018", "", "Essex Police, Fire and Crime Commissioner", ""),
        (made.levels_under_one_heading, "E10", 30, "", "1997", "E07000067", "Braintree", ""),
        (made.levels_under_one_heading, "F8", None, "missing", "2019", "E06000034", "Thurrock UA", ""),
        (made.claimants, "D6", 10, "", "2020-02", "E07000066", "Basildon", ""),
        (made.claimants, "D8", 30, "", "2020-02", "E07000066", "Basildon", ""),
        (made.claimants, "D16", None, "missing", "2020-02", "E07000067", "Braintree", ""),
        (made.years_and_a_comparison, "B4", 100, "", "2016", "", "", "Killed"),
        (made.years_and_a_comparison, "C6", 4800, "", "2018", "", "", "Injured"),
        (made.years_and_a_comparison, "B8", -5, "", "2018 over 2017", "", "", "Killed"),
        (made.beds_of_a_quarter, "F7", 450, "", "2019-04-01 to 2019-06-30", "RAJ", "Trust RAJ", "Total"),
        (made.a_school_term, "D5", 500, "", "2018-09-01 to 2018-12-31", "E10000012", "Essex", "Sessions missed"),
        (made.a_portal_of_indicators, "G3", 80.1, "", POOLED, "E10000012", "Essex", "Value"),
        (made.a_portal_of_indicators, "G4", None, "missing", POOLED, "E06000034", "Thurrock", "Value"),
        (made.in_two_languages, "B5", 1100, "", "2019", "W92000004", "Wales", "Cyfanswm | Total"),
        (made.in_two_languages, "C7", 200, "", "2019", "W06000011", "Swansea", "Gwrywod | Males"),
        (made.areas_of_a_type, "C5", 80, "", "2019", "E07000066", "Basildon", "percent"),
    ],
)
def test_a_figure_is_of_its_own_time_place_and_measure(make, cell, value, absence, period, code, name, measure):
    piece = first(make())
    found = at(piece, cell)
    said = (found.value, found.absence, found.period, found.area_code, found.area_name)
    assert said == (value, absence, period, code, name)
    assert found.measure == measure or piece.found.title.startswith(found.measure)


@pytest.mark.parametrize(
    ("make", "totals"),
    [
        (made.claimants, [8, 11, 14, 17]),
        (made.years_and_a_comparison, [8, 9]),
        (made.service_budgets, [9, 14, 16]),
        (made.a_nation_below_its_districts, [6]),
        (made.a_portal_of_indicators, [2]),
        (made.groups_of_councils, [6, 7]),
        (made.in_two_languages, [5]),
        (made.levels_under_one_heading, [5, 7]),
    ],
)
def test_rows_that_add_up_or_compare_others_are_told(make, totals):
    assert totals_of(make) == totals


@pytest.mark.parametrize(
    ("make", "totals"), [(made.fires_by_kind, ["B", "C", "G"]), (made.divided_alike, ["B", "C"])]
)
def test_a_group_called_total_adds_up_others_only_where_these_are_divided_alike(make, totals):
    assert [column.letters for column in first(make()).found.measures if column.total] == totals


@pytest.mark.parametrize(
    ("make", "title", "unit"),
    [
        (made.numbered_in_a_row_of_its_own, "Table TRA8901 Motor vehicle traffic by local authority, annual",
         "Million vehicle miles"),
        (made.beds_of_a_quarter, "Average daily number of beds", ""),
        (made.service_budgets, "Revenue budget 2019/20", ""),
    ],
)  # fmt: skip
def test_the_title_is_what_names_the_table(make, title, unit):
    table = first(make()).found
    assert (table.title, table.unit) == (title, unit)


def test_a_percentage_after_the_number_of_a_question_is_one():
    assert [column.percent for column in first(made.a_school_term()).found.measures] == [True, False]


def test_names_and_figures_under_a_title_alone_are_a_table():
    piece = first(made.labels_and_figures())
    found = at(piece, "B5")
    assert (len(piece.found.rows), piece.found.header_rows) == (5, ())
    assert (found.value, found.period, found.area_code, found.measure) == (
        8, "2019", "E07000067", "Mid-2019 population of districts in Essex",
    )  # fmt: skip


def test_labels_that_end_with_a_colon_head_no_table():
    assert not understood(*made.contact_details()).pieces


def test_the_number_of_a_kind_is_no_figure():
    assert [column.letters for column in first(made.outcomes_by_number()).found.measures] == ["C", "D"]
