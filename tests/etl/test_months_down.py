"""Months down the rows under years across: each count is loaded for its month of the year above it, from its cell."""

import datetime as dt

import pytest

from data.framework import load_framework
from etl.codes import codebook
from etl.load import check
from etl.mapping import ColumnMap
from etl.read import read_workbook
from etl.specs import SPECS
from tests.etl.publishers import as_xlsx

CODES = codebook(load_framework())
MAPPING = ColumnMap({"area": "A", "count": "C"}, constants={"service": "asb"}, table=1)
TITLE = [["Incidents reported"], []]


def records(*rows, mapping=MAPPING):
    """Service demand from a sheet of these rows below its title."""
    book = read_workbook(as_xlsx({"Incidents": [*TITLE, *rows]}), "incidents.xlsx", details=True)
    checked = check(book, SPECS["service_demand"], CODES, mapping, None, dt.date(2026, 10, 31), name="incidents.xlsx")
    found = checked.records
    assert not [each for each in checked.faults if each.severity == "error"]
    told = zip(*(found.values[name] for name in ("area", "period", "count")), strict=True)
    said = ((area, str(when.start), when.kind, count) for area, when, count in told)
    return {found.cell("count", at): each for at, each in enumerate(said)}


def districts(years, labels):
    """Two districts, each with these labels down the rows; a count says its district, row and column."""
    yield ["District", "Month", *years]
    for tens, name in ((10, "Basildon"), (20, "Harlow")):
        yield from ([name, label, *(100 * at + tens + row for at in range(1, len(years) + 1))]
                    for row, label in enumerate(labels))  # fmt: skip


@pytest.mark.parametrize(
    ("years", "labels", "cell", "said"),
    [
        ((2022, 2023), ("January", "February", "March"), "C4", ("E07000066", "2022-01-01", "month", 110.0)),
        ((2022, 2023), ("January", "February", "March"), "D9", ("E07000073", "2023-03-01", "month", 222.0)),
        (("2022/23", "2023/24"), ("Apr", "May", "Jan"), "D6", ("E07000066", "2024-01-01", "month", 212.0)),
        (("2022-23", "2023-24"), ("Q1", "Q2", "Q3"), "C5", ("E07000066", "2022-07-01", "quarter", 111.0)),
    ],
    ids=["the first month of the first year", "the last of the last", "a financial year ends in March", "quarters"],
)
def test_a_count_is_of_its_rows_month_in_the_year_above(years, labels, cell, said):
    assert records(*districts(years, labels))[cell] == said


def test_every_count_is_loaded_once():
    assert len(records(*districts((2022, 2023), ("January", "February", "March")))) == 12


def test_years_across_without_months_are_years():
    rows = [["District", "Code", 2022, 2023], ["Basildon", "E07000066", 5, 6], ["Harlow", "E07000073", 7, 8]]
    assert {said[1:3] for said in records(*rows).values()} == {("2022-01-01", "year"), ("2023-01-01", "year")}
