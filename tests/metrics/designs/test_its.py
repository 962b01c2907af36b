import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.designs.its import interrupted
from metrics.designs.types import Settings
from tests.metrics.designs.made import model, series, starts


def test_a_fall_of_a_fifth_is_found_and_its_size_lies_in_the_interval():
    found = interrupted(series(effect=0.2), model())
    assert found.claim == "fell"
    assert found.percent.low < 20 < found.percent.high
    assert found.sentence.startswith("Demand fell:")


def test_where_nothing_happened_nothing_is_claimed_and_the_smallest_change_is_said():
    found = interrupted(series(), model())
    assert found.claim == "no_clear_change"
    assert f"less than {found.smallest:.1f}%" in found.sentence


def test_interval_p_and_claim_come_from_one_distribution():
    for effect in (0, 0.02, 0.04, 0.06, 0.1, -0.1):
        found = interrupted(series(effect=effect), model(), full=False)
        outside = not found.expected.low <= found.observed <= found.expected.high
        assert outside == (found.p < 0.05)
        if found.claim != "inconclusive":
            assert outside == (found.claim in ("fell", "rose"))


def test_avoided_is_expected_less_observed_and_the_last_month_so_far_is_the_total():
    found = interrupted(series(effect=0.2), model())
    assert found.avoided.value == pytest.approx(found.expected.value - found.observed)
    assert found.months[-1].avoided_so_far.value == pytest.approx(found.avoided.value, rel=1e-6)
    assert found.quantiles[49] == pytest.approx(found.avoided.value, rel=1e-6)


def test_the_months_of_the_lag_belong_to_the_baseline():
    found = interrupted(series(effect=0.2), model(at=42, lag_months=6))
    assert found.observed == interrupted(series(effect=0.2), model()).observed
    assert any(words.startswith("Without the months of the lag") for words in found.sensitivities)


def test_a_temporary_effect_is_judged_until_it_ends():
    ends = starts(60)[54]
    found = interrupted(series(effect=0.2), model(shape="temporary", ends_on=ends))
    assert found.observed == sum(series(effect=0.2).values[48:54])


def test_a_missing_month_is_left_out_and_not_zero():
    whole = series(effect=0.2)
    gap = replace(whole, values=(*whole.values[:20], None, *whole.values[21:]))
    found = interrupted(gap, model())
    assert found.claim == "fell"
    assert found.expected.value == pytest.approx(interrupted(whole, model()).expected.value, rel=0.02)


def test_a_claim_is_withdrawn_where_a_start_that_never_was_shows_change_too():
    drifting = series(effect=0.15, at=36)
    values = [value * (0.8 if at >= 48 else 1) for at, value in enumerate(drifting.values)]
    found = interrupted(replace(drifting, values=tuple(values)), model(), Settings(jump_min=9))
    assert not found.placebos[0].held
    assert found.claim in ("inconclusive", "no_clear_change")


@pytest.mark.parametrize(
    ("data", "declared", "how", "code"),
    [
        (series(at=23, months=40), model(at=23), {}, "too_few_before"),
        (series(at=23, months=40), model(at=23), {"harmonics": 0}, ""),
        (series(at=11, months=40), model(at=11), {"harmonics": 0}, "too_few_before"),
        (series(months=53), model(), {}, "too_few_after"),
        (series(months=54), model(), {}, ""),
        (series(breaks=((dt.date(2019, 6, 1), "merger"),)), model(), {}, "break"),
        (series(breaks=((dt.date(2014, 6, 1), "merger"),)), model(), {}, ""),
        (series(breaks=((dt.date(2018, 1, 1), "merger"),)), model(), {}, "too_few_before"),
        (series(effect=-0.9, at=30), model(), {}, "break"),
        (series(effect=0.2), model(), {}, ""),
        (series(noise=0.6), model(), {"jump_min": 9}, "bad_fit"),
        (series(level=0), model(), {}, "no_counts"),
    ],
)
def test_it_refuses_with_a_reason(data, declared, how, code):
    found = interrupted(data, declared, Settings(**how))
    assert [refusal.code for refusal in found.refusals] == ([code] if code else [])
    assert (found.claim == "refused") == bool(code)
    assert (found.expected is None) == bool(code)


@settings(max_examples=15, deadline=None)
@given(st.floats(0.5, 500))
def test_p_and_percent_do_not_depend_on_the_unit_of_exposure(size):
    base = series(effect=0.05)
    other = replace(base, exposure=(size,) * len(base.starts))
    one, two = (interrupted(each, model(), full=False) for each in (base, other))
    assert two.p == pytest.approx(one.p, rel=1e-6)
    assert two.percent.value == pytest.approx(one.percent.value, rel=1e-6, abs=1e-9)
    assert two.rate.value * size == pytest.approx(one.rate.value, rel=1e-6, abs=1e-9)


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 1000))
def test_percent_stays_when_all_counts_are_so_many_times_larger(times):
    base = series(effect=0.05)
    larger = replace(base, values=tuple(times * value for value in base.values))
    one, two = (interrupted(each, model(), full=False) for each in (base, larger))
    assert two.percent.value == pytest.approx(one.percent.value, rel=1e-6)
    assert two.p == pytest.approx(one.p, rel=1e-6)


@settings(max_examples=10, deadline=None)
@given(st.integers(-20, 20))
def test_moving_everything_by_years_changes_nothing(years):
    first = dt.date(2015 + years, 1, 1)
    one = interrupted(series(effect=0.05), model(), full=False)
    two = interrupted(series(effect=0.05, first=first), model(first=first), full=False)
    assert (two.p, two.expected.value) == pytest.approx((one.p, one.expected.value), rel=1e-9)


def test_quarters_are_understood():
    rng = np.random.default_rng(3)
    quarters = starts(60)[::3]
    data = replace(series(), starts=quarters, values=tuple(rng.normal(900, 20, 20).round()), exposure=None)
    found = interrupted(data, model(at=48))
    assert found.claim in ("no_clear_change", "fell", "rose", "inconclusive")
    assert len(found.months) == 4
