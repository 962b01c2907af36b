"""Publishers' and platforms' own files go into the datasets through a mapping, without retyping."""

import datetime as dt
from dataclasses import replace
from functools import cache

import pytest

from data import schema
from data.framework import load_framework
from etl.codes import codebook
from etl.headings import headings
from etl.load import check, receive
from etl.mapping import ColumnMap
from etl.read import read_workbook
from etl.recognise import understand
from etl.specs import SPECS
from etl.suggest import likeliest, suggested, suggestions
from tests.etl import citizens
from tests.etl.publishers import as_xlsx, ascof, nhs_england_monthly, ons
from tests.etl.test_load import rows_of

AS_AT = dt.date(2026, 10, 31)
CODES = codebook(load_framework())


@cache
def looked(make):
    name, content = make()
    book = read_workbook(content, name, details=True)
    return name, content, book, understand(book, name, CODES).pieces


def proposal(make, dataset):
    pieces = looked(make)[3]
    return suggested(likeliest(pieces, SPECS[dataset], CODES), SPECS[dataset], CODES)


def read(make, dataset, mapping=None, wave=None):
    name, _, book, _ = looked(make)
    mapping = mapping or proposal(make, dataset)
    return check(book, SPECS[dataset], CODES, mapping, wave, AS_AT, name=name)


def codes_of(checked, severity):
    return {each.code for each in checked.faults if each.severity == severity}


def monthly():
    """Counts in thousands with the months across, a year's sum beside them, and a county above its districts."""
    head = ["Area code", "Area", "Apr-24", "May-24", "Total"]
    rows = [
        ["E10000012", "Essex", 3, 7, 10], ["E07000066", "Basildon", 1, 2, 3], ["E07000067", "Braintree", 2, "[c]", 2],
        ["E07000223", "Adur", 5, 5, 10], ["E07000068", "Brentwood", 0, "..", 0],
    ]  # fmt: skip
    return "asb.xlsx", as_xlsx({"Table 1": [["Anti-social behaviour incidents"], [], head, *rows]})


def test_counts_of_hospital_trusts_are_read_by_service_without_the_whole_of_england():
    records = read(nhs_england_monthly, "service_demand").records
    assert records.get("area") == ["RAJ", "RDE", "RQW"]
    assert records.get("service") == ["ae_type1"] * 3
    assert records.get("count") == [100.0, 200.0, 300.0]
    assert {each.start for each in records.get("period")} == {dt.date(2025, 4, 1)}


def test_a_record_still_knows_its_cell():
    records = read(nhs_england_monthly, "service_demand").records
    assert [records.cell("count", index) for index in range(3)] == ["E11", "E12", "E13"]


def test_totals_that_are_left_out_are_said():
    said = [each for each in read(nhs_england_monthly, "service_demand").faults if each.code == "totals_left_out"]
    assert [(each.sheet, each.value, each.severity) for each in said] == [("Provider", "9", "notice")]


def test_population_is_read_with_its_year_and_source_from_the_title():
    records = read(ons, "population").records
    assert set(records.get("unit")) == {"persons"}
    assert len(set(records.get("area"))) == len(records) > 0


MONTHS = ColumnMap({"area": "A", "count": "C"}, constants={"service": "asb"}, table=1)


def test_months_across_become_one_row_for_each_month_and_their_sum_stays_out():
    records = read(monthly, "service_demand", MONTHS).records
    months = [each.start.month for each in records.get("period")]
    found = zip(records.get("area"), months, records.get("count"), strict=True)
    assert list(found) == [
        ("E07000066", 4, 1.0), ("E07000067", 4, 2.0), ("E07000068", 4, 0.0),
        ("E07000066", 5, 2.0), ("E07000067", 5, None), ("E07000068", 5, None),
    ]  # fmt: skip


def test_marks_keep_what_they_mean():
    absences = read(monthly, "service_demand", MONTHS).records.absences["count"]
    assert {index: absence.value for index, absence in absences.items()} == {4: "withheld", 5: "missing"}


def test_areas_that_are_not_ours_are_left_out_and_said():
    [said] = [each for each in read(monthly, "service_demand", MONTHS).faults if each.code == "other_areas_left_out"]
    assert "E07000223" in said.message


def test_totals_are_data_where_a_person_keeps_them():
    records = read(monthly, "service_demand", replace(MONTHS, keep_totals=True)).records
    assert "E10000012" in records.get("area")


def test_numbers_are_multiplied_by_their_unit():
    records = read(monthly, "service_demand", replace(MONTHS, times={"count": 1000.0})).records
    assert records.get("count")[:3] == [1000.0, 2000.0, 0.0]


