"""A publication is written whole and read by its id, at the cost of an index."""

import datetime as dt

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from data import reads, writes
from tests.data.builders import day, upload


def publication(number: int, **more) -> dict:
    return {
        "number": number, "published_at": dt.datetime(2026, 10, number, 23, 30, tzinfo=dt.UTC),
        "as_at": day("2026-10-31"), "framework": {"programme": "P"}, "reference_versions": [],
        "settings": {}, "weight_sets": [], "software": "0.1.0", "seed": 7, "illustrative": True,
        "headline": f"Headline {number}", "lead": "Lead", **more,
    }  # fmt: skip


def estimate(indicator="I16", value=51.5, **more) -> dict:
    return {
        "indicator": indicator, "source": "citizen_survey", "mode": "telephone", "segment": 1,
        "statistic": "share", "period_start": day("2024-02-01"), "period_end": day("2024-03-31"),
        "period_kind": "wave", "area_code": "E10000012", "area_valid_from": day("2009-04-01"),
        "group_dim": "", "group_value": "", "scenario": "", "value": value, "absence": None,
        "illustrative": True, "trace": [[1, "Data", "F2:F13"]], **more,
    }  # fmt: skip


def status(subject="I16", kind="indicator", **more) -> dict:
    return {
        "subject": subject, "kind": kind, "change": "improving", "target": "on_course",
        "headline": "Trust rose.", "why": "Two waves.", "detail": {"points": 2}, **more,
    }  # fmt: skip


def save(store, number, estimates=(), statuses=(), uploads=(), **more) -> int:
    with store.write() as connection:
        actor = writes.ensure_actor(connection, "An evaluator")
        given = publication(number, actor_id=actor, **more)
        return writes.save_publication(connection, given, uploads, estimates, statuses)


def test_before_the_first_there_is_no_publication(store):
    with store.read() as connection:
        assert reads.latest_publication(connection) is None
        assert reads.publications(connection) == []


def test_publications_are_listed_with_the_newest_first(store):
    first = save(store, 1)
    save(store, 2, parent_id=first)
    with store.read() as connection:
        latest, older = reads.publications(connection)
        assert reads.latest_publication(connection) == latest
        assert reads.publication(connection, 1) == older
        assert reads.publication(connection, 3) is None
    assert (latest.number, latest.parent_id, latest.actor, latest.note) == (2, first, "An evaluator", "")


def test_a_number_is_given_once(store):
    save(store, 1)
    with pytest.raises(IntegrityError):
        save(store, 1)


def test_an_estimate_comes_back_as_it_was_written(store):
    id = save(store, 1, [estimate(low=48.0, high=55.0)])
    with store.read() as connection:
        row = reads.estimates(connection, id).iloc[0]
    assert (row["value"], row["low"], row["high"]) == (51.5, 48.0, 55.0)
    assert row["period_start"] == dt.date(2024, 2, 1)
    assert row["absence"] is None
    assert row["trace"] == [[1, "Data", "F2:F13"]]
    assert row["illustrative"]


def test_an_absent_figure_has_a_reason_and_no_value(store):
    id = save(store, 1, [estimate(value=None, absence="withheld", reason="Fewer than ten people.")])
    with store.read() as connection:
        row = reads.estimates(connection, id).iloc[0]
    assert row["value"] != row["value"]
    assert (row["absence"], row["reason"]) == ("withheld", "Fewer than ten people.")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["I16", "I16", "I17"]),
        ({"indicators": ["I16"]}, ["I16", "I16"]),
        ({"indicators": ["I16", "I17"], "area": "E10000012"}, ["I16", "I17"]),
        ({"indicators": []}, []),
    ],
)
def test_estimates_are_asked_for_by_indicator_and_area(store, asked, expected):
    rows = [estimate("I16"), estimate("I16", area_code="E07000066"), estimate("I17")]
    id = save(store, 1, rows)
    save(store, 2, [estimate("I20")])
    with store.read() as connection:
        assert reads.estimates(connection, id, **asked)["indicator"].tolist() == expected


