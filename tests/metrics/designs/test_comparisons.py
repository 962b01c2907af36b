import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from metrics.designs.did import difference
from metrics.designs.simplex import simplex_weights
from metrics.designs.synthetic import synthetic_control
from metrics.designs.two_groups import permutation, two_by_two, two_way
from tests.metrics.designs.made import comparators, model, series

DESIGNS = pytest.mark.parametrize("design", [difference, synthetic_control])


@DESIGNS
def test_a_fall_that_the_comparators_do_not_share_is_found(design):
    found = design(series(effect=0.2, seed=2), model(), comparators(9))
    assert found.claim == "fell"
    assert found.percent.value == pytest.approx(20, abs=4)


@DESIGNS
def test_a_fall_that_all_share_is_no_effect(design):
    found = design(series(effect=0.2, seed=2), model(), comparators(9, effect=0.2))
    assert found.claim == "no_clear_change"


@DESIGNS
@pytest.mark.parametrize(
    ("others", "code"),
    [
        (comparators(3), "no_comparators"),
        (comparators(4)[:3] + [series(area="A1")], "overlap"),
        (comparators(4)[:3] + [replace(series(area="C9"), parts=("C1",))], "overlap"),
        (comparators(4)[:3] + [series(area="C9", breaks=((dt.date(2019, 6, 1), "merger"),))], "break"),
        ([replace(one, values=tuple(value * (1 + 0.6 * np.sin(at / 5)) for at, value in enumerate(one.values)))
          for one in comparators(4)], "bad_fit"),
    ],
)
def test_comparisons_refuse_with_a_reason(design, others, code):
    found = design(series(), model(), others)
    assert [refusal.code for refusal in found.refusals] == [code]


def test_a_gap_that_was_closing_already_is_refused():
    data = series()
    closing = replace(data, values=tuple(value * 0.996**at for at, value in enumerate(data.values)))
    assert [one.code for one in difference(closing, model(), comparators(6)).refusals] == ["pre_trend"]


@DESIGNS
def test_every_comparator_is_left_out_in_turn_and_plays_the_treated(design):
    found = design(series(effect=0.2, seed=2), model(), comparators(5))
    assert any(words.startswith("Without C") for words in found.sensitivities)
    assert [one.name for one in found.placebos if one.kind == "space"] == [f"C{at}" for at in range(5)]
    assert sum(dict(found.weights).values()) == pytest.approx(1)


def test_weights_find_the_mixture_that_made_a_series():
    donors = np.random.default_rng(1).normal(100, 10, (30, 6))
    weights = simplex_weights(donors @ np.array([0.5, 0.3, 0.2, 0, 0, 0]), donors)
    assert weights == pytest.approx([0.5, 0.3, 0.2, 0, 0, 0], abs=1e-6)


def test_weights_are_none_negative_and_add_up_to_one_outside_the_donors_range():
    donors = np.random.default_rng(2).normal(100, 10, (20, 5))
    weights = simplex_weights(donors.max(1) + 50, donors)
    assert (weights >= 0).all()
    assert weights.sum() == pytest.approx(1)


def test_no_other_mixture_on_the_simplex_is_closer():
    rng = np.random.default_rng(3)
    donors, treated = rng.normal(100, 10, (20, 8)), rng.normal(100, 10, 20)
    best = np.sum((treated - donors @ simplex_weights(treated, donors)) ** 2)
    others = rng.dirichlet(np.ones(8), 2000)
    assert best <= np.sum((treated[:, None] - donors @ others.T) ** 2, 0).min()


def test_two_groups_and_two_periods_give_the_difference_of_the_four_means():
    values = np.array([10.0, 12, 20, 22, 11, 13, 16, 18])
    treated, after = np.array([0, 0, 0, 0, 1, 1, 1, 1.0]), np.array([0, 0, 1, 1, 0, 0, 1, 1.0])
    found = two_by_two(values, treated, after, {}).coefficients()
    assert {one.name: one.estimate for one in found}["did"] == pytest.approx((17 - 12) - (21 - 11))


def test_levels_of_units_and_times_take_out_what_is_fixed():
    units, times = np.repeat(["a", "b", "c"], 4), np.tile(np.arange(4.0), 3)
    did = ((units == "a") & (times >= 2)).astype(float)
    level = np.repeat([10.0, 50, 90], 4) + 3 * times + np.tile([0.1, -0.1, 0.1, -0.1], 3)
    found = two_way(level - 7 * did, units, times, {"did": did})
    assert found.estimate[0] == pytest.approx(-7)


def test_permutation_counts_the_assignments_as_extreme():
    found = permutation(np.array([-10.0, -9, 0, 1, -1, 0.5]), np.array([1, 1, 0, 0, 0, 0]))
    assert found["assignments"] == 15
    assert found["p"] == pytest.approx(1 / 15)


def test_the_event_study_has_a_gap_for_every_quarter_and_none_before_the_effect_on_average():
    events = difference(series(effect=0.2, seed=2), model(), comparators(9)).events
    assert [each.start for each in events][:2] == [dt.date(2015, 1, 1), dt.date(2015, 4, 1)]
    assert len(events) == 20  # sixty months
    before, after = events[:16], events[16:]
    assert sum(each.gap for each in before) / 16 == pytest.approx(0, abs=0.3)
    assert all(each.gap == pytest.approx(-20, abs=4) and each.gap < each.low for each in after)


def test_the_band_of_an_event_study_is_what_the_comparators_give_in_its_place():
    others = comparators(5)
    events = difference(series(effect=0.2, seed=2), model(), others).events
    alone = [difference(one, model(), [each for each in others if each is not one]).events for one in others]
    assert events[3].low == pytest.approx(min(each[3].gap for each in alone))
    assert events[3].high == pytest.approx(max(each[3].gap for each in alone))


def test_a_gap_that_moved_before_the_start_is_refused_and_still_shown():
    data = series()
    closing = replace(data, values=tuple(value * 0.996**at for at, value in enumerate(data.values)))
    found = difference(closing, model(), comparators(6))
    assert found.refusals
    assert found.events[0].gap > found.events[-1].gap
    assert difference(closing, model(), comparators(6), full=False).events == ()
