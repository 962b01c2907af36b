import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from metrics.progress import end_level, level_to_date, progress
from metrics.types import Target

FIGURES = st.floats(-1e6, 1e6)
BEGUN, DUE = dt.date(2024, 3, 31), dt.date(2028, 3, 31)
LEVEL = Target("level", 60.0, DUE)
STEPPED = Target("level", 60.0, DUE, steps=((dt.date(2025, 3, 31), 45.0), (dt.date(2026, 3, 31), 50.0)))


@given(FIGURES, FIGURES, FIGURES)
def test_one_formula_for_both_directions(actual, baseline, target):
    assert progress(-actual, -baseline, -target) == progress(actual, baseline, target)


@given(FIGURES, FIGURES)
def test_undefined_where_target_and_baseline_are_the_same(actual, baseline):
    assert progress(actual, baseline, baseline) is None


@given(FIGURES, FIGURES)
def test_nothing_gone_at_the_baseline_and_all_at_the_target(baseline, target):
    assume(target - baseline != 0)
    assert progress(baseline, baseline, target) == 0
    assert progress(target, baseline, target) == 1


@pytest.mark.parametrize(
    ("actual", "gone"), [(40, 0), (50, 0.5), (60, 1), (70, 1.5), (30, -0.5), (0, -2)]
)
def test_never_clipped(actual, gone):
    assert progress(actual, 40, 60) == pytest.approx(gone)


@pytest.mark.parametrize("missing", [(None, 1, 2), (1, None, 2), (1, 2, None)])
def test_undefined_without_one_of_the_three(missing):
    assert progress(*missing) is None


def test_a_change_is_a_level_above_the_baseline_and_a_difference_is_none():
    assert end_level(Target("change", 10, DUE), 62) == 72
    assert end_level(Target("change", 10, DUE), None) is None
    assert end_level(Target("difference", 3, DUE, comparator="England"), 50) is None


def test_without_steps_the_path_is_straight_from_the_baseline():
    halfway = BEGUN + (DUE - BEGUN) / 2
    assert level_to_date(LEVEL, 40.0, BEGUN, halfway) == pytest.approx(50, abs=0.02)


@pytest.mark.parametrize(
    ("on", "level"),
    [
        (dt.date(2024, 12, 31), None),  # before the first step nothing is due
        (dt.date(2025, 3, 31), 45.0),
        (dt.date(2026, 3, 30), 45.0),  # nothing is interpolated between steps
        (dt.date(2026, 3, 31), 50.0),
        (dt.date(2028, 3, 30), 50.0),
        (dt.date(2028, 3, 31), 60.0),
        (dt.date(2030, 1, 1), 60.0),
    ],
)
def test_with_steps_the_last_one_due_counts(on, level):
    assert level_to_date(STEPPED, 40.0, BEGUN, on) == level


def test_steps_of_a_change_are_changes():
    target = Target("change", 10, DUE, steps=((dt.date(2025, 3, 31), 4.0),))
    assert level_to_date(target, 50.0, BEGUN, dt.date(2025, 6, 30)) == 54


def test_nothing_is_due_on_the_baselines_own_date():
    assert level_to_date(LEVEL, 40.0, BEGUN, BEGUN) is None
