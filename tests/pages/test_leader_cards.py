"""The sentences about the same leaders before and after."""

import datetime as dt

import pytest

from metrics.types import Estimate, Period
from pages.parts.leader_cards import _attrition, _finding, _moved, _seen_by_peers

WAVE = Period(dt.date(2025, 4, 1), dt.date(2025, 4, 30), "wave")


def figure(statistic, value, low, high, **more):
    return Estimate("I08", statistic, WAVE, "E10000012", "leader_survey", value=value, low=low, high=high, **more)


class OneFigure:
    """A view that holds these figures of everyone."""

    def __init__(self, *figures):
        self.figures = figures

    def of(self, _, statistic):
        return [each for each in self.figures if each.statistic == statistic]


RISE = figure("paired_change", 12.4, 7.9, 17.0, base=39.0)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (RISE, "The same 39 leaders moved up 12.4 points on average (7.9 to 17.0)"),
        (figure("paired_change", -5.0, -9.0, -1.0, base=39.0),
         "The same 39 leaders moved down 5.0 points on average (1.0 to 9.0)"),
        (figure("paired_change", 2.0, -1.0, 5.0, base=39.0),
         "The same 39 leaders show no clear change on average: +2.0 points (−1.0 to 5.0)"),
    ],
)  # fmt: skip
def test_a_change_is_told_with_its_size_and_interval(change, sentence):
    assert _finding(change) == sentence


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(-19.7, -6.1, "scored 12.9 points lower (6.1 to 19.7)"), (-19.7, 3.0, "did not clearly differ")],
)
def test_leavers_are_set_beside_those_who_stayed(low, high, said):
    gap = figure("leavers_gap", -12.9, low, high, numerator=21.0, denominator=60.0)
    text = _attrition(OneFigure(gap), "I08", RISE)
    assert text.startswith("21 of the 60 who began did not answer again")
    assert said in text


def test_where_the_weaker_left_the_waves_by_themselves_flatter():
    gap = figure("leavers_gap", -12.9, -19.7, -6.1, numerator=21.0, denominator=60.0)
    assert "flatters" in _attrition(OneFigure(gap), "I08", RISE)


def test_how_many_rose_stayed_and_fell_is_told():
    up, down = figure("moved_up", 82.1, 67.3, 91.0), figure("moved_down", 17.9, 9.0, 32.7)
    moves = {up: "Share that rose", down: "Share that fell"}
    assert _moved(moves) == "Of these leaders, 82.1% rose and 17.9% fell (interval of the first 67.3% to 91.0%)."


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (figure("peers_against_self", -4.0, -7.1, -0.9, base=39.0),
         "In Apr 2025 peers rated 39 leaders 4.0 points lower than they rated themselves (0.9 to 7.1)."),
        (figure("peers_against_self", 3.5, -1.0, 8.0, base=60.0),
         "In Apr 2025 peers’ ratings of 60 leaders did not clearly differ from their own."),
        (None, ""),
    ],
)  # fmt: skip
def test_peers_are_set_against_what_leaders_say_of_themselves(gap, said):
    assert _seen_by_peers(gap) == said
