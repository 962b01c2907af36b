"""Did the cause move, did the effect, in that order and in time? Known cases, one fact each."""

import datetime as dt

import pytest

from metrics.link_findings import BEFORE_AFTER, Design, Moved, Sign, link_finding, moved, sign
from metrics.link_lag import Lag
from metrics.status_types import Change, Status, TargetStatus
from metrics.types import Definition, Estimate, Period

START = dt.date(2024, 4, 1)
FIRST, LATER = dt.date(2024, 10, 31), dt.date(2025, 9, 30)


def wave(end: dt.date, value: float, statistic: str = "share", **more) -> Estimate:
    return Estimate("I99", statistic, Period(end.replace(day=1), end, "wave"), "E1", "citizen_survey", value, **more)


def asked(change: Change, side: int | None, estimates, direction: str = "up", **more) -> Sign:
    definition = Definition("I99", "Trust", "percent", direction, "survey_share", lag_months=(12, 24))
    levels = [e for e in estimates if e.statistic == "share"]
    status = Status("I99", change, TargetStatus.NO_TARGET, side=side, latest=levels[-1] if levels else None)
    return sign(definition, status, estimates, START, "E1")


SERIES = [
    wave(FIRST, 1, "change_from_baseline", low=-2, high=4), wave(FIRST, 41),
    wave(LATER, 6, "change_from_baseline", low=2, high=10), wave(LATER, 46),
]  # fmt: skip


def test_a_move_is_dated_by_the_first_difference_that_leaves_zero_out():
    assert asked(Change.IMPROVING, 1, SERIES) == Sign("I99", "Trust", "better", LATER, (12, 24))


def test_a_rise_of_what_should_fall_is_worse():
    assert asked(Change.WORSENING, 1, SERIES, "down").way == "worse"


def test_a_move_without_a_good_direction_is_only_a_move():
    assert asked(Change.CHANGED, 1, SERIES, "neutral").way == "moved"


def test_a_marked_month_of_a_control_chart_dates_a_move():
    months = [wave(FIRST, 40, mark="improvement_high"), wave(LATER, 46, mark="improvement_high")]
    assert asked(Change.IMPROVING, 1, months).on == FIRST


@pytest.mark.parametrize(
    ("change", "side", "way"),
    [(Change.NO_CLEAR_CHANGE, 0, "steady"), (Change.TOO_EARLY, None, "unclear"),
     (Change.NOT_COMPARABLE, None, "unclear")],
)  # fmt: skip
def test_what_did_not_move_has_no_date(change, side, way):
    found = asked(change, side, SERIES)
    assert (found.way, found.on) == (way, None)


def test_a_count_that_adds_up_shows_that_it_was_done():
    counted, more = (
        Estimate("I99", "level", Period(START, end, "month"), "E1", "attendance", 12.0, method="cumulative")
        for end in (FIRST, LATER)
    )
    definition = Definition("I99", "Sessions", "count", "up", "sessions_held")
    status = Status("I99", Change.NO_CLEAR_CHANGE, TargetStatus.NO_TARGET, side=0, latest=more)
    found = sign(definition, status, [counted, more], START, "E1")
    assert (found.way, found.on) == ("delivered", FIRST)


@pytest.mark.parametrize(
    ("ways", "way"),
    [
        (("better", "steady"), "better"), (("better", "worse"), "mixed"), (("worse", "delivered"), "mixed"),
        (("worse", "unclear"), "worse"), (("steady", "unclear"), "steady"), (("unclear",), "unclear"),
        ((), "unmeasured"),
    ],
)  # fmt: skip
def test_a_box_is_told_from_its_indicators(ways, way):
    assert moved([Sign("I1", "One", each) for each in ways]).way == way


CAUSE = Moved("better", FIRST, (3, 6), ("Mind-set",))
EFFECT = Moved("better", LATER, (12, 24), ("Trust",))


def test_cause_before_effect_in_time_is_said_with_its_design():
    found = link_finding(CAUSE, EFFECT, START, None)
    assert (found.in_order, found.in_time, found.design) == (True, True, BEFORE_AFTER)
    assert found.sentence == (
        "The cause moved as hoped (Mind-set, first shown in October 2024). The effect moved as hoped (Trust, first "
        "shown in September 2025). The cause came first. The effect showed within the 12 to 24 months from April 2024 "
        "in which it was expected. Behind it: before and after, without a comparison (Maryland level 1 of 5)."
    )


