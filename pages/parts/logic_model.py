"""The logic model as the navigation: five columns of cards, links drawn by verdict, and the same as a table."""

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from data.framework import Framework
from data.framework.logic import Link, Node
from pages.parts.links import anchor
from pages.parts.status_icons import SHAPES, VERDICTS, WORDS, badge, said, tone
from pages.parts.view import View

HERE = Path(__file__).parent
WIDTH, ROOM = 164.0, 45.0  # a card and the room between columns, in thousandths of the drawing's width
CARD, STEP = 70.0, 84.0  # a card's height and the distance from card to card, in pixels
PAGE_OF = {
    "IM1": "confidence", "IM2": "communities", "IM3": "communities", "OC6": "communities", "IM4": "demand",
    "IM5": "demand", "OP1": "leadership", "OC1": "leadership", "OC2": "leadership", "OC3": "leadership",
    "OC4": "leadership", "OP2": "voices", "OP3": "voices", "OP4": "voices", "OP5": "voices", "OC5": "voices",
}

# Colours the links of the card under the pointer or the keyboard's focus.
_JS = """
export default function (component) {
  const { data, parentElement } = component;
  const place = parentElement.querySelector('.lm-here');
  if (place.dataset.made !== data.made) { place.innerHTML = data.html; place.dataset.made = data.made; }
  const model = place.querySelector('.lm');
  const mark = (event) => {
    const card = event.target.closest && event.target.closest('a[data-node]');
    const on = card && (event.type === 'mouseover' || event.type === 'focusin');
    model.classList.toggle('touched', Boolean(on));
    model.querySelectorAll('.w').forEach((wire) => wire.classList.toggle('near',
      Boolean(on) && (wire.dataset.from === card.dataset.node || wire.dataset.to === card.dataset.node)));
  };
  ['mouseover', 'mouseout', 'focusin', 'focusout'].forEach((name) => { model['on' + name] = null; model.addEventListener(name, mark); });
}
"""


def show(html: str, made: str) -> None:
    """Mount the drawing. `made` names what it was made from, so that the browser keeps it when it can."""
    _component()(key="ec_model", data={"html": html, "made": made})


@st.cache_resource(show_spinner=False)
def _component():
    return st.components.v2.component(
        "essex_logic_model", html='<div class="lm-here"></div>', js=_JS, isolate_styles=False,
        css=(HERE / "logic_model.css").read_text(encoding="utf-8"),
    )


def page_of(node: str) -> str:
    """The page that tells of a node; a node without one has its first indicator's page."""
    return PAGE_OF.get(node, "indicator")


def verdicts(view: View) -> dict[str, str]:
    """The verdict on each link; a link nobody has judged is not yet testable."""
    found = {}
    for link in view.framework.links:
        row = view.said("link", link.id)
        verdict = row.change if row.change in VERDICTS else row.detail.get("verdict")
        found[link.id] = verdict if verdict in VERDICTS else "not_yet_testable"
    return found


def drawing(view: View) -> str:
    """The model as HTML: real text in real lists, with the links behind as SVG."""
    places = _places(view.framework)
    judged = verdicts(view)
    columns = "".join(_column(view, column.id, column.name) for column in view.framework.columns)
    tallest = max(len(view.framework.nodes_in(column.id)) for column in view.framework.columns)
    wires = "".join(_wire(link, judged[link.id], places) for link in view.framework.links)
    tips = "".join(_tip(link, judged[link.id], places) for link in view.framework.links)
    height = tallest * STEP
    return (
        f'<nav class="lm" aria-label="Logic model: choose a box to see its figures">'
        f'<svg class="lm-wires" viewBox="0 0 1000 {height:.0f}" height="{height:.0f}" preserveAspectRatio="none"'
        f' aria-hidden="true">{wires}</svg>{tips}<div class="lm-cols">{columns}</div>{_key()}</nav>'
    )


def table(view: View) -> str:
    """The same as two HTML tables: the boxes with their statements, the links with their verdicts."""
    held, judged = view.framework, verdicts(view)
    nodes = "".join(
        f"<tr><td>{escape(_column_name(held, node))}</td><th scope=row>"
        f"{anchor(escape(node.name), page_of(node.id), _first(held, node))}</th>"
        f"<td>{badge(view.said('node', node.id).change)}</td><td>{escape(view.said('node', node.id).why)}</td></tr>"
        for node in held.nodes
    )
    links = "".join(
        f"<tr><th scope=row>{escape(held.node(link.cause).short)} → {escape(held.node(link.effect).short)}</th>"
        f"<td>{escape(_capital(link.claim))}</td><td>{VERDICTS[judged[link.id]]}</td>"
        f"<td>{escape('; '.join(link.assumptions))}</td></tr>"
        for link in held.links
    )
    return (
        '<div class="ec"><details><summary>The logic model as a table</summary><div class="ec-scroll" tabindex="0">'
        "<table><caption>The boxes, by column</caption><thead><tr><th scope=col>Column</th><th scope=col>Box</th>"
        f"<th scope=col>Is it changing?</th><th scope=col>Why we say so</th></tr></thead><tbody>{nodes}</tbody></table>"
        "<table><caption>The if-then links</caption><thead><tr><th scope=col>Link</th><th scope=col>Claim</th>"
        f"<th scope=col>Verdict</th><th scope=col>It assumes</th></tr></thead><tbody>{links}</tbody></table>"
        "</div></details></div>"
    )


