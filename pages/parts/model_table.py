"""The logic model as tables, for those who can't see the drawing or would rather read."""

from html import escape

from data.framework import Framework
from data.framework.logic import Link, Node
from pages.parts.links import anchor
from pages.parts.logic_model import first_indicator, page_of, verdicts
from pages.parts.reasoning import ends
from pages.parts.status_icons import VERDICTS, badge
from pages.parts.view import View


def table(view: View) -> str:
    """Two HTML tables: the boxes with their statements, the links with their verdicts."""
    held, judged = view.framework, verdicts(view)
    nodes = "".join(_node(view, node) for node in held.nodes)
    links = "".join(_link(view, link, judged[link.id]) for link in held.links)
    return (
        '<div class="ec"><details><summary>The logic model as a table</summary>'
        '<div class="ec-scroll" tabindex="0" role="region" aria-label="The logic model as tables">'
        + _table("The boxes, by column", ("Column", "Box", "Is it changing?", "Why we say so"), nodes)
        + _table("The if-then links", ("Link", "Claim", "Verdict", "What the figures show", "It assumes"), links)
        + "</div></details></div>"
    )


def _table(caption: str, header: tuple[str, ...], rows: str) -> str:
    head = "".join(f"<th scope=col>{name}</th>" for name in header)
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _node(view: View, node: Node) -> str:
    row = view.said("node", node.id)
    link = anchor(escape(node.name), page_of(node.id), first_indicator(view.framework, node))
    return (
        f"<tr><td>{escape(_column_name(view.framework, node))}</td><th scope=row>{link}</th>"
        f"<td>{badge(row.change)}</td><td>{escape(row.why)}</td></tr>"
    )


def _link(view: View, link: Link, verdict: str) -> str:
    figures = view.said("link", link.id).detail.get("figures") or {}
    return (
        f"<tr><th scope=row>{escape(ends(view, link))}</th><td>{escape(_capital(link.claim))}</td>"
        f"<td>{VERDICTS[verdict]}</td><td>{escape(figures.get('sentence', ''))}</td>"
        f"<td>{escape('; '.join(link.assumptions))}</td></tr>"
    )


def _column_name(held: Framework, node: Node) -> str:
    return next(column.name for column in held.columns if column.id == node.column)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
