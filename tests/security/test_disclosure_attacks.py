"""An attacker with everything that is published: what subtraction, traces and wording would tell."""

import datetime as dt

import pytest

from metrics.disclosure import COMPLEMENT, Rules, disclose
from metrics.disclosure_rules import KIND_OF_FORMULA
from metrics.types import Absence, Estimate, Period

KINDS = {"I01": "distinct_people", "I03": "retention", "P02": "session_hours", "I07": "commitments_on_time"}
KINDS = {id: KIND_OF_FORMULA[formula] for id, formula in KINDS.items()} | {"I16": "survey"}
RULES = Rules(kinds=KINDS)
MONTH = Period(dt.date(2025, 10, 1), dt.date(2026, 9, 30), "rolling_year")


def figure(indicator, group, base, numerator, value, denominator=None, dim="sector"):
    return Estimate(
        indicator=indicator, statistic="level", period=MONTH, area="E10000012", source="s", value=float(value),
        base=float(base), numerator=float(numerator), denominator=denominator,
        group_dim=dim if group else "", group_value=group, trace=((9, "Data", "rows 3-5"),),
    )


def heads(**sectors):
    counted = {"": sum(sectors.values()), **sectors}
    return [figure("I01", group, count, count, count) for group, count in counted.items()]


def shares(**sectors):
    """(stayed, joined) by sector and in all."""
    whole = tuple(map(sum, zip(*sectors.values(), strict=True)))
    every = {"": whole, **sectors}
    return [figure("I03", group, n, yes, 100 * yes / n, float(n)) for group, (yes, n) in every.items()]


def hidden(found):
    return {each.group_value for each in found if each.absence is Absence.WITHHELD}


def test_a_withheld_figure_has_no_trace_whose_rows_could_be_counted():
    found = disclose(heads(fire=3, faith=2, nhs=9), RULES)
    assert {each.trace for each in found if each.absence is Absence.WITHHELD} == {()}


def test_two_sectors_that_make_two_leaders_would_be_one_each():
    assert hidden(disclose(heads(fire=1, faith=1, police=6, nhs=9), RULES)) == {"fire", "faith", "police"}


def test_what_is_said_of_being_in_the_room_must_not_pin_the_count():
    # in the room: 3 or 4; not yet: 1 or 2; together 5, so 3 + 1 + 1 and nothing else
    found = disclose(heads(fire=3, faith=1, ambulance=1, police=6, nhs=9, voluntary=12), RULES)
    assert hidden(found) == {"fire", "faith", "ambulance", "police"}


def test_small_sectors_that_are_five_together_take_one_with_them_so_that_each_may_be_up_to_seven():
    found = disclose(heads(fire=3, faith=2, police=6, nhs=9), RULES)
    assert hidden(found) == {"fire", "faith", "police"}


def test_small_sectors_that_could_be_several_things_hide_nobody_else():
    found = disclose(heads(fire=4, faith=2, ambulance=1, police=6, nhs=9), RULES)
    assert hidden(found) == {"fire", "faith", "ambulance"}


@pytest.mark.parametrize(
    ("count", "said"), [(2, "Not yet in the room. Fewer than 5 leaders."), (3, "In the room. Fewer than 5 leaders.")]
)
def test_whether_a_small_sector_is_in_the_room_is_always_said(count, said):
    found = disclose(heads(faith=count, fire=2, nhs=9), RULES)
    assert found[1].reason == said


def test_a_large_sector_hidden_for_another_is_still_in_the_room():
    found = disclose(heads(faith=3, police=6, nhs=9), RULES)
    assert found[2].reason == f"In the room. {COMPLEMENT}"


def test_hidden_shares_whose_union_is_too_small_take_the_next_with_them():
    found = disclose(shares(faith=(1, 1), ambulance=(1, 1), fire=(4, 9), nhs=(9, 12)), RULES)
    assert hidden(found) == {"faith", "ambulance", "fire"}


def test_a_union_of_survey_groups_under_the_minimum_base_takes_the_next_with_it():
    cells = [figure("I16", group, base, base / 2, 50, float(base), "ethnicity")
             for group, base in (("", 323), ("mixed", 8), ("other", 15), ("asian", 60), ("white", 240))]
    assert hidden(disclose(cells, RULES)) == {"mixed", "other", "asian"}


@pytest.mark.parametrize("indicator", ["P02", "I07"])
def test_a_sector_of_few_is_not_shown_by_its_hours_or_its_promises(indicator):
    cells = [figure(indicator, group, base, base, 10.0 * base, 1.0)
             for group, base in (("", 33), ("faith", 2), ("fire", 4), ("ambulance", 3), ("nhs", 24))]
    assert hidden(disclose(cells, RULES)) == {"faith", "fire", "ambulance"}


def test_hours_by_group_of_citizens_are_no_sector_and_stay():
    cells = [figure("P02", "carers", 2, 2, 20, dim="citizen_group")]
    assert disclose(cells, RULES) == cells
