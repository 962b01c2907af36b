"""Reading files: raw cells at their addresses, guards before anything is parsed, a process apart."""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from data.settings import SettingError
from etl.guard import Limits
from etl.read import Reading, read_workbook
from etl.workbook import address
from tests.etl.small import xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REAL = Path(__file__).resolve().parents[3] / "shared" / "real"


def patched(content, change):
    """A workbook with its zipped parts changed: change(name, bytes) -> bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.namelist():
            after.writestr(part, change(part, before.read(part)))
    return out.getvalue()


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def codes(content, name="file.xlsx", limits=None):
    return [each.code for each in read_workbook(content, name, limits).faults]


def in_sheet(change):
    return lambda name, part: change(part) if name == "xl/worksheets/sheet1.xml" else part


def test_cells_keep_their_addresses_types_and_blanks():
    book = Workbook()
    sheet = book.active
    sheet["B3"], sheet["C3"], sheet["D3"], sheet["F4"] = "x", 1.5, dt.date(2024, 4, 1), True
    file = io.BytesIO()
    book.save(file)
    rows = read_workbook(file.getvalue()).sheets[0].rows
    assert (rows[2][1], rows[2][2], rows[2][3], rows[3][5]) == ("x", 1.5, dt.date(2024, 4, 1), True)
    assert rows[0][0] is None


def test_a_hidden_sheet_is_read_and_said_to_be_hidden():
    book = Workbook()
    book.active["A1"] = 1
    book.create_sheet("Lists").sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    assert [(sheet.name, sheet.hidden) for sheet in read_workbook(file.getvalue()).sheets] == [
        ("Sheet", False),
        ("Lists", True),
    ]


def test_an_error_in_a_cell_is_not_read_as_blank():
    cell = rb'<c r="A2" t="e"><v>#DIV/0!</v></c>'
    content = patched(xlsx([["n"], [1]]), in_sheet(lambda part: re.sub(rb'<c r="A2".*?</c>', cell, part)))
    assert read_workbook(content).sheets[0].rows[1][0] == "#DIV/0!"


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (6, 25, "Z7"), (0, 26, "AA1"), (0, 701, "ZZ1"), (0, 702, "AAA1")],
)
def test_an_address_counts_letters_then_rows(row, column, name):
    assert address(row, column) == name


@pytest.mark.parametrize(
    "content",
    [
        "a,b\n1,Zoë\n".encode(),
        "\ufeffa,b\n1,Zoë\n".encode(),
        "a;b\r\n1;Zoë\r\n".encode(),
        "a\tb\n1\tZoë\n".encode(),
        "a|b\n1|Zoë\n".encode(),
        "a,b\n1,Zoë\n".encode("utf-16"),
        "a,b\n1,Zoë\n".encode("utf-32"),
        "\ufeffa,b\n1,Zoë\n".encode("utf-32-be"),
        "a^b\n1^Zoë\n".encode(),
        "sep=;\na;b\n1;Zoë\n".encode(),
        'a,b\n1,"Zoë"\n'.encode("cp1252"),
    ],
)
def test_a_text_file_is_read_whatever_its_encoding_and_delimiter(content):
    assert read_workbook(content, "x.csv").sheets[0].rows == [["a", "b"], ["1", "Zoë"]]


def test_a_guessed_encoding_is_said():
    assert codes("a,b\n£,Zoë\n".encode("cp1252"), "x.csv") == ["encoding_guessed"]


def test_commas_inside_quotes_are_no_delimiters():
    rows = read_workbook(b'a;b\n"1,2,3";4\n"5,6,7";8\n', "x.csv").sheets[0].rows
    assert rows[1] == ["1,2,3", "4"]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "x.xlsx", "empty_file"),
        (b"\x05Owner" + b"\x00" * 159, "~$x.xlsx", "owner_lock_file"),
        (b"\x05Owner" + b"\x00" * 159, "x.xlsx", "owner_lock_file"),
        (OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "x.xlsx", "password_protected"),
        (OLE + b"\x00" * 600, "x.xls", "damaged_workbook"),
        (b"%PDF-1.7 ...", "x.xlsx", "not_a_workbook"),
        (b"\x89PNG\r\n", "x.xlsx", "not_a_workbook"),
        (b"<html><table></table></html>", "x.xls", "not_a_workbook"),
        (b"a\x00b\x01c", "x.csv", "not_a_workbook"),
        (zipped(readme="hello"), "x.xlsx", "not_a_workbook"),
        (zipped(word__document="<w/>"), "x.xlsx", "not_a_workbook"),
        (b"PK\x03\x04 cut short", "x.xlsx", "damaged_workbook"),
        (xlsx([["a"], [1]])[:2000], "x.xlsx", "damaged_workbook"),
    ],
)
def test_what_cannot_be_read_has_one_clear_fault(content, name, code):
    book = read_workbook(content, name)
    assert ([each.code for each in book.faults], book.sheets) == ([code], ())


def test_a_file_over_the_limit_is_refused_before_it_is_read():
    book = read_workbook(b"a" * 50_000_000, "x.csv")
    assert book.faults[0].message == "The file has 50 MB; the limit is 40 MB."


def test_a_document_type_in_any_part_is_refused():
    content = patched(
        xlsx([["a"]]),
        lambda name, part: (
            part.replace(b"<workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook')
            if name == "xl/workbook.xml"
            else part
        ),
    )
    assert codes(content) == ["unsafe_xml"]


def test_a_zip_that_unpacks_to_too_much_is_refused():
    out = io.BytesIO(xlsx([["a"]]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", b"\x00" * 60_000_000)
    assert codes(out.getvalue()) == ["unpacks_too_large"]


def test_a_stray_cell_far_out_is_named():
    content = patched(xlsx([["a"], [1]]), in_sheet(lambda part: part.replace(b'r="A2"', b'r="XFD1048576"')))
    fault = read_workbook(content).faults[0]
    assert (fault.code, fault.sheet, fault.cell) == ("sheet_too_large", "Data", "XFD1048576")


@pytest.mark.parametrize("blank", ['<c r="XFD1048576" s="0"/>', '<c r="A1048576" s="0"></c>'])
def test_a_stray_cell_that_holds_only_a_format_harms_nothing(blank):
    row = f'<row r="1048576">{blank}</row></sheetData>'.encode()
    content = patched(xlsx([["a"], [1]]), in_sheet(lambda part: part.replace(b"</sheetData>", row)))
    book = read_workbook(content, details=True)
    assert (book.faults, book.sheets[0].rows) == ((), [["a"], [1]])


def test_a_stray_cell_that_only_makes_reading_slow_is_named_too():
    content = patched(xlsx([["a"], [1]]), in_sheet(lambda part: part.replace(b'r="A2"', b'r="CV90000"')))
    fault = read_workbook(content).faults[0]
    assert (fault.code, fault.sheet, fault.cell) == ("sheet_too_large", "Data", "CV90000")


def test_a_declared_range_larger_than_the_data_does_no_harm():
    content = patched(
        xlsx([["a"], [1]]),
        in_sheet(lambda part: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', part)),
    )
    assert read_workbook(content).sheets[0].rows == [["a"], [1.0]]


def test_macros_are_not_run_and_it_is_said():
    out = io.BytesIO(xlsx([["a"]]))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    assert codes(out.getvalue(), "x.xlsm") == ["macros_ignored"]


def test_reading_that_takes_too_long_is_stopped():
    assert codes(xlsx([["a"]]), limits=Limits(seconds=0)) == ["reading_too_slow"]


def test_reading_that_needs_too_much_memory_is_a_fault_not_a_crash():
    long = b"one,two,three\n" * 1_500_000
    assert codes(long, "x.csv", limits=Limits(memory_mb=150)) == ["reading_failed"]


@pytest.mark.parametrize("content", [xlsx([["a", 1], ["b", None]]), b"PK\x03\x04 nothing"])
def test_a_reading_begun_beside_other_work_gives_what_reading_at_once_gives(content):
    assert Reading(content, "x.xlsx").book() == read_workbook(content, "x.xlsx")


def test_a_setting_that_is_none_is_said_where_the_reading_is_waited_for(monkeypatch):
    monkeypatch.setenv("READ_SECONDS", "soon")
    reading = Reading(xlsx([["a"]]))
    with pytest.raises(SettingError, match="READ_SECONDS"):
        reading.book()


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not on this machine")
@pytest.mark.parametrize(
    ("name", "sheets"),
    [
        ("ae_by_provider_2025-04.xls", 6),
        ("asc_ascof_2024_25.ods", 20),
        ("ons_mye_latest.xlsx", 6),
        ("survey_surveymonkey_starwars.csv", 1),
    ],
)
def test_real_files_are_read(name, sheets):
    book = read_workbook(REAL / name)
    assert len(book.sheets) >= sheets
    assert not [each for each in book.faults if each.severity == "error"]
