"""A share of cash is signed by the budget's owner, written down by a named person, and nothing is overwritten."""

import datetime as dt

import pytest

from data import reads, writes

DAY = dt.date(2026, 6, 1)


def sign(connection, share=0.2, owner="Finance director, NHS", reason="A ward closes.", on=DAY):
    actor = writes.ensure_actor(connection, "Evaluator")
    return writes.sign_cashable(connection, "ae_type1", "NHS", share, owner, reason, on, actor)


def test_a_signature_is_kept_with_owner_reason_and_day_and_is_audited(store):
    with store.write() as connection:
        sign(connection, owner=" Finance director, NHS ")
        [held] = reads.cashable_shares(connection, "ae_type1").to_dict("records")
        assert (held["payer"], held["share"], held["owner"], held["reason"], held["signed_on"], held["actor"]) == (
            "NHS", 0.2, "Finance director, NHS", "A ward closes.", DAY, "Evaluator",
        )  # fmt: skip
        [line] = [each for each in reads.audit_log(connection).to_dict("records") if each["action"] == "cash"]
        assert "20% signed by Finance director, NHS" in line["detail"]


def test_a_change_of_mind_is_a_new_row_and_the_newest_stands_first(store):
    with store.write() as connection:
        sign(connection)
        sign(connection, share=0.0, reason="The ward stays open.")
        assert reads.cashable_shares(connection)["share"].tolist() == [0.0, 0.2]


@pytest.mark.parametrize(
    ("given", "said"),
    [({"owner": " "}, "who owns the budget"), ({"reason": ""}, "the reason"), ({"share": 1.2}, "between 0% and 100%"),
     ({"share": -0.1}, "between 0% and 100%"), ({"on": dt.date(2999, 1, 1)}, "has not come")],
)  # fmt: skip
def test_what_is_not_signed_in_full_is_refused(store, given, said):
    with store.write() as connection, pytest.raises(ValueError, match=said):
        sign(connection, **given)


def test_no_unit_costs_no_payers(store):
    with store.read() as connection:
        assert reads.payers(connection) == {}
