"""Tables in text files with further habits of public ones."""

import pytest

from tests.etl import tables_seen
from tests.etl.understanding import at, first, shape, understood


@pytest.mark.parametrize(
    ("make", "header", "rows", "totals", "area", "measures"),
    [
        (tables_seen.written_by_r, [4], 11, [6, 8, 10], "A", 3),
        (tables_seen.payments, [1], 6, [], None, 1),
        (tables_seen.dated_polls, [1], 3, [], None, 3),
        (tables_seen.months_as_numbers, [1], 6, [], "C", 24),
        (tables_seen.three_times, [1], 3, [], "D", 2),
        (tables_seen.health_boards, [1], 3, [], "A", 2),
    ],
)
def test_a_table_is_found_with_its_header_rows_totals_area_and_figures(make, header, rows, totals, area, measures):
    assert shape(make()) == (header, rows, totals, area, measures)


def test_nothing_that_r_wrote_for_a_blank_is_a_table_or_a_figure_of_its_own():
    found = understood(*tables_seen.written_by_r())
    assert len(found.pieces) == 1
    assert found.pieces[0].found.title == "Monthly figures on burials by area of residence, 2016"
    assert (at(found.pieces[0], "C12").value, at(found.pieces[0], "C12").area_code) == (60, "E07000066")


def test_a_code_that_a_row_lacks_is_not_the_one_of_the_row_above():
    row = at(first(tables_seen.payments()), "D3")
    assert (row.dimensions.get("Service Code", ""), row.dimensions["Service Label"]) == ("", "Schools")


def test_who_was_paid_is_no_area_and_their_number_counts_nothing():
    table = first(tables_seen.payments()).found
    assert {each.name: each.role for each in table.columns}["Supplier Name"] == "dimension"
    assert [each.name for each in table.measures] == ["Net Amount"]


@pytest.mark.parametrize(("cell", "period"), [("D2", "2010-05-13"), ("D3", "2010-09-01"), ("D4", "2011-01-05")])
def test_a_day_beside_its_year_is_the_period_of_a_row(cell, period):
    assert at(first(tables_seen.dated_polls()), cell).period == period


@pytest.mark.parametrize(("cell", "period"), [("D2", "2021-01"), ("O2", "2021-12"), ("P7", "2022-01")])
def test_a_number_of_a_year_and_a_month_over_a_column_is_that_month(cell, period):
    assert at(first(tables_seen.months_as_numbers()), cell).period == period


@pytest.mark.parametrize(("cell", "period"), [("E2", "2021-03"), ("E4", "2021-02")])
def test_of_a_year_its_month_and_a_date_the_narrowest_is_the_period(cell, period):
    assert at(first(tables_seen.three_times()), cell).period == period
