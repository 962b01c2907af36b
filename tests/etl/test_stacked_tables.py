"""Several tables on a sheet keep their own titles; subject, place and time are found where only the sheet says them."""

import pytest

from tests.etl import stacked_tables as made
from tests.etl.understanding import at, first, understood


@pytest.mark.parametrize(
    ("make", "number", "cell", "title", "section"),
    [
        (made.measures_stacked, 0, "B5", "Council performance 2019/20 | Library visits", "Library visits"),
        (made.measures_stacked, 1, "B12", "Council performance 2019/20 | Missed bins", "Missed bins"),
        (made.measures_stacked, 2, "F19", "Council performance 2019/20 | Calls answered", "Calls answered"),
        (made.measures_under_one_header, 0, "B5", "Libraries and leisure, 2019/20", "Library visits"),
        (made.measures_under_one_header, 0, "B11", "Libraries and leisure, 2019/20", "Pool visits"),
        (made.sexes_stacked, 0, "C5", "Mid-2020 population estimates, Essex | Persons", "Persons"),
        (made.sexes_stacked, 2, "C17", "Mid-2020 population estimates, Essex | Females", "Females"),
        (made.variables_stacked, 0, "C8", "Annual survey of people | In work, aged 16-64", "In work, aged 16-64"),
        (made.variables_stacked, 1, "C16", "Annual survey of people | Out of work", "Out of work"),
        (made.titles_side_by_side, 1, "F5", "Figures by quarter | Fires 2020/21", "Fires 2020/21"),
        (made.districts_side_by_side, 1, "F5", "Table 1b Alarms", "Table 1b Alarms"),
    ],
)
def test_each_table_of_a_sheet_is_told_by_its_own_title(make, number, cell, title, section):
    piece = understood(*make()).pieces[number]
    assert (piece.found.title, at(piece, cell).dimensions.get("section")) == (title, section)


@pytest.mark.parametrize(
    ("make", "number", "cell", "value", "measure", "period", "code"),
    [
        (made.measures_stacked, 0, "C5", 101, "Council performance 2019/20 | Library visits",
         "2019-07-01 to 2019-09-30", "E07000066"),
        (made.titles_side_by_side, 0, "C5", 11, "Figures by quarter | Fires 2019/20",
         "2019-07-01 to 2019-09-30", "E07000066"),
        (made.titles_side_by_side, 1, "F5", 20, "Figures by quarter | Fires 2020/21",
         "2020-04-01 to 2020-06-30", "E07000066"),
        (made.districts_side_by_side, 1, "G4", 4, "Table 1b Alarms", "2016/17", "E10000016"),
        (made.a_sheet_each_place, 2, "B3", 7, "False alarms", "2018/19", "E07000068"),
        (made.a_place_above, 0, "B5", 5, "Housing monitor", "2019", "E07000066"),
        (made.a_sheet_each_month, 1, "C2", 6, "incidents", "2023-05", "E07000067"),
        (made.indicators_down, 0, "D3", 8, "Unemployment", "2022", "E07000067"),
        (made.months_under_financial_years, 0, "K4", 10, "Calls answered", "2022-01", ""),
        (made.months_under_financial_years, 0, "AA4", 90, "Calls answered", "2022/23", ""),
        (made.low_medium_high, 0, "F7", 27, "Medium | Lower limit", "2012-01-01 to 2012-03-31", ""),
        (made.report_with_dates, 0, "B6", 1200, "Contacts", "2020/21", ""),
    ],
)  # fmt: skip
def test_a_figure_is_of_its_measure_period_and_place(make, number, cell, value, measure, period, code):
    row = at(understood(*make()).pieces[number], cell)
    assert (row.value, row.measure, row.period, row.area_code) == (value, measure, period, code)


@pytest.mark.parametrize(
    ("make", "cell", "value", "unit", "mark"),
    [
        (made.indicators_down, "C3", 7, "%", ""),
        (made.indicators_down, "C4", 70, "per 1,000", ""),
        (made.report_with_dates, "C6", 12.5, "per 1,000", "its unit stands beside it: per 1,000"),
        (made.report_with_dates, "C7", -2.5, "per 1,000", "its unit stands beside it: per 1,000"),
        (made.report_with_dates, "B7", 3_500_000, "", "written as £3.5m"),
        (made.report_with_dates, "B8", 7, "", "revised, provisional"),
    ],
)
def test_a_figure_keeps_the_unit_and_the_marks_beside_it(make, cell, value, unit, mark):
    row = at(first(make()), cell)
    assert (row.value, row.unit, row.mark) == (value, unit, mark)


def test_notes_below_the_last_table_tell_the_marks_of_the_first():
    row = at(understood(*made.variables_stacked()).pieces[0], "E9")
    assert (row.value, row.absence, row.mark) == (None, "withheld", "The group sampled is disclosive")


@pytest.mark.parametrize(
    ("made_of", "cell", "period"),
    [
        (made.quarters_of_years(2021, 2022), "C5", "2021-04-01 to 2021-06-30"),
        (made.quarters_of_years(2021, 2022), "C12", "2022-04-01 to 2022-06-30"),
        (made.quarters_of_years("2021", "2022"), "C5", "2021-04-01 to 2021-06-30"),
        (made.quarters_of_years(2021, 2022, apart=1), "C14", "2022-04-01 to 2022-06-30"),
        (made.quarters_of_years(2021, 2022, at=1), "C12", "2022-04-01 to 2022-06-30"),
        (made.quarters_of_years("2021/22", "2022/23"), "E5", "2022-01-01 to 2022-03-31"),
        (made.quarters_of_years(2021, 2022, title="Noise complaints, 2021 to 2022"), "C5", "2021-04-01 to 2021-06-30"),
    ],
    ids=["a number", "the next group's", "as text", "a blank row below", "over a quarter", "financial", "a span"],
)
def test_a_group_is_of_the_year_alone_above_it(made_of, cell, period):
    pieces = understood(*made_of).pieces
    told = [row for piece in pieces for row in piece.rows() if row.cell == cell]
    assert [(row.period, row.measure[:16]) for row in told] == [(period, "Noise complaints")]
    assert len(pieces) == 2


def test_a_year_alone_above_a_header_is_no_figure():
    pieces = understood(*made.quarters_of_years(2021, 2022, 2023)).pieces
    assert [len(piece.found.rows) for piece in pieces] == [4, 4, 4]


def test_a_row_like_the_one_before_it_is_no_total_of_it():
    assert sorted(first(made.rows_told_twice()).found.totals) == [14]
