"""The sentences beside figures of groups, gaps and answers."""

import pytest

from charts import findings
from charts.funnel import funnel
from charts.intervals import Row, caterpillar
from charts.likert import Answer, Wave, left_to_right, likert, swatches
from charts.theme import DARK, LIGHT
from tests.charts.made import estimate

WHOLE = estimate(0, 50.0, low=47.0, high=53.0)
SCALE = [
    Answer("1", "Very good", "positive"), Answer("2", "Good", "positive"), Answer("3", "Neither", "middle"),
    Answer("4", "Bad", "negative"), Answer("97", "Don't know", "excluded"),
]  # fmt: skip


def row(name, value, apart=None, half=5.0, **more):
    return Row(name, estimate(0, value, low=value - half, high=value + half, **more), apart)


def wave(name="Sep 2026", **shares):
    return Wave(name, {code[1:]: estimate(0, value, low=value - 3, high=value + 3) for code, value in shares.items()})


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([row("A", 60, False)], "No district can be told apart from the Essex figure of 50.0%"),
        ([row("A", 60, True)], "A lies above the Essex figure of 50.0%"),
        ([row("A", 40, True), row("B", 38, True)], "A and B lie below the Essex figure of 50.0%"),
        ([row("A", 60, True), row("B", 38, True)], "A lies above the Essex figure of 50.0%; B lies below it"),
    ],
)
def test_the_groups_that_lie_apart_are_named(rows, sentence):
    assert findings.apart(rows, WHOLE, "percent", "Essex", "district") == sentence


def test_the_least_certain_figure_is_told_with_its_interval():
    said = findings.widest([row("A", 50), row("B", 40, half=12)], "percent")
    assert said == "The widest interval is that of B: 40.0%, 28.0% to 52.0%."


@pytest.mark.parametrize(("bases", "said"), [((200, 300), ""), ((99, 300), "in A"), ((99, 98), "in A and B")])
def test_few_people_are_a_reason_for_caution(bases, said):
    rows = [row(name, 50, base=float(base)) for name, base in zip("AB", bases, strict=True)]
    assert said in findings.low_bases(rows, 100)
    assert bool(said) == bool(findings.low_bases(rows, 100))


@pytest.mark.parametrize(
    ("values", "tail"),
    [
        ((-12, 1), "clearly behind on one of two comparisons"),
        ((-12, 12), "clearly behind on one and ahead on one of two comparisons"),
        ((1, 2), "none of two gaps is clear"),
    ],
)
def test_gaps_are_counted_when_their_interval_leaves_zero_out(values, tail):
    rows = [row(str(at), value) for at, value in enumerate(values)]
    assert findings.gaps(rows, "Tenants") == f"Tenants: {tail}"


def test_the_largest_clear_gap_is_told_in_points():
    assert findings.largest([row("A", -12), row("B", 1)]) == "Largest: A, −12.0 points (−17.0 points to −7.0 points)."


def test_the_most_common_answer_and_both_ends_are_told():
    said = findings.answers(wave(_1=10.0, _2=45.0, _3=20.0, _4=15.0, _97=10.0), SCALE)
    assert said == "“Good” is the most common answer: 45.0% (42.0% to 48.0%); 10.0% “very good” and 15.0% “bad”"


def test_the_worst_answer_stands_furthest_left():
    assert [each.label for each in left_to_right(SCALE)] == ["Bad", "Neither", "Good", "Very good"]


def test_bars_diverge_from_the_middle_of_the_middle_answer():
    figure = likert([wave(_1=10.0, _2=40.0, _3=20.0, _4=30.0)], SCALE, LIGHT)
    assert [trace["base"][0] for trace in figure["data"]] == [-40.0, -10.0, 10.0, 50.0]
    assert [trace["x"][0] for trace in figure["data"]] == [30.0, 20.0, 40.0, 10.0]


def test_answers_outside_the_scale_are_written_beside_the_bars():
    figure = likert([wave(_1=50.0, _4=44.0, _97=6.0)], SCALE, DARK)
    assert "6%" in [each["text"] for each in figure["layout"]["annotations"]]
    assert "Don't know" not in [trace["name"] for trace in figure["data"]]


def test_answers_that_are_not_in_the_base_are_not_written_as_zero():
    figure = likert([wave(_1=50.0, _4=50.0)], SCALE, LIGHT)
    assert "no view" not in [each["text"] for each in figure["layout"]["annotations"]]


def test_every_answer_has_a_fill_of_its_own():
    fills = [fill for _, fill, _ in swatches(SCALE, LIGHT)]
    assert len(set(fills)) == len(fills)


def funnel_rows(marks):
    return [
        row(name, value, mark=mark, base_effective=base, centre=50.0, lower_limit=50 - width, upper_limit=50 + width)
        for name, value, mark, base, width in marks
    ]


def test_a_funnel_names_only_what_lies_outside_its_limits():
    rows = funnel_rows([("A", 30, "below", 90.0, 10.0), ("B", 52, "alike", 60.0, 13.0)])
    texts = [each["text"] for each in funnel(rows, rows, "percent", LIGHT)["layout"]["annotations"]]
    assert "A" in texts
    assert "B" not in texts


def test_the_limits_of_a_funnel_run_from_small_to_large_bases():
    rows = funnel_rows([("A", 30, "below", 90.0, 10.0), ("B", 52, "alike", 60.0, 13.0)])
    lower = funnel(rows, rows, "percent", LIGHT)["data"][0]
    assert (lower["x"], lower["y"]) == ([60.0, 90.0], [37.0, 40.0])


def test_what_the_publication_says_decides_whether_a_group_is_marked():
    rows = [row("A", 70, False), row("B", 51, True)]
    assert caterpillar(rows, "percent", LIGHT, WHOLE)["data"][0]["marker"]["symbol"] == ["circle", "diamond"]


def test_a_difference_is_marked_when_its_interval_leaves_zero_out():
    rows = [row("A", -12), row("B", 1)]
    assert caterpillar(rows, "points", LIGHT, zero="no gap")["data"][0]["marker"]["symbol"] == ["diamond", "circle"]
