"""Units are of the cell where a column mixes them; parts of rows, groups and places across are told apart."""

import pytest

from tests.etl import mixed_columns as made
from tests.etl.understanding import at, first, shape


@pytest.mark.parametrize(
    ("make", "header", "rows", "totals", "area", "measures"),
    [
        (made.of_which, [3], 5, [4, 7, 8], None, 1),
        (made.regions_with_a_total, [2], 5, [10], "A", 1),
        (made.groups_beside_places, [2, 3], 5, [4], None, 4),
        (made.years_above_a_gap, [2, 4], 7, [], "A", 4),
        (made.two_places_across, [2], 3, [], None, 2),
        (made.decimal_commas_below_a_title, [3], 3, [6], "B", 2),
    ],
)
def test_a_table_is_found_with_its_header_rows_totals_area_and_figures(make, header, rows, totals, area, measures):
    assert shape(make()) == (header, rows, totals, area, measures)


@pytest.mark.parametrize(
    ("make", "cell", "value", "unit", "measure", "period"),
    [
        (made.shares_among_counts, "B2", 120, "", "Calls", "2021-04"),
        (made.shares_among_counts, "B4", 91.7, "%", "% answered", "2021-04"),
        (made.shares_by_format, "B3", 0.917, "%", "Share answered", "2021"),
        (made.shares_by_format, "C4", 6, "", "Letters", "2022"),
        (made.counts_with_shares_behind, "C2", 50, "", "N (%)", "2023"),
        (made.two_places_across, "C5", 13, "%", "Smokers", "2024-03"),
        (made.decimal_commas_below_a_title, "D5", 4, "", "Report", "2021-02"),
        (made.decimal_commas_below_a_title, "C5", 3.25, "", "Report", "2021-01"),
        (made.years_above_a_gap, "D5", 7, "", "Calls", "2022"),
        (made.waits_in_minutes, "C2", 192, "seconds", "Average wait (mm:ss)", "2014/15"),
        (made.waits_in_minutes, "D4", 1812, "seconds", "Longest wait", "2015-07-01 to 2016-06-30"),
        (made.percentages_with_their_base, "B3", 62.7, "%", "outcome", "2023/24"),
        (made.percentages_with_their_base, "C3", 415, "", "number of respondents", "2023/24"),
        (made.names_with_years_glued, "E3", 6, "", "population", "2012"),
    ],
)
def test_a_figure_keeps_its_own_unit_name_and_period(make, cell, value, unit, measure, period):
    row = at(first(make()), cell)
    assert (row.value, row.unit, row.measure, row.period) == (value, unit, measure, period)


@pytest.mark.parametrize(
    ("make", "cell", "dimensions"),
    [
        (made.of_which, "B8", {"Reason": "Other family", "section": "of which:"}),
        (made.of_which, "B9", {"Reason": "End of tenancy"}),
        (made.regions_with_a_total, "B8", {"section": "South East Region"}),
        (made.regions_with_a_total, "B10", {}),
        (made.three_levels_across, "D4", {"Region": "East", "County": "Essex"}),
        (made.three_levels_across, "D7", {"Region": "East", "County": "Suffolk"}),
        (made.a_total_of_all_sections, "B10", {"section": "KENT"}),
        (made.a_total_of_all_sections, "B11", {}),
        (made.groups_beside_places, "C6", {"(column A)": "Gender", "(column B)": "Female"}),
        (made.groups_beside_places, "E8", {"(column A)": "Local authority", "(column B)": "Braintree"}),
    ],
)
def test_a_row_stands_under_its_own_heading_and_no_other(make, cell, dimensions):
    assert at(first(make()), cell).dimensions == dimensions


def test_a_truth_is_no_figure():
    piece = first(made.waits_in_minutes())
    assert [column.name for column in piece.found.of_role("dimension")] == ["Target met"]


def test_a_code_we_do_not_know_is_no_name():
    rows = [at(first(made.providers_of_unknown_codes()), cell) for cell in ("D4", "D6")]
    assert [(row.area_code, row.area_name) for row in rows] == [("E92000001", "England"), ("", "A doctors' group")]


def test_two_places_across_the_columns_are_areas():
    row = at(first(made.two_places_across()), "B3")
    assert (row.area_code, row.area_name) == ("E10000012", "Essex")
