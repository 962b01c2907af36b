"""Explore, in a real browser: guarded, drawn live, and marked in every place a copy may be taken from."""

import pytest
from playwright.sync_api import expect

from tools.driving import open_page

pytestmark = pytest.mark.browser
MARK = "Not for publication"


@pytest.fixture(scope="module")
def explore(server, light):
    page = open_page(light.new_page(), f"{server.url}/explore")
    yield page
    page.close()


def test_whoever_comes_through_a_proxy_sees_no_table(server, browser):
    context = browser.new_context(extra_http_headers={"x-forwarded-for": "203.0.113.1"})
    page = open_page(context.new_page(), f"{server.url}/explore")
    expect(page.get_by_text("This page is for evaluators")).to_be_visible()
    assert page.get_by_test_id("stPlotlyChart").count() == page.locator("table").count() == 0
    context.close()


def test_a_table_is_drawn_of_every_group_and_everyone(explore):
    rows = explore.locator("table").last.locator("tbody tr")
    names = [name.strip() for name in rows.locator("th").all_inner_texts()]
    assert (names[0], names[-1], len(names)) == ("Most deprived fifth", "Everyone", 6)
    assert explore.get_by_test_id("stPlotlyChart").count() == 1


def test_heading_and_every_row_carry_the_mark(explore):
    expect(explore.locator(".ec-pill", has_text=MARK).first).to_be_visible()
    expect(explore.get_by_role("heading", name=MARK).first).to_be_visible()
    rows = explore.locator("table").last.locator("tbody tr").all_inner_texts()
    assert all(MARK in row for row in rows)


def test_the_download_carries_the_mark(explore):
    with explore.expect_download() as offered:
        explore.get_by_text("Download (CSV)").first.click()
    assert MARK in offered.value.path().read_text(encoding="utf-8-sig")
