"""Publishers' own files, where the folder with them is there: tables, rows, totals and cells read by hand."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from etl.codes import Codebook
from etl.convert import period_text
from etl.read import read_workbook
from etl.recognise import understand

REAL = Path(__file__).resolve().parents[3] / "shared" / "real"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real files isn't here")
CHECKS = json.loads((REAL / "checks.json").read_text()) if REAL.is_dir() else {}
CELLS = [(file, each) for file, about in CHECKS.items() for each in about["cells"]]
AE, ASC, HOMES = "ae_by_provider_2025-04.xls", "asc_ascof_2024_25.ods", "homeless_detailedLA_201806.xlsx"
ONS, SAV = "ons_mye_latest.xlsx", "survey_afrobarometer_tun_r7.sav"
KCMO, WARS = "survey_residents_kcmo_2022.csv", "survey_surveymonkey_starwars.csv"


@cache
def opened(file):
    return read_workbook(REAL / file, file, details=True)


@cache
def understood(file):
    return understand(opened(file), file, Codebook({}, {}))


def piece(file, sheet=""):
    return next(each for each in understood(file).pieces if not sheet or each.found.sheet.name == sheet)


@cache
def long(file, sheet=""):
    return list(piece(file, sheet).rows())


def at(file, sheet, cell):
    return next(each for each in long(file, sheet) if each.cell == cell)


def column(file, sheet, letters):
    return [each for each in long(file, sheet) if each.cell.rstrip("0123456789") == letters]


@pytest.mark.parametrize(("file", "check"), CELLS, ids=[f"{file[:8]}-{each['cell']}" for file, each in CELLS])
def test_a_cell_read_by_hand_is_found_in_the_file(file, check):
    sheets = {sheet.name: sheet for sheet in opened(file).sheets}
    sheet = sheets[check["sheet"]] if check["sheet"] else next(iter(sheets.values()))
    letters = check["cell"].rstrip("0123456789")
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    raw = sheet.rows[int(check["cell"][len(letters) :]) - 1][place - 1]
    assert raw == check["value"]


@pytest.mark.parametrize(
    ("file", "sheet", "cell", "value", "absence"),
    [
        (AE, "Provider Level Data", "H26", 33512, ""),
        (AE, "Provider Level Data", "H22", 26780, ""),
        (AE, "Provider Level Data", "S26", None, "not_applicable"),
        (ASC, "Table_1d", "AG108", 62.7, ""),
        (ASC, "Table_1d", "AF108", 415, ""),
        (ASC, "Table_1d", "U108", None, "missing"),
        (HOMES, "A1 - Apr-Jun 18", "E296", 163, ""),
        (HOMES, "A1 - Apr-Jun 18", "J32", 74, ""),
        (ONS, "MYE2 - Persons", "D172", 1563365, ""),
        (ONS, "MYE2 - Persons", "D183", 156759, ""),
    ],
)
def test_a_cell_keeps_its_value_or_its_absence_in_the_long_table(file, sheet, cell, value, absence):
    found = at(file, sheet, cell)
    assert (found.value, found.absence) == (value, absence)


@pytest.mark.parametrize(
    ("file", "sheet", "header", "rows", "totals", "period"),
    [
        (AE, "Provider Level Data", [15, 16], 199, 1, "2025-04"),
        (ASC, "Table_1d", [6], 174, 16, "2015-04-01 to 2025-03-31"),
        (HOMES, "A1 - Apr-Jun 18", [3, 4, 5], 338, 12, "2018-04-01 to 2018-06-30"),
        (ONS, "MYE2 - Persons", [8], 404, 43, "2024"),
    ],
)
def test_a_table_is_found_with_its_header_its_rows_its_totals_and_its_period(file, sheet, header, rows, totals, period):
    table = piece(file, sheet).found
    found = ([row + 1 for row in table.header_rows], len(table.rows), len(table.totals), period_text(table.period))
    assert found == (header, rows, totals, period)


@pytest.mark.parametrize(
    ("file", "sheet", "letters", "count", "total", "whole"),
    [
        (AE, "Provider Level Data", "H", 198, 2_297_421, "H17"),
        (AE, "Provider Level Data", "E", 198, 1_388_613, "E17"),
        (HOMES, "A1 - Apr-Jun 18", "E", 321, 67_832, None),
    ],
)
def test_rows_that_are_no_totals_add_up_to_the_whole(file, sheet, letters, count, total, whole):
    figures = [each.value for each in column(file, sheet, letters) if not each.row_total and each.value is not None]
    assert (len(figures), sum(figures)) == (count, total)
    assert whole is None or at(file, sheet, whole).value == total


def test_english_authorities_add_up_to_england_and_the_districts_to_essex():
    figures = {each.area_code: each.value for each in column(ONS, "MYE2 - Persons", "D") if not each.row_total}
    english = [value for code, value in figures.items() if code[:3] in ("E06", "E07", "E08", "E09")]
    essex = [figures[f"E070000{number}"] for number in range(66, 78)]
    assert (len(english), sum(english), sum(essex)) == (296, 58_620_101, 1_563_365)


def test_periods_in_column_headers_go_with_their_figures():
    found = at(ASC, "Table_1d", "AG108")
    assert (found.period, found.measure, found.area_code) == ("2024/25", "outcome", "E10000012")


def test_authorities_with_a_code_are_told_from_groups_of_them():
    assert len({each.area_code for each in long(ASC, "Table_1d") if not each.row_total}) == 158


@pytest.mark.parametrize(
    ("file", "question", "count", "mean"),
    [(SAV, "Q43G", 1150, 1.7557), (SAV, "Q43D", 982, 1.0947), (KCMO, "q1_01", 981, 3.843)],
)
def test_answers_that_are_none_stay_out_of_the_mean(file, question, count, mean):
    values = [each.value for each in long(file) if each.measure == question and each.value is not None]
    assert (len(values), round(sum(values) / len(values), 3)) == (count, round(mean, 3))


@pytest.mark.parametrize(
    ("file", "platform", "rows"), [(SAV, "SPSS", 1199), (KCMO, "unknown platform", 984), (WARS, "SurveyMonkey", 1186)]
)
def test_a_survey_is_recognised_with_its_respondents(file, platform, rows):
    survey = piece(file).found
    assert (survey.platform, len(survey.rows)) == (platform, rows)


def test_two_header_rows_of_a_survey_are_read_as_question_and_item():
    said = Counter(each.raw for each in long(WARS) if each.dimensions["item"] == "Han Solo")
    seen = Counter(each.raw for each in long(WARS) if each.cell.rstrip("0123456789") == "B")
    assert (said["Very favorably"], said[""], seen["Yes"], seen["No"]) == (610, 357, 936, 250)
