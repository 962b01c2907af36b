"""A service named in a title, a heading, a sheet's name or a column's values is proposed, and the table loads by it."""

import pytest

from etl.mapping import ColumnMap
from etl.named_services import service_in
from etl.specs import SPECS
from etl.suggest import suggested, suggestions
from tests.etl.publishers import DISTRICTS, as_csv, as_xlsx
from tests.etl.test_pieces import CODES, codes_of, looked, read

NAMES = [name for _, name in DISTRICTS[:4]]
SERVICES, PLACES = CODES.lists["services"], CODES.lists["areas"]


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("Fire and rescue incidents by district, April 2024", "fire_incidents"),
        ("Table 2: number of fire incidents, Essex, 2023/24", "fire_incidents"),
        ("ASB", "asb"),
        ("Recorded antisocial behavior incidents by local authority", "asb"),
        ("asb_incidents", "asb"),
        ("999 ambulance calls received by month", "ambulance_calls"),
        ("Emergency admissions", "emergency_admissions"),
        ("Emergency admissions for asthma by district", ""),
        ("Fear of anti-social behaviour by district", ""),
        ("Deliberate fire incidents", ""),
        ("Ambulance calls answered within 5 seconds, %", ""),
        ("Anti-social behaviour incidents per 1,000 people", ""),
        ("Homelessness prevention duties and relief duties", ""),
        ("Library visits by district", ""),
        ("", ""),
    ],
)
def test_a_text_names_one_service_or_none(text, service):
    assert service_in(text, SERVICES, PLACES) == service


def months_across(title="Fire incidents by district", sheet="Data"):
    body = [[name, 40 + at, 50 + at, 60 + at, 150 + 3 * at] for at, name in enumerate(NAMES)]
    return "wide.xlsx", as_xlsx({sheet: [[title], [], ["District", "Apr-24", "May-24", "Jun-24", "Total"], *body]})


def sheet_says():
    return "wide.xlsx", as_xlsx({"ASB": [["District", "Apr 2024", "May 2024"], *[[name, 21, 22] for name in NAMES]]})


def heading_says():
    rows = [[f"2024-0{month}", name, 30 + month] for month in (1, 2) for name in NAMES]
    return "long.csv", as_csv([["Month", "District", "ASB incidents"], *rows])


def column_says(*words):
    rows = [[40 + at, f"2024-0{month}", word, name]
            for month in (1, 2) for word in words for at, name in enumerate(NAMES)]  # fmt: skip
    return "long.csv", as_csv([["Number", "Month", "Kind", "District"], *rows])


def areas_across():
    rows = [[f"2024-0{month}", *[10 * month + at for at in range(4)], 40 * month + 6] for month in range(1, 7)]
    return "areas.xlsx", as_xlsx({"S": [["Ambulance 999 calls"], ["Month", *NAMES, "Total"], *rows]})


def as_proposed(make):
    piece = looked(make)[3][0]
    assert piece.proposal.dataset == "service_demand"
    return read(make, "service_demand", suggested(piece, SPECS["service_demand"], CODES))


@pytest.mark.parametrize(
    ("make", "service", "count", "months", "total"),
    [
        (months_across, "fire_incidents", 12, {4, 5, 6}, 618),
        (lambda: months_across("Noise", "fire incidents"), "fire_incidents", 12, {4, 5, 6}, 618),
        (sheet_says, "asb", 8, {4, 5}, 172),
        (heading_says, "asb", 8, {1, 2}, 252),
        (lambda: column_says("Anti-social behaviour incidents"), "asb", 8, {1, 2}, 332),
        (lambda: column_says("ASB incidents"), "asb", 8, {1, 2}, 332),
        (areas_across, "ambulance_calls", 24, {1, 2, 3, 4, 5, 6}, 876),
    ],
    ids=["title", "sheet's name", "sheet alone", "heading", "values", "near values", "areas across"],
)
def test_a_table_whose_service_is_named_loads_as_proposed(make, service, count, months, total):
    records = as_proposed(make).records
    assert (set(records.get("service")), len(records)) == ({service}, count)
    assert {each.start.month for each in records.get("period")} == months
    assert sum(records.get("count")) == total


def test_two_services_down_a_column_stay_apart():
    records = as_proposed(lambda: column_says("ASB incidents", "Fire incidents")).records
    assert sorted(set(records.get("service"))) == ["asb", "fire_incidents"]


def test_two_kinds_of_one_service_are_not_taken_for_two():
    piece = looked(lambda: column_says("ASB", "ASB incidents"))[3][0]
    assert "service" not in piece.proposal.columns


def test_columns_of_different_months_are_given_no_period_of_all_of_them():
    piece = looked(months_across)[3][0]
    assert piece.proposal.constants == {"service": "fire_incidents"}


def test_it_is_said_that_one_column_stands_for_its_like():
    found = suggestions(looked(months_across)[3][0], SPECS["service_demand"], CODES)
    assert "columns B to D are read together" in found["count"].reason


def test_a_service_that_is_only_a_part_of_the_title_is_left_to_a_person():
    piece = looked(lambda: months_across("Deliberate fire incidents"))[3][0]
    assert (piece.proposal.constants, piece.proposal.columns) == ({}, {"area": "A", "count": "B"})
    assert codes_of(read(lambda: months_across("Noise"), "service_demand", suggested(
        piece, SPECS["service_demand"], CODES)), "error") == {"missing_column"}  # fmt: skip


def test_a_count_named_by_hand_outranks_the_one_proposed():
    wanted = ColumnMap({"area": "A", "count": "B", "asb": "B"}, constants={"service": "fire_incidents"}, table=1)
    assert set(read(months_across, "service_demand", wanted).records.get("service")) == {"asb"}
