"""Adding services up, setting them against costs, and what a counterfactual gives the chain."""

import datetime as dt

import pytest

from metrics.value import value
from metrics.worth.from_impact import avoided_cases
from metrics.worth.payback import returned
from metrics.worth.together import together
from metrics.worth.types import Year
from tests.metrics.worths import FIVE, avoided, factor, terms, unit_cost

OVERLAPS = {("ADM", "HE4.0"): "An admission includes its attendance"}
SURE = terms((factor("displacement", 0, 0, 0), factor("attribution", 1, 1, 1), factor("drop_off", 0.5, 0.5, 0.5)),
             discount=0.0, deflator={2024: 100.0})  # fmt: skip


def worth(service="ae", given=None, kind="fiscal", **price):
    own = unit_cost(**{"kind": kind, **price})
    return value(avoided(service=service), [own], given or terms())[kind]


def certain(cases=1000.0, years=((0, 1, 12),)):
    """Worth £85 a case (£100 less the 15 per cent of grade 4), without any range."""
    found = avoided(cases, cases, cases, years)
    return value(found, [unit_cost(100, 100, 100, price_year=2024)], SURE)["fiscal"]


def test_services_add_up_draw_by_draw():
    ae, fire = worth(), worth("fire", code="FI2.0")
    both = together([ae, fire], OVERLAPS)
    assert both.value.value == pytest.approx(ae.total.value + fire.total.value)
    assert both.value.high < ae.total.high + fire.total.high


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (worth("admissions", code="ADM"), "a case would be counted twice: an admission includes its attendance"),
        (worth(), "ae would be counted twice"),
        (worth("asb", code="CR2.0", kind="social"), "never added up"),
    ],
)
def test_what_would_count_twice_or_mix_kinds_is_not_added_up(other, reason):
    found = together([worth(), other], OVERLAPS)
    assert reason.lower() in found.refusal.lower()
    assert found.value is None


def test_a_service_without_a_value_is_left_out_and_none_at_all_is_said():
    blank = value(avoided(service="asc"), [], terms())["fiscal"]
    assert together([worth(), blank], OVERLAPS).services == ("ae",)
    assert "No service" in together([blank], OVERLAPS).refusal


def test_return_is_value_for_each_pound_of_cost_in_the_same_pounds():
    given = terms()
    total = together([worth(given=given)], {})
    found = returned(total, {0: 800.0, 1: 1000.0}, 2.0, 2012, given)  # the deflator knows 2012 only: 80
    cost = 800 * 100 / 80 + 1000 / 1.035
    assert found.cost == pytest.approx(cost)
    assert found.per_pound.value == pytest.approx(total.value.value / cost)
    assert found.net.low == pytest.approx(total.value.low - cost)


@pytest.mark.parametrize(
    ("cost", "after"),
    [
        (85_000, 1.0),  # paid back within the year that was counted
        # a year later half of £85,000 comes in, £10,000 go on being spent: £15,000 short need 15 / 32.5 of it
        (95_000, None),
        (1_000_000, None),
    ],
)
def test_payback_carries_the_effect_forward_as_it_fades(cost, after):
    found = returned(together([certain()], {}), {0: cost}, 1.0, 2024, SURE)
    assert found.payback == (after, after, after)
    assert found.share == (0 if after is None else 1)


def test_payback_falls_between_two_years_where_it_does():
    total = together([certain()], {})
    found = returned(total, {0: 90_000.0}, 3.0, 2024, SURE)  # £30,000 a year against £42,500 in the fourth
    assert found.payback[0] == pytest.approx(3 + 5_000 / (42_500 - 30_000))


@pytest.mark.parametrize("costs", [{}, {0: 0.0}])
def test_without_costs_there_is_no_return(costs):
    found = returned(together([certain()], {}), costs, 1.0, 2024, SURE)
    assert (found.per_pound, found.refusal) == (None, "The programme's cash costs are missing.")


def test_a_sum_that_was_refused_has_no_return():
    total = together([worth(), worth()], {})
    assert returned(total, {0: 1.0}, 1.0, 2024, terms(FIVE)).refusal == total.refusal


def impact(claim="fell", maryland=2, months=12, per_month=100.0) -> dict:
    """A published answer whose avoided cases came at one pace from October of the second year."""
    starts = [dt.date(2025 + (9 + month) // 12, (9 + month) % 12 + 1, 1) for month in range(months)]
    so_far = [per_month * (at + 1) for at in range(months)]
    total = so_far[-1]
    return {
        "claim": claim, "maryland": maryland, "service": "ae", "area": "E1", "sentence": "Too few months.",
        "avoided": None if claim == "refused" else [total, total - 50, total + 50],
        "quantiles": [total + (at - 50) * 50 / 47.5 for at in range(1, 100)],
        "months": [{"start": start.isoformat(), "avoided": [value, value, value]}
                   for start, value in zip(starts, so_far, strict=True)],
    }  # fmt: skip


START = dt.date(2024, 4, 1)


def test_avoided_cases_are_split_by_programme_year_and_keep_their_distribution():
    found = avoided_cases(impact(), START, 2)
    assert found.years == (Year(1, 600.0, 6), Year(2, 600.0, 6))
    assert dict(zip(found.levels, found.quantiles, strict=True))[0.025] == 1150
    assert set(found.holds) == {"deadweight", "leakage", "drop_off"}


def test_a_fall_that_may_be_chance_is_still_worked_out():
    assert avoided_cases(impact("no_clear_change"), START, 2).service == "ae"


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (impact("inconclusive"), "inconclusive whether demand fell"),
        (impact(maryland=1), "level 1 on the Maryland scale"),
        (impact("refused"), "No money is put on it. Too few months."),
    ],
)
def test_no_money_is_put_on_evidence_that_does_not_bear_it(found, reason):
    assert reason in avoided_cases(found, START, 2)
