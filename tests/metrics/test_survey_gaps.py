"""Groups against each other and against everyone; the answers one by one."""

import math
from dataclasses import replace

import pandas as pd
import pytest
from scipy import stats

from metrics.disclosure_rules import POSITIVE_ANSWERS
from metrics.survey_measure import survey_share
from metrics.types import Absence
from tests.metrics.surveys import CONTEXT, TRUST, everyone, frames, one


def estimate(people, **facts):
    return survey_share(replace(TRUST, breakdowns=tuple(people.columns[4:])), frames((people, facts)), CONTEXT)


def districts(*positive, n=200):
    """Districts D1, D2 ... of `n` people each, so many of whom answer positively."""
    return pd.concat(
        everyone(n, yes, f"D{at}", stratum=f"S{at}", prefix=f"{at}-") for at, yes in enumerate(positive, start=1)
    )


def paired(dim, first, second):
    """100 people of each of two groups of a breakdown, 30 and 55 of whom answer positively."""
    people = pd.concat([everyone(100, 30), everyone(100, 55, prefix="q")])
    return people.assign(**{dim: [first] * 100 + [second] * 100})


@pytest.mark.parametrize(
    ("statistic", "dim", "first", "second"),
    [
        ("gap_q1_q5", "imd", "1", "5"),
        ("gap_vulnerable", "vulnerable", "yes", "no"),
        ("gap_tenure", "tenure", "social", "owned"),
    ],
)
def test_a_gap_is_the_disadvantaged_minus_the_others(statistic, dim, first, second):
    found = one(estimate(paired(dim, first, second)), statistic)
    assert found.value == pytest.approx(-25)
    assert found.low < -25 < found.high < 0


def test_a_clear_gap_is_marked_and_a_small_one_is_not():
    found = estimate(districts(100, 60, 104, 100))
    marks = [one(found, "gap_to_county", ("district", f"D{n}")).mark for n in (1, 2, 3, 4)]
    assert marks == ["alike", "below", "alike", "alike"]


def test_the_p_value_is_that_of_the_gap_adjusted_for_its_family():
    found = estimate(districts(100, 100, 100, 80))
    gap = one(found, "gap_to_county", ("district", "D4"))
    t = stats.t.ppf(0.975, 796)
    single = 2 * stats.t.sf(abs(gap.value) / ((gap.high - gap.value) / t), 796)
    assert one(found, "gap_p_adjusted", ("district", "D4")).value == pytest.approx(4 * single)


def test_a_gap_clear_by_itself_may_be_a_fluke_among_twelve():
    gap = one(estimate(districts(82, *[100] * 11)), "gap_to_county", ("district", "D1"))
    assert gap.high < 0
    assert gap.mark == "alike"


def test_a_group_nobody_answered_in_has_a_reason_and_no_p_value():
    found = survey_share(
        TRUST, frames((districts(100, 90), {})), replace(CONTEXT, groups={"district": ("D1", "D2", "D3")})
    )
    assert one(found, "gap_to_county", ("district", "D3")).absence is Absence.WITHHELD
    assert [e for e in found if e.statistic == "gap_p_adjusted" and e.group_value == "D3"] == []


def test_a_funnel_lies_around_the_county_at_the_districts_own_base():
    found = one(estimate(districts(100, 60)), "funnel_95", ("district", "D2"))
    half = 100 * stats.norm.ppf(0.975) * math.sqrt(0.4 * 0.6 / 199)
    assert (found.centre, found.value) == (pytest.approx(40), pytest.approx(30))
    assert (found.lower_limit, found.upper_limit) == (pytest.approx(40 - half), pytest.approx(40 + half))
    assert found.mark == "below"


def test_the_outer_funnel_is_wider_than_the_inner_one():
    found = estimate(districts(100, 84))
    inner, outer = (one(found, name, ("district", "D1")) for name in ("funnel_95", "funnel_99_8"))
    assert outer.lower_limit < inner.lower_limit < inner.upper_limit < outer.upper_limit


def answers(found, statistic="answer_share"):
    return {e.group_value: e.value for e in found if e.statistic == statistic and e.group_dim == "answer"}


def test_the_answers_are_weighted_shares_that_add_up_to_100():
    people = everyone(10, 4).assign(w=[3.0] * 4 + [1.0] * 6)
    assert answers(estimate(people)) == {"1": pytest.approx(100 * 12 / 18), "3": pytest.approx(100 * 6 / 18)}


@pytest.mark.parametrize(("base_rule", "codes"), [("exclude_dk", {"1", "3"}), ("all_respondents", {"1", "3", "9"})])
def test_dont_knows_are_an_answer_only_where_they_are_in_the_base(base_rule, codes):
    people = everyone(10, 4)
    people["code"] = people["code"].where(people.index != 9, 9)
    found = answers(estimate(people, base_rule=base_rule))
    assert set(found) == codes
    assert math.isclose(math.fsum(found.values()), 100)


def test_how_many_gave_an_answer_is_told_to_disclosure_control():
    assert answers(estimate(everyone(10, 4)), POSITIVE_ANSWERS) == {"1": 4, "3": 6}


def test_an_answer_has_the_interval_of_a_share():
    found = estimate(everyone(200, 80))
    share = one(found, "share")
    answer = one(found, "answer_share", ("answer", "1"))
    assert (answer.value, answer.low, answer.high) == (share.value, share.low, share.high)
