"""Reverting, two evaluators at once, the Board's dates, and the end of raw rows."""

import datetime as dt

import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import func, select

from data import reads, schema
from etl.publish import publish
from etl.purge import purge
from etl.rehearse import rehearse
from etl.revert import revert
from etl.seen import mark_seen
from etl.standing import standing
from etl.turns import MovedOn
from etl.withdraw import withdraw
from tests.etl.small import csv
from tests.etl.tiny import ACTOR, AS_AT, DISTRICTS, MONTHS, SURVEY, estimates, fill, offer, statuses

LATER = csv(
    "service,area,period,count", *(f"asb,{area},{month},999" for area in DISTRICTS for month in MONTHS)
)

SECOND_WAVE = SURVEY.replace(b"W1", b"W2").replace(b"2024-02", b"2025-09")


def same(one, other):
    assert_frame_equal(one.reset_index(drop=True), other.reset_index(drop=True), check_exact=True)


def without_counting_publications(figures):
    return figures[figures["indicator"] != "P12"]


def count(store, table) -> int:
    with store.read() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def test_a_revert_brings_every_figure_and_statement_back_and_the_next_publication_rests_on_it(on_both):
    fill(on_both)
    publish(on_both, [offer(on_both, "service_demand", LATER)], ACTOR, as_at=AS_AT)
    assert revert(on_both, 1, ACTOR, "The counts were wrong.") == 3
    same(estimates(on_both, 1), estimates(on_both, 3))
    same(statuses(on_both, 1), statuses(on_both, 3))
    with on_both.read() as connection:
        newest, first = reads.latest_publication(connection), reads.publication(connection, 1)
        assert (newest.restores, newest.headline, newest.as_at) == (1, first.headline, first.as_at)
        assert newest.note == "Reverted to publication 1. The counts were wrong."
        assert reads.frozen(connection, newest.id) == reads.frozen(connection, first.id)
    publish(on_both, [], ACTOR, as_at=AS_AT)
    same(*(without_counting_publications(estimates(on_both, number)) for number in (1, 4)))


def test_a_revert_can_be_reverted(tiny):
    publish(tiny, [offer(tiny, "service_demand", LATER)], ACTOR, as_at=AS_AT)
    revert(tiny, 1, ACTOR)
    assert revert(tiny, 2, ACTOR) == 4
    same(estimates(tiny, 2), estimates(tiny, 4))
    assert revert(tiny, 3, ACTOR) == 5
    same(estimates(tiny, 1), estimates(tiny, 5))
    with tiny.read() as connection:
        assert [reads.counting_at(connection, number) for number in (3, 4, 5)] == [[1, 2, 3], [1, 2, 3, 4], [1, 2, 3]]


def test_a_withdrawn_upload_comes_back_with_the_publication_that_held_it(tiny):
    withdraw(tiny, 2, ACTOR, as_at=AS_AT)
    revert(tiny, 1, ACTOR)
    same(estimates(tiny, 1), estimates(tiny, 3))
    with tiny.read() as connection:
        assert reads.upload(connection, 2)["status"] == "published"


@pytest.mark.parametrize(("number", "refused"), [(9, KeyError), (1, ValueError)], ids=["unknown", "the newest"])
def test_a_revert_that_makes_no_sense_is_refused(tiny, number, refused):
    with pytest.raises(refused):
        revert(tiny, number, ACTOR)
    assert count(tiny, schema.publications) == 1


def test_what_was_withheld_since_from_the_same_data_does_not_become_visible_again(tiny):
    publish(tiny, [], ACTOR, as_at=AS_AT)
    shown = schema.estimates.c
    with tiny.write() as connection:
        connection.execute(
            schema.estimates.update()
            .where(shown.publication_id == 2, shown.indicator == "I23", shown.statistic == "count")
            .values(value=None, absence="withheld")
        )
    with pytest.raises(ValueError, match="withheld now, of I23"):
        revert(tiny, 1, ACTOR)
    assert count(tiny, schema.publications) == 2


