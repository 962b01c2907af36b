"""No page breaks WCAG 2.2 AA as far as axe-core can see, in the light theme and in the dark."""

import pytest

from tests.browser.axe import ALLOWED, violations
from tools.driving import open_page
from tools.page_list import page_files

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("listed", page_files(), ids=lambda page: page.name)
def test_a_page_passes_axe(request, server, listed, theme):
    page = request.getfixturevalue(theme).new_page()
    try:
        open_page(page, server.url + listed.address)
        assert violations(page) == []
    finally:
        page.close()


def test_every_forgiven_fault_has_its_reason():
    assert all(len(allowed.reason) > 20 for allowed in ALLOWED)