def test_estimates_are_one_query_on_an_index(store):
    id, asked = save(store, 1, [estimate()]), []
    with store.read() as connection:
        event.listen(store.engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
        reads.estimates(connection, id, ["I16"], "E10000012")
        ((statement, values),) = [each for each in asked if "SELECT" in each[0]]
        if not store.is_postgresql:  # with one row PostgreSQL would rightly not bother
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
            assert "ix_estimates_read" in str(plan)


def test_the_same_figure_stands_once_in_a_publication(store):
    with pytest.raises(IntegrityError):
        save(store, 1, [estimate(), estimate(value=52.0)])
    with store.read() as connection:
        assert reads.latest_publication(connection) is None


def test_statuses_are_read_by_kind(store):
    id = save(store, 1, statuses=[status(), status("IM1", "node"), status("published_estimates", "dataset")])
    with store.read() as connection:
        assert reads.statuses(connection, id)["subject"].tolist() == ["I16", "IM1", "published_estimates"]
        assert reads.statuses(connection, id, "node")["detail"].tolist() == [{"points": 2}]


def test_a_publication_names_its_uploads(store):
    with store.write() as connection:
        ids = [upload(connection, "attendance") for _ in range(3)]
    id = save(store, 1, uploads=ids)
    with store.read() as connection:
        assert reads.publication_uploads_of(connection, id) == ids


def test_what_a_publication_froze_is_there_to_read(store):
    id = save(store, 1)
    with store.read() as connection:
        assert reads.frozen(connection, id)["framework"] == {"programme": "P"}
        with pytest.raises(KeyError, match="id 99"):
            reads.frozen(connection, 99)


def test_the_framework_comes_back_as_it_was_published(store):
    from data.framework import load_framework

    framework = load_framework()
    id = save(store, 1, framework=framework.model_dump(mode="json"))
    with store.read() as connection:
        assert reads.frozen_framework(connection, id) == framework


def test_changes_between_publications_are_restated_added_or_removed(store):
    q = estimate
    old = save(store, 1, [q("I1", 1.0), q("I2", 2.0), q("I3", 3.0), q("I4", None, absence="too_early")])
    new = save(store, 2, [q("I1", 1.0), q("I2", 2.5), q("I4", 4.0), q("I5", 5.0)])
    with store.read() as connection:
        found = reads.estimate_changes(connection, old, new)
    assert dict(zip(found["indicator"], found["change"], strict=True)) == {
        "I2": "restated", "I4": "restated", "I5": "added", "I3": "removed",
    }  # fmt: skip
    restated = found.set_index("indicator").loc["I4"]
    assert restated[["absence_old", "value_new", "absence_new"]].tolist() == ["too_early", 4.0, None]


def test_two_like_publications_have_no_changes(store):
    ids = [save(store, number, [estimate()]) for number in (1, 2)]
    with store.read() as connection:
        found = reads.estimate_changes(connection, *ids)
    assert found.empty
    assert list(found)[-1] == "change"


def test_a_million_rows_of_answers_do_not_make_reading_a_publication_slower(store):
    """What a page reads is found through publication ids: its query never names a raw table."""
    id, asked = save(store, 1, [estimate()], [status()]), []
    with store.read() as connection:
        event.listen(store.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
        reads.latest_publication(connection)
        reads.estimates(connection, id)
        reads.statuses(connection, id)
    raw = ("respondents", "answers", "attendance", "service_demand", "wave_sums")
    assert not [name for name in raw for statement in asked if f" {name}" in statement]


def test_estimates_are_counted_as_written(store):
    id = save(store, 1, [estimate(group_dim="district", group_value=str(n)) for n in range(2500)])
    with store.read() as connection:
        assert connection.scalar(text("SELECT count(*) FROM estimates")) == 2500
        assert len(reads.estimates(connection, id)) == 2500
