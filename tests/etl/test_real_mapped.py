"""Publishers' own files, where the folder with them is there, go into the datasets by the mapping suggested."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from data.framework import load_framework
from etl.codes import codebook
from etl.load import check
from etl.read import read_workbook
from etl.recognise import understand
from etl.specs import SPECS
from etl.suggest import likeliest, suggested

REAL = Path(__file__).resolve().parents[3] / "shared" / "real"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real files isn't here")
CODES = codebook(load_framework())


@cache
def read(file, dataset):
    book = read_workbook(REAL / file, file, details=True)
    piece = likeliest(understand(book, file, CODES).pieces, SPECS[dataset], CODES)
    mapping = suggested(piece, SPECS[dataset], CODES)
    return check(book, SPECS[dataset], CODES, mapping, None, dt.date(2026, 10, 31), name=file)


def counts(file, dataset, *fields):
    records = read(file, dataset).records
    return dict(zip(zip(*(records.get(name) for name in fields), strict=True), records.get("count"), strict=True))


@pytest.mark.parametrize(
    ("file", "dataset", "rows"),
    [
        ("ae_by_provider_2025-04.xls", "service_demand", 6),
        ("ons_mye_latest.xlsx", "population", 18),
        ("homeless_detailedLA_201806.xlsx", "service_demand", 36),
    ],
)
def test_a_real_file_is_read_without_errors_and_without_retyping(file, dataset, rows):
    checked = read(file, dataset)
    assert [each.message for each in checked.faults if each.severity == "error"] == []
    assert len(checked.records) == rows


def test_attendances_of_our_trusts_are_those_read_by_hand():
    found = counts("ae_by_provider_2025-04.xls", "service_demand", "area", "service")
    assert {area for area, _ in found} == {"RAJ", "RDE", "RQW"}
    assert {each.start for each in read("ae_by_provider_2025-04.xls", "service_demand").records.get("period")} == {
        dt.date(2025, 4, 1)
    }


def test_people_of_the_twelve_districts_add_up_to_the_county():
    found = counts("ons_mye_latest.xlsx", "population", "area")
    assert sum(found[(f"E070000{number}",)] for number in range(66, 78)) == 1_563_365
