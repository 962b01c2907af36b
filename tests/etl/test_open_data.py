"""Open data as portals publish it: each table is found whole, with its areas, periods, totals and units."""

import datetime as dt

import pytest

from etl.area_names import code_of_name
from etl.convert import period_text
from etl.described import described
from etl.periods import find_period
from tests.etl import open_data
from tests.etl.old_excel import as_xls
from tests.etl.publishers import DISTRICTS, as_csv, as_xlsx
from tests.etl.understanding import at, first, shape, understood


@pytest.mark.parametrize(
    ("make", "header", "rows", "totals", "area", "measures"),
    [
        (open_data.ons_time_series, [1], 13, [], None, 1),
        (open_data.ons_dataset_series, [1], 10, [], None, 2),
        (open_data.ons_customised, [1], 7, [], "D", 1),
        (open_data.nomis_download, [7], 7, [], "A", 4),
        (open_data.fingertips, [1], 8, [2], "E", 4),
        (open_data.nhs_digital_long, [1], 4, [], "E", 1),
        (open_data.lg_inform, [1, 2, 3], 8, [11], "A", 3),
        (open_data.borough_names, [3], 6, [], "A", 2),
        (open_data.unsaid_total, [1], 5, [6], "A", 2),
        (open_data.page_breaks, [2], 6, [], "A", 2),
        (open_data.unit_row, [2, 3], 7, [], "A", 3),
        (open_data.symbols, [1], 6, [], "A", 2),
        (open_data.excel_dates, [2], 7, [], "A", 3),
        (open_data.late_header, [47], 7, [], "A", 2),
        (open_data.period_groups, [2, 3], 7, [], "B", 4),
        (open_data.grouped_csv, [1, 2], 7, [], "A", 4),
        (open_data.pivoted_quarters, [2, 3], 7, [], "A", 6),
        (open_data.dfe_tidy, [1], 11, [2, 3, 4, 7, 10], "J", 2),
        (open_data.home_office_long, [1], 9, [], "C", 1),
        (open_data.european, [1], 4, [], None, 2),
    ],
)
def test_a_table_is_found_with_its_header_rows_totals_area_and_figures(make, header, rows, totals, area, measures):
    assert shape(make()) == (header, rows, totals, area, measures)


@pytest.mark.parametrize(
    ("make", "cell", "value", "absence", "period", "unit", "measure"),
    [
        (open_data.ons_time_series, "B16", 4.3, "", "2024-01-01 to 2024-03-31", "%",
         "Unemployment rate, all aged 16 and over"),
        (open_data.ons_time_series, "B21", 4.1, "", "2024-02", "%", "Unemployment rate, all aged 16 and over"),
        (open_data.ons_dataset_series, "C17", 2074, "", "2024", "Thousands", "Females in work"),
        (open_data.nomis_download, "B8", 60000, "", "2024", "", "numerator"),
        (open_data.fingertips, "M3", 79.5, "", "2020-01-01 to 2022-12-31", "", "Value"),
        (open_data.nhs_digital_long, "K3", None, "withheld", "2024-04", "", "MEASURE_VALUE"),
        (open_data.lg_inform, "C4", None, "missing", "2021/22", "%", "lginform"),
        (open_data.unit_row, "D4", 14.2, "", "2024-03", "minutes", "90th centile"),
        (open_data.symbols, "B2", 1234, "", "2023", "", "A"),
        (open_data.symbols, "B4", None, "withheld", "2023", "", "A"),
        (open_data.symbols, "C4", -34, "", "2023", "", "B"),
        (open_data.symbols, "B5", 1234, "", "2023", "", "A"),
        (open_data.symbols, "B6", 1200, "", "2023", "", "A"),
        (open_data.symbols, "B7", 5, "", "2023", "", "A"),
        (open_data.excel_dates, "C3", 11, "", "2024-02", "", "Crimes recorded"),
        (open_data.period_groups, "F4", 1.75, "", "2023/24", "", "Rate"),
        (open_data.grouped_csv, "E3", 1.75, "", "2023/24", "", "Rate"),
        (open_data.pivoted_quarters, "F4", 5, "", "2023-01-01 to 2023-03-31", "", "Incidents"),
        (open_data.european, "C5", -3.4, "", "2023", "", "Anteil"),
        (open_data.european, "D2", 1234, "", "2023", "", "Anzahl"),
    ],
)  # fmt: skip
def test_a_figure_keeps_its_value_period_unit_and_name(make, cell, value, absence, period, unit, measure):
    found = at(first(make()), cell)
    assert (found.value, found.absence, found.period, found.unit, found.measure) == (
        value, absence, period, unit, measure,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Basildon", "E07000066"), ("Basildon Borough Council", "E07000066"), ("Epping Forest DC", "E07000072"),
        ("Southend-on-Sea (met)", "E06000033"), ("ST. ALBANS", "E07000240"), ("Kings Lynn & West Norfolk", "E07000146"),
        ("King's Lynn and West Norfolk", "E07000146"), ("ESSEX COUNTY COUNCIL", "E10000012"), ("Thurrock UA",
        "E06000034"),
        ("Bristol, City of", "E06000023"), ("Hull", "E06000010"), ("London", "E12000007"),
        ("City of London", "E09000001"), ("Bournemouth, Christchurch and Poole", "E06000058"), ("West Midlands", ""),
        ("Nowhere", ""), ("", ""),
    ],
)  # fmt: skip
def test_an_area_is_known_by_its_name_in_every_habit(name, code):
    assert code_of_name(name) == code


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Somerset", dt.date(2023, 4, 1), "E06000066"),
        ("Somerset", dt.date(2023, 3, 31), "E10000027"),
        ("Bournemouth", dt.date(2018, 4, 1), "E06000028"),
        ("Cumbria", dt.date(2024, 4, 1), "E10000006"),
        ("St Albans", dt.date(2012, 3, 31), "E07000100"),
        ("St Albans", dt.date(2012, 4, 1), "E07000240"),
        ("Stevenage", dt.date(2013, 3, 31), "E07000101"),
        ("Stevenage", dt.date(2013, 4, 1), "E07000243"),
        ("Barnsley", dt.date(2025, 3, 31), "E08000016"),
        ("Barnsley", dt.date(2025, 4, 1), "E08000038"),
        ("Shepway", dt.date(2016, 4, 1), "E07000112"),
    ],
)
def test_a_name_stands_for_the_area_of_its_day(name, day, code):
    assert code_of_name(name, day) == code


