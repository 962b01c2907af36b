"""Every board page, run without a browser on a small publication."""

import json

import pytest

NAMES = ("overview", "confidence", "communities", "demand", "leadership", "voices", "indicator", "claim", "changes")
MOST_CHARTS = 7


def page(app, name: str):
    app.run()
    if name != "overview":
        app.switch_page(f"pages/board/{name}.py").run()
    return app


def html(app) -> str:
    return "".join(block.proto.body for block in app.get("html"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_runs_and_has_one_main_heading(app, name):
    shown = page(app, name)
    assert not shown.exception
    assert html(shown).count("<h1>") == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_that_its_data_are_illustrative(app, name):
    assert "Illustrative data" in html(page(app, name))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_draws_few_charts_and_each_has_a_name(app, name):
    charts = page(app, name).get("plotly_chart")
    assert len(charts) <= MOST_CHARTS
    assert all(chart.proto.alt for chart in charts)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_so_before_the_first_publication(empty_app, name):
    shown = page(empty_app, name)
    assert not shown.exception
    assert "Nothing has been published yet" in html(shown)


def test_the_overview_draws_no_chart(app):
    assert len(page(app, "overview").get("plotly_chart")) == 0


def test_the_overview_names_every_box_and_every_link_in_tables(app):
    shown = html(page(app, "overview"))
    assert shown.count("<th scope=row>") >= 28 + 30


def test_every_figure_has_a_data_table_and_its_provenance(app):
    shown = page(app, "confidence")
    charts = len(shown.get("plotly_chart"))
    assert (
        html(shown).count("How was this number made?") == html(shown).count("<summary>Data table") == charts
    )
    assert "sheet Data, cells F2:F1201" in html(shown)


def test_the_shell_is_still_there_in_the_second_run(app):
    shown = page(app, "demand").run()
    assert len(shown.sidebar.selectbox) == 1
    assert "What changed" in html(shown)


def test_the_indicator_comes_from_the_address(app):
    app.query_params["indicator"] = "I20"
    app.run()
    shown = app.switch_page("pages/board/indicator.py").run()
    assert shown.main.selectbox[0].value in ("I20", "I16")


def test_an_unknown_indicator_in_the_address_is_no_error(app):
    app.run()
    app.switch_page("pages/board/indicator.py")
    app.query_params["indicator"] = "I99<script>"
    assert not app.run().exception


def test_a_place_changes_the_figures_and_stays_in_the_address(app):
    app.query_params["place"] = "Harlow"
    shown = page(app, "confidence")
    assert "in Harlow" in html(shown)
    assert "Both statements are about Essex" in html(shown)


def test_an_unknown_place_in_the_address_is_the_county(app):
    app.query_params["place"] = "Atlantis"
    assert not page(app, "confidence").exception


def test_charts_leave_no_room_for_what_is_withheld(app):
    shown = page(app, "confidence")
    for chart in shown.get("plotly_chart"):
        assert json.loads(chart.proto.spec)["data"]
