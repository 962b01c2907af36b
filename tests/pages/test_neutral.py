"""A direction that is neither good nor bad never gets the colour of either, from the method to the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.framework import load_framework
from metrics import spc
from metrics.guard_rails import Reading
from metrics.status_change import WORDS
from metrics.status_target import Aim, judge_target
from pages.parts.status_icons import tone

FRAMEWORK = load_framework()
NEUTRAL = [each.id for each in (*FRAMEWORK.indicators, *FRAMEWORK.services) if each.direction == "neutral"]
COLOURED = ("good", "bad")


def test_there_are_measures_without_a_good_direction():
    assert {"I23", "asb", "asc_requests"} <= set(NEUTRAL)


@pytest.mark.parametrize("side", [1, 0, -1])
def test_no_change_of_a_neutral_measure_is_coloured(side):
    assert tone(WORDS[side, "neutral"]) not in COLOURED


@given(st.lists(st.floats(0, 1000), min_size=12, max_size=40))
def test_no_mark_of_a_neutral_chart_is_coloured(values):
    chart = spc.xmr(values, "neutral", target=500.0)
    assert {point.kind for point in chart.points} <= {"common_cause", "neutral_high", "neutral_low"}
    assert tone(chart.variation) not in COLOURED
    assert tone(chart.assurance) not in COLOURED


@given(st.floats(-100, 100), st.floats(0, 50), st.floats(-100, 100))
def test_no_target_of_a_neutral_measure_is_coloured(low, width, end):
    assert tone(judge_target(Aim("neutral", low, low + width, end, end))[0]) not in COLOURED


@pytest.mark.parametrize("side", [1, -1])
def test_a_neutral_partner_that_moved_is_neither_better_nor_worse(side):
    assert Reading("Incidents", "neutral", side).better is None


@pytest.mark.parametrize("state", ["supported", "not_supported", "cannot_tell"])
def test_an_answer_to_a_claim_is_neither_good_nor_bad(state):
    assert tone(state) not in COLOURED
