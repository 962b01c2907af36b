"""How long a person with a warm browser waits, from asking for a page until all of it is drawn."""

import statistics
import time
from collections.abc import Iterable

from playwright.sync_api import Browser

from tools.driving import DRAWN


def seconds_to_drawn(browser: Browser, address: str, times: int = 2) -> float:
    """The middle of a few navigations to an address, after one that warms the browser's cache."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    taken = []
    for _ in range(times + 1):
        began = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_function(DRAWN, timeout=60_000)
        taken.append(time.perf_counter() - began)
    context.close()
    return statistics.median(taken[1:])


def seconds_of(browser: Browser, addresses: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Seconds to drawn of each (name, address)."""
    return {name: seconds_to_drawn(browser, address) for name, address in addresses}
