import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.claims import Cause
from metrics.context import Context
from metrics.periods import add_months, month_of
from metrics.status import Change, TargetStatus, indicator_status, node_status
from metrics.status_change import TABLE as CHANGE_TABLE
from metrics.status_change import WORDS, Facts, first_row
from metrics.status_node import TABLE as NODE_TABLE
from metrics.status_target import TABLE as TARGET_TABLE
from metrics.status_target import Aim, judge_target
from metrics.status_types import Status
from metrics.types import Absence, Definition, Estimate, Period, Target

COUNTY = "E10000012"
CONTEXT = Context(start=dt.date(2024, 4, 1), as_at=dt.date(2026, 10, 31), county=COUNTY)
TRUST = Definition(
    id="I16", name="Trust in local councils", unit="percent", direction="up", formula="survey_share",
    minimum_base=100, areas=(COUNTY,), lag_months=(12, 24),
)
W1, W3, W4 = (
    Period(dt.date(*start), dt.date(*end), "wave")
    for start, end in (
        ((2024, 2, 1), (2024, 3, 31)), ((2025, 9, 1), (2025, 9, 30)), ((2026, 9, 1), (2026, 9, 30))
    )
)


def share(period, value, half=2.0, statistic="share", **more):
    given = {
        "indicator": "I16", "area": COUNTY, "source": "citizen_survey", "mode": "telephone", "base": 1000,
        "low": value - half, "high": value + half,
    }
    return Estimate(statistic=statistic, period=period, value=value, **{**given, **more})


def two_waves(delta, half=3.0):
    """A baseline of 40 % and a second wave with the published difference."""
    return [share(W1, 40.0), share(W4, 40.0 + delta), share(W4, delta, half, "change_from_baseline")]


def monthly(values, start=dt.date(2024, 4, 1), **more):
    """Complete counts by month."""
    given = {"indicator": "I16", "statistic": "level", "area": COUNTY, "source": "attendance", **more}
    return [
        Estimate(period=month_of(add_months(start, n)), value=float(value), **given)
        for n, value in enumerate(values) if value is not None
    ]


def judged(estimates, definition=TRUST, context=CONTEXT):
    return indicator_status(definition, estimates, context)


COUNT = replace(TRUST, unit="count", minimum_base=0, lag_months=(0, 3))
QUIET = [10, 12, 9, 11, 10, 9, 12, 10, 11, 9, 12, 10, 9, 11]

# The decision tables: every row has its case.

CHANGE_CASES = {
    "there is no figure yet": (Facts(0, None, 100, 30, 12, False), Change.NOT_ENOUGH_POINTS),
    "too few people are behind the latest figure": (
        Facts(3, 99, 100, 30, 12, False), Change.NOT_ENOUGH_POINTS),
    "it lies before the shorter end of the lag": (Facts(3, 100, 100, 11, 12, False), Change.TOO_EARLY),
    "it is the first figure since a break": (Facts(1, 100, 100, 12, 12, True), Change.NOT_COMPARABLE),
    "one figure shows no change": (Facts(1, None, 100, 12, 12, False), Change.NOT_ENOUGH_POINTS),
    "there are figures enough for a method": (Facts(2, None, 100, 12, 12, True), None),
}


@pytest.mark.parametrize("row", [row for row, *_ in CHANGE_TABLE])
def test_every_row_that_decides_before_the_method_does(row):
    facts, change = CHANGE_CASES[row]
    assert first_row(facts) == (row, change)


TARGET_CASES = {
    "no direction is good": (Aim("neutral", 50, 54, 60, 50), TargetStatus.NO_TARGET),
    "there is no comparable figure to set it against": (
        Aim("up", None, None, 60, 50), TargetStatus.UNCERTAIN),
    "the interval lies past the end target": (Aim("up", 60, 64, 60, 50), TargetStatus.REACHED),
    "it is too early to judge": (Aim("up", 40, 44, 60, 50, too_early=True), TargetStatus.UNCERTAIN),
    "nothing is due yet": (Aim("up", 40, 44, 60, None), TargetStatus.UNCERTAIN),
    "the interval lies on the good side of the target to date": (
        Aim("up", 50, 54, 60, 50), TargetStatus.ON_COURSE),
    "the interval lies on the wrong side of the target to date": (
        Aim("up", 44, 49.9, 60, 50), TargetStatus.OFF_COURSE),
    "the interval holds the target to date": (Aim("up", 49, 53, 60, 50), TargetStatus.UNCERTAIN),
}


