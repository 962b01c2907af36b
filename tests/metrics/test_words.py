import datetime as dt

import pytest

from metrics.types import Period
from metrics.words import delta_words, interval_words, many, period_words, signed_interval_words, value_words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (47.4, "percent", "47%"), (-3.2, "percent", "−3%"), (-0.2, "percent", "0%"), (1234, "count", "1,234"),
        (1, "hours", "1 hour"), (620, "hours", "620 hours"), (1_234_567, "pounds", "£1.2 million"),
        (-4200, "pounds", "−£4,200"), (62.4, "points", "62 points"), (812.3, "rate", "812"),
        (12.34, "rate", "12.3"), (1.234, "ratio", "1.23"), (0.01234, "rate", "0.0123"),
        (0.305, "index", "0.30"),
    ],
)
def test_levels_in_words(value, unit, words):
    assert value_words(value, unit) == words


@pytest.mark.parametrize(
    ("delta", "unit", "words"),
    [
        (-3.2, "percent", "3 percentage points"), (1.0, "percent", "1 percentage point"),
        (0.4, "percent", "0.4 percentage points"), (0.55, "points", "0.6 points"),
        (-2.4, "points", "2 points"), (120, "hours", "120 hours"), (-3, "count", "3"),
    ],
)
def test_changes_in_words_have_no_sign(delta, unit, words):
    assert delta_words(delta, unit) == words


def test_intervals_of_percentages_have_one_decimal():
    assert interval_words(44.12, 49.87, "percent") == "44.1% to 49.9%"
    assert signed_interval_words(-2_820_137, 5_986_183, "pounds") == "−£2.8 million to +£6.0 million"
    assert signed_interval_words(-0.4, 5.06, "percent") == "−0.4 to +5.1 percentage points"


@pytest.mark.parametrize(
    ("start", "end", "kind", "words"),
    [
        ((2026, 9, 1), (2026, 9, 30), "month", "September 2026"),
        ((2024, 2, 1), (2024, 3, 31), "wave", "February to March 2024"),
        ((2025, 12, 1), (2026, 1, 31), "wave", "December 2025 to January 2026"),
        ((2025, 10, 1), (2026, 9, 30), "rolling_year", "the year to September 2026"),
    ],
)
def test_periods_in_words(start, end, kind, words):
    assert period_words(Period(dt.date(*start), dt.date(*end), kind)) == words


@pytest.mark.parametrize(("number", "words"), [(0, "0 figures"), (1, "1 figure"), (1204, "1,204 figures")])
def test_one_of_a_thing_is_not_put_in_the_plural(number, words):
    assert many(number, "figure") == words
