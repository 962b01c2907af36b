"""Tables of deaths as a statistics office laid them out: levels, headings and codes of several ages are told apart."""

import pytest

from tests.etl import deaths as made
from tests.etl.understanding import at, first


@pytest.mark.parametrize(
    ("make", "header", "rows", "totals", "area"),
    [
        (made.weekly, [4, 5], 17, [8, 9, 14, 15, 16, 17], "A"),
        (made.monthly, [4], 17, [6, 8, 10, 12, 16, 25], "A"),
        (made.old_codes, [3], 13, [5, 7, 9, 14, 18, 21], "A"),
    ],
)
def test_a_table_is_found_with_its_header_rows_totals_and_area(make, header, rows, totals, area):
    table = first(make()).found
    assert [row + 1 for row in table.header_rows] == header
    assert (len(table.rows), [row + 1 for row in sorted(table.totals)]) == (rows, totals)
    assert table.area_column.letters == area


@pytest.mark.parametrize(
    ("make", "cell", "value", "code", "name", "period"),
    [
        (made.weekly, "C8", 9400, "", "Total deaths, all ages", "2017-12-30 to 2018-01-05"),
        (made.weekly, "F33", 1170, "E12000006", "East", "2018-01-20 to 2018-01-26"),
        (made.monthly, "D17", 52, "E07000066", "Basildon", "2018-02"),
        (made.old_codes, "F11", 87, "00EH", "Darlington UA", "2006-02"),
        (made.old_codes, "G23", 85, "E07000067", "Braintree", "2006-03"),
    ],
)
def test_a_figure_is_of_its_own_area_and_period(make, cell, value, code, name, period):
    found = at(first(make()), cell)
    assert (found.value, found.area_code, found.area_name, found.period) == (value, code, name, period)


def test_headings_under_headings_are_both_kept():
    sections = first(made.weekly()).found.sections
    assert (sections[13], sections[19]) == ("Persons 5 | Deaths by age group", "Males 5 | Deaths by age group")


def test_a_region_in_the_wrong_column_is_still_above_what_follows():
    assert at(first(made.old_codes()), "E22").dimensions == {"level 1": "EAST", "level 2": "Essex"}