def test_an_effect_before_its_cause_is_said():
    found = link_finding(EFFECT, CAUSE, START, None)
    assert found.in_order is False
    assert "The effect showed before the cause did" in found.sentence


def test_an_effect_after_its_lag_is_out_of_time():
    late = Moved("better", dt.date(2026, 9, 30), (12, 24), ("Trust",))
    assert link_finding(CAUSE, late, START, None).in_time is False


@pytest.mark.parametrize("way", ["steady", "unclear", "unmeasured", "worse", "mixed"])
def test_order_and_time_are_asked_only_where_both_moved_as_hoped(way):
    found = link_finding(CAUSE, Moved(way, None), START, None)
    assert (found.in_order, found.in_time) == (None, None)


def test_a_design_with_a_comparison_is_named():
    found = link_finding(CAUSE, EFFECT, START, Design("synthetic control", 3))
    assert "Behind it: synthetic control (Maryland level 3 of 5)." in found.sentence


def test_what_was_counted_once_was_done_without_a_date():
    once = Estimate("I99", "level", Period(START, FIRST, "month"), "E1", "uploads", 13.0)
    definition = Definition("I99", "Datasets", "count", "up", "datasets_live")
    status = Status("I99", Change.NOT_ENOUGH_POINTS, TargetStatus.NO_TARGET, latest=once)
    found = sign(definition, status, [once], START, "E1", delivery=True)
    assert (found.way, found.on) == ("delivered", None)


def test_one_measure_of_both_ends_tests_nothing():
    found = link_finding(CAUSE, Moved("better", LATER, (12, 24), ("Mind-set",)), START, None)
    assert found.in_order is None
    assert "Mind-set measures both, so the link can’t be tested by it." in found.sentence


def test_a_move_without_a_date_leaves_the_order_open():
    found = link_finding(CAUSE, Moved("better", None, (12, 24), ("Effort",)), START, None)
    assert "Which came first can’t be told" in found.sentence


@pytest.mark.parametrize(
    ("lag", "in_time", "said"),
    [
        (Lag(3, 12), True, "within the 3 to 12 months in which it was expected"),
        (Lag(12, 24), False, "outside the 12 to 24 months in which it was expected"),
        (Lag(11, 11), True, "within the 11 months in which it was expected"),
    ],
)
def test_a_links_own_lag_is_counted_from_the_cause(lag, in_time, said):
    found = link_finding(CAUSE, EFFECT, START, None, lag)  # October 2024 to September 2025
    assert found.in_time is in_time
    assert f"The effect showed 11 months after it, {said}." in found.sentence


@pytest.mark.parametrize(("lag", "in_time"), [(Lag(1, 1, "waves"), False), (Lag(1, 2, "waves"), True)])
def test_a_lag_in_waves_counts_the_effects_own_rounds_after_the_cause(lag, in_time):
    rounds = (dt.date(2024, 4, 30), dt.date(2025, 3, 31), LATER, dt.date(2026, 3, 31))
    effect = Moved("better", LATER, (12, 24), ("Trust",), rounds)
    found = link_finding(CAUSE, effect, START, None, lag)
    assert found.in_time is in_time
    assert "The effect showed 2 rounds of measuring after it" in found.sentence


def test_an_effect_before_its_cause_is_never_in_time():
    found = link_finding(EFFECT, CAUSE, START, None, Lag(0, 48))
    assert (found.in_order, found.in_time) == (False, False)
    assert "The effect showed before the cause did; it was expected 0 to 48 months after it." in found.sentence


def test_both_in_the_same_month_are_no_months_apart():
    found = link_finding(CAUSE, Moved("better", FIRST, (12, 24), ("Trust",)), START, None, Lag(0, 6))
    assert found.in_time is True
    assert "Both first showed in the same month, within the 0 to 6 months in which it was expected." in found.sentence


def test_the_rounds_of_a_box_are_those_of_the_indicators_that_moved():
    made = moved([asked(Change.IMPROVING, 1, SERIES), Sign("I1", "Other", "steady", rounds=(START,))])
    assert made.rounds == (FIRST, LATER)
