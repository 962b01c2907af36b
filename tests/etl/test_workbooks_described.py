"""What those who read a publisher's workbook had to say by hand is found: header, areas, times, headings, totals."""

import pytest

from tests.etl import workbooks_described as made
from tests.etl.understanding import at, first, shape, understood

PREVENTION = "Prevention duty owed"


@pytest.mark.parametrize(
    ("make", "header", "rows", "totals", "area", "measures"),
    [
        (made.beds_by_trust, [7, 8], 6, [9], "B", 4),
        (made.a_group_parted_once, [3, 4, 5], 4, [], None, 4),
        (made.starts_and_completions, [3, 4], 4, [], None, 6),
        (made.headings_further_out, [3], 4, [], None, 2),
        (made.deals_by_area, [4], 6, [7, 10], "B", 3),
        (made.forces_and_regions, [1], 8, [2, 5, 8], "A", 2),
        (made.forces_alone, [1], 4, [], "A", 2),
        (made.council_accounts, [1], 2, [], "A", 3),
        (made.school_grades, [1], 3, [], "C", 1),
        (made.halves_with_footnotes, [3], 6, [4, 7], None, 4),
        (made.a_force_without_an_area, [3], 12, [], "A", 1),
        (made.payments_with_their_sum, [3], 4, [7], None, 1),
    ],
)
def test_a_table_is_found_with_its_header_rows_totals_area_and_figures(make, header, rows, totals, area, measures):
    assert shape(make()) == (header, rows, totals, area, measures)


def test_what_is_said_of_a_file_above_its_table_is_no_table():
    assert len(understood(*made.beds_by_trust()).pieces) == 1


@pytest.mark.parametrize(
    ("make", "cell", "code", "name"),
    [
        (made.beds_by_trust, "D11", "RAJ", "Estuary Hospitals"),
        (made.beds_by_trust, "D9", "E92000001", "England"),
        (made.a_group_parted_once, "C6", "E92000001", "England"),
        (made.council_accounts, "D2", "E07000066", "Basildon Council"),
    ],
)
def test_a_figure_is_of_the_area_of_its_row_or_title(make, cell, code, name):
    row = at(first(make()), cell)
    assert (row.area_code, row.area_name) == (code, name)


@pytest.mark.parametrize(
    ("make", "cell", "measure", "period"),
    [
        (made.a_group_parted_once, "D7", "Assessed | % change", "2018-07-01 to 2018-09-30"),
        (made.a_group_parted_once, "E8", "Prevention duty owed | Number", "2018-10-01 to 2018-12-31"),
        (made.a_group_parted_once, "E9", "Prevention duty owed | Number", "2019-01-01 to 2019-03-31"),
        (made.a_group_parted_once, "F8", f"{PREVENTION} | of which: notice | Number", "2018-10-01 to 2018-12-31"),
        (made.starts_and_completions, "D6", "Started | Private", "2018-04-01 to 2018-06-30"),
        (made.starts_and_completions, "H8", "Completed | Private", "2018-10-01 to 2018-12-31"),
        (made.starts_and_completions, "I9", "Completed | Council", "2019-01-01 to 2019-03-31"),
        (made.deals_by_area, "C5", "2.2 Starts, by deal area", "2018-04"),
        (made.halves_with_footnotes, "B6", "Single", "2018-10-01 to 2019-03-31"),
        (made.halves_with_footnotes, "C9", "Couples", "2019-10-01 to 2020-03-31"),
        (made.school_grades, "H2", "pupils", "2023-01-01 to 2023-03-31"),
        (made.school_grades, "H4", "pupils", "2022-09-01 to 2022-12-31"),
    ],
)
def test_a_figure_keeps_its_name_and_period(make, cell, measure, period):
    row = at(first(make()), cell)
    assert (row.measure, row.period) == (measure, period)


@pytest.mark.parametrize(
    ("cell", "section"),
    [("D6", "All pupils:"), ("E7", "All pupils:"), ("D10", "Mainstream"), ("E11", "Mainstream")],
)
def test_a_heading_further_out_than_the_labels_is_theirs(cell, section):
    assert at(first(made.headings_further_out()), cell).dimensions["section"] == section


@pytest.mark.parametrize(
    ("make", "totals"),
    [
        (made.responses_in_hours, []),
        (made.presenters_and_rates, []),
        (made.everyone_by_sex, ["D"]),
        (made.shares_of_everyone, ["B"]),
        (made.council_accounts, ["F"]),
        (made.halves_with_footnotes, ["D"]),
        (made.starts_and_completions, ["F", "J"]),
    ],
)
def test_a_total_without_a_column_that_may_be_its_part_adds_nothing_up(make, totals):
    assert [each.letters for each in first(make()).found.measures if each.total] == totals


@pytest.mark.parametrize(
    ("cell", "value"), [("B2", 5166), ("C2", 1201), ("B3", 21901), ("C3", None), ("B4", 107340), ("C4", -1234)]
)
def test_a_figure_with_spaces_around_it_has_its_thousands(cell, value):
    assert at(first(made.thousands_with_spaces()), cell).value == value


@pytest.mark.parametrize(
    ("cell", "unit"), [("B5", "Millions"), ("C6", "Millions"), ("B9", "%"), ("C10", "%"), ("D9", ""), ("D5", "")]
)
def test_a_heading_of_rows_that_says_percentage_is_their_unit(cell, unit):
    assert at(first(made.shares_below_counts()), cell).unit == unit


@pytest.mark.parametrize(("cell", "unit"), [("G2", "%"), ("G3", "Persons")])
def test_a_measure_that_is_a_percentage_is_not_in_persons(cell, unit):
    assert at(first(made.percentages_of_people()), cell).unit == unit
