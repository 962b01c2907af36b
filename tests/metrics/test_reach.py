"""Leaders engaged, sectors present, leaders who stayed."""

import dataclasses

import pytest

from metrics.measures import compute
from metrics.types import Absence
from tests.metrics.builders import attendance, context, day, definition, one, series

SECTORS = {"groups": {"sector": ("nhs", "police", "faith")}}
LOG = attendance(
    ("S1", "2024-04-10", "event", 2, "L1", "nhs"),
    ("S1", "2024-04-10", "event", 2, "L2", "police"),
    ("S2", "2024-06-05", "event", 2, "L1", "nhs"),
    ("S2", "2024-06-05", "event", 2, "L3", "nhs"),
)
ENGAGED = definition("distinct_people", params={"months": 12}, breakdowns=("sector",))
BREADTH = definition("sector_breadth", params={"months": 12, "at_least": 2})
RETAINED = definition("retention", params={"months": 6})


def test_a_leader_counts_once_however_often_they_came():
    found = compute(ENGAGED, {"attendance": LOG}, context(**SECTORS))
    assert series(found) == [2, 2, 3]


def test_sectors_add_up_and_a_sector_nobody_came_from_is_zero():
    found = compute(ENGAGED, {"attendance": LOG}, context(**SECTORS))
    assert [series(found, group=sector)[-1] for sector in ("nhs", "police", "faith")] == [2, 1, 0]


def test_a_leader_who_changed_sector_counts_in_the_latest():
    log = attendance(
        ("S1", "2024-04-10", "event", 2, "L1", "nhs"), ("S2", "2024-06-05", "event", 2, "L1", "police")
    )
    found = compute(ENGAGED, {"attendance": log}, context(**SECTORS))
    assert (series(found, group="nhs"), series(found, group="police")) == ([1, 1, 0], [0, 0, 1])


def test_a_leader_leaves_the_count_twelve_months_after_their_last_session():
    log = attendance(
        ("S1", "2024-04-10", "event", 2, "L1", "nhs"), ("S9", "2025-04-02", "event", 2, "L2", "nhs")
    )
    found = compute(ENGAGED, {"attendance": log}, context("2025-04-30"))
    assert series(found)[-2:] == [1, 1]
    assert one(found).trace == ((1, "Data", "row 3"),)


def test_the_window_is_a_rolling_year_that_ends_with_the_month():
    period = one(compute(ENGAGED, {"attendance": LOG}, context())).period
    assert (period.start, period.end, period.kind) == (day("2023-07-01"), day("2024-06-30"), "rolling_year")


def test_a_month_that_is_not_over_is_left_out():
    assert len(series(compute(ENGAGED, {"attendance": LOG}, context("2024-06-29")))) == 2


def test_a_count_of_everyone_has_no_interval_and_says_so():
    found = one(compute(ENGAGED, {"attendance": LOG}, context()))
    assert (found.low, found.high) == (None, None)
    assert "no sampling error" in found.method


def test_breadth_counts_the_sectors_with_enough_leaders():
    found = one(compute(BREADTH, {"attendance": LOG}, context(**SECTORS)))
    assert (found.value, found.denominator, found.base) == (1, 3, 3)


def test_a_leader_is_retained_who_comes_back_in_the_three_months_from_the_sixth():
    log = attendance(
        ("S1", "2024-04-10", "event", 2, "L1", "nhs"),
        ("S1", "2024-04-10", "event", 2, "L2", "nhs"),
        ("S2", "2024-09-30", "event", 2, "L2", "nhs"),  # too soon to show staying
        ("S3", "2024-10-10", "event", 2, "L1", "nhs"),  # exactly six months on
        ("S4", "2025-03-20", "event", 2, "L3", "nhs"),  # not yet to be judged
    )
    found = compute(RETAINED, {"attendance": log}, context("2025-03-31"))
    assert series(found) == ["too_early", "too_early", "too_early", 50]
    last = one(found)
    assert (last.numerator, last.denominator, last.base) == (1, 2, 2)
    assert last.low == pytest.approx(9.4531205734)  # Wilson, 1 of 2
    assert last.high == pytest.approx(90.5468794266)


def test_a_log_of_samples_is_illustrative_zeros_included():
    found = compute(ENGAGED, {"attendance": LOG.assign(origin="sample")}, context(**SECTORS))
    assert all(each.illustrative for each in found)


def test_real_and_sample_rows_never_meet_in_one_figure():
    log = LOG.assign(origin=["real", "sample", "real", "real"])
    found = one(compute(ENGAGED, {"attendance": log}, context(**SECTORS)))
    assert (found.absence, found.value) == (Absence.NOT_COMPARABLE, None)
    assert "real and sample" in found.reason


@pytest.mark.parametrize("measure", [ENGAGED, BREADTH, RETAINED])
@pytest.mark.parametrize("frames", [{}, {"attendance": LOG.iloc[:0]}])
def test_no_log_gives_no_figures(measure, frames):
    assert compute(measure, frames, context()) == []


@pytest.mark.parametrize("measure", [ENGAGED, BREADTH, RETAINED])
def test_every_key_is_unique_and_every_text_fits_the_store(measure):
    found = compute(measure, {"attendance": LOG}, context("2025-06-30", **SECTORS))
    keys = {(e.statistic, e.period, e.area, e.group_dim, e.group_value, e.segment) for e in found}
    assert len(keys) == len(found)
    assert all(len(each.method) <= 64 and len(each.statistic) <= 24 for each in found)
    assert all(dataclasses.is_dataclass(each) for each in found)
