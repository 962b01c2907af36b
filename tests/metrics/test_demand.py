"""Demand per day and per population, worked by hand; gaps, breaks, limits, footprints."""

import dataclasses

import pandas as pd
import pytest

from metrics.measures import compute
from metrics.spc import xmr
from metrics.types import Absence
from tests.metrics.builders import context, counts, day, definition, one, people, series

RATE = definition(
    "demand_rate",
    unit="rate",
    direction="down",
    params={"service": "ae", "per": 1000, "denominator": "persons"},
)
BOTH = {"D1": {2024: 1000}, "D2": {2024: 3000}}


def rates(demand, population=None, measure=RATE, **more):
    frames = {"service_demand": demand}
    if population is not None:
        frames["population"] = population
    return compute(measure, frames, context("2026-10-31", **more))


def test_counts_are_divided_by_the_days_of_the_month_then_by_people():
    found = rates(counts({"D1": [60, 62], "D2": [90, 93]}), people(BOTH))
    assert series(found, "count", area="D1") == [60, 62]
    assert series(found, "per_day", area="D1") == [2, 2]
    assert series(found, "rate", area="D1") == pytest.approx([2, 2])
    assert series(found, "rate", area="D2") == pytest.approx([1, 1])


def test_the_county_is_the_sum_of_its_districts_not_their_mean():
    found = rates(counts({"D1": [60], "D2": [90]}), people(BOTH))
    assert one(found, "count").value == 150
    assert one(found, "rate").value == pytest.approx(5 / 4)
    assert one(found, "rate").denominator == 4000


def test_a_month_that_one_district_lacks_is_a_gap_in_the_county_never_zero():
    found = rates(counts({"D1": [60, 62, 60], "D2": [90, "skip", 90]}), people(BOTH))
    assert series(found, "count") == [150, "missing", 150]
    gap = one(found, "count", end="2024-05-31")
    assert gap.reason == "1 of 2 areas have no figure"
    assert series(found, "count", area="D2") == [90, "missing", 90]


def test_a_withheld_count_stays_withheld_and_makes_no_sum():
    demand = counts({"D1": [60, None], "D2": [90, 90]})
    demand["absence"] = pd.Series([None, "withheld", None, None], dtype=object)
    found = rates(demand, people(BOTH))
    assert one(found, "count", area="D1").absence is Absence.WITHHELD
    assert one(found, "count").absence is Absence.MISSING


def test_a_footprint_counts_a_place_once_even_where_its_parts_overlap():
    members = {"COUNTY": ("D1", "D2"), "GREATER": ("COUNTY", "D2", "U1")}
    measure = dataclasses.replace(RATE, areas=("GREATER",))
    found = rates(counts({"D1": [60], "D2": [90], "U1": [30]}), measure=measure, members=members)
    assert one(found, "count", area="GREATER").value == 180


def test_an_area_with_figures_of_its_own_is_not_added_up():
    found = rates(counts({"COUNTY": [500], "D1": [60], "D2": [90]}))
    assert one(found, "count").value == 500


def test_a_trust_has_no_population_so_no_rate():
    found = rates(counts({"RDE": [60], "E06000001": [60]}), people(BOTH))
    assert {each.area for each in found} == {"RDE"}  # a place that isn't declared is a comparator
    assert {each.statistic for each in found} == {"count", "per_day"}


def test_population_is_interpolated_between_mid_years_and_held_after_the_last():
    population = people({"D1": {2023: 1000, 2024: 2000}, "D2": {2023: 1, 2024: 1}})
    found = rates(counts({"D1": [31] * 12}, first="2023-12"), population)
    december = one(found, "rate", area="D1", end="2023-12-31")
    # the middle of December is 169.5 days after 30 June 2023, of 366 to the next
    assert december.denominator == pytest.approx(1000 + 1000 * 169.5 / 366)
    assert "population interpolated" in december.method
    november = one(found, "rate", area="D1", end="2024-11-30")
    assert november.denominator == 2000
    assert "population held at mid-2024" in november.method


def test_everyone_is_the_row_without_sex_or_else_the_sexes_added():
    sexes = pd.concat([people({"D1": {2024: 400}}, sex="female"), people({"D1": {2024: 600}}, sex="male")])
    whole = pd.concat([sexes, people({"D1": {2024: 1010}})])
    demand = counts({"D1": [30]})
    assert one(rates(demand, sexes), "rate", area="D1").denominator == 1000
    assert one(rates(demand, whole), "rate", area="D1").denominator == 1010


def test_age_bands_alone_are_never_taken_for_everyone():
    found = rates(counts({"D1": [30]}), people({"D1": {2024: 900}}, band="18-24"))
    assert {each.statistic for each in found} == {"count", "per_day"}


