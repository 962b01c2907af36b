"""What the pages share: escaping, tables, shapes, places of links."""

from pathlib import Path

import pytest

from data.framework import load_framework
from pages.parts.figure import csv_text
from pages.parts.filters import places
from pages.parts.links import PAGES, anchor
from pages.parts.logic_model import page_of
from pages.parts.status_icons import SHAPES, WORDS, badge, said, tone
from pages.parts.tables import Table, html_table

TABLE = Table("=cmd", ("Group", "Figure"), (("<b>A</b>", 1.5), ("@home", "")))


def test_a_table_escapes_what_comes_from_data():
    assert "<b>" not in html_table(TABLE)
    assert "&lt;b&gt;A" in html_table(TABLE)


def test_a_table_has_a_caption_and_headers_with_a_scope():
    made = html_table(TABLE)
    assert "<caption>" in made
    assert made.count("scope=col") == 2
    assert made.count("scope=row") == 2


def test_a_download_cannot_run_a_formula():
    assert csv_text(TABLE).splitlines() == ["'=cmd", "Group,Figure", "<b>A</b>,1.5", "'@home,"]


def test_every_status_has_its_own_shape_and_words():
    assert set(SHAPES) == set(WORDS)
    assert len(set(SHAPES.values())) == len(SHAPES)
    assert len(set(WORDS.values())) == len(WORDS)


def test_an_unknown_status_is_shown_and_not_hidden():
    assert (said("brand_new"), tone("brand_new")) == ("Brand new", "quiet")


def test_a_badge_says_its_status_in_words():
    assert "Improving · early evidence" in badge("improving", early=True)


def test_an_anchor_works_in_a_new_tab_and_escapes():
    made = anchor("x", "indicator", 'I16"><script>')
    assert 'href="/indicator?indicator=I16%22' in made
    assert "<script>" not in made


@pytest.mark.parametrize("node", [node.id for node in load_framework().nodes])
def test_every_box_of_the_model_leads_to_a_page(node):
    assert page_of(node) in PAGES


def test_places_begin_with_the_county_and_stand_by_name():
    names = list(places(load_framework()))
    assert names[0] == "Essex"
    assert names[1:] == sorted(names[1:])


def test_a_link_keeps_the_area_by_never_clearing_bound_parameters():
    # None would ask Streamlit to clear them, which it refuses with an error on the page
    source = (Path(__file__).resolve().parents[2] / "pages" / "parts" / "links.py").read_text(
        encoding="utf-8"
    )
    assert "if indicator else {}" in source
