"""Costs by quarter, and effort against the baseline year."""

import pytest

from metrics.measures import compute
from metrics.types import Absence
from tests.metrics.builders import context, definition, one, series, table

COSTS = definition("cost_total", unit="pounds", direction="neutral", params={"kind_of_cost": "cash"})
EFFORT = definition("effort_aligned", unit="percent", params={"measure": "gbp"})


def costs(*rows):
    return {"programme_costs": table("period_start period_end period_kind item payer kind amount", *rows)}


def returns(*rows):
    names = "period_start period_end period_kind organisation sector priority measure aligned"
    return {"partner_returns": table(names, *rows)}


def test_costs_of_one_kind_add_up_by_quarter():
    frames = costs(
        ("2024-04-01", "2024-04-30", "month", "Team", "Fund", "cash", 100),
        ("2024-06-01", "2024-06-30", "month", "Team", "Fund", "cash", 50),
        ("2024-06-01", "2024-06-30", "month", "Time", "Partners", "in_kind", 999),
        ("2024-07-01", "2024-09-30", "quarter", "Team", "Fund", "cash", 70),
    )
    assert series(compute(COSTS, frames, context())) == [150, 70]


def test_a_yearly_cost_is_spread_over_its_days():
    frames = costs(("2024-01-01", "2024-12-31", "year", "Team", "Fund", "cash", 366))
    assert series(compute(COSTS, frames, context("2024-12-31"))) == [91, 91, 92, 92]


def test_a_quarter_the_records_do_not_cover_is_left_out():
    frames = costs(("2024-04-01", "2024-07-31", "span", "Team", "Fund", "cash", 122))
    assert series(compute(COSTS, frames, context())) == [91]


H1, H2 = ("2023-04-01", "2023-09-30", "span"), ("2023-10-01", "2024-03-31", "span")
AFTER = ("2024-04-01", "2025-03-31", "financial_year")


def test_effort_is_per_day_against_the_year_before_the_start():
    frames = returns(
        (*H1, "A", "nhs", "falls", "gbp", 100),
        (*H2, "A", "nhs", "falls", "gbp", 266),
        (*AFTER, "A", "nhs", "falls", "gbp", 730),
        (*AFTER, "A", "nhs", "falls", "fte", 5),
    )
    found = compute(EFFORT, frames, context("2025-03-31"))
    # 366 in the 366 days before, so 1 a day; 730 in 365 days after, so 2 a day
    assert series(found) == [pytest.approx(100 * 100 / 183), pytest.approx(100 * 266 / 183), 200]
    assert series(found, "amount") == [100, 266, 730]


def test_a_partner_who_stops_answering_is_not_a_fall():
    frames = returns(
        (*H1, "A", "nhs", "falls", "gbp", 183),
        (*H2, "A", "nhs", "falls", "gbp", 183),
        (*H1, "B", "fire", "falls", "gbp", 183),
        (*H2, "B", "fire", "falls", "gbp", 183),
        (*AFTER, "A", "nhs", "falls", "gbp", 365),
    )
    found = one(compute(EFFORT, frames, context("2025-03-31")))
    assert (found.value, found.base) == (100, 1)


def test_without_returns_before_the_start_the_first_twelve_months_are_the_baseline():
    frames = returns(
        (*AFTER, "A", "nhs", "falls", "gbp", 365),
        ("2025-04-01", "2026-03-31", "financial_year", "A", "nhs", "falls", "gbp", 730),
    )
    assert series(compute(EFFORT, frames, context("2026-03-31"))) == [100, 200]


def test_a_baseline_of_nothing_leaves_nothing_to_compare_with():
    frames = returns((*AFTER, "A", "nhs", "falls", "gbp", 0))
    assert one(compute(EFFORT, frames, context("2026-03-31"))).absence is Absence.NOT_APPLICABLE


def test_a_level_leads_to_its_own_rows_and_the_baselines():
    frames = returns(
        (*H1, "A", "nhs", "falls", "gbp", 183),
        (*H2, "A", "nhs", "falls", "gbp", 183),
        (*AFTER, "A", "nhs", "falls", "gbp", 365),
    )
    assert one(compute(EFFORT, frames, context("2025-03-31"))).trace == ((1, "Data", "rows 2-4"),)


@pytest.mark.parametrize("measure", [COSTS, EFFORT])
def test_no_records_give_no_figures(measure):
    assert compute(measure, {}, context()) == []
