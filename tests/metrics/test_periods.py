import datetime as dt

import pytest

from metrics.periods import add_months, apart, grid, month_of, month_range, months_since, overlap
from metrics.types import Period

START = dt.date(2024, 4, 1)


def months(*numbers, year=2024):
    return [month_of(add_months(dt.date(year, 1, 1), number)) for number in numbers]


@pytest.mark.parametrize(
    ("end", "count"),
    [(dt.date(2025, 9, 30), 18), (dt.date(2025, 9, 29), 17), (dt.date(2024, 4, 30), 1),
     (dt.date(2024, 3, 31), 0), (dt.date(2024, 2, 29), -1)],
)
def test_whole_months_since_the_start(end, count):
    assert months_since(START, end) == count


@pytest.mark.parametrize(
    ("date", "step", "then"),
    [(dt.date(2024, 1, 31), 1, dt.date(2024, 2, 29)), (dt.date(2024, 3, 15), -3, dt.date(2023, 12, 15)),
     (dt.date(2024, 12, 1), 13, dt.date(2026, 1, 1))],
)
def test_months_are_added_within_the_calendar(date, step, then):
    assert add_months(date, step) == then


def test_a_range_of_months_has_their_true_days():
    assert [period.days for period in month_range(dt.date(2023, 12, 5), dt.date(2024, 2, 1))] == [31, 31, 29]


def test_rolling_years_a_month_apart_overlap_and_are_thinned_from_the_last():
    ends = [period.end for period in month_range(dt.date(2024, 1, 1), dt.date(2026, 1, 1))]
    years = [Period(add_months(end.replace(day=1), -11), end, "rolling_year") for end in ends]
    assert overlap(years[0], years[1])
    assert apart(years) == [0, 12, 24]


def test_a_regular_series_has_a_grid_with_its_gaps():
    assert grid(months(*range(10), 11)) == [*range(10), 11]


@pytest.mark.parametrize("numbers", [(0, 1, 5, 9), (0,), (0, 2, 4, 7)])
def test_an_irregular_series_has_none(numbers):
    assert grid(months(*numbers)) is None


def test_waves_are_never_regular():
    waves = [Period(p.start, p.end, "wave") for p in months(*range(12))]
    assert grid(waves) is None
