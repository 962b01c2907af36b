"""What a figure shows of its estimates; numbers are tested where they are made, not here."""

import datetime as dt
import itertools
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from charts.bars import bars
from charts.control import Moment, family, spc_chart
from charts.intervals import Row, caterpillar, differs
from charts.multiples import small_multiples
from charts.sentence import alt_text, base_line
from charts.series import runs
from charts.theme import DARK, LIGHT, palette
from charts.wave_marks import Mark, Step
from charts.waves import wave_line
from metrics.types import Period
from tests.charts.made import estimate

SHARE = {"low": 46.0, "high": 54.0}


def texts(figure: dict) -> list[str]:
    return [note["text"] for note in figure["layout"]["annotations"]]


@pytest.mark.parametrize(
    "figure",
    [
        wave_line(
            [estimate(0, **SHARE), estimate(1, None)],
            "percent",
            LIGHT,
            [Mark("England", 60)],
            [Step("2024-01-01", 51)],
        ),
        wave_line([], "percent", LIGHT),
        spc_chart(
            [estimate(n, 50 + n, centre=52.0, lower_limit=40.0, upper_limit=60.0) for n in range(14)],
            "rate",
            DARK,
            [Moment("2024-06-01", "recording", True)],
        ),
        spc_chart([], "rate", DARK),
        small_multiples({"A": [estimate(0)], "B": [estimate(0, 60.0), estimate(1, None)]}, "percent", LIGHT),
        caterpillar(
            [Row("A", estimate(0, **SHARE)), Row("B", estimate(0, None))],
            "percent",
            DARK,
            estimate(0, **SHARE),
        ),
        bars([Row("A", estimate(0, 4)), Row("B", estimate(0, None))], "count", LIGHT, 3, "enough"),
    ],
)
def test_every_figure_is_one_that_plotly_accepts(figure):
    assert go.Figure(figure)


@pytest.mark.parametrize("different", [{"mode": "online"}, {"segment": 2}, {"source": "another survey"}])
def test_a_line_never_joins_what_cannot_be_compared(different):
    figure = wave_line([estimate(0), estimate(1, 52.0, **different)], "percent", LIGHT)
    assert [len(trace["x"]) for trace in figure["data"]] == [1, 1]


def test_a_line_is_broken_where_a_figure_is_withheld():
    figure = wave_line([estimate(0), estimate(1, None), estimate(2)], "percent", LIGHT)
    assert figure["data"][0]["y"] == [50.0, None, 50.0]
    assert figure["data"][0]["connectgaps"] is False


@pytest.mark.parametrize(("name", "top"), [("Trust in councils", 8), ("Services would be there", 26)])
def test_small_multiples_leave_room_for_names_of_three_lines(name, top):
    figure = small_multiples({name: [estimate(0)]}, "percent", LIGHT, columns=3)
    assert figure["layout"]["margin"]["t"] == top


@pytest.mark.parametrize(("count", "named"), [(5, True), (6, False)])
def test_more_than_five_periods_are_dated_by_the_axis(count, named):
    figure = wave_line([estimate(2 * at, 50.0) for at in range(count)], "percent", LIGHT)
    assert ("ticktext" in figure["layout"]["xaxis"]) == named


@pytest.mark.parametrize(("first", "room"), [(99.0, True), (120.0, False), (1.0, False)])
def test_a_rise_from_the_bottom_leaves_room_for_its_first_figure(first, room):
    figure = wave_line([estimate(0, first), estimate(1, 130.0), estimate(2, 125.0), estimate(3, 100.0)], "rate", LIGHT)
    assert (figure["layout"]["yaxis"]["range"][0] < min(first, 100.0) - 0.2 * (130 - min(first, 100.0))) == room


@pytest.mark.parametrize(("months", "said"), [((0, 8, 31), "Jan–<br>Feb<br>2024"), ((0, 14, 31), "Jan–Feb<br>2024")])
def test_spans_of_months_that_stand_near_each_other_take_a_line_more(months, said):
    points = [estimate(at, 50.0) for at in months]
    first = dt.date(2024, 1, 1), dt.date(2024, 2, 28)
    points[0] = replace(points[0], period=Period(*first, "wave"))
    assert wave_line(points, "percent", LIGHT)["layout"]["xaxis"]["ticktext"][0] == said


