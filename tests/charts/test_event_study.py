"""The event study draws what was published and nothing else."""

from charts.event_study import event_study_chart
from charts.theme import LIGHT

EVENTS = [
    {"start": "2025-07-01", "gap": 0.4, "low": -2.0, "high": 2.5},
    {"start": "2025-10-01", "gap": -4.0, "low": -1.5, "high": 2.0},
]


def test_gap_and_band_are_the_published_ones():
    low, high, own = event_study_chart(EVENTS, "2025-10-01", LIGHT)["data"]
    assert (low["y"], high["y"], own["y"]) == ([-2.0, -1.5], [2.5, 2.0], [0.4, -4.0])
    assert high["fill"] == "tonexty"


def test_the_hover_says_gap_quarter_and_comparators():
    own = event_study_chart(EVENTS, "2025-10-01", LIGHT)["data"][2]
    assert own["customdata"][1] == "<b>−4.0%</b> from Oct 2025; comparators −1.5% to 2.0%"


def test_the_day_the_effect_may_show_is_marked():
    [line] = event_study_chart(EVENTS, "2025-10-01", LIGHT)["layout"]["shapes"]
    assert line["x0"] == line["x1"] == "2025-10-01"