@pytest.mark.parametrize("row", [row for row, *_ in TARGET_TABLE])
def test_every_row_of_the_target_table(row):
    aim, status = TARGET_CASES[row]
    assert judge_target(aim) == (status, row)


def status(change, latest=True, **more):
    target = more.pop("target", TargetStatus.NO_TARGET)
    return Status("I16", change, target, latest=share(W4, 40.0) if latest else None, **more)


NODE_CASES = [
    ([], Change.NO_MEASURE),
    ([status(Change.NOT_ENOUGH_POINTS, latest=False)], Change.NO_MEASURE),
    ([status(Change.IMPROVING), status(Change.IMPROVING, stale=True)], Change.STALE),
    ([status(Change.IMPROVING), status(Change.WORSENING)], Change.MIXED),
    ([status(Change.NO_CLEAR_CHANGE), status(Change.WORSENING)], Change.WORSENING),
    ([status(Change.NO_CLEAR_CHANGE), status(Change.IMPROVING)], Change.IMPROVING),
    ([status(Change.CHANGED), status(Change.NO_CLEAR_CHANGE)], Change.CHANGED),
    ([status(Change.TOO_EARLY), status(Change.NO_CLEAR_CHANGE)], Change.NO_CLEAR_CHANGE),
    ([status(Change.NOT_COMPARABLE), status(Change.TOO_EARLY)], Change.NOT_COMPARABLE),
    ([status(Change.TOO_EARLY), status(Change.NOT_ENOUGH_POINTS)], Change.TOO_EARLY),
    ([status(Change.NOT_ENOUGH_POINTS)], Change.NOT_ENOUGH_POINTS),
]


def test_every_row_of_the_node_table_has_a_case():
    assert len(NODE_CASES) == len(NODE_TABLE)


@pytest.mark.parametrize(("statuses", "change"), NODE_CASES)
def test_a_nodes_status_comes_from_its_indicators(statuses, change):
    assert node_status(statuses).change is change
    assert node_status(statuses).why


def test_a_mixed_node_tells_both_sides():
    better, worse = judged(two_waves(5)), judged(two_waves(-5))
    assert node_status([better, worse]).headline == f"{better.headline}; {worse.headline}"


def test_an_indicator_without_figures_does_not_hide_the_others():
    assert node_status([status(Change.IMPROVING), status(Change.NOT_ENOUGH_POINTS, latest=False)]).change is (
        Change.IMPROVING
    )


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        (("reached", "off_course"), "off_course"), (("on_course", "uncertain"), "uncertain"),
        (("reached", "on_course"), "on_course"), (("reached", "no_target"), "reached"),
        (("no_target",), "no_target"), ((), "no_target"),
    ],
)
def test_the_worst_target_stands_for_the_node(targets, expected):
    statuses = [status(Change.IMPROVING, target=TargetStatus(target)) for target in targets]
    assert node_status(statuses).target == expected


# Survey waves

@pytest.mark.parametrize(
    ("delta", "direction", "change"),
    [
        (5, "up", Change.IMPROVING), (-5, "up", Change.WORSENING), (5, "down", Change.WORSENING),
        (-5, "down", Change.IMPROVING), (5, "neutral", Change.CHANGED), (-5, "neutral", Change.CHANGED),
        (2, "up", Change.NO_CLEAR_CHANGE), (-2, "down", Change.NO_CLEAR_CHANGE),
    ],
)
def test_waves_are_judged_by_their_published_difference(delta, direction, change):
    found = judged(two_waves(delta), replace(TRUST, direction=direction))
    assert found.change is change
    assert (found.delta, found.delta_low, found.delta_high) == (delta, delta - 3, delta + 3)
    assert found.points == 2


def test_the_difference_from_the_last_wave_is_told_beside():
    waves = [*two_waves(5), share(W3, 44.0), share(W4, 1.0, 3.0, "change_from_previous")]
    assert "Since the wave before: −2.0 to +4.0 percentage points." in judged(waves).why


def test_one_wave_is_not_enough():
    found = judged([share(W4, 40.0)])
    assert found.change is Change.NOT_ENOUGH_POINTS
    assert found.method == "level with interval"


