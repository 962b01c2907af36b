"""What a label leaves out is taken from above or beside it, and no entry is lost for want of a figure."""

import pytest

from etl.tables.years_above import is_bare
from tests.etl import years_above as made
from tests.etl.understanding import at, first, shape


@pytest.mark.parametrize(
    ("make", "header", "rows", "totals", "area", "measures"),
    [
        (made.quarters_under_their_year, [2], 10, [3, 8], None, 2),
        (made.months_under_a_heading, [2], 8, [], None, 2),
        (made.year_with_the_first_quarter, [2], 8, [], None, 1),
        (made.months_down_years_across, [2], 6, [8], None, 2),
        (made.quarters_down_years_across, [2], 5, [7], None, 2),
        (made.letters_beside_figures, [4], 7, [], "A", 2),
        (made.days_as_numbers, [1], 8, [], None, 1),
        (made.homes_without_beds, [3], 4, [], "B", 1),
        (made.columns_counted, [3, 4], 7, [], "A", 3),
        (made.rest_across, [2], 3, [], None, 3),
    ],
)
def test_a_table_is_found_with_its_header_rows_totals_area_and_figures(make, header, rows, totals, area, measures):
    assert shape(make()) == (header, rows, totals, area, measures)


@pytest.mark.parametrize(
    ("make", "cell", "value", "period", "mark", "measure"),
    [
        (made.quarters_under_their_year, "B3", 40, "2015/16", "", "Decisions"),
        (made.quarters_under_their_year, "C7", 5, "2016-01-01 to 2016-03-31", "", "Acceptances"),
        (made.quarters_under_their_year, "B9", 10, "2016-04-01 to 2016-06-30", "", "Decisions"),
        (made.months_under_a_heading, "B4", 10, "2015-01", "", "Decisions"),
        (made.months_under_a_heading, "C12", 5, "2016-04", "", "Acceptances"),
        (made.year_with_the_first_quarter, "B5", 30, "2015-07-01 to 2015-09-30", "", "Decisions"),
        (made.year_with_the_first_quarter, "B10", 40, "2016-10-01 to 2016-12-31", "", "Decisions"),
        (made.months_down_years_across, "C4", 6, "2019-05", "", "Nuisance calls"),
        (made.months_down_years_across, "B6", 5, "2019-01", "", "Nuisance calls"),
        (made.months_down_years_across, "C7", 6, "2020-03", "", "Nuisance calls"),
        (made.months_down_years_across, "C8", 30, "2019/20", "", "Nuisance calls"),
        (made.quarters_down_years_across, "C5", 6, "2019-07-01 to 2019-09-30", "", "Referrals"),
        (made.quarters_down_years_across, "B7", 20, "2018", "", "Referrals"),
        (made.months_over_the_new_year, "B5", 7, "2019-12", "", "Calls"),
        (made.months_over_the_new_year, "B6", 8, "2020-01", "", "Calls"),
        (made.months_over_the_new_year, "B7", 9, "2020-02", "", "Calls"),
        (made.newest_quarters_first, "B4", 4, "2019-10-01 to 2019-12-31", "", "Decisions"),
        (made.newest_quarters_first, "B7", 1, "2019-01-01 to 2019-03-31", "", "Decisions"),
        (made.newest_quarters_first, "B10", 3, "2018-07-01 to 2018-09-30", "", "Decisions"),
        (made.newest_months_first, "B6", 1, "2019-01", "", "Calls"),
        (made.newest_months_first, "B7", 1, "2018-12", "", "Calls"),
        (made.newest_months_first, "B8", 1, "2018-11", "", "Calls"),
        (made.letters_beside_figures, "B5", 10, "2012-01-01 to 2012-03-31", "revised", "Live table 784: acceptances"),
        (made.letters_beside_figures, "D5", 20, "2012-04-01 to 2012-06-30", "provisional",
         "Live table 784: acceptances"),
        (made.letters_beside_figures, "D6", 20, "2012-04-01 to 2012-06-30", "", "Live table 784: acceptances"),
        (made.days_as_numbers, "B3", 101, "2019-04-10", "", "Calls"),
        (made.homes_without_beds, "D5", None, "", "blank", "Beds"),
        (made.homes_without_beds, "D7", None, "", "blank", "Beds"),
        (made.columns_counted, "E5", 11, "2019/20", "", "Total"),
        (made.published_by, "C6", 5, "1994", "", "Table 7 Traffic by area"),
        (made.rest_across, "D4", 4, "2015-07-01 to 2015-09-30", "", "Assessed"),
    ],
)  # fmt: skip
def test_a_figure_keeps_its_period_its_mark_and_its_name(make, cell, value, period, mark, measure):
    row = at(first(make()), cell)
    assert (row.value, row.period, row.mark, row.measure) == (value, period, mark, measure)


def test_letters_that_tell_of_figures_are_no_label_of_the_row():
    assert at(first(made.letters_beside_figures()), "B5").dimensions == {}


@pytest.mark.parametrize(
    ("label", "bare"),
    [("Apr", True), ("  Q2", True), ("Jan-Mar [r]", True), ("Q1: April to June", True), ("Q1 2015", False),
     ("April 2019", False), ("Marches", False), ("2015", False), ("Sept", True)],
)  # fmt: skip
def test_a_month_or_quarter_without_its_year_is_told(label, bare):
    assert is_bare(label) is bare
