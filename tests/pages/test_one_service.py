"""One measure of demand at a time, in every way the page offers to look at it."""

import pytest

from pages.parts.one_service import LOOKS, MEASURES, districts, on_the_map, over_time, trusts
from pages.parts.tile_map import TILES
from tests.pages.test_anyway import view  # noqa: F401  a publication of the samples
from tests.pages.test_board import html, page


@pytest.mark.parametrize("id", MEASURES)
@pytest.mark.parametrize("look", [over_time, districts, on_the_map])
def test_every_measure_can_be_looked_at_in_every_way(view, id, look):  # noqa: F811
    [card] = look(view, id)[:1]
    assert card.head.startswith("<h2>")
    assert card.table.rows
    assert "Illustrative data" in card.foot


@pytest.mark.parametrize("id", MEASURES)
def test_small_charts_and_tiles_are_those_of_all_fourteen_councils(view, id):  # noqa: F811
    [small], [tiles] = districts(view, id), on_the_map(view, id)
    assert len([note for note in small.chart["layout"]["annotations"] if note["text"].startswith("<b>")]) == len(TILES)
    assert tiles.head.count("<li ") == len(tiles.table.rows) == len(TILES)
    assert "not part of the question" not in tiles.head


def test_a_tile_says_the_mark_of_the_councils_own_newest_point(view):  # noqa: F811
    [card] = on_the_map(view, "I21")
    newest = max(each.period for each in view.of("I21", "rate"))
    marks = {each.area: each.mark for each in view.of("I21", "rate") if each.period == newest and each.area in TILES}
    usual = sum(mark == "common_cause" for mark in marks.values())
    assert card.head.count("Its usual ups and downs") == usual


def test_without_counts_by_trust_nothing_is_offered_by_trust(view, app):  # noqa: F811
    assert trusts(view, "I21") == ()  # the samples have none
    assert page(app, "demand").button_group(key="service_look_3").options == list(LOOKS)[:3]


def test_another_measure_is_drawn_when_it_is_chosen(app):
    shown = page(app, "demand")
    assert shown.selectbox(key="service_of").value == MEASURES[0]
    first = html(shown)
    assert first != html(shown.selectbox(key="service_of").set_value("I23").run())