def _column(view: View, column: str, name: str) -> str:
    nodes = view.framework.nodes_in(column)
    tallest = max(len(view.framework.nodes_in(each.id)) for each in view.framework.columns)
    gap = (tallest - len(nodes)) * STEP / 2
    spacer = f'<div class="gap" style="height:{gap:.0f}px"></div>' if gap else ""
    cards = "".join(f"<li>{_card(view, node)}</li>" for node in nodes)
    return f"<div><h3>{escape(name)}</h3>{spacer}<ol>{cards}</ol></div>"


def _card(view: View, node: Node) -> str:
    row = view.said("node", node.id)
    inner = f"<b>{escape(node.short)}</b>{badge(row.change)}"
    label = f"{node.name}: {said(row.change)}"
    extra = f' data-node="{escape(node.id)}" aria-label="{escape(label)}" title="{escape(row.why)}"'
    return anchor(inner, page_of(node.id), _first(view.framework, node), f"lm-card ec-{tone(row.change)}", extra)


def _first(held: Framework, node: Node) -> str:
    """The indicator to open for a node that has no page of its own."""
    if node.id in PAGE_OF:
        return ""
    return next((indicator.id for indicator in held.indicators_of(node.id)), "")


def _column_name(held: Framework, node: Node) -> str:
    return next(column.name for column in held.columns if column.id == node.column)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _places(held: Framework) -> dict[str, tuple[int, float]]:
    """Each node's column number and the height of its middle."""
    tallest = max(len(held.nodes_in(column.id)) for column in held.columns)
    found = {}
    for number, column in enumerate(held.columns):
        nodes = held.nodes_in(column.id)
        for row, node in enumerate(nodes):
            found[node.id] = (number, (tallest - len(nodes)) * STEP / 2 + row * STEP + CARD / 2)
    return found


def _left(column: int) -> float:
    return column * (WIDTH + ROOM)


def _path(start: tuple[int, float], end: tuple[int, float]) -> str:
    (c1, y1), (c2, y2) = start, end
    if c1 == c2:  # within a column: leave and enter on the left, round the outside
        x, out = _left(c1), _left(c1) - ROOM * 0.72
        return f"M{x:.0f} {y1 + 10:.0f} C{out:.0f} {y1 + 10:.0f} {out:.0f} {y2 - 10:.0f} {x:.0f} {y2 - 10:.0f}"
    x1, x2 = _left(c1) + WIDTH, _left(c2)
    bend = ROOM * 0.6
    if c2 - c1 == 1:
        return f"M{x1:.0f} {y1:.0f} C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    lane = y1 + (STEP / 2 if y2 > y1 else -STEP / 2)  # past a column: through the gap between two cards
    a, b = _left(c1 + 1), _left(c2 - 1) + WIDTH
    return (
        f"M{x1:.0f} {y1:.0f} C{x1 + bend:.0f} {y1:.0f} {a - bend:.0f} {lane:.0f} {a:.0f} {lane:.0f} L{b:.0f} {lane:.0f}"
        f" C{b + bend:.0f} {lane:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    )


def _wire(link: Link, verdict: str, places: Mapping[str, tuple[int, float]]) -> str:
    return (
        f'<path class="w w-{verdict}" data-from="{escape(link.cause)}" data-to="{escape(link.effect)}"'
        f' d="{_path(places[link.cause], places[link.effect])}"/>'
    )


def _tip(link: Link, verdict: str, places: Mapping[str, tuple[int, float]]) -> str:
    (before, _), (column, y) = places[link.cause], places[link.effect]
    top = y + 34 - (10 if before == column else 0)
    return f'<i class="tip tip-{verdict}" style="left:{_left(column) / 10:.1f}%;top:{top:.0f}px"></i>'


@cache
def _key() -> str:
    states = ("improving", "worsening", "mixed", "no_clear_change", "too_early", "not_enough_points", "stale",
              "no_measure")
    shapes = "".join(
        f'<li><i class="ec-icon ec-i-{name} ec-{tone(name)}"></i>{WORDS[name]}</li>' for name in states if name in SHAPES
    )
    wires = "".join(
        f'<li><svg viewBox="0 0 34 8" aria-hidden="true"><path class="w w-{name}" d="M0 4 H34"/></svg>{words}</li>'
        for name, words in VERDICTS.items()
    )
    return (
        f'<ul class="lm-key" aria-label="What the shapes mean">{shapes}</ul>'
        f'<ul class="lm-key lm-wirekey" aria-label="What the lines mean"><li>Links:</li>{wires}</ul>'
    )
