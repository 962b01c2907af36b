import numpy as np
import pytest
from scipy import stats

from metrics.reliability import (
    against_the_rest,
    alpha_interval,
    alpha_of,
    item_total,
    reliability,
    sign_of,
    turned_since,
)

# Five forms of three items; variances 2.5, 2.5, 1.3, covariances 2.25, 1.25, 1.5 (by hand).
FORMS = np.array([[1, 2, 2], [2, 1, 3], [3, 3, 3], [4, 5, 5], [5, 4, 4]], dtype=float)


def alike(items, r=0.4):
    return np.full((items, items), r) + (1 - r) * np.eye(items)


def turned(correlations, *which):
    signs = np.ones(len(correlations))
    signs[list(which)] = -1
    return correlations * np.outer(signs, signs)


def test_alpha_of_equally_correlated_items_is_spearman_and_browns():
    assert alpha_of(alike(6, 0.4)) == pytest.approx(6 * 0.4 / (1 + 5 * 0.4))


def test_alpha_is_the_one_worked_out_by_hand():
    covariance = np.cov(FORMS, rowvar=False)
    by_hand = 1.5 * (1 - np.trace(covariance) / np.var(FORMS.sum(axis=1), ddof=1))
    assert reliability(FORMS).alpha == pytest.approx(by_hand)


def test_item_totals_are_correlations_with_the_sum_of_the_others():
    by_hand = [np.corrcoef(FORMS[:, at], np.delete(FORMS, at, axis=1).sum(axis=1))[0, 1] for at in range(3)]
    assert reliability(FORMS).item_total == pytest.approx(by_hand)


def test_feldts_interval_uses_both_tails_of_f():
    low, high = alpha_interval(0.8, 41, 6)
    assert low == pytest.approx(1 - 0.2 * stats.f.ppf(0.975, 40, 200))
    assert high == pytest.approx(1 - 0.2 * stats.f.ppf(0.025, 40, 200))
    assert low < 0.8 < high


def test_feldts_interval_holds_the_true_alpha_nineteen_times_in_twenty():
    random = np.random.default_rng(7)
    true, held = 6 * 0.4 / 3, 0
    for _ in range(600):
        found = reliability(random.multivariate_normal(np.zeros(6), alike(6), size=40))
        held += found.low <= true <= found.high
    assert 0.93 <= held / 600 <= 0.97


def test_forms_with_a_blank_do_not_count():
    assert reliability(np.vstack([FORMS, [1, np.nan, 5]])).forms == 5


@pytest.mark.parametrize("scores", [FORMS[:2], FORMS[:, :1], np.full((9, 3), 4.0)])
def test_too_little_to_judge_gives_nothing(scores):
    assert reliability(scores) is None


@pytest.mark.parametrize("items", [3, 5, 8])
def test_one_turned_item_is_found_and_accuses_no_other(items):
    assert against_the_rest(turned(alike(items), 1), 500) == [1]


def test_two_turned_items_of_five_are_both_found():
    assert set(against_the_rest(turned(alike(5), 1, 3), 500)) == {1, 3}


def test_a_battery_that_agrees_has_no_turned_item():
    assert against_the_rest(alike(6), 500) == []


def test_two_items_cannot_say_which_is_turned():
    assert against_the_rest(turned(alike(2), 1), 500) == []


def test_few_answers_accuse_nobody():
    assert against_the_rest(turned(alike(4), 1), 8) == []


def test_an_item_without_variance_is_passed_over():
    correlations = turned(alike(4), 1)
    correlations[3] = correlations[:, 3] = np.nan
    assert against_the_rest(correlations, 500) == [1]


def test_both_of_two_items_that_turned_against_each_other_are_named():
    assert turned_since(alike(2), turned(alike(2), 1), (500, 500)) == [0, 1]


def test_an_item_that_always_ran_the_other_way_did_not_turn():
    assert turned_since(turned(alike(4), 1), turned(alike(4), 1), (500, 500)) == []


@pytest.mark.parametrize(
    ("r", "n", "sign"), [(0.3, 500, 1), (-0.3, 500, -1), (0.05, 10**6, 0), (0.3, 20, 0), (np.nan, 500, 0)]
)
def test_a_correlation_has_a_sign_only_where_it_is_clear_and_no_chance(r, n, sign):
    assert sign_of(r, n) == sign


def test_an_item_total_of_two_items_is_their_correlation():
    assert item_total(alike(2, 0.3)) == pytest.approx((0.3, 0.3))


def test_forms_may_be_counted_instead_of_repeated():
    times = np.array([3, 1, 2, 4, 1])
    counted, repeated = reliability(FORMS, times), reliability(np.repeat(FORMS, times, axis=0))
    assert (counted.forms, counted.alpha) == (repeated.forms, pytest.approx(repeated.alpha))
