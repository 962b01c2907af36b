"""From counts to pounds, before and after, worked by hand."""

import dataclasses

import pytest

from metrics.measures import compute
from metrics.types import Absence
from tests.metrics.builders import context, counts, day, definition, one, series, table

NET = definition("net_fiscal", unit="pounds", params={"service": "ae", "unit_cost": "HE4.0"})
# 366 days before (100 a month), 365 after (90 a month): 1,200 x 365 / 366 - 1,080 = 116.72 fewer
FEWER = 1200 * 365 / 366 - 1080
DEMAND = counts({"D1": [60] * 12 + [50] * 12, "D2": [40] * 24}, first="2023-04")


def unit_costs(*rows, **more):
    return table("code payer kind low central high price_year", *rows, upload=5, **more)


PRICES = unit_costs(
    ("HE4.0", "NHS", "fiscal", 80, 100, 150, 2012), ("HE4.0", "NHS", "social", 1, 9999, 1, 2012)
)
COSTS = table(
    "period_start period_end period_kind item payer kind amount",
    ("2024-04-01", "2025-03-31", "financial_year", "Team", "Fund", "cash", 5000),
    ("2024-04-01", "2025-03-31", "financial_year", "Time", "Partners", "in_kind", 9999),
    upload=6,
)


def value(demand=DEMAND, prices=PRICES, costs=COSTS, measure=NET):
    frames = {"service_demand": demand, "unit_costs": prices, "programme_costs": costs}
    known = {name: frame for name, frame in frames.items() if frame is not None}
    return compute(measure, known, context("2025-06-30"))


def test_units_are_set_to_equal_days():
    found = one(value(), "gross_units")
    assert found.value == pytest.approx(FEWER)
    assert (found.period.start, found.period.end, found.period.kind) == (
        day("2024-04-01"),
        day("2025-03-31"),
        "year",
    )


@pytest.mark.parametrize(("scenario", "price"), [("low", 80), ("central", 100), ("high", 150)])
def test_net_is_gross_change_times_the_fiscal_unit_cost_less_cash_costs(scenario, price):
    assert series(value(), "gross_value", scenario=scenario) == [pytest.approx(FEWER * price)]
    assert series(value(), "level", scenario=scenario) == [pytest.approx(FEWER * price - 5000)]


def test_no_figure_claims_to_be_attributable():
    found = [each for each in value() if each.statistic in ("level", "gross_value", "gross_units")]
    assert all("not attributable" in each.method for each in found)
    assert all("not taken off" in each.reason for each in found)
    assert all("prices of 2012" in each.reason for each in found if each.statistic == "level")


def test_nothing_of_a_change_that_is_not_attributed_is_called_cash():
    assert {each.statistic for each in value()} == {"level", "gross_value", "gross_units", "programme_cost"}


def test_the_interval_of_the_units_carries_to_the_pounds():
    units, net = one(value(), "gross_units"), one([e for e in value() if e.scenario == "central"])
    assert (net.low, net.high) == (
        pytest.approx(100 * units.low - 5000),
        pytest.approx(100 * units.high - 5000),
    )


def test_a_break_between_the_two_years_is_no_saving():
    measure = dataclasses.replace(NET, breaks=((day("2024-10-01"), "Recording", ("D1",)),))
    found = [
        each for each in value(measure=measure) if each.statistic in ("level", "gross_value", "gross_units")
    ]
    assert {each.absence for each in found} == {Absence.NOT_COMPARABLE}
    assert "break" in found[0].reason


def test_a_missing_month_is_no_saving():
    demand = counts({"D1": [60] * 12 + [50] * 12, "D2": [40] * 7 + ["skip"] + [40] * 16}, first="2023-04")
    found = one(value(demand), "gross_units")
    assert (found.absence, found.reason) == (Absence.MISSING, "a month of the two years has no figure")


@pytest.mark.parametrize(
    ("prices", "reason"),
    [
        (None, "unit cost HE4.0 is missing"),
        (unit_costs(("HE4.0", "NHS", "social", 1, 1, 1, 2012)), "unit cost HE4.0 is missing"),
        (
            unit_costs(("HE4.0", "NHS", "fiscal", None, 100, 150, 2012)),
            "the low estimate of unit cost HE4.0 is missing",
        ),
    ],
)
def test_a_missing_unit_cost_is_left_blank_and_not_guessed(prices, reason):
    found = one([each for each in value(prices=prices) if each.scenario == "low"])
    assert (found.absence, found.reason) == (Absence.MISSING, reason)


@pytest.mark.parametrize("costs", [None, COSTS.assign(period_end=[day("2025-02-28")] * 2)])
def test_without_the_years_costs_there_is_no_net(costs):
    found = value(costs=costs)
    assert one([each for each in found if each.scenario == "low"]).absence is Absence.MISSING
    assert series(found, "gross_value", scenario="central") == [pytest.approx(100 * FEWER)]


def test_several_payers_add_up_and_are_given_apart():
    prices = unit_costs(
        ("HE4.0", "NHS", "fiscal", 1, 60, 99, 2012), ("HE4.0", "Council", "fiscal", 1, 40, 99, 2012)
    )
    found = value(prices=prices)
    assert series(found, "gross_value", scenario="central") == [pytest.approx(100 * FEWER)]
    assert series(found, "gross_value", "Council", scenario="central") == [pytest.approx(40 * FEWER)]


def test_real_counts_and_sample_costs_never_meet():
    found = value(costs=COSTS.assign(origin="sample"))
    assert one([each for each in found if each.scenario == "central"]).absence is Absence.NOT_COMPARABLE
    assert one(found, "gross_units").value == pytest.approx(FEWER)


def test_a_year_that_is_not_over_has_no_figure():
    assert value(DEMAND[DEMAND["period_start"] < day("2025-03-01")]) == []


def test_no_counts_give_no_figures():
    assert value(demand=None) == []


def test_every_pound_leads_to_counts_unit_cost_and_costs():
    found = one([each for each in value() if each.scenario == "central"])
    assert [upload for upload, _, _ in found.trace] == [1, 5, 6]


def test_keys_are_unique_and_texts_fit_the_store():
    found = value()
    keys = {(e.statistic, e.period, e.scenario, e.group_dim, e.group_value) for e in found}
    assert len(keys) == len(found)
    assert all(len(each.method) <= 64 for each in found)
