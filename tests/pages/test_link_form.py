"""An evaluator adds evidence and signs a verdict on the framework page; both are kept with the name."""

import datetime as dt
import shutil

import pytest

from data import reads
from data.settings import setting
from data.store import open_store
from pages.parts import guard
from tests.pages.test_board import html

LINK = "L13"


@pytest.fixture
def own_app(app, fake_url, tmp_path, monkeypatch):
    """The shell on a copy of the small store, opened at the framework page with a link and a name given."""
    path = tmp_path / "own.sqlite"
    shutil.copy(fake_url.removeprefix("sqlite:///"), path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.setattr(guard, "why_viewer", lambda address, headers: "")
    app.run()
    app.switch_page("pages/evaluator/framework.py").run()
    app.selectbox(key="link_of").set_value(LINK).run()
    return app.text_input(key="actor_link").set_value("A. Evaluator").run()


def kept(read):
    """What the store in force holds, by one of data.reads."""
    store = open_store(setting("DATABASE_URL"), migrate=False)
    try:
        with store.read() as connection:
            return read(connection)
    finally:
        store.close()


def test_a_verdict_is_signed_with_its_reason(own_app):
    own_app.selectbox(key=f"verdict_{LINK}").set_value("partly_supported").run()
    own_app.text_area(key=f"why_{LINK}").set_value("Seen in interviews.").run()
    shown = own_app.button(key=f"sign_{LINK}").click().run()
    assert "Recorded." in html(shown)
    told = kept(reads.verdicts)[LINK]
    assert (told["verdict"], told["rationale"], told["actor"]) == (
        "partly_supported", "Seen in interviews.", "A. Evaluator",
    )  # fmt: skip


def test_a_verdict_without_a_reason_can_not_be_signed(own_app):
    shown = own_app.selectbox(key=f"verdict_{LINK}").set_value("supported").run()
    assert shown.button(key=f"sign_{LINK}").disabled


def test_evidence_is_added_with_its_levels(own_app):
    own_app.text_input(key=f"evidence_source_{LINK}").set_value("A study").run()
    own_app.selectbox(key=f"evidence_kind_{LINK}").set_value("study").run()
    own_app.date_input(key=f"evidence_dated_{LINK}").set_value(dt.date(2025, 1, 1)).run()
    own_app.selectbox(key=f"evidence_direction_{LINK}").set_value("supports").run()
    own_app.selectbox(key=f"evidence_maryland_{LINK}").set_value(3).run()
    shown = own_app.button(key=f"add_evidence_{LINK}").click().run()
    assert "Recorded." in html(shown)
    [piece] = kept(lambda connection: reads.evidence(connection, LINK)).to_dict("records")
    assert (piece["source"], piece["direction"], piece["maryland"], piece["actor"]) == (
        "A study", "supports", 3, "A. Evaluator",
    )  # fmt: skip


def test_what_was_recorded_is_shown_beneath_the_choice(own_app):
    own_app.selectbox(key=f"verdict_{LINK}").set_value("contradicted").run()
    own_app.text_area(key=f"why_{LINK}").set_value("Not seen.").run()
    own_app.button(key=f"sign_{LINK}").click().run()
    assert "Contradicted: Not seen." in html(own_app.run())
