"""Limits are set anew by a named person, with a reason, and the audit says so."""

import datetime as dt

import pytest

from data import reads, writes

DAY = dt.date(2024, 4, 1)


def test_a_rebase_is_kept_with_name_and_reason_and_is_audited(store):
    with store.write() as connection:
        actor = writes.ensure_actor(connection, "Evaluator")
        writes.rebase(connection, "asb", DAY, " A new way of recording. ", actor)
        [held] = reads.rebases(connection).to_dict("records")
        assert (held["service"], held["on_date"], held["reason"], held["actor"]) == (
            "asb", DAY, "A new way of recording.", "Evaluator",
        )  # fmt: skip
        assert "rebase" in set(reads.audit_log(connection)["action"])


@pytest.mark.parametrize(("reason", "said"), [(" ", "reason in words"), ("Again.", "already")])
def test_without_a_reason_or_twice_it_is_refused(store, reason, said):
    with store.write() as connection:
        actor = writes.ensure_actor(connection, "Evaluator")
        writes.rebase(connection, "asb", DAY, "First.", actor)
        with pytest.raises(ValueError, match=said):
            writes.rebase(connection, "asb", DAY, reason, actor)
