"""Observed against expected: what is drawn is what was published, nothing is worked out."""

from charts.counterfactual import counterfactual_chart
from charts.theme import DARK, LIGHT

BEFORE = [("2025-08-01", 100.0), ("2025-09-01", None)]
MONTHS = [
    {"start": "2025-10-01", "observed": 90.0, "expected": [100.0, 95.0, 105.0], "avoided": [10.0, 5.0, 15.0]},
    {"start": "2025-11-01", "observed": 92.0, "expected": [101.0, 96.0, 106.0], "avoided": [19.0, 9.0, 29.0]},
]
MOMENTS = [("2024-04-01", "start"), ("2025-10-01", "effect may show")]


def drawn(colours=LIGHT, months=MONTHS):
    return counterfactual_chart(BEFORE, months, MOMENTS, colours)


def named(name: str) -> dict:
    return next(trace for trace in drawn()["data"] if trace.get("name") == name)


def test_the_counts_run_through_from_before_to_after_with_gaps_as_gaps():
    assert named("counted")["y"] == [100.0, None, 90.0, 92.0]
    assert named("counted")["connectgaps"] is False


def test_the_expected_and_the_avoided_begin_where_the_effect_may_show():
    assert named("expected")["x"] == named("avoided so far")["x"] == ["2025-10-15", "2025-11-15"]
    assert named("avoided so far")["y"] == [10.0, 19.0]


def test_the_band_is_the_published_interval():
    low, high = drawn()["data"][:2]
    assert (low["y"], high["y"]) == ([95.0, 96.0], [105.0, 106.0])
    assert high["fill"] == "tonexty"


def test_every_line_is_named_at_its_end_and_every_moment_at_its_line():
    said = [each["text"] for each in drawn()["layout"]["annotations"]]
    assert {"counted", "expected", "start", "effect may show", "avoided so far<br>19"} <= set(said)


def test_dark_takes_the_dark_palette():
    assert named("counted")["line"]["color"] == LIGHT.ink
    assert drawn(DARK)["data"][1]["fillcolor"] == DARK.soft
