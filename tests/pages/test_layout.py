"""Rules of the pages room that Streamlit and the design set."""

import ast
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PAGES = PROJECT / "pages"
BOARD = sorted((PAGES / "board").glob("*.py"))
STATISTICS = {"mean", "sum", "std", "var", "median", "quantile", "groupby", "corr", "rolling", "agg"}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_no_page_stands_directly_in_pages():
    # Streamlit would run it without the shell, and so without the guard, after every restart
    assert [path.name for path in PAGES.glob("*.py") if path.name != "__init__.py"] == []


@pytest.mark.parametrize("path", sorted(PAGES.rglob("*.py")), ids=lambda path: path.stem)
def test_no_page_speaks_to_the_database_itself(path):
    assert not imports(path) & {"sqlalchemy", "sqlite3", "psycopg"}


@pytest.mark.parametrize(
    "path", [*BOARD, *sorted((PAGES / "parts").glob("*.py"))], ids=lambda path: path.stem
)
def test_no_board_page_computes_a_statistic(path):
    called = {
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not called & STATISTICS
    assert not imports(path) & {"numpy", "scipy", "statistics"}


@pytest.mark.parametrize("path", BOARD, ids=lambda path: path.stem)
def test_every_board_page_calls_the_guard(path):
    text = path.read_text(encoding="utf-8")
    assert "require(VIEWER)" in text or "board_page(" in text


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("server", "address", "127.0.0.1"),
        ("server", "fileWatcherType", "none"),
        ("runner", "postScriptGC", False),
        ("runner", "magicEnabled", False),
        ("browser", "gatherUsageStats", False),
        ("client", "showErrorDetails", "none"),
    ],
)
def test_the_shipped_options_are_the_safe_and_quick_ones(section, name, value):
    config = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config[section][name] == value
