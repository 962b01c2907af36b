"""A county among its own districts is their sum by its label, wherever it stands, and said where it isn't."""

import pytest

from data.framework import load_framework
from etl.codes import codebook
from etl.load import check
from etl.mapping import ColumnMap
from etl.read import read_workbook
from etl.recognise import understand
from etl.specs import SPECS

CODES = codebook(load_framework())
DISTRICTS = ["Basildon", "Braintree", "Brentwood", "Castle Point", "Chelmsford", "Colchester", "Epping Forest",
             "Harlow", "Maldon", "Rochford", "Tendring", "Uttlesford"]  # fmt: skip


def table(county=("Essex", 78, 312), place=5, others=DISTRICTS, head="Area", step=1):
    rows = [[name, count * step, count * step * 4] for count, name in enumerate(others, 1)]
    rows.insert(place, list(county))
    lines = [[head, "Apr-24", "May-24"], *rows]
    return "\n".join(",".join(map(str, line)) for line in lines).encode()


def understood(content):
    return understand(read_workbook(content, "asb.csv", details=True), "asb.csv", CODES)


def unmet(faults):
    return [(each.cell, each.value, each.expected) for each in faults if each.code == "total_not_met"]


@pytest.mark.parametrize("place", [0, 5, 12])
def test_a_county_among_its_districts_is_a_total_wherever_it_stands(place):
    [piece] = understood(table(("Essex County Council", 78, 999), place)).pieces
    assert list(piece.found.totals) == [place + 1]


def test_a_total_that_its_districts_do_not_add_up_to_is_said():
    assert unmet(understood(table(("Essex", 78, 999))).faults) == [("C7", "999", "312")]
    assert unmet(understood(table()).faults) == []


@pytest.mark.parametrize(("county", "step"), [(("Essex", 7, 26), 1), (("Essex", 6.5, 26.5), 1),
                                              (("Essex", 410, 1550), 5), (("Essex", "[c]", 312), 1)])  # fmt: skip
def test_a_mean_a_rounded_sum_and_what_is_withheld_are_not_held_against_it(county, step):
    assert unmet(understood(table(county, step=step)).faults) == []


@pytest.mark.parametrize(("others", "head"), [(["Kent", "Suffolk", "Norfolk", "Surrey"], "Area"),
                                              (["Ipswich", "Babergh", "Mid Suffolk", "Basildon"], "Area"),
                                              (DISTRICTS, "Police force")])  # fmt: skip
def test_a_county_among_others_and_a_force_are_no_totals(others, head):
    [piece] = understood(table(("Essex", 78, 311), 2, others, head)).pieces
    assert not piece.found.totals


@pytest.mark.parametrize("kept", [False, True])
def test_a_mapped_load_says_it_once_whether_or_not_the_total_is_kept(kept):
    mapping = ColumnMap({"area": "A", "count": "B"}, constants={"service": "asb"}, table=1, keep_totals=kept)
    book = read_workbook(table(("Essex", 500, 312)), "asb.csv", details=True)
    found = check(book, SPECS["service_demand"], CODES, mapping)
    assert unmet(found.faults) == [("B7", "500", "78")]
    assert ("E10000012" in found.records.get("area")) is kept
