"""Waves with so many sampling points that they are dealt into groups, and answers put in by the column."""

import pytest
from sqlalchemy import text

from data import writes
from data.writes import wave_sums
from tests.data.builders import add_sums, question, respondent, upload, wave, weigh

DISTRICTS = ("E07000066", "E07000067")
PEOPLE = 60


@pytest.fixture
def sums(store, monkeypatch):
    """(points a stratum, {(code, dimension, group): (n, w)}) of a wave in which each respondent is a point, by the
    number of points up to which a wave is summed as it is."""

    def summed(most):
        monkeypatch.setattr(wave_sums, "MOST_POINTS", most)
        with store.write() as connection:
            connection.execute(text("DELETE FROM wave_sums"))
            if not connection.scalar(text("SELECT count(*) FROM waves")):
                version = question(connection)
                id = upload(connection, "citizen_survey")
                at = wave(connection, id)
                for number in range(PEOPLE):
                    area = DISTRICTS[number % 2]
                    more = {"area_code": area, "stratum": area, "psu": f"P{number}", "supplied_weight": 1 + number / 10}
                    respondent(connection, id, at, f"P{number}", {version: 1 + number % 3}, **more)
            add_sums(connection, 1, weigh(connection, 1))
            points = connection.execute(text("SELECT stratum, count(*), sum(n) FROM wave_psus GROUP BY stratum")).all()
            cells = connection.execute(text(
                "SELECT code, group_dim, group_value, sum(n), sum(w), sum(w2) FROM wave_sums GROUP BY 1, 2, 3"
            )).all()  # fmt: skip
        return {each[0]: tuple(each[1:]) for each in points}, {tuple(each[:3]): tuple(each[3:]) for each in cells}

    return summed


def test_points_beyond_the_most_are_dealt_into_groups_of_their_own_stratum(sums):
    points, _ = sums(PEOPLE - 1)
    assert points == dict.fromkeys(DISTRICTS, (wave_sums.GROUPS, PEOPLE // 2))


def test_as_many_points_as_may_be_stay_as_they_are(sums):
    points, _ = sums(PEOPLE)
    assert points == dict.fromkeys(DISTRICTS, (PEOPLE // 2, PEOPLE // 2))


def test_dealing_changes_no_count_and_no_weight(sums):
    (_, dealt), (_, whole) = sums(PEOPLE - 1), sums(PEOPLE)
    assert dealt.keys() == whole.keys()
    assert all(dealt[key] == pytest.approx(whole[key]) for key in whole)


@pytest.mark.parametrize("together", [1, 400])
def test_answers_put_in_by_the_column_are_there_but_for_the_blank_ones(store, monkeypatch, together):
    monkeypatch.setattr("data.writes.answers.TOGETHER", together)
    with store.write() as connection:
        first, second, other = (question(connection, id) for id in ("cls_influence", "cls_pull", "lga_trust"))
        id = upload(connection, "citizen_survey")
        at = wave(connection, id)
        people = [respondent(connection, id, at, code, {other: 1}) for code in ("R1", "R2", "R3")]
        writes.add_answers(connection, people, {second: [5, None, -2], first: [1, 97, None]})
        listed = "SELECT * FROM answers WHERE question_version_id <> :other ORDER BY respondent_id, question_version_id"
        held = connection.execute(text(listed), {"other": other}).all()
    one, two, three = people
    assert [tuple(row) for row in held] == [(one, first, 1), (one, second, 5), (two, first, 97), (three, second, -2)]
