"""The finding that heads a page about several boxes of the logic model."""

from collections.abc import Sequence

from pages.parts.status_icons import said
from pages.parts.view import View


def page_title(view: View, nodes: Sequence[str]) -> tuple[str, str]:
    """(h1, lead): the first box's finding; then each of the others in a sentence of its own."""
    rows = [(view.framework.node(id), view.said("node", id)) for id in nodes]
    node, first = rows[0]
    title = first.headline or f"{node.name}: {said(first.change).lower()}"
    others = [row.headline or f"{node.name}: {said(row.change).lower()}" for node, row in rows[1:]]
    return title.rstrip("."), " ".join(f"{text.rstrip('.')}." for text in others)
