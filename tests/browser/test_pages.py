"""Every page, in a real browser: it opens, it is whole, and it asks nobody else for anything."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tools.driving import open_page
from tools.page_list import PageFile, page_files

pytestmark = pytest.mark.browser
LOOPBACK = {"127.0.0.1", "localhost"}


@dataclass
class Visit:
    """An open page and what happened while it opened."""

    listed: PageFile
    page: Page
    requests: list[str] = field(default_factory=list)
    script_errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=page_files(), ids=lambda page: page.name)
def visit(request, server, light):
    page = light.new_page()
    seen = Visit(request.param, page)
    page.on("request", lambda asked: seen.requests.append(asked.url))
    page.on("websocket", lambda socket: seen.requests.append(socket.url))
    page.on("pageerror", lambda error: seen.script_errors.append(str(error)))
    open_page(page, server.url + request.param.address)
    yield seen
    page.close()


def test_a_page_has_exactly_one_main_heading(visit):
    assert visit.page.locator("h1").count() == 1


def test_a_page_shows_no_exception(visit):
    boxes = visit.page.get_by_test_id("stException")
    assert boxes.all_inner_texts() == []


def test_a_page_raises_no_script_error(visit):
    assert visit.script_errors == []


def test_a_page_says_it_is_in_british_english(visit):
    assert visit.page.locator("html").get_attribute("lang") == "en-GB"


def test_a_page_has_a_title_that_names_it(visit):
    assert visit.page.title() not in ("", "Streamlit")


def test_a_page_asks_only_this_machine(visit):
    # data: and blob: addresses have no host and leave the browser for nowhere
    hosts = {urlsplit(url).hostname for url in visit.requests if not url.startswith(("data:", "blob:"))}
    assert hosts - LOOPBACK == set()


def test_a_board_page_says_that_the_data_are_illustrative(visit):
    if visit.listed.section == "board":
        assert "illustrative data" in visit.page.locator("body").inner_text().lower()


def test_a_page_reflows_at_320_pixels(visit):
    visit.page.set_viewport_size({"width": 320, "height": 900})
    visit.page.wait_for_timeout(600)
    wide = visit.page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
        .map(box => box.scrollWidth)"""
    )
    assert max(wide) <= 322, f"the page is {max(wide)} pixels wide: {too_wide(visit.page)}"


def too_wide(page) -> list[str]:
    """The elements that stick out on the right and don't scroll by themselves, outermost first."""
    return page.evaluate(
        """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
        .filter(e => e.getBoundingClientRect().right > 323)
        .slice(0, 5).map(e => e.tagName + ' ' + (e.dataset.testid || e.className))"""
    )
