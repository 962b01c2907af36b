"""Open a page of the dashboard in Chromium and wait until everything on it is drawn."""

import contextlib
from collections.abc import Iterator

from playwright.sync_api import Browser, Page, sync_playwright

from tools.chromium import FLAGS, require_chromium

# Done: connected, the script has run, no placeholder is left, and every chart has its drawing.
DRAWN = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.testScriptState !== 'notRunning') return false;
  if (app.dataset.testConnectionState !== 'CONNECTED') return false;
  const main = document.querySelector('[data-testid="stMain"]');
  if (!main || !main.querySelector('h1, [data-testid="stException"], [data-testid="stAlert"]')) return false;
  if (main.querySelector('[data-testid="stSkeleton"]')) return false;
  const charts = [...main.querySelectorAll('[data-testid="stPlotlyChart"]')];
  return charts.filter(c => c.checkVisibility()).every(c => c.querySelector('.main-svg'));
}"""


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium for the length of the block."""
    path = require_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def wait_until_drawn(page: Page, timeout: float = 60) -> None:
    """Wait for a page that is drawn and stays so for two looks in a row (a rerun may follow a run)."""
    for _ in range(2):
        page.wait_for_function(DRAWN, timeout=timeout * 1000)
        page.wait_for_timeout(150)
    page.wait_for_function(DRAWN, timeout=timeout * 1000)


def open_page(page: Page, address: str, timeout: float = 60) -> Page:
    """Go to an address of the dashboard and wait until everything is drawn."""
    page.goto(address, wait_until="domcontentloaded")
    wait_until_drawn(page, timeout)
    return page
