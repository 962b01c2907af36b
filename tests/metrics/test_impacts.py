"""Which series a declared impact model is answered with: sums, gaps, origins, comparators, breaks."""

import datetime as dt

import pandas as pd
import pytest

from metrics.designs.types import ImpactModel
from metrics.impact_detail import answer_of, impact_detail, place_detail
from metrics.impacts import Declared, asked
from tests.metrics.builders import context, day, people

MONTHS = pd.date_range("2021-01-01", periods=60, freq="MS")
MODEL = ImpactModel("m", "ae", ("COUNTY",), "level", dt.date(2024, 4, 1))
POPULATION = people({area: {2022: 1000} for area in ("D1", "D2", "C1", "C2", "C3", "C4")})


def flat(area: str, size: int = 100, origin: str = "real", without: int | None = None, upload: int = 1) -> pd.DataFrame:
    """The same count a day in every month, with a little up and down."""
    rows = [
        {"service": "ae", "area_code": area, "period_start": start.date(),
         "period_end": (start + pd.offsets.MonthEnd()).date(), "period_kind": "month", "age_band": None,
         "count": size * start.days_in_month + at * 7 % 5, "absence": None}
        for at, start in enumerate(MONTHS) if at != without
    ]  # fmt: skip
    frame = pd.DataFrame(rows, dtype=object)
    return frame.assign(upload_id=upload, sheet="Data", row=range(2, len(frame) + 2), cell=None, origin=origin)


def questions(*parts: pd.DataFrame, population=POPULATION, model=MODEL, **more):
    frames = {"service_demand": pd.concat(parts, ignore_index=True)}
    if population is not None:
        frames["population"] = population
    given = Declared(model, "persons", comparators=("C1", "C2", "C3", "C4"), **more)
    return {each.area: each for each in asked(given, frames, context("2026-01-31"))}


DISTRICTS = (flat("D1"), flat("D2", 50))


def test_the_whole_comes_first_then_its_parts_then_organisations():
    found = questions(*DISTRICTS, flat("RXX"), per_day=("RXX", "RYY"))
    assert [(each.area, each.whole) for each in found.values()] == [
        ("COUNTY", True), ("D1", False), ("D2", False), ("RXX", False)
    ]  # fmt: skip


def test_a_whole_is_the_sum_of_its_parts_over_days_and_people():
    county = questions(*DISTRICTS)["COUNTY"].series
    assert county.values[0] == 150 * 31
    assert county.exposure[0] == pytest.approx(31 * 2000)
    assert county.parts == ("COUNTY", "D1", "D2")


def test_a_month_that_a_part_lacks_is_a_gap_of_the_whole():
    county = questions(flat("D1"), flat("D2", without=7))["COUNTY"].series
    assert [at for at, value in enumerate(county.values) if value is None] == [7]


def test_without_a_population_counts_are_set_against_days_alone():
    assert questions(*DISTRICTS, population=None)["COUNTY"].series.exposure[:2] == (31, 28)


def test_an_organisation_is_set_against_days_alone_and_has_no_comparators_that_are_measured_otherwise():
    trust = questions(*DISTRICTS, flat("RXX"), flat("C1"), per_day=("RXX",))["RXX"]
    assert trust.series.exposure[:2] == (31, 28)
    assert trust.comparators == ()


def test_real_rows_of_a_place_are_never_compared_with_sample_rows():
    found = questions(*DISTRICTS, flat("C1"), flat("C2", origin="sample"))["COUNTY"]
    assert [each.area for each in found.comparators] == ["C1"]
    assert not found.illustrative


def test_an_answer_from_samples_is_illustrative():
    assert questions(flat("D1", origin="sample"), flat("D2", origin="sample"))["COUNTY"].illustrative


def test_a_comparator_that_lacks_a_month_is_left_out():
    found = questions(*DISTRICTS, flat("C1"), flat("C2", without=3))["COUNTY"]
    assert [each.area for each in found.comparators] == ["C1"]


def test_a_break_in_a_part_is_a_break_of_the_whole_and_not_of_the_other_part():
    cut = (day("2025-02-01"), "recording", ("D1",))
    found = questions(*DISTRICTS, breaks=(cut,))
    assert found["COUNTY"].series.breaks == found["D1"].series.breaks == ((cut[0], "recording"),)
    assert found["D2"].series.breaks == ()


def test_a_place_without_rows_is_not_asked_about():
    assert list(questions(flat("C1"))) == []


def test_a_break_after_the_start_is_refused_and_the_detail_has_no_figures():
    county = questions(*DISTRICTS, breaks=((day("2025-02-01"), "recording", ()),))["COUNTY"]
    detail = impact_detail(county, county.answer(), [])
    assert (detail["claim"], detail["lead"], detail["avoided"], detail["months"]) == ("refused", "", None, [])
    assert "recording" in detail["sentence"]


@pytest.fixture(scope="module")
def county():
    return questions(*DISTRICTS, *(flat(code, 80 + at) for at, code in enumerate(("C1", "C2", "C3", "C4"))))["COUNTY"]


def test_a_kept_detail_goes_on_as_the_answer_it_was_made_of(county):
    found = county.answer()
    again = answer_of(impact_detail(county, found, []))
    assert (again.claim, again.sentence, again.maryland) == (found.claim, found.sentence, found.maryland)
    assert again.lead.avoided.value == pytest.approx(found.lead.avoided.value, rel=1e-6, abs=1e-6)
    assert again.lead.quantiles == pytest.approx(found.lead.quantiles, rel=1e-6, abs=1e-6)
    assert [month.start for month in again.lead.months] == [month.start for month in found.lead.months]


def test_a_detail_names_the_cells_of_the_place_and_of_its_comparators(county):
    assert impact_detail(county, county.answer(), [])["trace"] == [[1, "Data", "rows 2-61"]]


def test_a_part_is_told_in_whole_per_cent_without_counts(county):
    part = questions(*DISTRICTS)["D1"]
    detail = place_detail(part, part.answer())
    assert set(detail) == {"area", "claim", "sentence", "maryland", "lead", "percent"}
    assert detail["sentence"] == ""
    assert all(isinstance(each, int) for each in detail["percent"])
