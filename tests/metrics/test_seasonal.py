"""The season of monthly series: found, taken out and put back, without flagging quiet series too often."""

import random

import pytest

from metrics.in_season import chart_in_season
from metrics.seasonal import season

YEAR = [1.2, 1.1, 1.0, 0.9, 0.8, 0.9, 1.0, 1.1, 1.0, 0.9, 1.0, 1.1]  # its mean is 1


def months(years, level=100.0, noise=0.0, seed=1, factors=YEAR):
    draw = random.Random(seed)
    return [(level + draw.gauss(0, noise)) * factors[place % 12] for place in range(12 * years)]


def test_the_same_year_again_and_again_gives_its_own_factors():
    assert season(months(4), 1) == pytest.approx(YEAR * 4)


def test_the_factors_follow_the_calendar_and_not_the_start_of_the_series():
    assert season(months(4)[3:], 4) == pytest.approx((YEAR * 4)[3:])


def test_a_steady_rise_is_no_season():
    assert season([100.0 + place for place in range(60)], 1) is None


@pytest.mark.parametrize("years", [1, 2])
def test_below_three_years_no_season_is_claimed(years):
    assert season(months(years), 1) is None


@pytest.mark.parametrize("values", [[5.0] * 60, [0.0, *months(5)[1:]], [-1.0, *months(5)[1:]], [], [None] * 60])
def test_a_constant_an_empty_or_a_not_positive_series_has_none(values):
    assert season(values, 1) is None


def test_a_missing_month_takes_away_the_ratios_around_it_only():
    values = [*months(6)]
    values[30] = None
    assert season(values, 1) == pytest.approx(YEAR * 6)
    assert season([*months(1), None, *months(2)], 1) is None


def test_each_point_is_set_against_the_other_years_only():
    values = months(4)
    values[17] *= 1.5  # one June far off raises June's factor for the others, not for itself
    found = season(values, 1)
    assert found[17] < found[29]


def test_quiet_months_are_flagged_raw_and_not_in_season():
    values = months(5, noise=2, factors=[0.9] * 8 + [1.2] * 4)  # eight low months in a row, every year
    judged = chart_in_season(values, 1, "up")
    assert judged.seasonal
    raw = chart_in_season(values, None, "up")
    assert sum(point.kind != "common_cause" for point in judged.chart.points) <= 2
    assert sum(point.kind != "common_cause" for point in raw.chart.points) >= 40


def test_the_last_month_of_quiet_seasonal_series_is_flagged_no_oftener_than_without_season():
    flagged = sum(
        chart_in_season(months(5, noise=4, seed=seed), 1, "up").chart.variation != "common_cause" for seed in range(400)
    )
    assert flagged <= 14  # 1.5 % is what XmR itself flags: six of 400


def test_a_fall_below_what_is_usual_for_the_month_is_found_though_the_year_hides_it():
    values = [*months(5, noise=2)[:59], 92.0]  # usual for December: 110; the lowest month of a year is 80
    chart = chart_in_season(values, 1, "down").chart
    assert chart.variation == "improvement_low"
    assert chart_in_season(values, None, "down").chart.variation == "common_cause"


def test_values_stay_as_they_are_and_the_lines_follow_the_year():
    values = months(5, noise=2)
    points = chart_in_season(values, 1, "up").chart.points
    assert [point.value for point in points] == values
    assert points[0].centre > points[4].centre
    assert points[0].upper / points[0].centre == pytest.approx(points[4].upper / points[4].centre)


def test_each_segment_has_its_own_season():
    turned = [2 - factor for factor in YEAR]
    values = [*months(4), *months(4, factors=turned)]
    judged = chart_in_season(values, 1, "up", [48])
    assert judged.adjusted == pytest.approx([100.0] * 96)
