"""What the pages share: escaping, tables, shapes, places of links."""

import datetime as dt
from pathlib import Path

import pytest

from data.framework import load_framework
from metrics.types import Estimate, Period
from pages.parts.data import Said
from pages.parts.figure import csv_text, estimate_table
from pages.parts.filters import places
from pages.parts.links import PAGES, anchor
from pages.parts.logic_model import page_of
from pages.parts.money_card import _table
from pages.parts.statements import gone, statements
from pages.parts.status_icons import SHAPES, WORDS, badge, said, tone
from pages.parts.tables import Html, Table, html_table, table_card

TABLE = Table("=cmd", ("Group", "Figure"), (("<b>A</b>", 1.5), ("@home", "")))


def test_a_table_escapes_what_comes_from_data():
    assert "<b>" not in html_table(TABLE)
    assert "&lt;b&gt;A" in html_table(TABLE)


def test_a_table_has_a_caption_and_headers_with_a_scope():
    made = html_table(TABLE)
    assert "<caption>" in made
    assert made.count("scope=col") == 2
    assert made.count("scope=row") == 2


def test_a_cell_carries_its_columns_name_and_roles_for_where_it_is_not_laid_out_as_a_table():
    made = html_table(Table("T", ('A "b"', "Figure"), (("x", 1),)))
    assert '<td role="cell" data-column="Figure" class=n>1</td>' in made
    assert made.count('role="columnheader"') == 2


@pytest.mark.parametrize(("columns", "stacked"), [(3, False), (4, True)])
def test_a_table_of_many_columns_becomes_a_list_on_a_phone(columns, stacked):
    made = table_card(Table("T", tuple("abcd"[:columns]), (tuple("1234"[:columns]),)))
    assert ("ec-stack" in made) is stacked


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


def test_a_cell_that_is_html_stays_a_link_and_the_rest_is_escaped():
    made = html_table(Table("Links", ("A", "B"), ((Html(anchor("there", "changes")), "<i>"),)))
    assert 'href="/changes"' in made
    assert "&lt;i&gt;" in made


def test_a_statement_says_the_finding_first_and_the_method_in_a_paragraph_of_its_own():
    why = "Up 5 points since March 2024.\nMethod: difference.\nTarget: 60 by March 2026. Reached."
    row = Said("I01", "indicator", "improving", "reached", "", why, {})
    made = statements(row, load_framework().indicator("I01"), "")
    assert made.index("Up 5 points") < made.index("<p>Method: difference.</p>") < made.index("Target: 60")


def test_money_stands_in_the_order_of_the_sum_and_cases_are_no_pounds():
    period = Period(dt.date(2025, 4, 1), dt.date(2026, 3, 31), "year")
    found = [
        Estimate("I25", statistic, period, "E10000012", "", value=1335.0, scenario=case)
        for statistic, case in (("programme_cost", ""), ("gross_units", ""), ("level", "low"), ("gross_value", "low"))
    ]
    made = _table(found, load_framework().indicator("I25"))
    names = ("Cases fewer than before", "Gross value", "Programme cost", "Net value")
    assert sorted(names, key=made.index) == list(names)
    assert "<td class=n>1,335</td>" in made


@pytest.mark.parametrize("illustrative", [True, False])
def test_each_row_of_a_download_says_whether_it_is_illustrative(illustrative):
    month = Period(dt.date(2026, 9, 1), dt.date(2026, 9, 30), "month")
    made = Estimate("I16", "share", month, "E10000012", "citizen_survey", value=50.0, illustrative=illustrative)
    row = csv_text(estimate_table("Trust", [made], "per cent")).splitlines()[-1]
    assert ("Illustrative data" in row) is illustrative


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (0.0, "0% of the way"),
        (0.876, "88% of the way"),
        (1.25, "125% of the way"),
        (-0.8, "further from it than at the start"),
    ],
)
def test_how_far_a_figure_has_come_is_never_a_negative_share_of_the_way(progress, words):
    assert gone(progress) == words
