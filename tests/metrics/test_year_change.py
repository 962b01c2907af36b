"""A year against an earlier year, month by month, by hand and on series where nothing happened."""

import datetime as dt
import random

import pytest

from metrics.periods import add_months, month_of
from metrics.types import Estimate
from metrics.year_change import year_change

FIRST = dt.date(2023, 1, 1)


def months(values, first=FIRST):
    return [
        Estimate("I1", "rate", month_of(add_months(first, at)), "D1", "service_demand", float(value))
        for at, value in enumerate(values) if value is not None
    ]  # fmt: skip


STEADY = [100 + 10 * (at % 12) + (at * 7 % 5) for at in range(36)]


def test_the_newest_year_is_set_against_the_same_months_of_the_year_before():
    found = year_change(months(STEADY))
    assert found.value == pytest.approx((sum(STEADY[24:]) - sum(STEADY[12:24])) / 12)
    assert found.level == pytest.approx(sum(STEADY[24:]) / 12)
    assert (found.until, found.before) == (dt.date(2025, 12, 31), dt.date(2024, 12, 31))


def test_or_against_the_year_that_begins_on_a_day():
    found = year_change(months(STEADY), dt.date(2023, 4, 1))
    by_month = [STEADY[24 + at] - STEADY[12 + at if at < 3 else at] for at in range(12)]
    assert found.value == pytest.approx(sum(by_month) / 12)
    assert found.before == dt.date(2024, 3, 31)


def test_months_without_memory_have_the_interval_of_twelve_pairs():
    values = [100 + (3 if at % 2 else -3) + at * 0.1 % 1 for at in range(36)]
    assert year_change(months(values)).low < 0 < year_change(months(values)).high


def test_a_fall_that_all_months_show_is_clear():
    values = [value - (30 if at >= 24 else 0) for at, value in enumerate(STEADY)]
    found = year_change(months(values))
    assert found.high < 0


@pytest.mark.parametrize(
    "values",
    [STEADY[:29], [*STEADY[:30], None, *STEADY[31:]], [None if at == 15 else x for at, x in enumerate(STEADY)], []],
    ids=["fewer than 30 months", "a gap in the newest year", "a gap in the year before", "none"],
)
def test_without_two_whole_years_and_months_enough_nothing_is_said(values):
    assert year_change(months(values)) is None


def test_years_that_overlap_are_not_compared():
    assert year_change(months(STEADY), dt.date(2024, 6, 1)) is None


@pytest.mark.parametrize("memory", [0.0, 0.3, 0.6])
def test_where_nothing_happened_a_fall_is_claimed_at_most_one_time_in_twenty(memory):
    draw, false = random.Random(11), 0
    for _ in range(200):
        noise = [draw.gauss(0, 1)]
        for _ in range(35):
            noise.append(memory * noise[-1] + draw.gauss(0, (1 - memory**2) ** 0.5))
        found = year_change(months([50 + 2 * each for each in noise]))
        false += found.high < 0
    assert false <= 10
