"""Figures and periods read as an en-GB reader expects."""

import datetime as dt

import pytest

from charts import words
from metrics.types import Period


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (49.62, "percent", "49.6%"),
        (1204, "count", "1,204"),
        (-3.25, "points", "−3.2"),
        (0, "percent", "0.0%"),
        (1_250_000, "pounds", "£1.2m"),
        (-42_000, "pounds", "−£42k"),
        (950, "pounds", "£950"),
        (12.34, "hours", "12.3 hours"),
        (0.034, "ratio", "0.03"),
        (152.4, "rate", "152"),
    ],
)
def test_a_figure_carries_its_unit(value, unit, text):
    assert words.figure(value, unit) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (7.8, "percent", "+7.8 points"),
        (-7.8, "percent", "−7.8 points"),
        (-42_000, "pounds", "−£42k"),
        (0, "points", "0.0 points"),
    ],
)
def test_a_difference_between_percentages_is_in_points(value, unit, text):
    assert words.difference(value, unit) == text


@pytest.mark.parametrize(
    ("start", "end", "kind", "text"),
    [
        ((2025, 9, 1), (2025, 9, 30), "wave", "Sep 2025"),
        ((2024, 2, 1), (2024, 3, 31), "wave", "Feb–Mar 2024"),
        ((2024, 11, 3), (2025, 1, 9), "wave", "Nov 2024 to Jan 2025"),
        ((2023, 4, 1), (2024, 3, 31), "financial_year", "2023–24"),
        ((2024, 1, 1), (2024, 12, 31), "year", "2024"),
        ((2025, 10, 1), (2026, 9, 30), "rolling_year", "12 months to Sep 2026"),
        ((2026, 5, 7), (2026, 5, 7), "day", "7 May 2026"),
    ],
)
def test_a_period_is_said_in_words(start, end, kind, text):
    assert words.period(Period(dt.date(*start), dt.date(*end), kind)) == text


def test_a_period_that_looks_back_is_drawn_at_its_end():
    assert words.middle(Period(dt.date(2025, 10, 1), dt.date(2026, 9, 30), "rolling_year")) == "2026-09-30"


def test_a_moment_is_told_by_the_day_it_was_in_london():
    late_on_a_summer_evening = dt.datetime(2026, 7, 31, 23, 30, tzinfo=dt.UTC)
    assert words.day(late_on_a_summer_evening) == "1 Aug 2026"
