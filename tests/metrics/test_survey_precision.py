import datetime as dt
from dataclasses import replace

import pytest

from metrics.measures import compute
from metrics.precision import detectable_change, n_for_change
from metrics.types import Absence, Target
from tests.metrics.surveys import CONTEXT, LATER, TRUST, everyone, frames, one

DUE = dt.date(2028, 3, 31)
UP_TEN = replace(TRUST, target=Target("change", 10, DUE))


def estimates(definition=UP_TEN, *waves):
    return compute(definition, frames(*(waves or ((everyone(400, 200), {}),))), CONTEXT)


def test_the_smallest_change_is_that_of_a_next_wave_of_the_same_size_and_design():
    made = estimates()
    share = one(made, "share")
    change = next(e for e in made if e.statistic == "detectable_change" and not e.scenario)
    expected = 100 * detectable_change(0.5, share.base_effective, share.base_effective)
    assert change.value == pytest.approx(expected)
    assert (change.base, change.low) == (400, None)


def test_larger_next_waves_find_smaller_changes():
    by_size = [e.value for e in estimates() if e.statistic == "detectable_change" and e.scenario]
    assert len(by_size) == 5
    assert by_size == sorted(by_size, reverse=True)


def test_the_design_effect_is_base_over_effective_base():
    made = estimates()
    share, effect = one(made, "share"), one(made, "design_effect")
    assert effect.value == pytest.approx(share.base / share.base_effective)


def test_the_size_for_the_target_counts_from_the_baseline_wave():
    made = estimates(UP_TEN, (everyone(900, 450), {}), (everyone(400, 220), LATER))
    needed = one(made, "n_for_target", wave_end=LATER["wave_end"])
    first, last = (one(made, "share", wave_end=end) for end in (dt.date(2024, 3, 31), LATER["wave_end"]))
    effective = n_for_change(0.5, 0.6, first.base_effective)
    assert needed.value == pytest.approx(effective * last.base / last.base_effective, abs=1)


def test_where_no_size_is_enough_the_size_of_two_new_waves_is_named():
    needed = one(estimates(UP_TEN, (everyone(60, 30), {})), "n_for_target")
    assert needed.absence is Absence.NOT_APPLICABLE
    assert "Two new waves would need" in needed.reason


def test_a_target_that_the_baseline_meets_needs_no_size():
    needed = one(estimates(replace(TRUST, target=Target("level", 40, DUE))), "n_for_target")
    assert (needed.absence, needed.reason) == (Absence.NOT_APPLICABLE, "The baseline already stands at the target.")


def test_without_a_target_no_size_is_named():
    assert not [e for e in estimates(TRUST) if e.statistic == "n_for_target"]


@pytest.mark.parametrize(("given", "missing"), [(400, 0.0), (300, 25.0)])
def test_item_non_response_counts_blanks_against_all_interviews(given, missing):
    made = frames((everyone(given, 100), {}))
    made["wave_design"].loc[0, "n"] += 400 - given
    assert one(compute(TRUST, made, CONTEXT), "item_nonresponse").value == pytest.approx(missing)


@pytest.mark.parametrize(("code", "missing"), [(97, 10.0), (98, 10.0), (9, 0.0)])
def test_dont_know_is_no_answer_and_an_answer_outside_the_scale_is_one(code, missing):
    people = everyone(200, 100)
    people.loc[:19, "code"] = code
    made = frames((people, {}))
    made["wave_sums"]["role"] = made["wave_sums"]["role"].fillna("excluded")
    assert one(compute(TRUST, made, CONTEXT), "item_nonresponse").value == pytest.approx(missing)


def test_two_wordings_in_one_wave_give_one_item_non_response():
    both = replace(TRUST, params={"questions": ["lga_trust", "lga_trust_b"]})
    made = frames((everyone(200, 100), {}), (everyone(200, 90), {"question": "lga_trust_b", "wording": "New"}))
    made["wave_design"] = made["wave_design"].drop_duplicates()
    assert one(compute(both, made, CONTEXT), "item_nonresponse").base == 200
