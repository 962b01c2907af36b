import pytest

from etl import extent as module
from etl.extent import extent

USUAL = b'<row><c r="A1" t="s"><v>1</v></c><c r="C2"/></row><row><c r="AB1000"><v>9</v></c></row>'
CASES = [
    (USUAL, (1000, 28, 3)),
    (b'<c r="XFD1048576"/><c r="A2"/>', (1_048_576, 16_384, 2)),
    (b"<sheetData/>", (0, 0, 0)),
    (USUAL + b'<x:c r="ZZ5"/>', (1000, 702, 4)),
    (USUAL + b'<c s="1" r="AA2000"/>', (2000, 28, 4)),
    (USUAL + b"<c\nr='AC7'/>", (1000, 29, 4)),
    (USUAL + b"<v>a c B99 :c  and <c></v>", (1000, 28, 3)),
]


@pytest.mark.parametrize(("part", "found"), CASES)
def test_the_extent_of_a_sheet_is_that_of_its_cells_however_they_are_written(part, found):
    assert extent(part) == found


@pytest.mark.parametrize(("part", "found"), CASES)
def test_a_large_sheet_is_measured_alike(part, found, monkeypatch):
    monkeypatch.setattr(module, "LARGE", 0)
    monkeypatch.setattr(module, "AT_ONCE", 40)
    assert extent(part) == found
