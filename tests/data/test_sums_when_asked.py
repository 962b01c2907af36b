"""A wave's answers are summed question by question, when a figure asks for one; all of them before it is purged."""

import pytest

from data import reads, writes
from tests.data.builders import add_sums, question, respondent, upload, wave, weigh

QUESTIONS = ("cls_influence", "cls_pull")
ORDER = ["question", "code", "group_dim", "group_value", "stratum", "psu"]


@pytest.fixture
def waved(store):
    """Six people who answered two questions, weighted and not yet summed."""
    with store.write() as connection:
        one, other = (question(connection, each) for each in QUESTIONS)
        id = upload(connection, "citizen_survey")
        at = wave(connection, id)
        for n in range(6):
            district = f"E0700006{6 + n % 2}"
            more = {"area_code": district, "stratum": district, "psu": f"P{n % 3}", "supplied_weight": 1 + n / 8}
            respondent(connection, id, at, f"R{n}", {one: 1 + n % 2, other: 1 + n % 3}, **more)
        weigh(connection, at)
    return store


def summed(store, *questions):
    """What is stored, in a fixed order, after these questions were summed, then those of further calls."""
    first, *further = questions
    with store.write() as connection:
        add_sums(connection, 1, 1, first)
        for each in further:
            writes.sum_further(connection, 1, each)
        return held(connection)


def held(connection):
    return reads.wave_sums(connection).sort_values(ORDER).reset_index(drop=True)


def test_only_the_questions_asked_for_are_summed(waved):
    assert set(summed(waved, ["cls_pull", "another"])["question"]) == {"cls_pull"}


def test_a_question_summed_later_has_the_sums_it_would_have_had(waved):
    at_once, later = summed(waved, None), summed(waved, ["cls_pull"], ["cls_influence", "cls_pull"])
    assert set(at_once["question"]) == set(QUESTIONS)
    assert later.equals(at_once)


def test_summing_what_is_summed_changes_nothing(waved):
    assert summed(waved, QUESTIONS, QUESTIONS, None).equals(summed(waved, None))


def test_sampling_points_stand_once_however_often_is_summed(waved):
    summed(waved, ["cls_pull"], None)
    with waved.read() as connection:
        assert reads.wave_design(connection)["n"].sum() == 6


def test_before_a_wave_is_purged_every_question_is_summed(waved):
    whole = summed(waved, None)
    summed(waved, ["cls_pull"])
    with waved.write() as connection:
        writes.purge_wave(connection, 1, writes.ensure_actor(connection, "An evaluator"))
        assert held(connection).equals(whole)


def test_erasing_a_person_sums_again_what_was_summed(waved):
    summed(waved, ["cls_pull"])
    with waved.write() as connection:
        writes.erase_person(connection, "R0", writes.ensure_actor(connection, "An evaluator"))
        left = held(connection)
    assert set(left["question"]) == {"cls_pull"}
    assert left[left["group_dim"] == ""]["n"].sum() == 5
