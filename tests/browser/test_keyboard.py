"""Everything that can be done with a mouse can be reached with the Tab key."""

import pytest

from tools.driving import open_page, wait_until_drawn

pytestmark = pytest.mark.browser

# The focused element, through shadow roots, as something a test can compare
FOCUSED = """() => {
  let at = document.activeElement;
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect();
  return {tag: at.tagName.toLowerCase(), node: at.dataset.node || '', href: at.getAttribute('href') || '',
          name: at.getAttribute('aria-label') || at.innerText || '', seen: box.width > 0 && box.height > 0};
}"""


def tab_through(page, most: int = 250) -> list[dict]:
    """What receives the focus, in order, until it leaves the page or comes round again."""
    reached = []
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or (len(reached) > 3 and focused == reached[0]):
            break
        reached.append(focused)
    return reached


@pytest.fixture
def page(light):
    opened = light.new_page()
    yield opened
    opened.close()


def test_tab_reaches_every_card_of_the_logic_model(page, server):
    open_page(page, server.url)
    cards = {card.get_attribute("data-node") for card in page.locator("a[data-node]").all()}
    reached = {focused["node"] for focused in tab_through(page)} - {""}
    assert len(cards) >= 28
    assert reached == cards


def test_enter_on_a_card_opens_the_page_behind_it(page, server):
    open_page(page, server.url)
    page.locator("a[data-node='OC1']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address.rstrip("/") != server.url, timeout=20_000)
    wait_until_drawn(page)
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("path", ["/", "/demand", "/upload", "/register"])
def test_tab_reaches_the_menu_and_the_main_controls(page, server, path):
    open_page(page, server.url + path)
    controls = page.get_by_test_id("stMain").locator("button:visible, a[href]:visible, input:visible").count()
    reached = tab_through(page)
    assert any("/confidence" in focused["href"] for focused in reached)
    assert controls == 0 or len(reached) > 5


def test_the_focus_is_never_on_something_invisible(page, server):
    open_page(page, server.url)
    assert [focused for focused in tab_through(page, 60) if not focused["seen"]] == []
