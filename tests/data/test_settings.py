"""Settings are declared in one place, documented, and read nowhere else."""

from pathlib import Path

import pytest

from data.settings import PROJECT, SETTINGS, setting, whole_number

ROOMS = ("charts", "data", "etl", "exports", "metrics", "pages")


def documented() -> list[list[str]]:
    """The rows of the table of settings: name, default, what for."""
    text = (PROJECT / "docs" / "settings.md").read_text(encoding="utf-8")
    section = text.split("## Of the dashboard")[1].split("\n## ")[0].replace("`", "")
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("|")]
    return rows[2:]  # without the head and the rule below it


def test_the_documentation_names_exactly_the_settings_there_are():
    assert [row[0] for row in documented()] == [each.name for each in SETTINGS]


@pytest.mark.parametrize("declared", SETTINGS, ids=lambda each: each.name)
def test_every_setting_is_documented_with_its_default_and_its_help(declared):
    (row,) = [row for row in documented() if row[0] == declared.name]
    assert row[1] == declared.default
    assert row[2].startswith(declared.help)


def test_a_setting_nobody_declared_is_refused():
    with pytest.raises(KeyError, match="not a declared setting"):
        setting("UNHEARD_OF")


def test_the_surroundings_win_over_the_default(monkeypatch):
    monkeypatch.setenv("DATABASE_WAIT_SECONDS", "7")
    assert whole_number("DATABASE_WAIT_SECONDS") == 7


def test_an_empty_value_means_the_default(monkeypatch):
    monkeypatch.setenv("DATABASE_WAIT_SECONDS", "")
    assert setting("DATABASE_WAIT_SECONDS") == "300"


def test_a_number_that_is_none_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("DATABASE_WAIT_SECONDS", "soon")
    with pytest.raises(ValueError, match="DATABASE_WAIT_SECONDS='soon'"):
        whole_number("DATABASE_WAIT_SECONDS")


def test_the_surroundings_are_read_in_one_module_only():
    files = [path for room in ROOMS for path in (PROJECT / room).rglob("*.py")]
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    found = [path for path, text in texts.items() if "os.environ" in text or "getenv" in text]
    assert [path.relative_to(PROJECT) for path in found] == [Path("data") / "settings.py"]
