"""Government tables: whose figure it is, in what unit, and what adds up others, by the habits of their makers."""

import pytest

from etl.convert import period_text
from tests.etl import government as made
from tests.etl.understanding import at, first


@pytest.mark.parametrize(
    ("make", "totals"),
    [
        (made.forces_by_region, [7, 12]),
        (made.fire_services, [4]),
        (made.ambulance_services, [2]),
        (made.levels_beside_codes, [4, 6, 7]),
        (made.levels_in_a_tidy_file, [2, 3]),
        (made.places_over_sexes, [8, 11]),
        (made.comparison, [4]),
    ],
)
def test_rows_that_add_up_others_are_flagged_and_no_other(make, totals):
    assert sorted(row + 1 for row in first(make()).found.totals) == totals


@pytest.mark.parametrize(
    ("make", "cell", "code", "name"),
    [
        (made.forces_by_region, "B6", "", "Essex"),
        (made.forces_by_region, "B11", "", "Metropolitan"),
        (made.fire_services, "B5", "", "Essex"),
        (made.fire_services, "B4", "E92000001", "England"),
        (made.ambulance_services, "D3", "RYC", "East of England"),
        (made.levels_beside_codes, "E4", "E92000001", "England"),
        (made.levels_beside_codes, "E6", "E12000006", "East"),
        (made.levels_beside_codes, "E7", "E10000012", "Essex"),
        (made.levels_beside_codes, "E8", "E07000066", "Basildon"),
        (made.levels_in_a_tidy_file, "I2", "E92000001", "England"),
        (made.levels_in_a_tidy_file, "I3", "E12000006", "East of England"),
        (made.places_over_sexes, "E6", "E07000067", "Braintree"),
        (made.partnerships_with_codes, "E5", "E22000052", "Braintree"),
        (made.codes_within_names, "B3", "E07000067", "Braintree"),
        (made.codes_within_names, "B5", "E07000073", "Harlow"),
        (made.codes_within_names, "B6", "E12000006", "East of England region"),
        (made.places_over_sexes, "G6", "", ""),
    ],
)
def test_a_figure_is_of_its_own_area(make, cell, code, name):
    row = at(first(make()), cell)
    assert (row.area_code, row.area_name) == (code, name)


@pytest.mark.parametrize(
    ("make", "cell", "value", "unit", "measure", "column_total"),
    [
        (made.fire_services, "C5", 10, "", "Primary fires (indoors)", ""),
        (made.levels_beside_codes, "F8", 76, "number of dwellings",
         "Table 125: Dwelling stock by district (number of dwellings)", ""),
        (made.levels_beside_codes, "G8", 5, "per 1,000", "Rate per 1,000", ""),
        (made.places_over_sexes, "F6", 4, "", "Female", ""),
        (made.places_over_sexes, "H6", 6, "", "Total | Female", "its column adds up others"),
        (made.spend_in_thousands, "D3", -100, "£000", "Change", ""),
        (made.spend_in_thousands, "E3", -8.3, "%", "% change", ""),
        (made.rates_per_thousand, "B3", 60.5, "000s", "Households in area (000s)", ""),
        (made.rates_per_thousand, "C3", 1.2, "per (000s) households", "Number in TA per (000s) households", ""),
        (made.comparison, "C3", 99.1, "per 1,000", "Total recorded offences (per 1,000)", ""),
    ],
)  # fmt: skip
def test_a_figure_keeps_its_unit_and_its_name(make, cell, value, unit, measure, column_total):
    row = at(first(make()), cell)
    assert (row.value, row.unit, row.measure, row.column_total) == (value, unit, measure, column_total)


def test_days_with_the_month_first_are_told_by_their_column():
    piece = first(made.american_days())
    assert [row.period for row in piece.rows()][:4] == ["2023-01-03", "2023-01-14", "2023-01-25", "2023-02-05"]
    assert period_text(piece.found.period) == "2023-01-03 to 2023-03-10"


def test_the_day_of_publication_is_no_period_and_each_mark_has_its_own_meaning():
    piece = first(made.published_on_the_cover())
    assert period_text(piece.found.period) == "2023-01-01 to 2023-06-30"
    assert (at(piece, "C4").mark, at(piece, "D4").mark) == ("confidential", "not available")


def test_a_column_of_notes_holds_no_figures():
    assert [column.name for column in first(made.partnerships_with_codes()).found.measures] == ["Total recorded crime"]


def test_a_label_loses_the_note_behind_it():
    assert at(first(made.groups_of_people()), "B3").dimensions == {"Response": "Male"}
