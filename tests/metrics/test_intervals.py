import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.intervals import binomial_exact, count_difference, difference, poisson_exact, t_quantile, wilson

SHARES = st.floats(0, 1)
BASES = st.floats(1, 1e6)


def test_wilson_agrees_with_a_published_example():
    # Newcombe (1998), Statistics in Medicine 17:857-872, table I: 81 of 263
    low, high = wilson(81 / 263, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


@given(SHARES, BASES, st.floats(1, 500))
def test_wilson_never_leaves_0_to_1_and_always_has_a_width(share, base, df):
    low, high = wilson(share, base, df)
    assert 0 <= low < high <= 1


@given(SHARES, BASES)
def test_wilson_holds_the_share(share, base):
    low, high = wilson(share, base)
    assert low - 1e-12 <= share <= high + 1e-12


@given(SHARES, BASES)
def test_wilson_is_wider_with_fewer_degrees_of_freedom(share, base):
    few, many = wilson(share, base, 5), wilson(share, base)
    assert few[0] <= many[0] + 1e-12
    assert few[1] >= many[1] - 1e-12


@given(SHARES, BASES)
def test_wilson_of_the_complement_is_the_mirror_image(share, base):
    low, high = wilson(share, base)
    mirrored = wilson(1 - share, base)
    assert mirrored == pytest.approx((1 - high, 1 - low), abs=1e-9)


def test_t_quantile_tends_to_the_normal():
    assert t_quantile(math.inf) == pytest.approx(1.959964, abs=1e-6)
    assert t_quantile(14) == pytest.approx(2.144787, abs=1e-6)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0.0, 3.6889), (1, 0.0253, 5.5716), (10, 4.7954, 18.3904)],  # Garwood 1936
)
def test_poisson_interval_agrees_with_tables(count, low, high):
    assert poisson_exact(count) == pytest.approx((low, high), abs=1e-4)


def test_binomial_interval_agrees_with_tables():
    assert binomial_exact(0, 10) == pytest.approx((0.0, 0.3085), abs=1e-4)
    assert binomial_exact(10, 10) == pytest.approx((0.6915, 1.0), abs=1e-4)


def test_difference_is_newcombes_hybrid_score_interval():
    # Newcombe (1998), Statistics in Medicine 17:873-890, method 10: 56/70 against 48/80
    delta, low, high = difference(48 / 80, wilson(48 / 80, 80), 56 / 70, wilson(56 / 70, 70))
    assert (round(delta, 4), round(low, 4), round(high, 4)) == (0.2, 0.0524, 0.3339)


def test_correlation_narrows_a_difference():
    apart = difference(0.4, (0.3, 0.5), 0.5, (0.4, 0.6))
    together = difference(0.4, (0.3, 0.5), 0.5, (0.4, 0.6), correlation=0.5)
    assert apart[1] < together[1] < together[2] < apart[2]


@given(st.integers(0, 500), st.integers(0, 500))
def test_count_difference_turns_round_with_its_counts(before, after):
    delta, low, high = count_difference(before, after)
    turned = count_difference(after, before)
    assert delta == after - before
    assert turned == pytest.approx((-delta, -high, -low), abs=1e-6)


@given(st.integers(0, 300), st.integers(0, 300), st.floats(0.2, 5))
def test_count_difference_holds_its_value(before, after, exposure):
    delta, low, high = count_difference(before, after, 1, exposure)
    assert low - 1e-9 <= delta <= high + 1e-9


def test_40_after_60_is_not_clearly_fewer_but_30_after_60_is():
    assert count_difference(60, 40)[2] > 0
    assert count_difference(60, 30)[2] < 0
