"""The documents say what the code holds: map, pages, settings, faults, indicators; and name no machine."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from data.framework import load_framework
from data.settings import SETTINGS
from etl.faults import FAULTS
from tools import reference
from tools.page_list import page_files

ROOT = Path(__file__).resolve().parent.parent
TEXT = {".py", ".md", ".toml", ".yaml", ".yml", ".css", ".js", ".txt", ".in", ".json", ".csv", ".html", ""}
# Written in parts, so that this file does not find itself
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
MACHINE_PATH = re.compile(r"(?<![\w.:/])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me)/\w|[A-Z]:\\Us" + r"ers\\")


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def tracked() -> list[Path]:
    """Every file of the project, whether committed yet or not; what git ignores is left out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def found_in_text(pattern: re.Pattern) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked()
        if path.suffix in TEXT
        for match in pattern.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]


def mapped_paths() -> set[str]:
    """The paths in the first column of the table under the heading 'Map'."""
    section = document("ARCHITECTURE.md").split("## Map", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^\| `([^`]+)`", section, flags=re.MULTILINE))


def test_the_map_names_every_module_and_package_of_the_rooms():
    assert sorted(set(reference.room_parts()) - mapped_paths()) == [], "run 'make reference'"


def test_every_module_says_what_it_is_for():
    assert [part for part, sentence in reference.room_parts().items() if not sentence] == []


def test_the_map_names_nothing_that_is_gone():
    assert [path for path in sorted(mapped_paths()) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("command", ["make run", "make test"])
def test_the_readme_gives_the_two_commands(command):
    assert command in document("README.md")


def test_the_readme_pictures_exist():
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", document("README.md"))
    assert shown
    assert [path for path in shown if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"])
def test_links_between_documents_lead_somewhere(name):
    links = re.findall(r"(?<!!)\[[^\]]+\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)", document(name))
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("page", page_files(), ids=lambda page: page.name)
def test_every_page_is_described(page):
    assert f"`{page.file}`" in document("docs/pages.md")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_described_with_its_default(setting):
    described = document("docs/settings.md")
    assert f"`{setting.name}`" in described
    assert setting.default in described


def test_every_streamlit_option_but_the_look_is_explained():
    options = tomllib.loads(document(".streamlit/config.toml"))
    named = {name for section, held in options.items() if section != "theme" for name in held}
    assert [name for name in sorted(named) if f"`{name}`" not in document("docs/settings.md")] == []


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_every_fault_is_described(code):
    assert f"`{code}`" in document("docs/faults.md")


@pytest.mark.parametrize("indicator", load_framework().indicators, ids=lambda indicator: indicator.id)
def test_every_indicator_is_described(indicator):
    assert f"### {indicator.id} {indicator.name}" in document("docs/indicators.md")


@pytest.mark.parametrize("name", ["indicators.md", "faults.md"])
def test_the_written_documents_are_not_behind_the_code(name):
    path = ROOT / "docs" / name
    assert path.read_text(encoding="utf-8") == reference.pages()[path], "run 'make reference'"


def test_nothing_is_left_unfinished_in_the_text():
    assert found_in_text(UNFINISHED) == []


def test_no_file_names_a_folder_of_somebodys_machine():
    assert found_in_text(MACHINE_PATH) == []


def test_the_changelog_names_the_version():
    version = re.search(r'^version = "([^"]+)"', document("pyproject.toml"), flags=re.MULTILINE).group(1)
    assert version in document("CHANGELOG.md")
