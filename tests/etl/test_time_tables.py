"""Times, levels and totals as publishers write them: each row is of its own period, area and rank."""

import pytest

from etl.markers import read_cell, seconds
from tests.etl import time_tables as made
from tests.etl.understanding import at, first, shape


@pytest.mark.parametrize(
    ("make", "header", "rows", "totals", "area", "measures"),
    [
        (made.quarters_that_name_their_months, [2], 10, [7, 12], None, 2),
        (made.years_below_their_quarters, [2], 5, [8], None, 2),
        (made.response_times, [2], 8, [3, 8], "C", 2),
        (made.daily_log, [2], 8, [10], None, 3),
        (made.days_across, [2, 3], 3, [], "A", 6),
        (made.days_without_spaces, [1], 9, [], "A", 1),
        (made.stacked_sexes, [2], 9, [4, 5, 6], None, 3),
        (made.levels_across, [1], 7, [2, 3, 6], "C", 2),
        (made.counted_columns, [2, 3, 4], 7, [], "A", 4),
        (made.fire_groups, [2], 6, [3, 4, 5], "A", 3),
        (made.scorecard, [2], 4, [], None, 4),
        (made.subtotals_without_labels, [1], 8, [5, 9], None, 2),
        (made.total_in_the_midst, [1], 5, [4], None, 2),
        (made.weeks_down, [1], 4, [], None, 1),
        (made.changes_at_the_foot, [2], 6, [8, 9], None, 2),
        (made.numbered_title, [3], 4, [7], None, 2),
    ],
)
def test_a_table_is_found_with_its_header_rows_totals_area_and_figures(make, header, rows, totals, area, measures):
    assert shape(make()) == (header, rows, totals, area, measures)


@pytest.mark.parametrize(
    ("make", "cell", "value", "period", "unit", "measure"),
    [
        (made.quarters_that_name_their_months, "C6", 100, "2023-01-01 to 2023-03-31", "", "Type 1"),
        (made.quarters_that_name_their_months, "C12", 400, "2023/24", "", "Type 1"),
        (made.years_below_their_quarters, "D4", 110, "2018-07-01 to 2018-09-30", "", "Assessed"),
        (made.years_below_their_quarters, "E8", 246, "2018/19", "", "Owed a duty"),
        (made.response_times, "F4", 545, "2024-01", "seconds", "Mean (h:m:s)"),
        (made.response_times, "E9", 200, "2024-02", "", "Incidents"),
        (made.daily_log, "C3", 120, "2024-03-01", "", "Offered"),
        (made.daily_log, "D4", 8.3, "2024-03-02", "%", "Abandoned"),
        (made.daily_log, "E9", 83, "2024-03-07", "seconds", "Average speed of answer"),
        (made.days_across, "C4", 10, "2024-04-01", "", "No longer meet the criteria"),
        (made.days_across, "D4", 5, "2024-04-01", "", "Discharged"),
        (made.days_across, "F4", 5, "2024-04-02", "", "Discharged"),
        (made.days_without_spaces, "C2", 101, "2023-12-01", "", "COUNT"),
        (made.changes_at_the_foot, "C4", 61000, "2018-07-01 to 2018-09-30", "", "Households"),
        (made.a_day_beside_a_quarter, "E5", 9, "2024-01-01 to 2024-03-31", "", "Incidents"),
        (made.weeks_down, "B3", 6, "2024-01-08 to 2024-01-14", "", "Calls"),
        (made.counted_columns, "E5", 20, "2023/24", "", "New | Number"),
    ],
)
def test_a_figure_keeps_its_value_period_unit_and_name(make, cell, value, period, unit, measure):
    found = at(first(make()), cell)
    assert (found.value, found.period, found.unit, found.measure) == (value, period, unit, measure)


def test_rows_stand_under_the_heading_above_them_from_the_first_on():
    piece = first(made.stacked_sexes())
    said = {each.cell: (each.dimensions["section"], each.row_total != "") for each in piece.rows()}
    assert (said["B4"], said["B8"], said["B14"]) == (("Persons", True), ("Males", False), ("Females", False))


def test_a_tables_number_and_its_title_are_one():
    assert first(made.numbered_title()).found.title == "Table 4 Referrals by source, 2023"


def test_an_area_a_column_further_right_is_named_with_the_levels_above_it():
    found = at(first(made.levels_across()), "D5")
    assert (found.area_name, found.area_code) == ("Gwynedd", "W06000002")
    assert found.dimensions == {"level 1": "Wales", "level 2": "North Wales"}


def test_the_same_figures_in_another_month_are_no_repeated_row():
    assert not any("the same as" in why for why in first(made.response_times()).found.totals.values())


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("0:08:23", 503), ("00:01:23", 83), ("26:00:00", 93600), ("1 day, 6:02:05", 108125), ("0:00:00.5", 0.5),
        ("8:23", None), ("08:23:99", None), ("2024-03-01", None), ("", None), (83, None),
    ],
)  # fmt: skip
def test_a_length_of_time_is_read_in_seconds(text, length):
    assert seconds(text) == length


def test_a_length_of_time_is_no_absence():
    assert (read_cell("0:08:23").value, read_cell("0:08:23").absence) == (503, "")