def test_without_any_figure_it_says_so():
    found = judged([])
    assert found.change is Change.NOT_ENOUGH_POINTS
    assert found.headline == "Trust in local councils: no figure yet"


def test_the_latest_wave_across_a_break_is_not_comparable_and_has_no_delta():
    why = "Not comparable with W1: W4 was asked online, W1 by telephone."
    gap = Estimate(
        "I16", "change_from_baseline", W4, COUNTY, "citizen_survey", mode="online",
        absence=Absence.NOT_COMPARABLE, reason=why,
    )
    found = judged([share(W1, 40.0), share(W4, 50.0, mode="online"), gap])
    assert found.change is Change.NOT_COMPARABLE
    assert found.delta is None
    assert "asked online" in found.why


def test_a_telephone_wave_is_compared_across_an_online_one():
    between = share(Period(dt.date(2024, 10, 1), dt.date(2024, 11, 30), "wave"), 70.0, mode="online")
    found = judged([*two_waves(5), between])
    assert found.change is Change.IMPROVING
    assert found.baseline.period == W1


def test_a_base_below_the_minimum_holds_back_status_and_target():
    definition = replace(TRUST, target=Target("level", 30, dt.date(2025, 3, 31)))
    found = judged([replace(e, base=99) for e in two_waves(5)], definition)
    assert found.change is Change.NOT_ENOUGH_POINTS
    assert found.target is TargetStatus.UNCERTAIN


@pytest.mark.parametrize(
    ("lag", "change", "early"),
    [
        ((31, 48), Change.TOO_EARLY, True), ((30, 48), Change.IMPROVING, True),
        ((12, 30), Change.IMPROVING, False),
    ],
)
def test_the_lag_is_counted_from_the_start_to_the_latest_point(lag, change, early):
    found = judged(two_waves(5), replace(TRUST, lag_months=lag))  # September 2026 is 30 months on
    assert (found.change, found.early) == (change, early)
    assert ("Early evidence" in found.why) is early


@pytest.mark.parametrize(("months", "stale"), [(1, False), (0, True)])
def test_figures_older_than_they_stay_fresh_are_stale(months, stale):
    # the latest wave ended on 30 September 2026
    context = replace(CONTEXT, as_at=dt.date(2026, 10, 15))
    found = judged(two_waves(5), replace(TRUST, fresh_for_months=months), context)
    assert found.stale is stale


def test_another_areas_figures_never_stand_in_for_the_headline_area():
    status = judged([share(W1, 40.0, area="RDE"), share(W4, 60.0, area="RDE")])
    assert (status.change, status.latest) == (Change.NOT_ENOUGH_POINTS, None)


def test_withheld_figures_and_groups_are_no_points():
    hidden = replace(share(W3, 1.0), value=None, low=None, high=None, absence=Absence.WITHHELD)
    group = share(W3, 10.0, group_dim="age", group_value="75+")
    assert judged([*two_waves(5), hidden, group]).points == 2


# Counts and series

@pytest.mark.parametrize(
    ("values", "change"),
    [([60, 30], Change.WORSENING), ([30, 60], Change.IMPROVING), ([60, 50], Change.NO_CLEAR_CHANGE)],
)
def test_two_counts_are_compared_as_poisson_counts(values, change):
    found = judged(monthly(values), COUNT)
    assert found.change is change
    assert "Poisson" in found.method


def test_two_totals_without_a_measure_of_noise_are_not_enough():
    found = judged(monthly([100.5, 220.5]), replace(COUNT, unit="pounds"))
    assert found.change is Change.NOT_ENOUGH_POINTS
    assert "Five" in found.why


def test_two_rates_are_compared_by_their_intervals():
    points = [replace(e, low=e.value - 5, high=e.value + 5) for e in monthly([100, 120])]
    found = judged(points, replace(COUNT, unit="rate", direction="down"))
    assert found.change is Change.WORSENING
    assert found.delta_low == pytest.approx(20 - 50**0.5)


@pytest.mark.parametrize(
    ("values", "change"),
    [
        ([10, 11, 10, 12, 11], Change.NO_CLEAR_CHANGE),
        ([10, 12, 14, 16, 18], Change.IMPROVING),  # five rising
        ([10, 11, 10, 11, 10, 30], Change.IMPROVING),  # outside trial limits
        ([29, 31, 29, 30, 12, 11, 13, 11, 12, 13], Change.WORSENING),  # six below the median
    ],
)
def test_five_to_eleven_points_make_a_run_chart(values, change):
    found = judged(monthly(values), COUNT)
    assert found.method == "run chart with trial limits"
    assert found.change is change


