"""What the pages look up in a publication: the figure that an indicator's statement is about."""

import pytest

from charts.series import latest
from charts.theme import palette
from pages.parts import data
from pages.parts.view import View


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
