"""May I say this in public? Each row of the tables, and that no answer contradicts the status."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.claims import BECAUSE, CHANGED, GATES, ON, Answer, Cause, Facts, because, changed
from metrics.status_change import WORDS
from metrics.status_types import Change
from metrics.types import Absence

FELL = Facts(Change.IMPROVING, -1)
STOPS = [
    replace(FELL, known=False), replace(FELL, absence=Absence.WITHHELD),
    Facts(Change.NOT_COMPARABLE, None), Facts(Change.TOO_EARLY, None), replace(FELL, enough=False),
    replace(FELL, stale=True),
]  # fmt: skip
DECIDES = [
    (replace(FELL, side=None), -1, Answer.CANNOT_TELL), (Facts(Change.NO_CLEAR_CHANGE, 0), -1, Answer.CANNOT_TELL),
    (FELL, -1, Answer.SUPPORTED), (FELL, 1, Answer.NOT_SUPPORTED),
]  # fmt: skip
STEADY = Facts(Change.NO_CLEAR_CHANGE, 0)
CAUSES = [
    (FELL, 1, "rose", Answer.NOT_SUPPORTED), (STEADY, -1, None, Answer.CANNOT_TELL),
    (STEADY, -1, "refused", Answer.CANNOT_TELL), (STEADY, -1, "inconclusive", Answer.CANNOT_TELL),
    (STEADY, -1, "no_clear_change", Answer.CANNOT_TELL), (STEADY, -1, "fell", Answer.SUPPORTED),
    (STEADY, 1, "fell", Answer.NOT_SUPPORTED),
]  # fmt: skip


def cause(claim: str | None) -> Cause | None:
    return Cause(claim, "Said.") if claim else None


@pytest.mark.parametrize(("row", "facts"), list(zip([row for row, _ in GATES], STOPS, strict=True)))
def test_each_gate_stops_every_claim(row, facts):
    told = {changed(facts, 1), changed(facts, -1), because(facts, -1, cause("fell"))}
    assert told == {(Answer.CANNOT_TELL, row)}


@pytest.mark.parametrize(("row", "case"), list(zip([row for row, *_ in CHANGED], DECIDES, strict=True)))
def test_each_row_decides_a_claim_of_change(row, case):
    facts, claimed, answer = case
    assert changed(facts, claimed) == (answer, row)


@pytest.mark.parametrize(("row", "case"), list(zip([row for row, *_ in BECAUSE], CAUSES, strict=True)))
def test_each_row_decides_a_claim_of_cause(row, case):
    facts, claimed, said, answer = case
    assert because(facts, claimed, cause(said)) == (answer, row)


@st.composite
def statuses(draw) -> tuple[Facts, str]:
    """Facts as the status engine makes them, with the good direction: its word follows side and direction."""
    direction, side = draw(st.sampled_from(["up", "down", "neutral"])), draw(st.sampled_from([1, 0, -1]))
    early = draw(st.sampled_from([None, Change.TOO_EARLY, Change.NOT_COMPARABLE, Change.NOT_ENOUGH_POINTS]))
    change = early or WORDS[side, direction]
    absence = draw(st.sampled_from([None, *Absence]))
    return Facts(change, None if early else side, draw(st.booleans()), absence, stale=draw(st.booleans())), direction


CLAIMED = st.sampled_from([1, -1])
SAID = st.sampled_from([None, "fell", "rose", "no_clear_change", "inconclusive", "refused"])


@given(statuses(), CLAIMED)
def test_what_is_supported_is_what_the_status_says(made, claimed):
    facts, direction = made
    if changed(facts, claimed)[0] is not Answer.CANNOT_TELL:
        supported = claimed if changed(facts, claimed)[0] is Answer.SUPPORTED else -claimed
        assert facts.change is WORDS[supported, direction]


@given(statuses(), CLAIMED)
def test_a_status_without_a_clear_change_supports_nothing(made, claimed):
    facts, _ = made
    if facts.change not in (Change.IMPROVING, Change.WORSENING, Change.CHANGED):
        assert changed(facts, claimed)[0] is Answer.CANNOT_TELL


@given(statuses(), CLAIMED, SAID)
def test_the_programme_is_never_the_cause_of_what_the_status_contradicts(made, claimed, said):
    facts, direction = made
    if because(facts, claimed, cause(said))[0] is Answer.SUPPORTED:
        assert facts.side in (0, claimed)
        assert facts.change in (WORDS[0, direction], WORDS[claimed, direction])
        assert ON[said] == claimed


@given(statuses(), SAID)
def test_a_claim_and_its_opposite_are_never_both_supported(made, said):
    facts, _ = made
    for judge in (changed, lambda f, claimed: because(f, claimed, cause(said))):
        assert [judge(facts, claimed)[0] for claimed in (1, -1)].count(Answer.SUPPORTED) <= 1