def test_twelve_regular_points_make_an_spc_chart():
    found = judged(monthly(QUIET), COUNT)
    assert found.method == "statistical process control (XmR)"
    assert found.change is Change.NO_CLEAR_CHANGE


@pytest.mark.parametrize(
    ("last", "direction", "change"),
    [(40, "up", Change.IMPROVING), (40, "down", Change.WORSENING), (40, "neutral", Change.CHANGED)],
)
def test_the_last_points_variation_is_the_change(last, direction, change):
    found = judged(monthly([*QUIET, last]), replace(COUNT, direction=direction))
    assert found.change is change


def test_irregular_points_make_a_run_chart_however_many():
    gaps = [value for pair in zip(QUIET, [None] * 14, strict=True) for value in pair]
    points = monthly([*gaps, 10])[:-1] + monthly([10], start=dt.date(2026, 7, 1))
    assert judged(points, COUNT).method == "run chart with trial limits"


def test_a_series_with_memory_claims_no_change():
    wave = [10, 12, 14, 15, 14, 12, 10, 8, 6, 5, 6, 8] * 2
    found = judged(monthly([*wave, 30]), COUNT)
    assert found.autocorrelated
    assert found.change is Change.NO_CLEAR_CHANGE
    assert found.autocorrelation > 0.2


MEMORY = [*[10, 12, 14, 15, 14, 12, 10, 8, 6, 5, 6, 8] * 2, 30]


@pytest.mark.parametrize(
    ("claim", "said"),
    [("fell", "fewer than were to be expected anyway"), ("rose", "more than were to be expected anyway"),
     ("no_clear_change", "no clear difference from what was to be expected anyway"),
     ("inconclusive", "whether that differs from what was to be expected anyway is open")],
)  # fmt: skip
def test_a_series_with_memory_says_what_the_counterfactual_found(claim, said):
    found = indicator_status(COUNT, monthly(MEMORY), CONTEXT, Cause(claim, "So it was."))
    assert found.headline.endswith(said)
    assert "rests on the counterfactual: So it was." in found.why
    assert found.change is Change.NO_CLEAR_CHANGE


@pytest.mark.parametrize(("values", "claim"), [(MEMORY, "refused"), (QUIET, "fell")])
def test_a_refusal_or_a_series_without_memory_keeps_its_own_finding(values, claim):
    alone = indicator_status(COUNT, monthly(values), CONTEXT)
    assert indicator_status(COUNT, monthly(values), CONTEXT, Cause(claim, "So it was.")) == alone


def test_rolling_years_count_once_a_year():
    ends = [month_of(add_months(dt.date(2024, 9, 1), n)).end for n in range(25)]
    points = [
        Estimate("I16", "level", Period(add_months(end.replace(day=1), -11), end, "rolling_year"), COUNTY,
                 "attendance", value=20.0 + n)
        for n, end in enumerate(ends)
    ]
    found = judged(points, COUNT)
    assert found.points == 3
    assert found.delta == 24


def test_a_total_that_accumulates_is_judged_by_what_was_added():
    slow, fast = [5 * n for n in range(1, 8)], [35 + 15 * n for n in range(1, 7)]
    found = judged(monthly([*slow, *fast], method="cumulative count"), COUNT)
    assert found.change is Change.IMPROVING
    assert found.delta == 60  # 90 added after 30
    assert "125 so far, 60 more in the last six months than in the six before" in found.headline


def test_lumpy_additions_need_a_larger_difference():
    even, lumpy, total = [8] * 7 + [12] * 6, [0, 0, 0, 1, 0, 0, 48, 0, 72, 0, 0, 0, 0], []
    for added in (even, lumpy):
        total.append(monthly([sum(added[: n + 1]) for n in range(13)], method="cumulative count"))
    assert judged(total[1], COUNT).delta_high - judged(total[1], COUNT).delta_low > 40
    assert judged(total[0], COUNT).delta_high - judged(total[0], COUNT).delta_low < 45