@pytest.mark.parametrize(("online", "stands_at"), [(49.0, 54.0), (30.0, 50.0)])
def test_the_first_figure_stands_over_its_interval_where_another_mode_would_hit_it(online, stands_at):
    points = [estimate(0, 50.0, mode="telephone", **SHARE), estimate(20, 52.0, mode="telephone"),
              estimate(30, 53.0, mode="telephone"), estimate(8, online, mode="online")]
    notes = wave_line(points, "percent", LIGHT)["layout"]["annotations"]
    assert next(each["y"] for each in notes if "50.0%" in each["text"]) == stands_at


@pytest.mark.parametrize(("count", "written"), [(10, False), (4, True)])
def test_the_first_figure_is_left_out_where_its_own_line_would_run_through_it(count, written):
    points = [estimate(0, 50.0, **SHARE), *(estimate(at, 51.0, **SHARE) for at in range(1, count))]
    assert any("50.0%" in text for text in texts(wave_line(points, "percent", LIGHT))) is written


def test_whiskers_reach_the_ends_of_the_interval():
    error = wave_line([estimate(0, 50.0, **SHARE)], "percent", LIGHT)["data"][0]["error_y"]
    assert (error["array"], error["arrayminus"]) == ([4.0], [4.0])


def test_another_mode_is_named_on_the_figure_itself():
    figure = wave_line([estimate(0), estimate(1, mode="online"), estimate(2)], "percent", LIGHT)
    assert any("online" in text and "comparable" in text for text in texts(figure))


def test_a_benchmark_is_labelled_and_not_a_series():
    figure = wave_line([estimate(0)], "percent", LIGHT, [Mark("England, 2023", 61.0)])
    assert len(figure["data"]) == 1
    assert "England, 2023: 61.0%" in texts(figure)


def test_the_target_goes_in_steps():
    figure = wave_line(
        [estimate(0), estimate(9)], "percent", LIGHT, target=[Step("2024-02-01", 51), Step("2024-06-01", 53)]
    )
    assert figure["data"][-1]["line"]["shape"] == "hv"
    assert figure["data"][-1]["y"] == [51, 53, 53]


def test_special_causes_have_a_shape_and_a_colour_of_their_own():
    marks = ("improvement_low", "concern_high", "neutral_high", "common_cause")
    figure = spc_chart([estimate(n, 50, mark=mark) for n, mark in enumerate(marks)], "rate", LIGHT)
    drawn = [trace["marker"] for trace in figure["data"] if trace["mode"] == "markers"]
    assert len({marker["symbol"] for marker in drawn}) == len({marker["color"] for marker in drawn}) == 4