def test_a_table_that_is_not_there_is_a_fault():
    assert codes_of(read(monthly, "service_demand", replace(MONTHS, table=9)), "error") == {"no_such_table"}


def test_a_column_that_is_not_there_is_a_fault_with_a_hint():
    faults = read(monthly, "service_demand", replace(MONTHS, columns={"area": "Area cod", "count": "C"})).faults
    [said] = [each for each in faults if each.code == "mapped_column_missing"]
    assert "Area code" in said.message


@pytest.mark.parametrize("make", [citizens.qualtrics, citizens.surveymonkey])
def test_a_platforms_survey_is_read_as_citizens_answers(make):
    checked = read(make, "citizen_survey", wave="W9")
    assert codes_of(checked, "error") == set()
    records = checked.records
    assert records.get("cls_influence")[:4] == [1, 2, 3, 4]
    assert records.get("area")[:4] == ["E07000066", "E07000067", "E07000070", "E07000073"]
    assert set(records.get("mode")) == {"online"}


def test_test_responses_are_no_respondents():
    checked = read(citizens.qualtrics, "citizen_survey", wave="W9")
    assert len(checked.records) == 18
    assert "test_responses" in codes_of(checked, "notice")


def test_dates_of_a_platform_that_writes_the_month_first_are_read_so_and_said():
    checked = read(citizens.surveymonkey, "citizen_survey", wave="W9")
    assert set(checked.records.get("interview_date")) == {dt.date(2024, 3, 4)}
    assert "dates_month_first" in codes_of(checked, "notice")


def test_an_answer_spelt_otherwise_is_matched_by_likeness():
    assert proposal(citizens.surveymonkey, "citizen_survey").values == {
        "cls_influence": {"definitly disagree": "Definitely disagree"}
    }


def test_every_suggestion_says_why_and_how_sure_it_is():
    piece = looked(citizens.qualtrics)[3][0]
    found = suggestions(piece, SPECS["citizen_survey"], CODES)
    assert all(each.reason and 0 < each.confidence <= 1 for each in found.values())
    assert found["mode"].constant == "online"


def test_a_heading_in_other_words_is_suggested_with_less_confidence():
    def other():
        head = ["Area code", "Time periods", "Number of incidents"]
        return "x.xlsx", as_xlsx({"A": [["Title"], [], head, *([f"E070000{n}", "2024-04", n] for n in range(66, 78))]})

    found = suggestions(looked(other)[3][0], SPECS["service_demand"], CODES)
    assert found["area"].confidence == 1.0
    assert found["period"].letters == "B"


def test_the_likeliest_table_is_the_one_with_our_areas():
    def two():
        others = [[f"E0600000{n}", "Elsewhere", n] for n in range(1, 6)]
        ours = [[f"E0700006{n}", "Ours", n] for n in range(6, 9)]
        head = ["Area code", "Area", "Fire incidents"]
        return "two.xlsx", as_xlsx({"A": [["Fires"], [], head, *others], "B": [["Fires"], [], head, *ours]})

    assert likeliest(looked(two)[3], SPECS["service_demand"], CODES).found.sheet.name == "B"


def test_a_share_and_the_people_asked_are_read_together_for_each_year():
    piece = likeliest(looked(ascof)[3], SPECS["published_estimates"], CODES)
    by_name = {head.name: head.letters for head in reversed(headings(piece)) if head.period}
    mapping = ColumnMap(
        {"area": suggestions(piece, SPECS["published_estimates"], CODES)["area"].letters,
         "value": by_name["outcome"], "base": by_name["respondents"]},
        constants={"source": "S", "measure": "lga_area"}, table=piece.number,
    )  # fmt: skip
    records = read(ascof, "published_estimates", mapping).records
    assert {each.kind for each in records.get("period")} == {"financial_year"}
    assert len(records.get("base")) == len(records) > len(piece.found.rows) - len(piece.found.totals)


def test_a_trusts_file_is_staged_as_demand(store):
    name, content, _, _ = looked(nhs_england_monthly)
    offer = receive(store, content, name, "service_demand", "An evaluator", mapping=proposal(
        nhs_england_monthly, "service_demand"), as_at=AS_AT)  # fmt: skip
    assert offer.errors == []
    assert rows_of(store, schema.service_demand, "area_code", "count") == [
        ("RAJ", 100.0), ("RDE", 200.0), ("RQW", 300.0),
    ]  # fmt: skip