def test_a_total_needs_a_year_before_its_pace_is_judged():
    assert judged(monthly(range(1, 10), method="cumulative count"), COUNT).change is Change.NOT_ENOUGH_POINTS


def test_a_count_towards_a_known_whole_is_judged_by_its_growth():
    filling = monthly([*range(1, 8), 7, 7, 7, 7, 7, 7], method="cumulative count", denominator=7.0)
    assert judged(filling, COUNT).change is Change.NO_CLEAR_CHANGE
    late = monthly([1, 2, 3, 4, 5, *[6] * 7, 7], method="cumulative count", denominator=7.0)
    growing = judged(late, COUNT)
    assert growing.change is Change.IMPROVING
    assert "7 so far, 1 more than six months before" in growing.headline


def test_a_share_that_accumulates_compares_the_cases_of_two_half_years():
    months = monthly(range(1, 14), method="cumulative share")
    counts = zip(months, [5.0] + [10.0] * 6 + [45.0] * 6, [50.0] + [75.0] * 6 + [125.0] * 6, strict=True)
    points = [replace(e, numerator=n, denominator=d, value=100 * n / d) for e, n, d in counts]
    found = judged(points, replace(COUNT, unit="percent"))
    assert found.change is Change.IMPROVING
    assert found.delta == pytest.approx(50)


def test_matched_pairs_judge_a_change_and_its_progress():
    points = [share(W1, 60.0), share(W4, 66.0), share(W4, 8.0, 2.0, "paired_change")]
    definition = replace(TRUST, unit="points", target=Target("change", 10, dt.date(2027, 3, 31)))
    found = judged(points, definition)
    assert found.change is Change.IMPROVING
    assert found.progress == 0.8


def test_a_monthly_series_and_yearly_figures_beside_it_do_not_mix():
    year = Estimate(
        "I16", "level", Period(dt.date(2023, 4, 1), dt.date(2024, 3, 31), "financial_year"), COUNTY,
        "attendance", value=120.0,
    )
    assert judged([year, *monthly(QUIET)], COUNT).points == 14


def test_progress_of_a_total_counts_from_zero():
    definition = replace(COUNT, target=Target("level", 200, dt.date(2027, 3, 31)))
    found = judged(monthly([10, 50, 100], method="cumulative count"), definition)
    assert found.baseline_value == 0
    assert found.progress == 0.5


def test_a_series_from_before_the_start_has_the_year_before_as_its_baseline():
    months = monthly([100] * 6 + [10, 12] * 6 + [9] * 6, start=dt.date(2022, 10, 1))
    found = judged(months, replace(COUNT, target=Target("change", -4, dt.date(2024, 9, 30))))
    assert found.baseline_value == 11
    assert found.baseline.period.start == dt.date(2023, 4, 1)
    assert found.baseline.period.end == dt.date(2024, 3, 31)
    assert found.progress == 0.5


def test_a_series_that_begins_later_has_its_first_figure_as_baseline():
    assert judged(monthly([10, 12] * 8, start=dt.date(2023, 10, 1)), COUNT).baseline_value == 10


# Targets

DUE = dt.date(2027, 3, 31)


@pytest.mark.parametrize(
    ("delta", "target", "expected"),
    [
        (25, Target("level", 60, DUE), TargetStatus.REACHED),
        (20, Target("level", 60, DUE), TargetStatus.ON_COURSE),
        (2, Target("level", 60, DUE), TargetStatus.OFF_COURSE),
        (17, Target("level", 60, DUE), TargetStatus.UNCERTAIN),
        (20, Target("change", 10, DUE), TargetStatus.REACHED),
        (8, Target("change", 10, DUE), TargetStatus.UNCERTAIN),
        (8, Target("change", 10, DUE, steps=((dt.date(2026, 3, 31), 4),)), TargetStatus.ON_COURSE),
        (8, Target("difference", 5, DUE, comparator="England"), TargetStatus.UNCERTAIN),
        (8, None, TargetStatus.NO_TARGET),
    ],
)
def test_targets_are_judged_by_the_interval(delta, target, expected):
    assert judged(two_waves(delta), replace(TRUST, target=target)).target is expected


def test_progress_exists_for_levels_and_changes_only():
    for target, gone in (
        (Target("level", 60, DUE), 0.4), (Target("change", 10, DUE), 0.8),
        (Target("difference", 5, DUE, comparator="England"), None), (None, None),
    ):
        assert judged(two_waves(8), replace(TRUST, target=target)).progress == (gone and pytest.approx(gone))


