"""What Excel shows: errors and number formats of old workbooks and of ods, and passwords of old workbooks."""

import io
import zipfile

import pytest

from etl.number_formats import shown
from etl.read import read_workbook
from tests.etl.old_excel import as_xls
from tests.etl.open_document import as_ods
from tests.etl.understanding import first


def test_errors_in_an_old_workbook_are_what_excel_shows_and_not_blank():
    rows = read_workbook(as_xls([["n"], ["#N/A"], [("=", "#DIV/0!")], [5]])).sheets[0].rows
    assert [row[0] for row in rows] == ["n", "#N/A", "#DIV/0!", 5]


@pytest.mark.parametrize(
    ("password", "given", "code"),
    [
        ("VelvetSweatshop", "", None),
        ("secret", "secret", None),
        ("secret", "", "password_protected"),
        ("secret", "wrong", "wrong_password"),
    ],
)
def test_an_old_workbook_with_a_password_opens_as_in_excel(password, given, code):
    book = read_workbook(as_xls([["Area", "n"], ["Basildon", 7]], password=password), password=given)
    assert [each.code for each in book.faults] == ([code] if code else [])
    assert [sheet.rows for sheet in book.sheets] == ([] if code else [[["Area", "n"], ["Basildon", 7]]])


def test_number_formats_of_an_old_workbook_are_known():
    rows = [["Code", "Share"], [(7, "000"), (0.748, "0.0%")]]
    detail = read_workbook(as_xls(rows, ("000", "0.0%")), details=True).sheets[0].detail
    assert detail.formats == {"A2": "000", "B2": "0.0%"}


@pytest.mark.parametrize(
    ("raw", "number_format", "text"),
    [
        (0.748, "0.0%", "74.8%"), (0.5, "0%", "50%"), (7, "000", "007"), (7.0, "00000", "00007"), (-7, "000", ""),
        (0.748, "0.0%;-0.0%", "74.8%"), (5, "#,##0", ""), ("5", "0%", ""), (True, "0%", ""), (5, "", ""),
    ],
)  # fmt: skip
def test_a_number_is_shown_by_its_format(raw, number_format, text):
    assert shown(raw, number_format) == text


def test_a_line_break_in_a_cell_of_an_ods_parts_two_words():
    made = as_ods([["Area", "Total\noffences"], ["Essex", 5], ["Kent", 6]])
    with zipfile.ZipFile(io.BytesIO(made)) as old:
        parts = {name: old.read(name).replace(b"\n", b"<text:line-break/>") for name in old.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    assert first(("x.ods", out.getvalue())).found.measures[0].name == "Total offences"


def test_percentages_of_an_ods_are_known_with_their_decimals():
    sheet = read_workbook(as_ods([["Area", "Share"], ["Basildon", (0.748, "74.8%")], ["Harlow", 5]]), details=True)
    assert sheet.sheets[0].detail.formats == {"B2": "0.0%"}
    assert sheet.sheets[0].rows[1] == ["Basildon", 0.748]
