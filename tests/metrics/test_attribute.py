"""Attribute charts against worked examples of Montgomery, Introduction to Statistical Quality Control (6th ed.)."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.attribute import attribute_chart

# Example 7.1: orange-juice cans that leak, 30 samples of 50
CANS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]
# Example 7.3: nonconformities in 26 samples of 100 circuit boards
BOARDS = [21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15]


def test_a_p_chart_of_the_textbook():
    chart = attribute_chart("p", CANS, [50] * 30)
    assert chart.centre == pytest.approx(0.2313, abs=5e-5)
    assert (chart.lower[0], chart.upper[0]) == pytest.approx((0.0524, 0.4102), abs=5e-5)
    outside = [place + 1 for place, rate in enumerate(chart.rates) if rate > chart.upper[0]]
    assert outside == [15, 23]  # the two samples the book names


def test_a_c_chart_of_the_textbook():
    chart = attribute_chart("c", BOARDS)
    assert chart.centre == pytest.approx(19.85, abs=5e-3)
    assert (chart.lower[0], chart.upper[0]) == pytest.approx((6.48, 33.22), abs=1e-2)
    assert [place + 1 for place, x in enumerate(BOARDS) if not chart.lower[0] <= x <= chart.upper[0]] == [6, 20]
    assert chart.special[5]
    assert chart.special[19]


def test_a_u_chart_of_the_textbook_with_its_lower_limit_at_zero():
    chart = attribute_chart("u", [74 / 20] * 20, [50] * 20)  # example 7.4: 74 errors in 20 weeks of 50 shipments
    assert chart.centre == pytest.approx(0.0740)
    assert (chart.lower[0], chart.upper[0]) == pytest.approx((0, 0.1894), abs=5e-5)


def test_limits_are_wider_where_there_is_less_to_count_in():
    chart = attribute_chart("u", [4, 8, 4, 8], [100, 200, 100, 200])
    assert chart.upper[0] - chart.centre == pytest.approx(2**0.5 * (chart.upper[1] - chart.centre))


def test_laneys_limits_by_hand():
    counts, cases = [10, 20, 10, 20, 10, 20], [100] * 6
    chart = attribute_chart("p_prime", counts, cases)
    spread = (0.15 * 0.85 / 100) ** 0.5
    sigma_z = (0.10 / spread) / 1.128  # every z moves by a tenth over the spread
    assert chart.sigma_z == pytest.approx(sigma_z)
    assert chart.upper[0] == pytest.approx(0.15 + 3 * spread * sigma_z)


def poisson_months(count, mean, extra, seed):
    """Counts of months whose own mean varies by `extra` (a share of it): over-dispersed where it isn't 0."""
    draw = random.Random(seed)
    found = []
    for _ in range(count):
        level, reached, events = mean * (1 + draw.gauss(0, extra)), draw.expovariate(1.0), 0
        while reached < level:
            reached, events = reached + draw.expovariate(1.0), events + 1
        found.append(events)
    return found


def flagged(kind, extra, mean=400.0):
    charts = [attribute_chart(kind, poisson_months(36, mean, extra, seed), [1000.0] * 36) for seed in range(60)]
    return sum(chart.special[-1] for chart in charts) / len(charts)


def test_over_dispersed_counts_drown_a_u_chart_in_false_signals_and_not_a_u_prime_chart():
    assert flagged("u", 0.15) > 0.25
    assert flagged("u_prime", 0.15) < 0.08
    assert flagged("u_prime", 0.0) < 0.08


def test_without_over_dispersion_u_prime_is_nearly_u():
    counts = [value for seed in range(8) for value in poisson_months(50, 4.0, 0.0, seed)]
    assert attribute_chart("u_prime", counts, [1000.0] * 400).sigma_z == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("kind", ["u_prime", "p_prime"])
@pytest.mark.parametrize("counts", [[0] * 12, [3] * 12, [1, 2, 3]])
def test_where_nothing_tells_the_dispersion_there_is_none(kind, counts):
    chart = attribute_chart(kind, counts, [100] * len(counts))
    assert chart.sigma_z is None
    assert not any(chart.special)


def test_no_events_at_all_is_no_signal_and_a_missing_month_no_zero():
    chart = attribute_chart("c", [None, 4, 6])
    assert chart.rates == (None, 4, 6)
    assert chart.centre == 5
    assert attribute_chart("c", [None, None]).upper == (None, None)
    assert not any(attribute_chart("c", [0] * 9).special)


@given(st.lists(st.one_of(st.none(), st.integers(0, 50)), max_size=40))
def test_limits_lie_where_shares_can(counts):
    chart = attribute_chart("p_prime", counts, [50] * len(counts))
    assert all(0 <= low <= high <= 1 for low, high in zip(chart.lower, chart.upper, strict=True) if low is not None)


@pytest.mark.parametrize(
    ("kind", "counts", "exposure", "said"),
    [("xmr", [1], None, "must be one of"), ("u", [1], None, "an exposure for every count"),
     ("c", [1], [1], "no exposure"), ("c", [-1], None, "0 or more"), ("u", [1], [0], "above 0"),
     ("p", [2], [1], "more cases")],
)
def test_what_makes_no_chart_is_refused(kind, counts, exposure, said):
    with pytest.raises(ValueError, match=said):
        attribute_chart(kind, counts, exposure)