def test_a_revert_that_fails_half_way_leaves_the_publication_before(tiny, monkeypatch):
    publish(tiny, [offer(tiny, "service_demand", LATER)], ACTOR, as_at=AS_AT)
    monkeypatch.setattr("etl.revert.writes.audit", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        revert(tiny, 1, ACTOR)
    with tiny.read() as connection:
        assert reads.counting_upload_ids(connection) == [1, 2, 3, 4]
        assert reads.latest_publication(connection).number == 2


def test_the_second_of_two_evaluators_is_told_and_publishes_after_rehearsing_again(on_both):
    fill(on_both)
    mine = offer(on_both, "service_demand", LATER)
    theirs = offer(on_both, "service_demand", LATER.replace(b"999", b"998"))
    seen = rehearse(on_both, mine, AS_AT).seen
    publish(on_both, [theirs], "Somebody else", "First come", as_at=AS_AT, seen=seen)
    with pytest.raises(MovedOn, match=r"Somebody else has made publication 2.*First come"):
        publish(on_both, [mine], ACTOR, as_at=AS_AT, seen=seen)
    assert count(on_both, schema.publications) == 2
    again = rehearse(on_both, mine, AS_AT)
    assert again.rows.changed == len(DISTRICTS) * len(MONTHS)
    assert publish(on_both, [mine], ACTOR, as_at=AS_AT, seen=again.seen) == 3


@pytest.mark.parametrize(
    "undo",
    [lambda tiny: withdraw(tiny, 2, ACTOR, seen=1), lambda tiny: revert(tiny, 1, ACTOR, seen=1)],
    ids=["withdraw", "revert"],
)
def test_undoing_too_is_refused_where_somebody_published_meanwhile(tiny, undo):
    publish(tiny, [], "Somebody else", as_at=AS_AT)
    with pytest.raises(MovedOn):
        undo(tiny)
    assert count(tiny, schema.publications) == 2


def test_the_rehearsal_shows_headlines_side_by_side_and_what_is_restated(tiny):
    said = rehearse(tiny, offer(tiny, "service_demand", LATER), AS_AT)
    before = {each.subject: each.before for each in said.headlines}
    shown = statuses(tiny, 1)
    shown = shown[shown["kind"] == "indicator"].set_index("subject")["headline"]
    assert before == {subject: shown[subject] for subject in before}
    assert "P11" in before  # it counts uploads
    counts = [each for each in said.restated if each.indicator == "I23" and each.statistic == "count"]
    assert {each.after for each in counts if each.area in DISTRICTS} == {999.0}
    assert sum(each.figures for each in said.figures if each.kind == "revised") == len(said.restated)


def test_a_board_date_is_noted_by_name(tiny):
    mark_seen(tiny, 1, dt.datetime.now(dt.UTC).date(), ACTOR)
    with tiny.read() as connection:
        assert list(reads.board_dates_of(connection)) == [1]


def test_purged_rows_leave_publications_and_later_figures_as_they_were(on_both):
    fill(on_both)
    assert purge(on_both, 12, ACTOR, on=AS_AT).waves == ["W1 (upload 3)"]
    assert count(on_both, schema.respondents) == 0
    publish(on_both, [], ACTOR, as_at=AS_AT)
    same(*(without_counting_publications(estimates(on_both, number)) for number in (1, 2)))


def test_rows_are_purged_only_once_they_are_old_enough(tiny):
    assert purge(tiny, 12, ACTOR, on=dt.date(2025, 2, 27)).waves == []
    assert count(tiny, schema.respondents) == 150


def test_a_wave_that_was_never_published_is_named_and_kept(tiny):
    again = offer(tiny, "citizen_survey", SECOND_WAVE)
    done = purge(tiny, 1, ACTOR, on=AS_AT)
    assert [each.startswith(f"W2 (upload {again})") for each in done.kept] == [True]


def test_the_store_says_what_is_in_force_and_what_waits(tiny):
    offer(tiny, "service_demand", LATER)
    assert standing(tiny).startswith("Publication 1 of ")
    assert standing(tiny).endswith("is in force; 1 upload waiting to be published.")
