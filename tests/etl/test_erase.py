"""Erasing a person: publications stay, the next one no longer counts them."""

import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import func, select

from data import schema
from etl.erase import erase
from etl.publish import publish
from tests.etl.tiny import ACTOR, AS_AT, ATTENDANCE, estimates, offer, series

ENGAGED = {"indicator": "I01", "statistic": "level", "area_code": "E10000012"}


@pytest.fixture
def attended(tiny):
    """The tiny store with eight leaders' attendance in publication 2."""
    publish(tiny, [offer(tiny, "attendance", ATTENDANCE)], ACTOR, as_at=AS_AT)
    return tiny


def rows(store, table) -> int:
    with store.read() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def test_a_leader_is_counted_until_erased_and_publications_stay(attended):
    before = estimates(attended, 2)
    erase(attended, "L1", ACTOR)
    assert_frame_equal(estimates(attended, 2), before, check_exact=True)
    publish(attended, [], ACTOR, as_at=AS_AT)
    assert max(series(attended, 2, **ENGAGED).values) == 8
    assert max(series(attended, 3, **ENGAGED).values) == 7


def counted(store) -> set[int]:
    """How many answered each question, from the sums of the wave."""
    sums = schema.wave_sums.c
    everyone = select(func.sum(sums.n)).where(sums.group_dim == "").group_by(sums.question_version_id)
    with store.read() as connection:
        return set(connection.scalars(everyone))


def test_a_respondent_is_taken_out_of_the_sums_of_their_wave(tiny):
    assert counted(tiny) == {150}
    erase(tiny, "R7", ACTOR)
    publish(tiny, [], ACTOR, as_at=AS_AT)
    assert counted(tiny) == {149}
    assert rows(tiny, schema.respondents) == 149


def test_what_an_erased_respondent_had_answered_cant_be_found_by_comparing_two_publications(tiny):
    erase(tiny, "R7", ACTOR)
    publish(tiny, [], ACTOR, as_at=AS_AT)
    before, after = (series(tiny, number, indicator="I16", statistic="share").rows for number in (1, 2))
    assert before["base"].sum() == 150
    assert "fewer than 3 people more, or less" in after["reason"].iloc[0]
    assert after["value"].isna().all()


def test_an_error_half_way_leaves_the_person_whole(attended, monkeypatch):
    before = rows(attended, schema.attendance)
    monkeypatch.setattr("data.writes.erase.audit", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        erase(attended, "L1", ACTOR)
    assert rows(attended, schema.attendance) == before
