"""Raking agrees with R's `rake`, trimming keeps the margins, the report tells both."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.margins import strict_margin
from metrics.raking import RakingFault, rake
from metrics.weights import Bounds, design_weights, make_weights, report_of
from tests.metrics import raked

GOLDEN = Path(__file__).parents[2] / ".." / "shared" / "golden" / "survey"


@pytest.fixture
def people():
    return raked.people()


def test_raked_weights_are_those_of_r(people):
    found = rake(people["w"].to_numpy(), raked.margins(people)).weights
    assert np.abs(found - raked.WEIGHTS).max() < 1e-8


def test_trimmed_weights_are_those_of_clipping_and_raking_in_turns(people):
    made = make_weights(people["w"].to_numpy(), raked.margins(people), bounds=Bounds(0.6, 1.8))
    assert np.abs(made.weights - raked.TRIMMED).max() < 1e-6
    assert (made.report.minimum, made.report.bounds_held) == (pytest.approx(0.6, abs=1e-8), True)
    assert made.report.trimmed_share == pytest.approx(6 / 30)


def test_rows_may_stand_for_several_people_of_one_weight(people):
    cells = people.groupby(["age", "sex", "w"], as_index=False).size()
    found = make_weights(cells["w"].to_numpy(), raked.margins(cells), cells["size"].to_numpy(float))
    assert found.report.n == 30
    assert found.report.n_eff == pytest.approx(make_weights(people["w"].to_numpy(), raked.margins(people)).report.n_eff)


def test_the_report_has_kish_and_the_margins_before_and_after(people):
    report = make_weights(people["w"].to_numpy(), raked.margins(people)).report
    weights = np.array(raked.WEIGHTS)
    assert report.n_eff == pytest.approx(weights.sum() ** 2 / (weights**2).sum(), abs=1e-9)
    assert report.deff == pytest.approx(30 / report.n_eff)
    assert (report.minimum, report.maximum) == pytest.approx((0.293447742155719, 1.919167473672168))
    line = next(each for each in report.margins if each.category == "65+")
    before = 100 * people.loc[people["age"] == "65+", "w"].sum() / people["w"].sum()
    assert (line.population, line.before, line.after) == pytest.approx((25.0, before, 25.0))


def test_supplied_weights_are_reported_against_the_population_as_they_are(people):
    report = report_of(people["w"].to_numpy(), np.ones(30), raked.margins(people), np.ones(30))
    line = next(each for each in report.margins if each.category == "male")
    share = 100 * people.loc[people["sex"] == "male", "w"].sum() / people["w"].sum()
    assert (line.before, line.after) == (pytest.approx(40.0), pytest.approx(share))


def test_bounds_that_cannot_hold_give_way_to_the_margins(people):
    report = make_weights(people["w"].to_numpy(), raked.margins(people), bounds=Bounds(0.99, 1.01)).report
    assert not report.bounds_held
    assert all(line.after == pytest.approx(line.population, abs=1e-6) for line in report.margins)


def test_bounds_must_lie_on_either_side_of_the_mean():
    with pytest.raises(RakingFault, match="either side"):
        Bounds(1.2, 3)


def test_a_district_weighs_its_people_over_its_respondents():
    assert design_weights({"A": 2, "B": 2}, {"A": 300.0, "B": 100.0}) == {"A": 1.5, "B": 0.5}


def test_a_district_without_population_is_named():
    with pytest.raises(ValueError, match="no population for B"):
        design_weights({"A": 2, "B": 2}, {"A": 300.0})


FAULTY = {
    "nobody in it": ({"18-34": 200.0, "35-64": 400.0, "65+": 250.0, "90+": 150.0}, raked.SEX, "Nobody in the sample"),
    "not in the population": ({"35-64": 750.0, "65+": 250.0}, raked.SEX, "no category 18-34"),
    "totals apart": (raked.AGE, {"female": 520.0, "male": 490.0}, "same number of people"),
    "nobody in the population": ({"18-34": 0.0, "35-64": 750.0, "65+": 250.0}, raked.SEX, "not above zero"),
}


@pytest.mark.parametrize("case", FAULTY)
def test_margins_that_cannot_be_raked_to_say_why(people, case):
    age, sex, words = FAULTY[case]
    told = (("age", age), ("sex", sex))
    with pytest.raises(RakingFault, match=words):
        rake(people["w"].to_numpy(), [strict_margin(name, people[name], counts) for name, counts in told])


def test_margins_that_contradict_each_other_are_not_taken_for_met():
    """Every man is young here, so 60 men can't go with 50 young people."""
    told = pd.DataFrame({"age": ["young", "young", "old"], "sex": ["male", "female", "female"]})
    young = strict_margin("age", told["age"], {"young": 50.0, "old": 50.0})
    with pytest.raises(RakingFault, match=r"can't all be met|not converged"):
        rake(np.ones(3), [young, strict_margin("sex", told["sex"], {"male": 60.0, "female": 40.0})])


def test_too_few_cycles_are_a_fault(people):
    with pytest.raises(RakingFault, match="not converged after 2 cycles"):
        rake(people["w"].to_numpy(), raked.margins(people), most_cycles=2)


@pytest.mark.parametrize("weight", [-1.0, np.nan])
def test_a_weight_to_start_from_is_a_number_of_zero_or_more(people, weight):
    with pytest.raises(RakingFault, match="missing or below zero"):
        rake(np.where(people.index == 3, weight, 1.0), raked.margins(people))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy"), st.floats(0.1, 10)), min_size=1, max_size=40),
       st.lists(st.integers(1, 100), min_size=5, max_size=5))  # fmt: skip
def test_whatever_is_raked_meets_its_margins_and_keeps_the_order_within_a_cell(rows, sizes):
    told = pd.DataFrame([*rows, *((a, x, 1.0) for a in "abc" for x in "xy")], columns=["one", "two", "w"])
    one = dict(zip("abc", np.array(sizes[:3]) / sum(sizes[:3]), strict=True))
    two = dict(zip("xy", np.array(sizes[3:]) / sum(sizes[3:]), strict=True))
    margins = [strict_margin("one", told["one"], one), strict_margin("two", told["two"], two)]
    weights = rake(told["w"].to_numpy(), margins).weights
    for margin in margins:
        assert margin.sums(weights) == pytest.approx(margin.population, abs=1e-6)
    factors = told.assign(factor=weights / told["w"]).groupby(["one", "two"])["factor"]
    assert (factors.max() - factors.min()).max() == pytest.approx(0, abs=1e-9)


@pytest.mark.skipif(not GOLDEN.exists(), reason="the golden figures are not here")
def test_the_golden_weights_are_met_to_1e_8():
    golden = json.loads((GOLDEN / "golden_rake.json").read_text())
    told = pd.read_csv(GOLDEN / golden["dataset"])
    margins = [strict_margin(name, told[name], counts) for name, counts in golden["margins"].items()]
    assert np.abs(rake(told["pw"].to_numpy(), margins).weights - golden["rake"]["weights"]).max() < 1e-8
