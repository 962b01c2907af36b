"""The finding that heads a page about several boxes of the logic model."""

from collections.abc import Sequence

from data.framework.logic import Node
from pages.parts.data import Said
from pages.parts.status_icons import said
from pages.parts.view import View

MOST = 3  # findings below the title; the cards tell the rest


def page_title(view: View, nodes: Sequence[str]) -> tuple[str, str]:
    """(h1, lead): what is said of the first box, in a phrase where the framework has one; then findings."""
    rows = [(view.framework.node(id), view.said("node", id)) for id in nodes]
    found = list(dict.fromkeys(part for row in rows for part in _findings(*row)))
    phrase = rows[0][0].phrases.get(rows[0][1].change)
    title, rest = (phrase, found) if phrase else (found[0], found[1:])
    return _capital(title), " ".join(f"{_capital(text)}." for text in rest[:MOST])


def _findings(node: Node, row: Said) -> list[str]:
    """A mixed box has one finding of each kind, parted by a semicolon."""
    unmeasured = row.change == "no_measure" or not row.headline
    whole = f"{node.short}: {said(row.change).lower()}" if unmeasured else row.headline
    return [part.strip().rstrip(".") for part in whole.split("; ")]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
