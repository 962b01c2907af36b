"""Demand down, or need unmet or moved? Every row of the table, and that it never calls worse news good."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.guard_rails import TABLE, GuardRail, Reading, guard_rail, together

SIDES = st.sampled_from([1, 0, -1, None])
DIRECTIONS = st.sampled_from(["up", "down", "neutral"])


def asked(own: int | None, partner: int | None, own_way: str = "down", partner_way: str = "down") -> GuardRail:
    return guard_rail(Reading("A&E attendances", own_way, own), Reading("Emergency admissions", partner_way, partner))


CASES = [
    ("the measure is not judged", asked(None, 0), "cannot_tell"),
    ("the measure moved the other way", asked(1, 0), "nothing_to_explain"),
    ("no good news, and the partner got worse", asked(0, 1), "worse_already"),
    ("no good news yet", asked(0, 0), "nothing_to_explain"),
    ("the partner is not judged", asked(-1, None), "cannot_tell"),
    ("the partner moved, and no direction is good", asked(-1, 1, partner_way="neutral"), "cannot_tell"),
    ("the partner got worse", asked(-1, 1), "moved"),
    ("the partner shows no clear change", asked(-1, 0), "no_sign"),
    ("the partner got better too", asked(-1, -1), "no_sign"),
]


@pytest.mark.parametrize(("row", "found", "answer"), CASES, ids=[case[0] for case in CASES])
def test_each_row_answers(row, found, answer):
    assert (found.row, found.answer) == (row, answer)


def test_every_row_of_the_table_has_a_case():
    assert [row for row, *_ in TABLE] == [case[0] for case in CASES]


def test_fewer_attendances_with_more_admissions_is_said_in_words():
    assert asked(-1, 1).sentence == (
        "A&E attendances fell, but emergency admissions rose, which is worse: need may have gone unmet or moved."
    )


def test_a_fall_without_a_good_direction_is_asked_about_too():
    assert asked(-1, -1, own_way="neutral", partner_way="up").answer == "moved"


@given(own=SIDES, partner=SIDES, own_way=DIRECTIONS, partner_way=st.sampled_from(["up", "down"]))
def test_good_news_is_never_confirmed_beside_a_worse_partner(own, partner, own_way, partner_way):
    worse = {"up": -1, "down": 1}[partner_way]
    found = asked(own, partner, own_way, partner_way)
    assert found.answer != "no_sign" or (partner is not None and partner != worse)


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([asked(-1, 1), asked(-1, 0)],
         "Need may have gone unmet or moved: 1 of 2 measures got better while the guard-rail got worse"),
        ([asked(0, 1), asked(-1, 0)], "No gain yet, and 1 of 2 measures already has a worse guard-rail"),
        ([asked(-1, 0), asked(0, 0)],
         "No sign of unmet or moved need, where demand went the hoped-for way (1 of 2 measures)"),
        ([asked(0, 0)], "No measure of demand has clearly moved as hoped, so there is no gain yet to explain away"),
    ],
)  # fmt: skip
def test_the_worst_news_heads_the_pairs(pairs, said):
    assert together(pairs) == said
