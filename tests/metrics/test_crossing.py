"""A live table of any two groups: its figures, its totals, and what is withheld."""

import numpy as np
import pandas as pd
import pytest

from metrics.crossing import ALL, Asked, association, cross
from metrics.disclosure_rules import Rules
from metrics.estimation.design import Sample
from metrics.estimation.scoring import Question
from metrics.survey import Survey

RULES = Rules()
SHARE = Asked("share", frozenset({1, 2, 3}), frozenset({1}))


def people(seed=1, n=1200):
    """Respondents in twelve strata of ten sampling points, with two groups, an answer and a weight."""
    dice = np.random.default_rng(seed)
    found = pd.DataFrame({
        "first": dice.choice(["a", "b", None], n, p=[0.6, 0.35, 0.05]),
        "second": dice.choice(["x", "y"], n),
        "wave": "W1", "stratum": [f"S{at % 12}" for at in range(n)], "psu": [f"P{at % 120}" for at in range(n)],
        "code": dice.choice([1, 2, 3, 9], n, p=[0.4, 0.3, 0.2, 0.1]), "weight": dice.uniform(0.5, 2, n),
    })  # fmt: skip
    return found.astype({"first": object, "second": object})


def sums_of(found):
    keyed = found.assign(w=found["weight"], w2=found["weight"] ** 2)
    by = ["first", "second", "wave", "stratum", "psu", "code"]
    return keyed.groupby(by, dropna=False, as_index=False).agg(n=("w", "size"), w=("w", "sum"), w2=("w2", "sum"))


def cell(table, first, second):
    [row] = table[(table["first"] == first) & (table["second"] == second)].to_dict("records")
    return row


@pytest.mark.parametrize(("first", "second"), [("a", "x"), ("b", "y")])
def test_a_cell_is_what_the_engine_says_of_the_same_people(first, second):
    given = people()
    item = given["code"].where(given["code"] != 9)
    survey = Survey(given.assign(answer=item), Sample(weight="weight", strata="stratum", psu="psu"))
    expected = survey.estimate(Question("answer", "share", codes=(1,)), by=["first", "second"])
    [row] = expected[(expected["first"] == first) & (expected["second"] == second)].to_dict("records")
    found = cell(cross(sums_of(given), SHARE, RULES), first, second)
    assert (found["estimate"], found["low"], found["high"]) == pytest.approx(
        (100 * row["estimate"], 100 * row["low"], 100 * row["high"])
    )
    assert found["n_eff"] == pytest.approx(row["n_eff"])


def test_a_total_holds_everyone_of_its_row():
    found = cross(sums_of(people()), SHARE, RULES)
    assert cell(found, "a", ALL)["n"] == cell(found, "a", "x")["n"] + cell(found, "a", "y")["n"]


def test_people_without_a_group_are_in_no_row():
    assert set(cross(sums_of(people()), SHARE, RULES)["first"]) == {"a", "b", ALL}


def test_a_net_is_in_points_and_a_mean_in_points_of_100():
    sums = sums_of(people())
    net = Asked("net", frozenset({1, 2, 3}), frozenset({1}), frozenset({3}))
    mean = Asked("mean", frozenset({1, 2, 3}), frozenset({1}), scores={1: 100.0, 2: 50.0, 3: 0.0})
    shown = [cell(cross(sums, asked, RULES), "a", "x")["estimate"] for asked in (net, mean)]
    # the mean of 100, 50 and 0 is half of 100 + the net
    assert shown[1] == pytest.approx((100 + shown[0]) / 2)


@pytest.mark.parametrize("small", [5, 29])
def test_a_small_cell_and_what_would_give_it_away_are_withheld_whole(small):
    given = people()
    inside = (given["first"] == "a") & (given["second"] == "x")
    given = given[~inside | (inside.cumsum() <= small)]
    found = cross(sums_of(given), SHARE, RULES)
    hidden = found[found["reason"] != ""]
    assert cell(found, "a", "x")["reason"]
    assert len(hidden) > 1
    assert hidden[["estimate", "low", "high", "n", "n_eff", "deff"]].isna().all(axis=None)


def test_the_test_of_the_table_finds_a_difference_that_is_there():
    given = people()
    assert association(sums_of(given), SHARE).p > 0.01
    given.loc[given["first"] == "a", "code"] = 1
    assert association(sums_of(given), SHARE).p < 0.001


def test_the_test_is_that_of_the_engine():
    given = people()
    both = given[given["first"].notna() & (given["code"] != 9)]
    both = both.assign(group=both["first"] + both["second"], said=(both["code"] == 1).astype(float))
    survey = Survey(both, Sample(weight="weight", strata="stratum", psu="psu"))
    assert association(sums_of(given), SHARE).p == pytest.approx(survey.association("group", "said").p)


def test_without_two_groups_there_is_nothing_to_test():
    given = people().assign(first="a", second="")
    assert association(sums_of(given), SHARE) is None


def test_one_grouping_has_its_groups_and_the_total():
    found = cross(sums_of(people().assign(second="")), SHARE, RULES)
    assert list(zip(found["first"], found["second"], strict=True)) == [(ALL, ALL), ("a", ALL), ("b", ALL)]
