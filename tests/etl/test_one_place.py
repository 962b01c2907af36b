"""A sheet's name says the place of its figures, unless it is an ordinary word that says what is counted."""

import pytest

from tests.etl.publishers import as_xlsx
from tests.etl.understanding import understood

ROWS = [["Sex", "2019", "2020", "2021"], ["Boys", 60, 62, 64], ["Girls", 61, 63, 65], ["Others", 62, 64, 66]]


@pytest.mark.parametrize(
    ("sheet", "title", "code"),
    [
        ("Harlow", "Pupils at the expected standard", "E07000073"),
        ("Reading", "Pupils at the expected standard in reading", ""),
        ("Reading", "Attainment in Reading, by sex", ""),
        ("Reading", "Reading Borough Council: pupils at the expected standard", "E06000038"),
    ],
)
def test_a_sheets_name_is_a_place_where_it_can_only_be_one(sheet, title, code):
    (piece,) = understood("pupils.xlsx", as_xlsx({sheet: [[title], [], *ROWS]})).pieces
    assert piece.found.area.get("area_code", "") == code
