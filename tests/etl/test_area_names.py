"""Which area a name or a code stands for, however it is written: the one answer all ways of reading a file share."""

import pytest

from data.framework import load_framework
from etl.area_names import OLD_CODES, code_meant, code_of_name
from etl.codes import codebook
from etl.load import check
from etl.look import Look
from etl.mapping import ColumnMap
from etl.read import read_workbook
from etl.recognise import understand
from etl.specs import SPECS
from etl.suggest import suggested
from etl.tables.long import long_rows

CODES = codebook(load_framework())
WRITTEN = {
    "E07000066": ("Basildon District", "BASILDON BOROUGH", "Borough of Basildon", "22UB", "22ub", "Basildon [note 2]"),
    "E07000067": ("Braintree DC", "Braintree D.C.", "District of Braintree", "Braintree (district)"),
    "E07000068": ("Brentwood Borough Council", "Brentwood BC", "brentwood boro council"),
    "E07000069": ("Castlepoint", "Castle-Point", "CASTLE POINT BC", "Castlepoint Borough Council"),
    "E07000070": ("Chelmsford City Council", "Chelmsford City", "City of Chelmsford", "Chelmsford, City of"),
    "E07000071": ("Colchester Borough Council", "22UG", "Colchester City Council (UA)"),
    "E07000072": ("epping forest", "EppingForest", "Epping Forest Local Authority"),
    "E07000074": ("Maldon District", "maldon district council."),
    "E07000076": ("Tendring district council", "Tendring Council"),
    "E06000033": ("Southend on Sea", "Southend-On-Sea", "Southend", "SouthendOnSea", "Southend-on-Sea City", "00KF"),
    "E06000034": ("Thurrock UA", "Thurrock U.A.", "Thurrock Unitary Authority", "Thurrock Unitary", "00KG"),
    "E10000012": ("Essex", "Essex County Council", "Essex CC", "ESSEX COUNTY", "County of Essex"),
    "E10000015": ("Hertfordshire County", "hertfordshire cc"),
    "E06000056": ("Central Bedfordshire Council", "00KC"),
    "GESSEX": ("Greater Essex", "GREATER-ESSEX"),
    "E54000026": ("NHS Mid and South Essex Integrated Care Board", "Mid & South Essex ICB"),
    "RQW": ("Princess Alexandra Hospital NHS Trust", "THE PRINCESS ALEXANDRA HOSPITAL NHS TRUST", "rqw"),
}
NONE_OF_OURS = (
    "Essex Police", "Essex Fire and Rescue", "Essex NHS Trust", "Mid and South Essex", "Essex, Southend and Thurrock",
    "Essex (including Southend and Thurrock)", "Essex (excl. Harlow)", "Basildon, Harlow", "Tandridge", "Camden",
    "22ZZ", "22", "South Essex", "", "(" * 60_000, "Basildon " * 5_000,
)  # fmt: skip


@pytest.mark.parametrize(("text", "code"), [(text, code) for code, texts in WRITTEN.items() for text in texts])
def test_an_area_is_known_however_its_council_is_written(text, code):
    assert CODES.area(text) == code


@pytest.mark.parametrize("text", NONE_OF_OURS)
def test_what_is_another_area_or_may_be_two_is_none_of_ours(text):
    assert CODES.area(text) == ""


@pytest.mark.parametrize(("text", "code"), [("St.Albans DC", "E07000240"), ("City of London", "E09000001"),
                                        ("London", "E12000007"), ("Bristol, City of", "E06000023")])  # fmt: skip
def test_other_peoples_areas_are_known_by_the_same_rule(text, code):
    assert (code_of_name(text), CODES.area(text)) == (code, "")


def test_a_service_called_like_a_county_is_no_county():
    assert (code_meant("Essex Constabulary"), code_meant("Essex")) == ("", "E10000012")


@pytest.mark.parametrize(("text", "meant"), [("Chelmsfrod", "Chelmsford"), ("Chelmsfrod City Council", "Chelmsford"),
                                         ("Mid and South Essex", "Mid and South Essex ICB")])  # fmt: skip
def test_a_name_that_is_nearly_one_of_ours_is_asked_about(text, meant):
    assert CODES.area_hint(text) == f" Did you mean “{meant}”?"


@pytest.mark.parametrize("text", ["Tandridge", "Brent", "Xyzzy"])
def test_a_name_that_is_another_area_or_nothing_like_ours_is_not(text):
    assert CODES.area_hint(text) == ""


def test_every_old_code_is_of_an_area_of_the_framework():
    ours = {area.code: area.name for area in load_framework().areas}
    rows = OLD_CODES.read_text(encoding="utf-8").splitlines()[1:]
    assert rows
    assert all(ours[row.split(",")[1]] == row.split(",")[2] for row in rows)


COUNCILS = ["Castlepoint", "22UG", "Thurrock UA", "Southend on Sea", "Harlow DC"]
MAPPED = ColumnMap({"service": "A", "area": "B", "period": "C", "count": "D"}, table=1)
CODED = ["E07000069", "E07000071", "E06000034", "E06000033", "E07000073"]


def counted(*areas):
    rows = (f"asb,{area},Apr 2024,{count}" for count, area in enumerate(areas, 200))
    return "\n".join(["service,area,period,count", *rows, ""]).encode()


def loaded(content, mapping=None):
    book = read_workbook(content, "asb.csv", details=True)
    return check(book, SPECS["service_demand"], CODES, mapping or ColumnMap())


def test_our_own_template_takes_an_area_however_it_is_written():
    assert loaded(counted(*COUNCILS)).records.get("area") == CODED


def test_a_mapped_table_takes_them_too_and_says_which_rows_it_leaves_out():
    found = loaded(counted(*COUNCILS, "Essex Police", "Chelmsfrod", "Tandridge"), MAPPED)
    said = {each.code: each.message for each in found.faults}
    assert found.records.get("area") == CODED
    assert "3 rows" in said["other_areas_left_out"]
    assert "Did you mean “Chelmsford”?" in said["area_nearly_ours"]


def test_the_template_asks_whether_a_misspelt_area_is_ours():
    [said] = [each for each in loaded(counted("Chelmsfrod")).faults if each.code == "unknown_area"]
    assert "Did you mean “Chelmsford”?" in said.message


def test_areas_are_proposed_and_none_is_asked_for_however_they_are_written():
    book = read_workbook(counted(*COUNCILS), "asb.csv", details=True)
    [piece] = understand(book, "asb.csv", CODES).pieces
    found = Look(True, SPECS["service_demand"], CODES, book, pieces=(piece,))
    mapping = suggested(piece, found.spec, CODES)
    assert mapping.columns["area"] == "B"
    assert found.unknown(found.layout(mapping)[0]) == {}


def test_a_long_table_has_the_codes_in_use_now():
    lines = ["Area,Code,2015,2016", "Basildon,22UB,1,2", "Colchester,22UG,3,4", "Castlepoint,,5,6", "Nowhere,99ZZ,7,8"]
    book = read_workbook("\n".join(lines).encode(), "a.csv", details=True)
    [piece] = understand(book, "a.csv", CODES).pieces
    codes = [row.area_code for row in long_rows(piece.found, 1)][::2]
    assert codes == ["E07000066", "E07000071", "E07000069", "99ZZ"]
