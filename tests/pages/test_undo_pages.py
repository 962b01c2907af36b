"""The register undoes, notes board dates and shows the record; the changes page compares any two publications."""

import datetime as dt
import re

import pytest
from streamlit.testing.v1 import AppTest

from data import reads
from data.store import open_store
from etl.revert import revert
from etl.seen import mark_seen
from metrics.changes import Restated, StatusChange
from pages.parts import guard
from pages.parts.restated import restated_table, side_by_side
from tests.pages.conftest import PROJECT
from tests.pages.fake import publish_fake

TODAY = dt.datetime.now(dt.UTC).date()


@pytest.fixture
def store(tmp_path, monkeypatch):
    """Two publications with other figures, and an evaluator at this computer."""
    url = f"sqlite:///{tmp_path / 'two.sqlite'}"
    opened = open_store(url)
    publish_fake(opened, 1)
    publish_fake(opened, 2, seed=2)
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.chdir(PROJECT)
    monkeypatch.setattr(guard, "why_viewer", lambda address, headers: "")
    yield opened
    opened.close()


def page(name: str):
    app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=90)
    app.run()
    return app.switch_page(f"pages/{name}.py").run()


def html(app) -> str:
    return "".join(block.proto.body for block in app.get("html"))


def bare(text: str) -> str:
    """HTML whose cells carry no attributes."""
    return re.sub(r"<td [^>]*>", "<td>", text)


def newest(store) -> reads.Publication:
    with store.read() as connection:
        return reads.latest_publication(connection)


def reverting(app):
    app.radio(key="undo_what").set_value("Revert to a publication").run()
    app.text_input(key="actor").set_value("A tester")
    app.selectbox(key="revert_to").set_value(1)
    app.checkbox(key="revert_sure").check()
    return app.run()


def test_a_publication_is_reverted_to_with_one_confirmation_and_the_record_says_so(store):
    shown = reverting(page("evaluator/register"))
    shown.button(key="undo_Revert").click().run()
    assert not shown.exception
    assert newest(store).restores == 1
    assert "Publication 3 shows the figures of publication 1 again" in html(shown)
    assert "those of publication 1" in html(shown)
    assert "<td>A tester</td><td>revert</td><td>publication 3</td>" in bare(html(shown))


def test_whoever_reverts_what_somebody_changed_meanwhile_is_told_and_nothing_happens(store):
    shown = reverting(page("evaluator/register"))
    revert(store, 1, "Somebody else")
    shown.button(key="undo_Revert").click().run()
    assert "Meanwhile Somebody else has made publication 3" in html(shown)
    assert newest(store).number == 3


def test_what_the_board_saw_is_noted_and_shown(store):
    shown = page("evaluator/register")
    shown.radio(key="undo_what").set_value("Note what the Board saw").run()
    shown.text_input(key="actor").set_value("A tester")
    shown.selectbox(key="seen_which").set_value(1)
    shown.date_input(key="seen_on").set_value(TODAY).run()
    shown.button(key="undo_Note it").click().run()
    with store.read() as connection:
        assert reads.board_dates_of(connection) == {1: [TODAY]}
    assert "was seen by the Board on" in html(shown)


def test_a_board_date_is_taken_back_and_the_record_keeps_both(store):
    mark_seen(store, 1, TODAY, "A tester")
    shown = page("evaluator/register")
    shown.radio(key="undo_what").set_value("Take back a board date").run()
    shown.text_input(key="actor").set_value("A tester")
    shown.text_input(key="unseen_why").set_value("It was another day")
    shown.selectbox(key="unseen_which").select_index(0).run()
    shown.button(key="undo_Take it back").click().run()
    assert not shown.exception
    with store.read() as connection:
        assert reads.board_dates_of(connection) == {}
        assert list(reads.audit_log(connection)["action"])[:2] == ["board date taken back", "seen by the Board"]
    assert "is no longer noted as seen by the Board" in html(shown)
    assert "No board date is noted" in html(shown)


def test_the_changes_page_starts_from_what_the_board_saw_last_and_keeps_the_three_kinds_apart(store):
    revert(store, 1, "A tester")
    mark_seen(store, 1, TODAY, "A tester")
    shown = page("board/changes")
    assert not shown.exception
    assert shown.selectbox(key="changes_from").value.startswith("Publication 1,")
    assert "seen by the Board on" in shown.selectbox(key="changes_from").value
    for heading in ("New data", "Revised data", "Changed definitions"):
        assert f"<h2>{heading}</h2>" in html(shown)
    assert "No published figure is restated" in html(shown)
    shown.selectbox(key="changes_from").set_value(shown.selectbox(key="changes_from").options[1]).run()
    assert "Published figures that are restated" in html(shown)


def test_a_restated_figure_stands_beside_what_was_published_and_absence_is_said(store):
    with store.read() as connection:
        held = reads.frozen_framework(connection, newest(store).id)
    day = dt.date(2024, 1, 1)
    one = Restated("I16", "share", day, day, "day", "E10000012", "", "", 49.5, None, "", "withheld")
    said = restated_table(held, [one], ("Now", "It would be"))
    assert "49.5" in said
    assert "ithheld" in said
    assert "Essex" in said


def test_of_many_restated_figures_the_largest_of_each_indicator_are_listed_and_the_rest_counted(store):
    with store.read() as connection:
        held = reads.frozen_framework(connection, newest(store).id)
    days = [dt.date(2024, 1, day) for day in range(1, 10)]
    many = [Restated("I16", "share", day, day, "day", "E10000012", "", "", 1.0, 1.0 + day.day, "", "") for day in days]
    said = restated_table(held, many, ("Now", "It would be"))
    assert said.count("<tr ") == 1 + 5
    assert "9 Jan 2024" in said
    assert "4 more are restated" in said


@pytest.mark.parametrize(
    ("indicator", "more", "before", "after", "said"),
    [
        ("I16", {}, 49.5, 51.3, ("Essex", "49.5%", "51.3%")),
        ("I16", {}, 49.501, 49.502, ("Essex", "49.501", "49.502")),
        ("I25", {"scenario": "low"}, -1_460_326.0, 2_310.0, ("Essex, low estimate", "−£1,460,326", "£2,310")),
        ("I25", {"scenario": "central"}, None, 0.0, ("Essex, central estimate", "no figure", "£0")),
    ],
    ids=["a share", "a share that moved by less than is written", "pounds of an estimate", "no figure is not nought"],
)
def test_a_restated_figure_says_which_it_is_and_its_unit(store, indicator, more, before, after, said):
    with store.read() as connection:
        held = reads.frozen_framework(connection, newest(store).id)
    day = dt.date(2024, 1, 1)
    one = Restated(indicator, "level", day, day, "day", "E10000012", "", "", before, after, "", "", **more)
    place, *figures = said
    shown = bare(restated_table(held, [one], ("Now", "It would be")))
    assert f"<td>{place}</td>" in shown
    assert "".join(f"<td>{each}</td>" for each in figures) in shown


def test_headlines_and_statements_stand_side_by_side(store):
    with store.read() as connection:
        held = reads.frozen_framework(connection, newest(store).id)
    said = side_by_side(
        held, [StatusChange("I16", "change", "improving", "worsening")], ("One <b>", "Two"), ("Now", "Then")
    )
    assert "<td>One &lt;b&gt;</td><td>Two</td>" in bare(said)
    assert "<td>Improving</td><td>Worsening</td>" in bare(said)

