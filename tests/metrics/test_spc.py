import csv
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.memory import autocorrelation
from metrics.spc import xmr, xmr_many
from metrics.spc_rules import Signal, shift, trend, two_of_three

GOLDEN = Path(__file__).resolve().parents[2] / ".." / "shared" / "golden" / "spc"
SERIES = st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), max_size=40)
QUIET = [10.0, 12.0, 9.0, 11.0, 10.0, 12.0, 9.0, 11.0, 10.0, 12.0, 9.0, 11.0, 10.0]


def kinds(values, direction="up", **settings):
    return [point.kind for point in xmr(values, direction, **settings).points]


# limits

def test_limits_are_the_mean_and_2_66_mean_moving_ranges():
    point = xmr([10, 12, 9, 11], "up").points[0]
    average = (2 + 3 + 2) / 3
    assert point.centre == pytest.approx(10.5)
    assert (point.lower, point.upper) == pytest.approx((10.5 - 2.66 * average, 10.5 + 2.66 * average))
    assert point.near_upper == pytest.approx(10.5 + 2 / 3 * 2.66 * average)


def test_a_moving_range_far_above_the_others_is_screened_out_once():
    values = [10, 11, 10, 11, 10, 11, 40, 11, 10, 11, 10, 11]
    kept, screened = xmr(values, "up", screen=False).points[0], xmr(values, "up").points[0]
    assert screened.upper < kept.upper
    assert screened.centre == kept.centre


def test_a_constant_series_has_no_limits_and_no_signal():
    chart = xmr([3.3] * 20, "up", target=4)
    assert {point.upper for point in chart.points} == {None}
    assert chart.variation == "common_cause"
    assert chart.assurance == ""


@pytest.mark.parametrize("values", [[], [None, None], [5.0]])
def test_too_few_values_have_no_limits_and_do_not_crash(values):
    chart = xmr(values, "up")
    assert all(point.upper is None for point in chart.points)
    assert chart.variation == "common_cause"


def test_a_missing_month_makes_no_moving_range_and_is_common_cause():
    chart = xmr([10, None, 30, 31, 30], "up")
    assert chart.points[1].kind == "common_cause"
    assert chart.points[0].upper == pytest.approx(101 / 4 + 2.66)


def test_limits_can_be_fixed_on_the_first_points():
    chart = xmr([*QUIET[:12], 30.0, 30.0], "up", fix_after=12)
    assert chart.points[-1].centre == pytest.approx(sum(QUIET[:12]) / 12)


def test_nothing_crosses_a_rebase():
    chart = xmr([*QUIET, *[value + 50 for value in QUIET]], "up", rebase=[13])
    assert [point.segment for point in chart.points] == [1] * 13 + [2] * 13
    assert {point.kind for point in chart.points} == {"common_cause"}


def test_under_13_points_the_limits_are_trial_limits():
    assert xmr(QUIET[:12], "up").points[0].trial
    assert not xmr(QUIET, "up").points[0].trial


def test_limits_of_no_width_do_not_flag_the_points_that_are_the_mean():
    values = [*[3.3] * 10, 3.2, 3.4, *[3.3] * 10]  # all that moves is screened out; the mean is 3.3
    assert [i for i, kind in enumerate(kinds(values)) if kind != "common_cause"] == [10, 11]


def test_a_shift_from_a_baseline_that_never_moved_is_still_a_shift():
    chart = xmr([5.0] * 12 + [6.0] * 7, "down", fix_after=12, target=9)
    assert [point.kind for point in chart.points] == ["common_cause"] * 12 + ["concern"] * 7
    assert {point.upper for point in chart.points} == {None}
    assert chart.assurance == ""