@pytest.mark.parametrize(
    ("make", "cell", "code"),
    [
        (open_data.borough_names, "B6", "E06000033"),
        (open_data.dfe_tidy, "L2", "E92000001"),
        (open_data.dfe_tidy, "L3", "E12000006"),
        (open_data.home_office_long, "G2", ""),
    ],
)
def test_a_row_without_a_code_takes_it_from_its_name_or_another_column_but_a_force_is_no_county(make, cell, code):
    assert at(first(make()), cell).area_code == code


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2020 - 22", "2020-01-01 to 2022-12-31"),
        ("2018/19 - 20/21", "2018-04-01 to 2021-03-31"),
        ("Population 1991 to 2023", "1991-01-01 to 2023-12-31"),
        ("2015 to 2016", "2015/16"),
        ("mid-2011 to mid-2024", "2011-01-01 to 2024-12-31"),
        ("2023 Q3 to 2024 Q2", "2023-07-01 to 2024-06-30"),
        ("Year ending March 2003 to year ending March 2024", "2002-04-01 to 2024-03-31"),
        ("Apr-23 to Mar-24", "2023/24"),
        ("12 months to the end of March 2024", "2023/24"),
        ("week ending 24 November 2024", "2024-11-18 to 2024-11-24"),
        ("w/c 4 March 2024", "2024-03-04 to 2024-03-10"),
        ("2015 to 2016 - outcome", "2015/16"),
    ],
)
def test_years_that_were_pooled_are_one_period(text, period):
    assert period_text(find_period(text).period) == period


def test_two_tables_beside_each_other_may_be_headed_differently():
    pieces = understood(*open_data.side_by_side()).pieces
    assert [(piece.found.range, list(piece.found.totals)) for piece in pieces] == [("A3:C7", [6]), ("E3:F7", [6])]


def test_a_second_table_has_its_own_title_and_the_period_of_the_sheet():
    pieces = understood(*open_data.two_stacked()).pieces
    assert [(piece.found.range, period_text(piece.found.period)) for piece in pieces] == [
        ("A2:C10", "2023/24"),
        ("A13:C17", "2023/24"),
    ]


@pytest.mark.parametrize("last", [64, "Total?", None])
def test_a_last_row_that_does_not_add_up_is_no_total(last):
    rows = [["District", "2022", "2023"], ["A", 10, 11], ["B", 20, 21], ["C", 30, 33], ["D", last, 65]]
    assert first(("x.xlsx", as_xlsx({"S": rows}))).found.totals == {}


def test_a_header_that_comes_again_in_a_csv_is_no_row():
    head = ["Area", "Calls"]
    assert len(first(("c_2023.csv", as_csv([head, ["A", 5], ["B", 6], head, ["C", 7]]))).found.rows) == 3


def test_what_excel_shows_by_its_format_is_told_and_the_value_stays_the_cells_own():
    rows = [["Code", "Area", "Within 4 hours"], *[[(each, "000"), "Trust", (0.748, "0.0%")] for each in (7, 12, 31)]]
    found = at(first(("waits_2024.xls", as_xls(rows, ("000", "0.0%")))), "C2")
    assert (found.dimensions, found.value, found.raw) == ({"Code": "007"}, 0.748, "0.748")
    assert (found.unit, found.mark) == ("%", "shown as 74.8%")


def test_columns_over_which_only_periods_stand_are_named_after_the_title():
    rows = [["Calls to the service"], ["Area", "Mid-2023", "Mid-2024"], *[[name, 5, 6] for _, name in DISTRICTS]]
    measures = described(understood("calls.xlsx", as_xlsx({"S": rows})), "calls.xlsx")["tables"][0]["measures"]
    assert [(each["name"], each["period"]) for each in measures] == [
        ("Calls to the service", "2023"), ("Calls to the service", "2024")
    ]  # fmt: skip