@pytest.mark.parametrize(
    ("unit", "population", "expected"),
    [
        (
            "adults",
            pd.concat(
                [
                    people({"D1": {2024: 300}}, band="0-17"),
                    people({"D1": {2024: 300}}, band="18-64"),
                    people({"D1": {2024: 200}}, band="65+"),
                ]
            ),
            500,
        ),
        ("households", people({"D1": {2024: 450}}, unit="households"), 450),
    ],
)
def test_other_denominators(unit, population, expected):
    measure = dataclasses.replace(RATE, params={**RATE.params, "denominator": unit})
    assert one(rates(counts({"D1": [30]}), population, measure), "rate", area="D1").denominator == expected


def test_a_break_starts_a_segment_for_its_area_and_for_the_areas_it_is_part_of():
    measure = dataclasses.replace(RATE, breaks=((day("2024-05-01"), "Merger", ("D1",)),))
    found = rates(counts({"D1": [60, 62], "D2": [90, 93]}), people(BOTH), measure)
    segments = {(e.area, e.period.end.month): e.segment for e in found if e.statistic == "rate"}
    assert segments == {
        ("COUNTY", 4): 1,
        ("COUNTY", 5): 2,
        ("D1", 4): 1,
        ("D1", 5): 2,
        ("D2", 4): 1,
        ("D2", 5): 1,
    }


def test_limits_are_xmr_limits_of_each_segment():
    values = [300, 330, 290, 310, 305, 295, 320, 280, 300, 310, 305, 295, 600, 610, 590, 605, 620, 600]
    measure = dataclasses.replace(RATE, breaks=((day("2025-04-01"), "Recording", ()),))
    found = rates(counts({"D1": values}), None, measure)
    daily = sorted((e for e in found if (e.statistic, e.area) == ("per_day", "D1")), key=lambda e: e.period)
    chart = xmr([e.value for e in daily], "down", rebase=[12])
    assert [e.centre for e in daily] == pytest.approx([point.centre for point in chart.points])
    assert [e.upper_limit for e in daily] == pytest.approx([point.upper for point in chart.points])
    assert {e.mark for e in daily} == {"common_cause"}


def test_marks_say_the_side_as_well_as_whether_it_is_good():
    values = [300, 302, 298, 301, 299, 300, 302, 298, 301, 299, 300, 302, 900]
    found = rates(counts({"D1": values}))
    assert one(found, "per_day", area="D1").mark == "concern_high"
    assert one(found, "per_day", area="D1", end="2024-04-30").lower_limit >= 0


def test_a_count_has_an_interval_and_a_series_that_varies_more_has_a_wider_one():
    steady, wild = [100, 101, 99, 100, 102, 98, 100, 101], [100, 160, 60, 150, 70, 140, 60, 100]
    found = rates(counts({"D1": steady, "D2": wild}))
    widths = {
        area: (lambda e: e.high - e.low)(one(found, "count", area=area, end="2024-04-30"))
        for area in ("D1", "D2")
    }
    assert widths["D1"] == pytest.approx(121.627 - 81.364, abs=0.01)  # Garwood, 100 events
    assert widths["D2"] > 2 * widths["D1"]


def test_real_counts_over_a_sample_population_make_no_rate_but_keep_their_counts():
    found = rates(counts({"D1": [60]}), people({"D1": {2024: 1000}}, origin="sample"))
    assert one(found, "rate", area="D1").absence is Absence.NOT_COMPARABLE
    assert one(found, "per_day", area="D1").value == 2


def test_a_reference_population_may_join_either():
    found = rates(counts({"D1": [60]}, origin="sample"), people({"D1": {2024: 1000}}, origin="reference"))
    assert one(found, "rate", area="D1").value == 2
    assert one(found, "rate", area="D1").illustrative


def test_real_and_sample_districts_never_meet_in_the_county():
    demand = pd.concat(
        [counts({"D1": [60]}), counts({"D2": [90]}, origin="sample", upload=3)], ignore_index=True
    )
    found = rates(demand)
    assert one(found, "count").absence is Absence.NOT_COMPARABLE
    assert (one(found, "count", area="D1").value, one(found, "count", area="D2").value) == (60, 90)


def test_a_rate_leads_to_the_counts_and_the_population():
    found = one(rates(counts({"D1": [60], "D2": [90]}), people(BOTH)), "rate")
    assert found.trace == ((1, "Data", "rows 2-3"), (2, "Data", "rows 2-3"))


@pytest.mark.parametrize("kind", ["demand_rate", "prevention_share", "failure_share"])
def test_no_data_give_no_figures(kind):
    params = {"service": "ae", "per": 1, "denominator": "persons", "numerator": "a", "other": "b"}
    assert compute(definition(kind, params=params), {}, context()) == []
    other = {"service_demand": counts({"D1": [1]}, service="zz")}
    assert compute(definition(kind, params=params), other, context()) == []


def test_keys_are_unique_and_texts_fit_the_store():
    found = rates(counts({"D1": [60] * 15, "D2": [90] * 15, "RDE": [5] * 15}), people(BOTH))
    keys = {(e.statistic, e.period, e.area, e.segment) for e in found}
    assert len(keys) == len(found)
    assert all(len(each.method) <= 64 and len(each.mark) <= 32 for each in found)
