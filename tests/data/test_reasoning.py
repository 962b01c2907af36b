"""What people declare and judge: nothing is overwritten."""

import pytest
from sqlalchemy import select

from data import reads, schema, writes
from tests.data.builders import day

MODEL = {
    "shape": "level", "service": "asb", "areas": ["E10000012"], "starts_on": day("2024-04-01"),
    "lag_months": 6,
}  # fmt: skip


@pytest.fixture
def writing(store):
    with store.write() as connection:
        yield connection, writes.ensure_actor(connection, "An evaluator")


def test_the_newest_verdict_on_a_link_counts_and_the_earlier_stays(writing):
    connection, actor = writing
    writes.sign_verdict(connection, "L1", "supported", "Seen.", actor)
    writes.sign_verdict(connection, "L1", "contradicted", "Seen again.", actor)
    found = reads.verdicts(connection)
    assert found["L1"]["verdict"] == "contradicted"
    assert found["L1"]["actor"] == "An evaluator"
    assert reads.verdict_history(connection, "L1")["verdict"].tolist() == ["contradicted", "supported"]


def test_a_verdict_needs_its_reason(writing):
    connection, actor = writing
    with pytest.raises(ValueError, match="needs its reason"):
        writes.sign_verdict(connection, "L1", "supported", " ", actor)


def test_evidence_and_notes_are_read_by_their_subject(writing):
    connection, actor = writing
    piece = {"kind": "study", "source": "A report", "dated": day("2025-01-01"), "direction": "supports"}
    writes.add_evidence(connection, "L1", actor, **piece)
    writes.add_evidence(connection, "L2", actor, maryland=3, **piece)
    writes.add_note(connection, "indicator I16", "Look at the mode.", actor)
    assert reads.evidence(connection, "L2")["maryland"].tolist() == [3]
    assert len(reads.evidence(connection)) == 2
    assert reads.notes(connection, "indicator I16")["text"].tolist() == ["Look at the mode."]


PIECE = {"kind": "study", "source": "A report", "dated": day("2025-01-01"), "direction": "supports"}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [({"source": " "}, "needs its source"), ({"kind": "gossip"}, "kind is 'gossip'"),
     ({"direction": "up"}, "direction is 'up'"), ({"maryland": 6}, "maryland is 6"), ({"nesta": 0}, "nesta is 0")],
)  # fmt: skip
def test_evidence_that_says_nothing_we_know_is_refused(writing, wrong, told):
    connection, actor = writing
    with pytest.raises(ValueError, match=told):
        writes.add_evidence(connection, "L1", actor, **{**PIECE, **wrong})
    assert reads.evidence(connection).empty


def test_a_verdict_nobody_knows_is_refused(writing):
    connection, actor = writing
    with pytest.raises(ValueError, match="verdict is 'maybe'"):
        writes.sign_verdict(connection, "L1", "maybe", "Seen.", actor)


def test_verdict_and_evidence_are_audited_with_the_name(writing):
    connection, actor = writing
    writes.sign_verdict(connection, "L1", "supported", "Seen.", actor)
    writes.add_evidence(connection, "L1", actor, **PIECE)
    told = connection.execute(select(schema.audit.c.action, schema.audit.c.actor_id)).all()
    assert [tuple(row) for row in told] == [("verdict", actor), ("evidence", actor)]


def test_the_same_declaration_again_is_the_same_model(writing):
    connection, actor = writing
    first = writes.declare_impact_model(connection, "asb", actor, **MODEL)
    assert writes.declare_impact_model(connection, "asb", actor, **MODEL) == first


def test_a_model_changed_before_its_first_use_is_not_marked(writing):
    connection, actor = writing
    writes.declare_impact_model(connection, "asb", actor, **MODEL)
    writes.declare_impact_model(connection, "asb", actor, **{**MODEL, "lag_months": 9})
    found = reads.impact_models(connection)
    assert found["version"].tolist() == [2, 1]
    assert not found["declared_after_data"].any()


def test_a_model_changed_after_its_first_use_is_marked_for_ever(writing):
    connection, actor = writing
    first = writes.declare_impact_model(connection, "asb", actor, **MODEL)
    writes.lock_impact_models(connection, [first])
    for months in (9, 12):
        writes.declare_impact_model(connection, "asb", actor, **{**MODEL, "lag_months": months})
    assert reads.impact_models(connection)["declared_after_data"].tolist() == [True, True, False]


def test_a_locked_model_keeps_its_first_date(writing):
    connection, actor = writing
    first = writes.declare_impact_model(connection, "asb", actor, **MODEL)
    writes.lock_impact_models(connection, [first])
    locked = reads.impact_models(connection)["locked_at"].iloc[0]
    writes.lock_impact_models(connection, [first])
    assert reads.impact_models(connection)["locked_at"].iloc[0] == locked
