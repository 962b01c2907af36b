"""Charts whose limits come from the counts: chosen by an indicator, judged along the same path as XmR."""

import dataclasses
import datetime as dt

import pytest

from metrics.chart_of_counts import Counted, exposure, kind_told
from metrics.in_season import chart_in_season
from metrics.measures import compute
from metrics.rebase import rebased
from metrics.spc_rules import Signal
from metrics.status import indicator_status
from metrics.types import Estimate, Period
from tests.metrics.builders import context, counts, definition, one, people

RATE = definition("demand_rate", unit="rate", direction="down", chart="u_prime", areas=("D1",),
                  params={"service": "ae", "per": 1000, "denominator": "persons"})
SETTING = context("2026-10-31")
FEW = [4, 2, 5, 3, 6, 1, 4, 3, 5, 2, 4, 3, 5, 4, 2, 3, 4, 6]
ANYONE = people({"D1": {2024: 1000}})


def found(values, measure=RATE, **more):
    return compute(measure, {"service_demand": counts({"D1": values}), "population": ANYONE}, SETTING, **more)


def rates(values, measure=RATE):
    return [each for each in found(values, measure) if each.statistic == "rate"]


def test_a_u_chart_by_hand():
    chart = chart_in_season([0.2, 0.4, 0.3], None, "down", counted=Counted("u", (10, 10, 20))).chart
    centre = (2 + 4 + 6) / 40
    assert [point.centre for point in chart.points] == pytest.approx([centre] * 3)
    assert chart.points[0].upper == pytest.approx(centre + 3 * (centre / 10) ** 0.5)
    assert chart.points[2].upper == pytest.approx(centre + 3 * (centre / 20) ** 0.5)
    assert chart.points[0].near_upper == pytest.approx(centre + 2 * (centre / 10) ** 0.5)


def test_a_p_chart_is_in_per_cent_and_stays_within_it():
    chart = chart_in_season([100.0, 90.0, 100.0], None, "up", counted=Counted("p", (3, 10, 7), 100)).chart
    assert chart.points[0].centre == pytest.approx(95)
    assert all(0 <= point.lower <= point.upper <= 100 for point in chart.points)


@pytest.mark.parametrize(
    ("direction", "kind"), [("up", "improvement"), ("down", "concern"), ("neutral", "neutral_high")]
)
def test_a_point_outside_is_judged_by_the_good_direction(direction, kind):
    chart = chart_in_season([*[0.3] * 12, 3.0], None, direction, counted=Counted("u", (10,) * 13)).chart
    assert chart.points[-1].kind == kind
    assert chart.points[-1].signal is Signal.POINT
    assert chart.variation.startswith(kind.removesuffix("_high"))


def test_each_segment_has_limits_of_its_own():
    counted = Counted("u", (10,) * 12)
    points = chart_in_season([1.0] * 6 + [4.0] * 6, None, "down", [6], counted=counted).chart.points
    assert (points[0].centre, points[6].centre) == (1, 4)
    assert (points[0].segment, points[6].segment) == (1, 2)


def test_a_missing_point_is_no_point_and_has_no_limits_where_its_exposure_is_not_known():
    points = chart_in_season([0.2, None, 0.4], None, "down", counted=Counted("u", (10, None, 10))).chart.points
    assert points[1].value is None
    assert points[1].upper is None
    assert points[2].centre == pytest.approx(0.3)


def test_an_indicators_rates_have_the_limits_of_its_own_chart():
    march = one(rates(FEW), "rate", area="D1", end="2025-03-31")
    february = one(rates(FEW), "rate", area="D1", end="2025-02-28")
    assert february.upper_limit > march.upper_limit  # fewer days to count in
    assert "u′ chart" in march.method
    assert kind_told(march.method) == "u_prime"


def test_without_a_choice_the_chart_is_xmr():
    plain = one(rates(FEW, dataclasses.replace(RATE, chart="xmr")), "rate", area="D1")
    assert kind_told(plain.method) == "xmr"
    assert "chart" not in plain.method


@pytest.mark.parametrize(("level", "kind"), [(1, "u_prime"), (100, "xmr")])
def test_only_small_counts_take_the_chart_for_small_counts(level, kind):
    measure = dataclasses.replace(RATE, chart="xmr", chart_where_small="u_prime", small_count=20)
    assert {kind_told(each.method) for each in rates([level * x for x in FEW], measure)} == {kind}


def test_counts_are_small_or_not_since_the_last_break():
    cut = ((dt.date(2024, 10, 1), "recording", ()),)
    measure = dataclasses.replace(RATE, chart="xmr", chart_where_small="u_prime", small_count=20, breaks=cut)
    assert {kind_told(each.method) for each in rates([900, 905, 899, 910, 900, 902, *FEW], measure)} == {"u_prime"}


def test_a_service_beside_keeps_xmr():
    beside = {"fire": {"service": "ae", "direction": "down", "denominator": "persons", "per": 1000, "breaks": ()}}
    measure = dataclasses.replace(RATE, params={**RATE.params, "beside": beside})
    assert {kind_told(each.method) for each in rates(FEW, measure) if each.group_dim == "service"} == {"xmr"}


@pytest.mark.parametrize(("chart", "said"), [("u_prime", "u′ chart"), ("u", "u chart")])
def test_the_status_is_judged_by_the_same_chart_and_says_which(chart, said):
    measure = dataclasses.replace(RATE, chart=chart)
    status = indicator_status(measure, found([*FEW, 40], measure), SETTING)
    assert status.method == f"statistical process control ({said})"
    assert status.side == 1
    quiet = found(FEW, measure)
    assert indicator_status(measure, quiet, SETTING).side == 0
    assert one(quiet, "rate", area="D1").mark == "common_cause"


def test_the_status_says_how_much_more_than_chance_the_counts_vary():
    status = indicator_status(RATE, found([x * (1 + 9 * (n % 3)) for n, x in enumerate(FEW)]), SETTING)
    assert "as wide as chance alone would make them" in status.why


def test_limits_set_anew_are_those_of_the_same_chart():
    before = found([*FEW, *[30 + x for x in FEW]])
    after = rebased(RATE, before, [dt.date(2025, 10, 1)], SETTING)
    last = [each for each in after if each.statistic == "rate"][-1]
    assert kind_told(last.method) == "u_prime"
    assert last.centre == pytest.approx(30 * 12 / 365 + sum(FEW) / 18 * 12 / 365, rel=0.05)


def test_a_figures_exposure_is_what_its_count_was_divided_by():
    month = Period(dt.date(2025, 4, 1), dt.date(2025, 4, 30), "month")
    told = {"indicator": "I1", "period": month, "area": "D1", "source": "x", "value": 1.0}
    assert exposure(Estimate(statistic="rate", denominator=2000, **told), 1000) == 60
    assert exposure(Estimate(statistic="per_day", denominator=30, **told), 1000) == 30
    assert exposure(Estimate(statistic="level", denominator=50, **told), 1000) == 50
    assert exposure(Estimate(statistic="level", **told), 1000) is None
