"""The name of a row's area is the one that goes with its code: headed alike, or not headed like another code."""

import pytest

from data.framework import load_framework
from etl.codes import codebook
from etl.read import read_workbook
from etl.recognise import understand

CODES = codebook(load_framework())
ONE = [["Essex", "Harlow"], ["Essex", "Harlow"]]
TWO = [["Essex", "Harlow"], ["Essex", "Maldon"]]


def named(head, rows):
    """The area's name on each row of: force and its number, partnership and its code, a quarter and its count."""
    codes = {"Harlow": "E22000108", "Maldon": "E22000109"}
    lines = [[force, 42, area, codes[area], f"Q{at} 2022/23", 10 * at] for at, (force, area) in enumerate(rows, 1)]
    content = "\n".join(",".join(map(str, line)) for line in [[*head, "Quarter", "Offences"], *lines]).encode()
    [piece] = understand(read_workbook(content, "crime.csv", details=True), "crime.csv", CODES).pieces
    return [(row.area_code[-3:], row.area_name) for row in piece.rows()]


@pytest.mark.parametrize(
    "head",
    [
        ["Force Name", "Force code", "CSP Name", "CSP code"],
        ["Force Name", "Force code", "CSP Name", "ONS Code"],
        ["Force area", "Force id", "CSP_name", "CSP_code"],
        ["PFA22NM", "PFA22CD", "CSP22NM", "CSP22CD"],
    ],
)
@pytest.mark.parametrize("rows", [ONE, TWO])
def test_a_partnerships_code_has_the_partnerships_name_beside_that_of_its_force(head, rows):
    places = {"Harlow": "108", "Maldon": "109"}
    assert named(head, rows) == [(places[area], area) for _, area in rows]
