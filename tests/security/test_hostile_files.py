"""Spreadsheets are hostile: whatever a file holds comes back as a fault, quickly, and nothing is stored."""

import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl import load_workbook as opened

from etl.guard import file_name
from etl.read import read_workbook

SHEET = "xl/worksheets/sheet1.xml"


def book(cell="ok"):
    made = Workbook()
    made.active.append(["insight", cell])
    file = io.BytesIO()
    made.save(file)
    assert opened(file)
    return file.getvalue()


def altered(change=lambda part: part, part=SHEET, **more):
    """A good workbook with one of its parts changed and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
        for name, content in more.items():
            new.writestr(name, content)
    return out.getvalue()


def far_cell(written):
    row = f'<row r="1048576"><c {written}><v>1</v></c></row></sheetData>'
    return altered(lambda part: part.replace(b"</sheetData>", row.encode()))


def codes(content, name="a.xlsx"):
    return [each.code for each in read_workbook(content, name).faults]


@pytest.mark.parametrize(
    "written", ['r="XFD1048576"', "r='XFD1048576'", 's="1" r="XFD1048576"', '\nr="XFD1048576"']
)
def test_a_stray_cell_far_out_is_refused_however_it_is_written(written):
    assert codes(far_cell(written)) == ["sheet_too_large"]


def test_a_workbook_of_thousands_of_parts_is_refused():
    assert codes(altered(**{f"xl/x/{number}.xml": b"<a/>" for number in range(5001)})) == ["damaged_workbook"]


def test_a_text_file_wider_than_any_spreadsheet_is_refused():
    assert codes(b"a," * 16_384 + b"b\n", "a.csv") == ["sheet_too_large"]


def test_a_text_file_of_too_many_cells_is_refused():
    from etl.guard import Limits

    found = read_workbook(b"a,b,c\n" * 100, "a.csv", Limits(cells=300))
    assert [each.code for each in found.faults] == ["sheet_too_large"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_text_with_nul_characters_anywhere_is_refused(encoding):
    text = "a,b\n" + "1,2\n" * 30_000 + "x\0y,2\n"
    assert codes(text.encode(encoding), "a.csv") == ["not_a_workbook"]


def test_a_nul_escaped_in_a_workbook_is_not_read():
    found = read_workbook(book("a_x0000_b"), "a.xlsx")
    assert "\x00" not in str(found.sheets[0].rows)


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/a.csv", "a.csv"), ("C:\\secret\\a.csv", "a.csv"), ("a\x00\x1b\udce9.csv", "a\ufffd\ufffd\ufffd.csv"),
     ("x" * 300_000 + ".csv", "x" * 196 + ".csv")],
)
def test_a_file_name_is_kept_without_its_path_and_what_cannot_be_shown(given, kept):
    assert file_name(given) == kept


def test_a_name_of_any_length_can_be_read():
    assert codes(b"a,b\n1,2\n", "x" * 300_000 + ".csv") == []


@pytest.mark.parametrize(("lines", "found"), [(4000, ["sheet_too_large"]), (100, [])])
def test_a_text_with_one_row_far_wider_than_thousands_of_blank_ones_is_refused(lines, found):
    """As wide as it is long it would be millions of cells, of which hardly any are written."""
    wide = b"a,b,c\n1,2,3\n" + b"\n" * lines + b"x," * 16_000 + b"y\n"
    assert codes(wide, "a.csv") == found
