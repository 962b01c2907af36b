"""The file sent back: the evaluator's own, its cells at fault with comments, nothing personal repeated."""

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from etl.__main__ import main
from etl.annotate import LIST, annotated
from etl.read import read_workbook
from tests.etl.small import checked, csv, demand, xlsx

BAD = ["ae_type1,E07000066,2024-04,5", "ae_type1,E07000067,2024-04,about 9", "ae_type1,Atlantis,2024-04,7"]
INSIGHT = "insight,heard_on,citizen_group,theme,summary,quote_released"
SAID = '"Ring Mrs Archer on 01245 123456"'


def sent_back(content, dataset="service_demand", name="file.csv"):
    """The annotated workbook, opened."""
    found = checked(content, dataset, name=name)
    header_row = found.layout.header_row if found.layout else 0
    made = annotated(content, read_workbook(content, name), found.faults, header_row)
    return load_workbook(io.BytesIO(made))


def comments(sheet):
    return {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}


def test_each_cell_at_fault_has_a_comment_that_says_how_to_mend_it():
    found = comments(sent_back(demand(*BAD))["file"])
    assert found.keys() == {"D3", "B4"}
    assert "“about 9” isn't a number" in found["D3"]
    assert "Write a number" in found["D3"]


def test_a_first_sheet_lists_every_fault_the_worst_first():
    book = sent_back(demand(*BAD))
    assert book.sheetnames[0] == LIST
    rows = list(book[LIST].iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == ["Fault", "Fault"]
    assert {row[2] for row in rows[1:]} == {"D3", "B4"}


def own_workbook():
    book = Workbook()
    book.active.title = "Data"
    for line in ("service,area,period,count", *BAD):
        book.active.append(line.split(","))
    book.active["A1"].font = Font(bold=True)
    book.active.column_dimensions["A"].width = 33
    book.active["G9"] = "=1+1"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_an_own_workbook_keeps_its_looks_and_loses_its_formulas():
    sheet = sent_back(own_workbook(), name="file.xlsx")["Data"]
    assert (sheet["A1"].font.bold, sheet.column_dimensions["A"].width) == (True, 33)
    assert comments(sheet).keys() >= {"D3", "B4"}
    assert not any(str(cell.value).startswith("=") for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_that_would_run_as_a_formula_is_escaped_in_cells_and_in_the_list(start):
    book = sent_back(demand(f"{start}cmd|' /C calc'!A0,E07000066,2024-04,5"))
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert not any(text.startswith(("=", "+", "@", "-c")) for text in texts)
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("name", ["file.csv", "file.xlsx"])
def test_personal_data_is_repeated_nowhere(name):
    lines = [f"{INSIGHT},Email,Mobile number", f"N1,2024-05-14,carers,Buses,{SAID},yes,jo@example.org,07700900123"]
    content = csv(*lines) if name == "file.csv" else xlsx([line.replace('"', "").split(",") for line in lines])
    book = sent_back(content, "insights", name)
    texts = " ".join(str(cell.value) + (cell.comment.text if cell.comment else "")
                     for sheet in book for row in sheet.iter_rows() for cell in row)  # fmt: skip
    assert "Personal data removed" in texts
    assert not any(held in texts for held in ("Archer", "123456", "jo@example.org", "7700900123"))


def test_a_file_without_a_header_is_sent_back_with_the_reason_on_its_first_sheet():
    book = sent_back(csv("nothing,here", "1,2"))
    assert "No header row" in [row[3] for row in book[LIST].iter_rows(values_only=True)]


def test_the_shell_writes_it_and_stores_nothing(tmp_path, capsys):
    (tmp_path / "d.csv").write_bytes(demand(*BAD))
    asked = ["annotate", str(tmp_path / "d.csv"), "--dataset", "service_demand", "--out", str(tmp_path / "o.xlsx")]
    assert main([*asked, "--db", f"sqlite:///{tmp_path}/s.sqlite"]) == 0
    assert "2 faults" in capsys.readouterr().out
    assert comments(load_workbook(tmp_path / "o.xlsx")["d"]).keys() == {"D3", "B4"}


def test_the_shell_never_writes_over_the_file_itself(tmp_path, capsys):
    file = tmp_path / "d.xlsx"
    file.write_bytes(own_workbook())
    asked = ["annotate", str(file), "--dataset", "service_demand", "--out", str(file)]
    assert main([*asked, "--db", f"sqlite:///{tmp_path}/s.sqlite"]) == 2
    assert "not a new file" in capsys.readouterr().err
