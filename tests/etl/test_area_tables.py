"""Areas in unusual places: in another column, across the columns, with footnotes, several levels beside each other."""

import pytest

from etl.area_names import without_notes
from tests.etl import area_tables as made
from tests.etl.understanding import at, first, shape, understood


@pytest.mark.parametrize(
    ("make", "header", "rows", "totals", "area", "measures"),
    [
        (made.regions_in_another_column, [2, 3], 7, [4, 5, 8], "C", 2),
        (made.councils_across, [2], 4, [6], None, 4),
        (made.footnoted_names, [2], 5, [], "A", 3),
        (made.small_areas, [1], 6, [], "A", 2),
        (made.labels_named_above, [2, 3], 9, [4, 5], "A", 2),
        (made.months_of_the_titles_year, [2], 3, [], "A", 4),
        (made.police_forces, [3, 4], 7, [6, 7, 11], "A", 2),
        (made.linked_sheet, [4], 3, [], None, 3),
        (made.purchases, [1], 8, [], "A", 1),
        (made.thousands_of_pounds, [2, 3, 4], 2, [], None, 3),
        (made.letters_over_columns, [2, 3], 2, [], None, 3),
        (made.parts_of_rows, [2], 5, [5, 6], None, 2),
        (made.pivot, [1], 7, [2, 5, 8], None, 1),
        (made.headings_of_labels_below, [2, 3], 7, [], "B", 2),
        (made.forces_and_partnerships, [2], 7, [3, 4, 7], "A", 2),
        (made.names_among_codes, [2], 8, [3, 4, 8], "A", 2),
        (made.totals_without_codes, [1], 8, [5, 8, 9], "A", 1),
    ],
)
def test_a_table_is_found_with_its_header_rows_totals_area_and_figures(make, header, rows, totals, area, measures):
    assert shape(make()) == (header, rows, totals, area, measures)


@pytest.mark.parametrize(
    ("make", "cell", "code", "name", "period", "measure"),
    [
        (made.councils_across, "C3", "E07000067", "Braintree", "2021", "Households by tenure, Census 2021"),
        (made.footnoted_names, "D4", "E07000067", "Braintree", "2011", "Rough sleeping, autumn 2010 to autumn 2012"),
        (made.footnoted_names, "C5", "E07000068", "Brentwood", "2010", "Rough sleeping, autumn 2010 to autumn 2012"),
        (made.footnoted_names, "C6", "E07000069", "Castle Point", "2010", "Rough sleeping, autumn 2010 to autumn 2012"),
        (made.small_areas, "E2", "E01021260", "Basildon 000A", "", "Score"),
        (made.labels_named_above, "E6", "E07000066", "Basildon", "2022/23", "All"),
        (made.months_of_the_titles_year, "D3", "E07000066", "Basildon", "2024-03",
         "Adult social care contacts 2023-24"),
        (made.police_forces, "C12", "", "Metropolitan Police", "2023/24", "Rate per 1,000 | population"),
        (made.linked_sheet, "D7", "", "", "2024", "Table A1: Children in need, England"),
        (made.names_among_codes, "C4", "E12000006", "EAST OF ENGLAND", "2024", "Number"),
        (made.names_among_codes, "C6", "E10000012", "Essex", "2024", "Number"),
        (made.totals_without_codes, "D5", "", "", "2024", "wards"),
        (made.purchases, "D3", "E10000012", "Essex County Council", "2024-04-02", "Amount"),
    ],
)  # fmt: skip
def test_a_figure_is_of_its_own_area_period_and_name(make, cell, code, name, period, measure):
    found = at(first(make()), cell)
    assert (found.area_code, found.area_name, found.period, found.measure) == (code, name, period, measure)


def test_a_county_across_the_columns_is_flagged_where_its_districts_stand_beside_it():
    flagged = {column.letters: column.total for column in first(made.councils_across()).found.measures if column.total}
    assert flagged == {"E": "its area holds those of other columns"}


def test_a_percentage_that_says_how_many_areas_is_no_unit():
    assert not any(column.percent for column in first(made.small_areas()).found.columns)


def test_a_negative_in_brackets_and_its_unit_above_are_read():
    found = at(first(made.thousands_of_pounds()), "C6")
    assert (found.value, found.unit, found.period, found.measure) == (-1200, "£000", "2023/24", "Forecast")


def test_a_row_further_in_stands_under_the_label_above_it():
    assert at(first(made.pivot()), "B6").dimensions == {"Row Labels": "Fire", "section": "Harlow"}


def test_a_second_table_takes_the_year_of_the_sheets_title():
    assert at(understood(*made.months_of_two_quadrants()).pieces[1], "B10").period == "2023-05"


def test_a_title_that_could_be_a_unit_is_the_title_where_there_is_no_other():
    assert at(first(made.parts_of_rows()), "B3").measure == "Number of households losing a home"


def test_periods_of_the_columns_are_enough():
    assert "no_period_found" not in [each.code for each in understood(*made.labels_named_above()).faults]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Basildon [note 1]", "Basildon"), ("Basildon [notes 1, 2]", "Basildon"), ("Essex³", "Essex"),
        ("Kent (2)", "Kent"), ("Kent2", "Kent"), ("Bournemouth [r]", "Bournemouth"), ("Cornwall*", "Cornwall"),
        ("Basildon 001A", "Basildon 001A"), ("Ward 3", "Ward 3"), ("Hull (City)", "Hull (City)"),
    ],
)  # fmt: skip
def test_an_areas_name_loses_its_footnotes_and_nothing_else(name, bare):
    assert without_notes(name) == bare
