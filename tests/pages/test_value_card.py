"""The waterfall's card: its bars lead from the first figure to the last, and its words come from the publication."""

import pytest

from pages.parts.value_card import NOT_CASH, _other, _table, drawn
from tests.etl.test_said_of_value import of, said

FISCAL = said(of())["ae_type1 E10000012"]["detail"]["kinds"]["fiscal"]


def test_changes_lead_from_the_first_total_to_the_last():
    first, *changes, last, _cash = drawn(FISCAL)
    assert first.value + sum(step.value for step in changes) == pytest.approx(last.value, rel=1e-4)
    assert [step.total for step in (first, *changes, last)] == [True, *[False] * len(changes), True]


def test_a_factor_that_is_in_the_figure_already_is_not_drawn_but_told_in_the_table():
    names = {step.name for step in drawn(FISCAL)}
    rows = {row[0]: row for row in _table("attendances", FISCAL).rows}
    assert "Would have happened anyway" not in names
    assert "not taken off twice" in rows["Would have happened anyway"][-1]


def test_cash_is_drawn_as_nothing_until_it_is_signed():
    cash = drawn(FISCAL)[-1]
    assert (cash.name, cash.low, cash.value, cash.high) == (NOT_CASH, 0, 0, 0)


def test_a_kind_without_a_unit_cost_says_so():
    kinds = said(of())["ae_type1 E10000012"]["detail"]["kinds"]
    assert "left blank, not guessed" in _other(kinds["social"])