@given(st.lists(st.tuples(SERIES, st.booleans()), max_size=5), st.booleans())
def test_many_series_are_judged_as_each_by_itself(given_series, screen):
    series = [values for values, _ in given_series]
    rebase = [[len(values) // 2] if cut and values else [] for values, cut in given_series]
    single = [xmr(v, "down", rebase=r, screen=screen, target=1.0) for v, r in zip(series, rebase, strict=True)]
    assert xmr_many(series, "down", rebase=rebase, screen=screen, target=1.0) == single


# rules

@pytest.mark.parametrize(("length", "flagged"), [(6, 0), (7, 7), (9, 9)])
def test_a_shift_is_seven_on_one_side(length, flagged):
    assert sum(shift([-1, *[1] * length, -1])) == flagged


def test_a_point_on_the_mean_breaks_a_shift():
    assert not shift([1, 1, 1, 1, 0, 1, 1, 1]).any()


@pytest.mark.parametrize(("length", "flagged"), [(6, 0), (7, 7), (8, 8)])
def test_a_trend_is_seven_rising(length, flagged):
    assert sum(trend([*range(length), 0])) == (flagged if length < 7 else length)


def test_a_tie_breaks_a_trend():
    assert not trend([1, 2, 3, 4, 4, 5, 6, 7]).any()


def test_the_turning_point_of_two_trends_takes_the_later_direction():
    flags = trend([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1])
    assert flags.tolist() == [1] * 6 + [-1] * 7


def test_two_of_three_flags_the_close_points_only():
    assert two_of_three([1, 1, 1], [True, False, True]).tolist() == [True, False, True]
    assert not two_of_three([1, -1, 1], [True, False, True]).any()


def test_a_rising_trend_below_the_mean_is_an_improvement_where_up_is_good():
    values = [1, 2, 3, 4, 5, 6, 7, *[60.0, 70.0] * 6]
    chart = xmr(values, "up")
    assert chart.points[2].signal in (Signal.POINT, Signal.TREND)
    trending = [p for p in chart.points[:7] if p.signal is Signal.TREND]
    assert {p.kind for p in trending} <= {"improvement"}


@pytest.mark.parametrize(
    ("direction", "kind", "icon"),
    [("up", "improvement", "improvement_high"), ("down", "concern", "concern_high"),
     ("neutral", "neutral_high", "neutral_high")],
)
def test_a_high_last_point_means_what_the_direction_says(direction, kind, icon):
    chart = xmr([*QUIET, 60.0], direction)
    assert chart.points[-1].kind == kind
    assert chart.variation == icon


@pytest.mark.parametrize(
    ("target", "direction", "assurance"),
    [(90, "up", "fail"), (90, "down", "pass"), (-90, "up", "pass"), (-90, "down", "fail"),
     (10, "up", "hit_or_miss"), (90, "neutral", ""), (None, "up", "")],
)
def test_assurance_sets_the_target_against_the_last_limits(target, direction, assurance):
    assert xmr(QUIET, direction, target=target).assurance == assurance


@pytest.mark.parametrize(
    ("settings", "words"),
    [({"direction": "increase"}, "must be up, down or neutral"), ({"fix_after": 5}, "12 points or more"),
     ({"rebase": [99]}, "outside the 13 values")],
)
def test_bad_settings_are_named(settings, words):
    with pytest.raises(ValueError, match=words):
        xmr(QUIET, **{"direction": "up", **settings})


@given(SERIES)
def test_turning_the_direction_turns_improvement_into_concern(values):
    turned = {"improvement": "concern", "concern": "improvement"}
    assert [turned.get(kind, kind) for kind in kinds(values, "up")] == kinds(values, "down")


@given(SERIES)
def test_turning_the_values_upside_down_turns_the_signals_round(values):
    mirrored = [None if value is None else -value for value in values]
    assert kinds(values, "up") == kinds(mirrored, "down")


# memory

def test_a_straight_line_has_no_memory_left():
    assert autocorrelation([float(i) for i in range(20)]) is None


def test_slow_waves_have_memory_and_alternation_has_the_opposite():
    assert autocorrelation([0, 1, 2, 1, 0, -1, -2, -1] * 4) > 0.5
    assert autocorrelation([0, 1] * 12) < -0.5


def test_values_on_both_sides_of_a_gap_are_not_neighbours():
    assert autocorrelation([1.0, None, 2.0, None, 1.0, None, 2.0, None, 1.0]) == 0


# agreement with NHSRplotthedots

def number(text):
    return None if text in ("", "NA", "NaN") else float(text)


def rows_by_series(name):
    found = defaultdict(list)
    with (GOLDEN / name).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[row["series_id"]].append(row)
    return found


def judged(settings, values):
    dates = [row["date"] for row in values]
    fixed = settings["fix_after_n_points"]
    return xmr(
        [number(row["value"]) for row in values],
        {"increase": "up", "decrease": "down", "neutral": "neutral"}[settings["improvement_direction"]],
        rebase=[dates.index(date) for date in settings["rebase"].split(";") if date in dates],
        fix_after=int(fixed) if fixed else None, screen=settings["screen_outliers"] == "TRUE",
        target=number(settings["target"]),
    )


@pytest.mark.skipif(not GOLDEN.exists(), reason="the judged series are not beside the project")
def test_every_series_is_judged_as_the_nhs_package_judges_it():
    values, points, summary = (rows_by_series(f"{name}.csv") for name in ("values", "points", "summary"))
    for name, [settings] in rows_by_series("series.csv").items():
        chart = judged(settings, sorted(values[name], key=lambda row: row["date"]))
        for point, row in zip(chart.points, points[name], strict=bool(points[name])):
            same_point(name, point, row)
        if points[name]:
            same_summary(name, chart, summary[name][0])


def same_point(name, point, row):
    place = f"{name} {row['date']}"
    for mine, theirs in (("centre", "mean"), ("lower", "lpl"), ("upper", "upl"), ("near_lower", "near_lpl")):
        expected = number(row[theirs])
        found = getattr(point, mine)
        assert (found is None) == (expected is None), place
        assert expected is None or found == pytest.approx(expected, rel=1e-9), place
    rules = {"rule_point_outside": Signal.POINT, "rule_shift7": Signal.SHIFT, "rule_trend7": Signal.TREND,
             "rule_2of3": Signal.TWO_OF_THREE}
    assert {rule for column, rule in rules.items() if row[column] == "1"} == point.rules, place
    assert point.kind == row["point_type"].removeprefix("special_cause_"), place


def same_summary(name, chart, row):
    words = {"consistent_fail": "fail", "consistent_pass": "pass", "inconsistent": "hit_or_miss", "": ""}
    assert chart.variation == row["variation_icon"], name
    if chart.points[-1].upper is not None:  # without limits we give no assurance, on purpose
        assert chart.assurance == words[row["assurance"]], name
