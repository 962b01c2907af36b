"""Pages are told from the modules beside them, and none is forgotten by the menu."""

from pathlib import Path

import pytest

from tools.page_list import page_files, shows_something

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("import x\n\nboard_page('demand', build)\n", True),
        ("import x\n\n\ndef helper():\n    return x.y()\n", False),
        ('"""Only words."""\n', False),
        ("WORDS = dict(a=1)\n", False),
    ],
)
def test_a_page_does_something_when_it_is_run(tmp_path, text, shows):
    path = tmp_path / "file.py"
    path.write_text(text)
    assert shows_something(path) is shows


def test_the_overview_comes_first_and_has_the_bare_address():
    assert page_files()[0].address == "/"


@pytest.mark.parametrize("page", page_files(), ids=lambda page: page.name)
def test_the_menu_has_every_page(page):
    assert f"{page.section}/{page.name}" in (ROOT / "app.py").read_text(encoding="utf-8")


def test_the_pages_of_the_design_are_there():
    names = {page.name for page in page_files()}
    assert names >= {
        "overview", "confidence", "communities", "demand", "leadership", "voices", "indicator", "claim", "changes",
        "upload", "register", "framework", "methods", "accessibility",
    }  # fmt: skip
