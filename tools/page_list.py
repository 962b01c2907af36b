"""The pages of the dashboard, as the files in pages/ say them: section, name and address."""

import ast
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).resolve().parent.parent / "pages"
SECTIONS = ("board", "evaluator", "about")
FIRST = "overview"  # the page of the bare address
QUERIES = {"indicator": "?indicator=I16"}  # a page about one thing needs to be told which


@dataclass(frozen=True)
class PageFile:
    section: str
    name: str

    @property
    def address(self) -> str:
        return "/" if self.name == FIRST else f"/{self.name}{QUERIES.get(self.name, '')}"

    @property
    def file(self) -> str:
        return f"pages/{self.section}/{self.name}.py"


def shows_something(path: Path) -> bool:
    """Whether a file does something when it is run, as a page does; a module only declares."""
    return any(
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)
        for statement in ast.parse(path.read_text(encoding="utf-8")).body
    )


def page_files() -> list[PageFile]:
    """Every page, the sections in the order of the menu and the overview first."""
    found = [
        PageFile(section, path.stem)
        for section in SECTIONS
        for path in sorted((PAGES / section).glob("*.py"))
        if shows_something(path)
    ]
    return sorted(found, key=lambda page: page.name != FIRST)
