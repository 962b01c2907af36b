"""One Chromium and one server of the real dashboard for all browser tests."""

import pytest

from tools.chromium import NoChromium
from tools.driving import chromium
from tools.serving import serve


@pytest.fixture(scope="session")
def browser():
    """A real Chromium. Without one the tests fail and say what to install: they are not skipped."""
    try:
        with chromium() as running:
            yield running
    except NoChromium as absent:
        pytest.fail(str(absent), pytrace=False)


@pytest.fixture(scope="session")
def server(demo_store):
    """The dashboard on a loopback port, showing the illustrative data."""
    with serve(environment={"DATABASE_URL": demo_store.url}) as running:
        yield running


@pytest.fixture(scope="session")
def light(browser):
    """A window in the light theme; one context, so that scripts are fetched once."""
    context = browser.new_context(color_scheme="light", viewport={"width": 1440, "height": 1000})
    yield context
    context.close()


@pytest.fixture(scope="session")
def dark(browser):
    context = browser.new_context(color_scheme="dark", viewport={"width": 1440, "height": 1000})
    yield context
    context.close()
