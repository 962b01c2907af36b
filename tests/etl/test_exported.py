"""Files named .xls that are web pages or XML, and texts of two bytes a letter, are read as Excel reads them."""

import datetime as dt

import pytest

from etl.guard import Limits, check_file
from etl.worker import read_file
from tests.etl.exported import (
    CELLS,
    two_tables_on_a_page,
    unmarked_utf_16,
    web_page,
    web_page_of_two_byte_letters,
    xml_of_2003,
)
from tests.etl.understanding import at, first, shape


@pytest.mark.parametrize(
    ("make", "header", "rows", "totals", "area", "measures"),
    [
        (web_page, [2, 3], 3, [6], "A", 2),
        (web_page_of_two_byte_letters, [2, 3], 3, [6], "A", 2),
        (xml_of_2003, [4], 2, [], "A", 1),
        (unmarked_utf_16, [1], 2, [], "A", 2),
    ],
)
def test_a_table_is_found_with_its_header_rows_totals_area_and_figures(make, header, rows, totals, area, measures):
    assert shape(make()) == (header, rows, totals, area, measures)


@pytest.mark.parametrize(
    ("make", "cell", "value", "name", "area", "period"),
    [
        (web_page, "C4", 1234.5, "Calls", "Basildon & villages", "2022/23"),  # the number, not what is shown of it
        (web_page, "D5", 4.0, "Change on the year", "Braintree", "2022/23"),
        (web_page, "C5", None, "Calls", "Braintree", "2022/23"),
        (xml_of_2003, "C5", 12.5, "Visits to centres", "Harlow", "2019/20"),
        (unmarked_utf_16, "C3", 4.0, "plain", "Maldon", "2020/21"),
    ],
)
def test_a_figure_keeps_its_cell_value_name_area_and_period(make, cell, value, name, area, period):
    row = at(first(make()), cell)
    assert (row.value, row.measure, row.area_name, row.period) == (value, name, area, period)


def test_what_stands_between_two_tables_of_a_page_is_a_row_of_its_own():
    sheet = read_file("two", two_tables_on_a_page()[1], Limits())["sheets"][0]
    assert sheet["rows"][2:4] == [["Second"], ["Area", "Alarms"]]


def test_a_sheet_of_2003_keeps_its_merges_its_dates_and_what_is_hidden():
    visits, lists = read_file("x", xml_of_2003()[1], Limits(), details=True)["sheets"]
    assert (visits["detail"]["merges"], visits["detail"]["hidden_columns"]) == ([(0, 0, 0, 2)], [1])
    assert visits["rows"][4] == ["Harlow", None, 12.5, dt.datetime.fromisoformat("2019-04-01")]
    assert (visits["hidden"], lists["hidden"]) == (False, True)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (CELLS.replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]><Workbook').encode(), "damaged_workbook"),
        (CELLS.replace("</Workbook>", "").encode(), "damaged_workbook"),
        (CELLS.replace('ss:Index="3"', 'ss:Index="30000"').encode(), "sheet_too_large"),
        (CELLS.replace('ss:Index="4"', 'ss:Index="1048577"').encode(), "sheet_too_large"),
        (CELLS.replace('ss:Index="3"', 'ss:Index="0"').encode(), "damaged_workbook"),  # over another cell
        (CELLS.replace('ss:Index="4"', 'ss:Index="1"').encode(), "damaged_workbook"),
        (CELLS.replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]><Workbook').encode("utf-16"), "damaged_workbook"),
        (b"<table><tr><td colspan=9 rowspan=60>x" + b"<tr>" * 9 + b"</table>", "sheet_too_large"),
        (b"<table>" + b"<tr><td>" * 60 + b"</table>", "sheet_too_large"),
    ],
)
def test_a_broken_or_hostile_one_is_a_fault(content, code):
    assert read_file("x", content, Limits(cells=50), details=True)["faults"][0][0] == code


def test_a_wide_page_within_the_limit_is_read():
    page = f"<table>{('<tr>' + '<td>1' * 9) * 9}</table>".encode()
    assert len(read_file("x", page, Limits(cells=100))["sheets"][0]["rows"]) == 9


@pytest.mark.parametrize("unclosed", ["<head><meta>", "<head><title>Export", "<select>"])
def test_what_a_page_leaves_unclosed_hides_no_cells(unclosed):
    page = f"<html>{unclosed}<table><tr><td>Area<td>{unclosed}<tr><td>Harlow<td>5</table>".encode()
    assert read_file("x", page, Limits())["sheets"][0]["rows"][1] == ["Harlow", "5"]


@pytest.mark.parametrize("many", ["<!--", "</", "<a ", "<a b='", "<![", "<!", "<?", "&", "</a ", "-->"])
@pytest.mark.parametrize("end", ["", ">", "</table>"])
def test_a_page_of_loose_ends_is_read_or_refused(many, end):
    """Nothing is timed: looking for the end of each loose one takes so long that the run wouldn't end."""
    told = read_file("x", f"<table><tr><td>5{many * 200_000}{end}".encode(), Limits())
    assert told["sheets"] or told["faults"]


def test_what_a_page_says_in_comments_is_not_there():
    page = b"<table><tr><td>5<!-- <td>6 --><td>7<!--[if gte mso 9]><xml>a</xml><![endif]--><td>8</table>"
    assert read_file("x", page, Limits())["sheets"][0]["rows"] == [["5", "7", "8"]]


def test_an_archive_of_web_pages_is_said_to_be_one():
    assert "web page archive" in check_file("x.xls", b"MIME-Version: 1.0\r\n", Limits())[0].message


def test_what_is_no_number_in_a_sheet_of_2003_is_what_is_written():
    given = CELLS.replace(">12.5<", ">NaN<").replace(">7<", ">1_0<").encode()
    rows = read_file("x", given, Limits())["sheets"][0]["rows"]
    assert [row[2] for row in rows[4:]] == ["NaN", "1_0"]


def test_all_columns_that_a_sheet_of_2003_hides_together_are_known():
    given = CELLS.replace('ss:Hidden="1"', 'ss:Hidden="1" ss:Span="1"').encode()
    assert read_file("x", given, Limits())["sheets"][0]["detail"]["hidden_columns"] == [1, 2]


def test_a_page_without_cells_is_no_spreadsheet():
    assert check_file("x.xls", b"<html><body>Please sign in</body></html>", Limits())[0].code == "not_a_workbook"
