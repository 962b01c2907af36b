"""The waterfall draws what it is given: totals from zero, changes from where the step before ended."""

import json

import pytest

from charts.theme import DARK, LIGHT
from charts.waterfall import Step, said, waterfall

STEPS = (
    Step("Avoided cases", 100_000, 20_000, 230_000, total=True),
    Step("Moved elsewhere", -10_000, -110_000, -300, start=100_000),
    Step("Worth today", 90_000, -5_000, 200_000, total=True),
)
FIGURE = waterfall(STEPS, "pounds", LIGHT)
BARS = FIGURE["data"][0]


def test_bars_stand_where_their_step_begins_and_are_as_long_as_it():
    assert BARS["base"] == [0, 100_000, 0]
    assert BARS["x"] == [100_000, -10_000, 90_000]


def test_every_step_has_a_whisker_as_wide_as_its_range():
    assert BARS["error_x"]["array"] == [130_000, 9_700, 110_000]
    assert BARS["error_x"]["arrayminus"] == [80_000, 100_000, 95_000]


def test_nothing_lies_outside_the_axis():
    low, high = FIGURE["layout"]["xaxis"]["range"]
    assert low < -10_000
    assert high > 230_000


def test_the_axis_is_marked_in_round_pounds_with_zero_among_them():
    axis = FIGURE["layout"]["xaxis"]
    assert axis["tickvals"] == [0, 100_000, 200_000]
    assert axis["ticktext"] == ["£0", "£100k", "£200k"]


def test_totals_are_filled_and_changes_hollow():
    assert BARS["marker"]["color"] == [LIGHT.common, LIGHT.card, LIGHT.common]


@pytest.mark.parametrize(
    ("at", "text"),
    [(0, "Avoided cases: £100k (£20k to £230k)"), (1, "Moved elsewhere: −£10k (−£110k to −£300)"),
     (2, "Worth today: £90k (−£5,000 to £200k)")],
)  # fmt: skip
def test_every_step_is_told_in_words_with_its_range(at, text):
    assert said(STEPS[at], "pounds") == text


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("steps", [STEPS, (), (Step("Nothing", 0, 0, 0, total=True),)])
def test_a_figure_is_plain_json_with_any_number_of_steps(colours, steps):
    json.dumps(waterfall(steps, "pounds", colours))