def test_limits_stop_at_a_break_and_begin_again():
    points = [
        estimate(n, 50, centre=50, lower_limit=40, upper_limit=60, segment=1 + n // 6) for n in range(12)
    ]
    lines = [trace for trace in spc_chart(points, "rate", LIGHT)["data"] if trace["mode"] == "lines"]
    assert [len(trace["x"]) for trace in lines] == [6] * 8


def test_a_break_is_told_from_an_event_by_words_and_by_line():
    points = [estimate(n) for n in range(12)]
    figure = spc_chart(
        points, "rate", LIGHT, [Moment("2024-04-01", "start"), Moment("2024-08-01", "recording", True)]
    )
    assert {"start", "Break: recording"} <= set(texts(figure))
    assert {shape["line"]["dash"] for shape in figure["layout"]["shapes"]} == {"dot", "solid"}


def test_moments_outside_the_series_are_left_out():
    figure = spc_chart([estimate(0), estimate(1)], "rate", LIGHT, [Moment("2019-01-01", "long ago")])
    assert figure["layout"]["shapes"] == []


@pytest.mark.parametrize(
    ("mark", "expected"), [("improvement_high", "improvement"), ("", "common"), ("strange", "common")]
)
def test_an_unknown_mark_is_common_cause(mark, expected):
    assert family(mark) == expected


def test_groups_stand_in_the_order_given_from_the_top():
    rows = [Row(name, estimate(0, value)) for name, value in (("B", 40.0), ("A", 60.0), ("C", 50.0))]
    assert caterpillar(rows, "percent", LIGHT)["layout"]["yaxis"]["categoryarray"] == ["C", "A", "B"]


def test_a_group_differs_only_when_its_whole_interval_lies_apart():
    whole = estimate(0, 50.0)
    assert differs(estimate(0, 60.0, low=51.0, high=69.0), whole)
    assert not differs(estimate(0, 60.0, low=49.0, high=71.0), whole)
    assert not differs(estimate(0, 60.0), whole)


def test_what_is_withheld_is_written_out_and_not_drawn():
    figure = caterpillar([Row("A", estimate(0, None)), Row("B", estimate(0))], "percent", LIGHT)
    assert figure["data"][0]["y"] == ["B"]
    assert "withheld (small numbers)" in texts(figure)


def test_bars_begin_at_zero_and_say_when_there_are_too_few():
    figure = bars([Row("A", estimate(0, 2)), Row("B", estimate(0, 7))], "count", LIGHT, 3)
    assert figure["layout"]["xaxis"]["range"][0] == 0
    assert figure["data"][0]["text"] == ["2 · too few", "7"]


def test_small_charts_share_one_scale():
    layout = small_multiples({"A": [estimate(0, 10.0)], "B": [estimate(0, 90.0)]}, "percent", LIGHT)["layout"]
    assert layout["yaxis"]["range"] == layout["yaxis2"]["range"]


def test_small_charts_share_one_span_of_time():
    layout = small_multiples({"A": [estimate(0)], "B": [estimate(20), estimate(30)]}, "percent", LIGHT)["layout"]
    assert layout["xaxis"]["range"] == layout["xaxis2"]["range"] == ["2024-01-01", "2026-07-31"]
    assert layout["xaxis"]["tickvals"] == ["2024-01-01", "2025-01-01", "2026-01-01"]


def test_a_break_in_a_small_chart_is_a_dotted_line_in_its_own_panel():
    figure = small_multiples(
        {"A": [estimate(0)], "B": [estimate(0)]}, "percent", LIGHT, cuts={"B": ["2024-01-01"]}
    )
    assert [(line["xref"], line["x0"], line["line"]["dash"]) for line in figure["layout"]["shapes"]] == [
        ("x2", "2024-01-01", "dot")
    ]


def test_a_benchmark_is_named_clear_of_the_first_point():
    near = [estimate(0, **SHARE), estimate(1, 40.0), estimate(2, 49.0)]
    notes = wave_line(near, "percent", LIGHT, [Mark("England", 51)])["layout"]["annotations"]
    assert next(note["x"] for note in notes if "England" in note["text"]) == 0.5


def test_runs_are_in_order_of_time():
    assert [run.segment for run in runs([estimate(5, segment=2), estimate(0)])] == [1, 2]


def test_the_base_line_names_base_effective_base_mode_and_time():
    said = base_line(estimate(8, base=1012, base_effective=840.4, mode="telephone"), "residents 18+")
    assert said == "Base: 1,012 residents 18+, weighted; effective base 840; telephone, Sep 2024."


def test_without_a_figure_the_base_line_says_so():
    assert base_line(None) == "Base: no figure to show."


def test_the_alternative_text_says_finding_first_and_last():
    said = alt_text("Trust is rising", [estimate(3, 55.0, **SHARE), estimate(0)], "percent")
    assert said == (
        "Trust is rising. Jan 2024: 50.0%; Apr 2024: 55.0% (95% interval 46.0% to 54.0%). "
        "2 figures, all in the data table."
    )


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("colours", "name"),
    list(itertools.product((LIGHT, DARK), ("ink", "mute", "improving", "worsening", "neutral", "common"))),
)
def test_colours_can_be_read_on_the_card(colours, name):
    # status words take these colours too, so all must reach the contrast of text
    assert contrast(getattr(colours, name), colours.card) >= 4.5


def test_a_browser_that_has_not_said_its_theme_gets_the_light_one():
    assert palette(None) is LIGHT


def test_dates_are_written_for_plotly_as_iso_text():
    assert wave_line([estimate(0)], "percent", LIGHT)["data"][0]["x"] == [dt.date(2024, 1, 16).isoformat()]