def test_nothing_is_on_course_to_a_target_whose_last_day_has_gone():
    target = Target("change", 10, dt.date(2026, 10, 15), steps=((dt.date(2026, 3, 31), 4),))
    definition = replace(TRUST, target=target)
    days = [replace(CONTEXT, as_at=dt.date(2026, 10, day)) for day in (14, 15)]
    before, after = (judged(two_waves(8), definition, context) for context in days)
    assert (before.target, before.target_to_date) == (TargetStatus.ON_COURSE, 44)
    assert (after.target, after.target_to_date) == (TargetStatus.UNCERTAIN, 50)


def test_a_difference_is_judged_by_the_published_gap():
    target = Target("difference", 5, DUE, comparator="England", steps=((dt.date(2026, 3, 31), 2),))
    gap = share(W4, 6.0, 3.0, "gap_to_comparator")
    assert judged([*two_waves(8), gap], replace(TRUST, target=target)).target is TargetStatus.ON_COURSE


def test_too_early_is_never_off_course():
    definition = replace(TRUST, lag_months=(40, 50), target=Target("level", 60, DUE))
    assert judged(two_waves(-5), definition).target is TargetStatus.UNCERTAIN


def test_a_complete_count_is_its_own_interval():
    definition = replace(COUNT, target=Target("level", 60, DUE))
    assert judged(monthly([30, 60]), definition).target is TargetStatus.REACHED


# Words

def test_the_generic_finding_is_a_plain_sentence():
    assert judged(two_waves(5)).headline == (
        "Trust in local councils: 45%, up 5 percentage points since March 2024"
    )


def test_the_frameworks_own_finding_is_preferred_and_filled():
    finding = {"improving": "{value} trust their council, {delta} more than in {since}."}
    found = judged(two_waves(5), replace(TRUST, params={"finding": finding}))
    assert found.headline == "45% trust their council, 5 percentage points more than in March 2024"


def test_the_reason_names_method_and_interval():
    assert judged(two_waves(5)).why.split("\n")[:2] == [
        "Up 5 percentage points since March 2024 (95% interval +2.0 to +8.0 percentage points).",
        "Method: difference from the baseline with its interval, two comparable figures. Latest level 45%, 95% "
        "interval 43.0% to 47.0%.",
    ]


@pytest.mark.parametrize("estimates", [[], two_waves(5), monthly(QUIET)])
def test_the_detail_is_json(estimates):
    detail = judged(estimates, replace(COUNT, target=Target("level", 60, DUE))).detail()
    assert json.loads(json.dumps(detail)) == detail


# What must hold for any figures

FIGURES = st.lists(st.integers(1, 60), min_size=1, max_size=16)
TURNED = {
    Change.IMPROVING: Change.WORSENING, Change.WORSENING: Change.IMPROVING,
}


@given(FIGURES)
def test_turning_the_good_direction_turns_the_word_and_nothing_else(values):
    up, down = (judged(monthly(values), replace(COUNT, direction=way)) for way in ("up", "down"))
    assert TURNED.get(up.change, up.change) is down.change
    assert (up.delta, up.points, up.method) == (down.delta, down.points, down.method)


@given(st.floats(-30, 30), st.floats(0.1, 20), st.floats(0, 60))
def test_a_target_is_judged_alike_in_both_directions(delta, half, target):
    def turned(estimates):
        return [replace(e, value=-e.value, low=-e.high, high=-e.low) for e in estimates]

    up = judged(two_waves(delta, half), replace(TRUST, target=Target("level", target, DUE)))
    down = judged(
        turned(two_waves(delta, half)), replace(TRUST, direction="down", target=Target("level", -target, DUE))
    )
    assert up.target is down.target
    assert up.change is down.change
    assert up.progress == down.progress


@given(st.floats(-30, 30), st.floats(0.1, 20))
def test_status_and_interval_never_disagree(delta, half):
    found = judged(two_waves(delta, half))
    assert (found.change is Change.NO_CLEAR_CHANGE) == (found.delta_low <= 0 <= found.delta_high)


def test_every_side_and_direction_has_a_word():
    assert set(WORDS) == {(side, way) for side in (-1, 0, 1) for way in ("up", "down", "neutral")}
