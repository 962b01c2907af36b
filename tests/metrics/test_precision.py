"""Known sizes from Fleiss's tables and from statsmodels' power functions."""

import math

import pytest
from statsmodels.stats.power import TTestPower

from metrics.precision import (
    detectable_change,
    detectable_mean_change,
    n_for_change,
    n_of_each,
    pairs_for_mean_change,
)


@pytest.mark.parametrize(
    ("before", "after", "n"), [(0.5, 0.6, 385), (0.1, 0.15, 683), (0.6, 0.5, 385), (0.2, 0.25, 1091)]
)
def test_two_new_surveys_need_the_size_that_the_textbooks_give(before, after, n):
    assert math.ceil(n_of_each(before, after)) == n


@pytest.mark.parametrize("upwards", [True, False])
@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.8])
def test_the_smallest_change_is_the_one_whose_needed_size_is_the_size_at_hand(share, upwards):
    change = detectable_change(share, 900, 700, upwards)
    later = share + change if upwards else share - change
    assert n_for_change(share, later, 900) == pytest.approx(700)


def test_a_thousand_interviews_each_find_six_points_around_a_half():
    assert 100 * detectable_change(0.5, 1000, 1000) == pytest.approx(6.24, abs=0.01)


def test_a_design_effect_of_a_half_more_needs_a_larger_change():
    assert detectable_change(0.5, 1000 / 1.5, 1000 / 1.5) == pytest.approx(
        detectable_change(0.5, 1000, 1000) * math.sqrt(1.5), rel=0.01
    )


@pytest.mark.parametrize(("share", "n", "upwards"), [(0.98, 50, True), (0.02, 50, False), (1.0, 900, True)])
def test_there_is_no_detectable_change_where_none_fits_between_the_share_and_its_end(share, n, upwards):
    assert detectable_change(share, n, n, upwards) is None


def test_no_second_survey_is_large_enough_where_the_first_is_too_uncertain():
    assert n_for_change(0.5, 0.53, n_before=500) is None


@pytest.mark.parametrize("target", [0.5, 0.5 + 1e-12])
def test_no_change_needs_no_answer(target):
    assert n_for_change(0.5, target, 500) is None


def test_against_an_exact_figure_half_the_size_does():
    assert n_for_change(0.5, 0.6) == pytest.approx(0.24 * 7.8489 / 0.01, rel=1e-4)


@pytest.mark.parametrize("pairs", [2, 5, 12, 40, 200])
def test_matched_pairs_find_the_change_that_the_noncentral_t_gives(pairs):
    effect = detectable_mean_change(1.0, pairs)
    assert TTestPower().power(effect, pairs, 0.05) == pytest.approx(0.8, abs=2e-4)


@pytest.mark.parametrize(("sd", "change"), [(10, 5), (12, 3), (8, 20), (15, 1)])
def test_pairs_needed_are_the_fewest_whose_detectable_change_is_small_enough(sd, change):
    pairs = pairs_for_mean_change(sd, change)
    assert detectable_mean_change(sd, pairs) <= change
    assert pairs == 2 or detectable_mean_change(sd, pairs - 1) > change


@pytest.mark.parametrize(("sd", "pairs"), [(0.0, 30), (10.0, 1), (math.nan, 30)])
def test_without_spread_or_pairs_nothing_is_said_of_a_mean_change(sd, pairs):
    assert detectable_mean_change(sd, pairs) is None
