"""Explore: for evaluators only, live, with small numbers withheld and every copy marked."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import crossed, guard
from pages.parts.crossed import MARK
from pages.parts.figure import csv_text
from tests.pages.conftest import PROJECT

pytestmark = pytest.mark.slow


@pytest.fixture
def explore(demo_store, monkeypatch):
    """The page as an evaluator sees it, on the illustrative data."""
    monkeypatch.setenv("DATABASE_URL", demo_store.url)
    monkeypatch.chdir(PROJECT)
    monkeypatch.setattr(guard, "why_viewer", lambda address, headers: "")
    return open_page()


def open_page():
    app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60)
    app.run()
    return app.switch_page("pages/evaluator/explore.py").run()


def html(app) -> str:
    return "".join(block.proto.body for block in app.get("html"))


def test_whoever_may_only_look_is_stopped_at_the_door(demo_store, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", demo_store.url)
    monkeypatch.chdir(PROJECT)
    shown = open_page()
    assert "This page is for evaluators" in html(shown)
    assert not shown.get("plotly_chart")
    assert not shown.multiselect


def test_a_table_is_there_at_once_and_marked_everywhere(explore):
    assert not explore.exception
    shown = html(explore)
    assert f"{MARK}: Share of positive answers" in shown
    [chart] = explore.get("plotly_chart")
    assert chart.proto.alt.startswith(MARK)
    assert "Rao–Scott test" in shown


def test_every_cell_says_base_effective_base_and_design_effect(explore):
    shown = html(explore)
    assert all(f">{name}</th>" in shown for name in ("Base", "Effective base", "Design effect"))


def test_small_cells_of_two_groups_are_withheld_and_drawn_without_a_point(explore):
    explore.selectbox(key="by_1").set_value("district")
    explore.selectbox(key="by_2").set_value("vulnerable").run()
    assert not explore.exception
    shown = html(explore)
    withheld = shown.count("withheld (small numbers)</td>") // 2  # in the table and in the data of the chart
    assert withheld > 4
    [chart] = explore.get("plotly_chart")
    spec = json.loads(chart.proto.spec)
    assert len(spec["data"][0]["y"]) == 24 - withheld


def test_waves_in_different_modes_are_not_added_together(explore):
    waves = explore.multiselect(key="explore_waves")
    waves.set_value([4, 3, 2]).run()
    assert "not added together" in html(explore)


@pytest.mark.parametrize("statistic", ["net", "mean", "one"])
def test_every_statistic_has_a_table(explore, statistic):
    explore.selectbox(key="explore_statistic").set_value(statistic).run()
    assert not explore.exception
    assert len(explore.get("plotly_chart")) == 1


@pytest.mark.parametrize(("p", "words"), [(0.0001, "p < 0.001"), (0.2, "No clear difference"), (None, "No test")])
def test_the_test_is_told_in_a_sentence(p, words):
    assert words in crossed.tested(p)


def test_a_download_carries_the_mark_in_its_first_line():
    table = crossed.crossed_table(crossed.Crossed("Share, by age", "Asked so.", "percent", (), (), "", "", True))
    assert csv_text(table).lstrip('"').startswith(MARK)  # a caption with a comma stands in quotes
