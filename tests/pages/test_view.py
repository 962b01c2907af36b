"""What the pages look up in a publication: the figure that an indicator's statement is about."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from charts.series import latest
from charts.theme import palette
from data import reads
from data.store import open_store
from pages.parts import data
from pages.parts.view import View
from tests.pages.conftest import PROJECT
from tests.pages.fake import publish_fake


@pytest.fixture
def view(demo_store, monkeypatch) -> View:
    monkeypatch.setenv("DATABASE_URL", demo_store.url)
    publication = data.newest()
    framework = data.framework(publication.id)
    return View(publication, framework, framework.programme.county, palette("light"))


def test_every_indicator_that_is_said_to_change_has_a_figure_to_show(view):
    judged = [i for i in view.framework.indicators if view.said("indicator", i.id).detail.get("points")]
    without = [i.id for i in judged if latest(view.series(i.id, view.place_for(i))) is None]
    assert judged
    assert without == []


@pytest.mark.parametrize("page", ["overview", "confidence", "indicator", "claim", "changes"])
def test_what_is_published_while_a_page_is_made_is_told_by_the_next_run(page, tmp_path, monkeypatch):
    store = open_store(f"sqlite:///{tmp_path / 'two.sqlite'}")
    for number in (1, 2, 3):
        publish_fake(store, number, seed=number)
    with store.read() as connection:
        second, third = (reads.publication(connection, number) for number in (2, 3))
    store.close()
    monkeypatch.setenv("DATABASE_URL", store.url.render_as_string(hide_password=False))
    monkeypatch.chdir(PROJECT)
    answers = iter([second])
    monkeypatch.setattr(data, "newest", lambda: next(answers, third))
    app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=90)
    app.switch_page(f"pages/board/{page}.py").run()
    said = "".join(block.proto.body for block in app.get("html"))
    assert not app.exception
    assert set(re.findall(r"[Pp]ublication (\d+)", said)) <= {"1", "2"}
    assert "Publication 2, published" in said
