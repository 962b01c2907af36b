"""A placebo in time lies wholly before the start: what the programme may have done in its lag is no placebo."""

import dataclasses

import pytest

from metrics.designs.cut import window
from metrics.designs.placebo import in_time, pretend
from metrics.designs.types import DEFAULT
from tests.metrics.designs.made import model, series


def test_the_months_of_the_lag_are_marked_and_lie_between_start_and_effect():
    judged = window(series(months=60), model(at=42, lag_months=6))
    assert judged.lag.nonzero()[0].tolist() == list(range(42, 48))
    assert judged.after.nonzero()[0].tolist() == list(range(48, 60))


@pytest.mark.parametrize("lag", [0, 6, 12])
def test_a_pretended_start_leaves_out_the_lag(lag):
    judged = window(series(months=60), model(at=42, lag_months=lag))
    pretended = pretend(judged, DEFAULT)
    assert pretended.place.tolist() == judged.place[:42].tolist()
    assert pretended.months_after == 12


def test_an_effect_that_comes_early_in_the_lag_does_not_fail_the_placebo():
    judged = window(series(months=60, effect=0.2, at=42), model(at=42, lag_months=12))
    assert all(placebo.held for placebo in in_time(judged, DEFAULT))
    as_baseline = dataclasses.replace(judged, lag=judged.lag & False)
    assert not all(placebo.held for placebo in in_time(as_baseline, DEFAULT))
