"""What the same people answered to several questions, counted by pattern."""

import pytest

from data import reads
from tests.data.builders import question, respondent, upload, wave

SET = ("cls_influence", "lga_trust")


@pytest.fixture
def answered(store):
    with store.write() as connection:
        influence, trust = (question(connection, each) for each in SET)
        id = upload(connection, "citizen_survey")
        at = wave(connection, id)
        given = [{influence: 1, trust: 2}, {influence: 1, trust: 2}, {influence: 3, trust: 9}, {influence: 1}]
        for number, codes in enumerate(given):
            respondent(connection, id, at, f"R{number}", codes)
    return store


def test_people_who_answered_the_same_to_every_question_are_counted_together(answered):
    with answered.read() as connection:
        found = reads.answers_together(connection, [SET])
    assert dict(zip(found["codes"], found["n"], strict=True)) == {(1, 2): 2, (3, 9): 1}
    assert set(found["questions"]) == {SET}


def test_codes_stand_in_the_order_asked_for(answered):
    with answered.read() as connection:
        found = reads.answers_together(connection, [SET[::-1]])
    assert set(found["codes"]) == {(2, 1), (9, 3)}


@pytest.mark.parametrize("sets", [[], [("nobody", "asked")]])
def test_nothing_is_read_of_questions_nobody_was_asked(answered, sets):
    with answered.read() as connection:
        assert reads.answers_together(connection, sets).empty
