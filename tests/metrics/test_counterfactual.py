from dataclasses import replace

import pytest

from metrics.counterfactual import agreement, counterfactual
from tests.metrics.designs.made import comparators, model, series


@pytest.mark.parametrize(
    ("claims", "together"),
    [
        (["fell"], "fell"),
        (["fell", "fell", "fell"], "fell"),
        (["fell", "refused", "fell"], "fell"),
        (["rose", "rose"], "rose"),
        (["no_clear_change", "no_clear_change"], "no_clear_change"),
        (["fell", "rose"], "inconclusive"),
        (["fell", "no_clear_change"], "inconclusive"),
        (["fell", "inconclusive"], "inconclusive"),
        (["inconclusive"], "inconclusive"),
        (["refused", "refused"], "refused"),
        ([], "refused"),
    ],
)
def test_designs_agree_or_the_answer_is_inconclusive(claims, together):
    assert agreement(claims) == together
    assert agreement(claims[::-1]) == together


def test_without_comparators_only_the_interrupted_time_series_answers():
    found = counterfactual(series(effect=0.2, seed=2), model())
    assert [answer.design for answer in found.answers] == ["its"]
    assert (found.claim, found.maryland) == ("fell", 2)


def test_with_comparators_three_designs_answer_and_agree():
    found = counterfactual(series(effect=0.2, seed=2), model(), comparators(9))
    assert [(answer.design, answer.claim) for answer in found.answers] == [
        ("its", "fell"), ("did", "fell"), ("sc", "fell")]
    assert found.maryland == 3
    assert "All 3 designs" in found.sentence


def test_a_fall_shared_with_the_comparators_is_inconclusive():
    found = counterfactual(series(effect=0.2, seed=2), model(), comparators(9, effect=0.2))
    assert found.claim == "inconclusive"
    assert "do not agree" in found.sentence


def test_the_claim_is_the_same_with_and_without_the_details():
    asked = (series(effect=0.2, seed=2), model(), comparators(9))
    whole, quick = (counterfactual(*asked, full=full) for full in (True, False))
    assert whole.claim == quick.claim
    assert not quick.answers[0].months


def test_each_treated_area_is_left_out_in_turn():
    one, two = series(effect=0.3, area="A1"), series(area="A2", seed=2)
    both = replace(one, area="A1 and A2", parts=("A1", "A2"),
                   values=tuple(map(sum, zip(one.values, two.values, strict=True))))
    found = counterfactual(both, model(), parts=[one, two])
    assert found.without_each[0].startswith("Without A1: a different finding")
    assert found.without_each[1].startswith("Without A2: the same finding")
