"""The logic model as the navigation: five columns of cards, with links drawn by verdict."""

from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from data.framework import Framework
from data.framework.logic import Node
from pages.parts import wires
from pages.parts.links import anchor
from pages.parts.status_icons import SHAPES, VERDICTS, WORDS, badge, said, tone
from pages.parts.view import View

HERE = Path(__file__).parent
PAGE_OF = {
    "IM1": "confidence",
    "IM2": "communities",
    "IM3": "communities",
    "OC6": "communities",
    "IM4": "demand",
    "IM5": "demand",
    "OP1": "leadership",
    "OC1": "leadership",
    "OC2": "leadership",
    "OC3": "leadership",
    "OC4": "leadership",
    "OP2": "voices",
    "OP3": "voices",
    "OP4": "voices",
    "OP5": "voices",
    "OC5": "voices",
}

# Colours the links of the card under the pointer or the keyboard's focus.
_JS = """
export default function (component) {
  const { data, parentElement } = component;
  const place = parentElement.querySelector('.lm-here');
  if (place.dataset.made === data.made) return;
  place.innerHTML = data.html;
  place.dataset.made = data.made;
  const model = place.querySelector('.lm');
  const mark = (event) => {
    const card = event.target.closest && event.target.closest('a[data-node]');
    const on = card && (event.type === 'mouseover' || event.type === 'focusin');
    model.classList.toggle('touched', Boolean(on));
    model.querySelectorAll('.w').forEach((wire) => wire.classList.toggle('near',
      Boolean(on) && (wire.dataset.from === card.dataset.node || wire.dataset.to === card.dataset.node)));
  };
  ['mouseover', 'mouseout', 'focusin', 'focusout'].forEach((name) => model.addEventListener(name, mark));
}
"""


def show(html: str, made: str) -> None:
    """Mount the drawing. `made` names what it was made from, so that the browser keeps it when it can."""
    _component()(key="ec_model", data={"html": html, "made": made})


@st.cache_resource(show_spinner=False)
def _component():
    return st.components.v2.component(
        "essex_logic_model",
        html='<div class="lm-here"></div>',
        js=_JS,
        isolate_styles=False,
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
    at = wires.places(view.framework)
    judged = verdicts(view)
    columns = "".join(_column(view, column.id, column.name) for column in view.framework.columns)
    tallest = max(len(view.framework.nodes_in(column.id)) for column in view.framework.columns)
    lines = "".join(wires.wire(link, judged[link.id], at) for link in view.framework.links)
    tips = "".join(wires.tip(link, judged[link.id], at) for link in view.framework.links)
    height = tallest * wires.STEP
    return (
        f'<nav class="lm" aria-label="Logic model: choose a box to see its figures">'
        f'<svg class="lm-wires" viewBox="0 0 1000 {height:.0f}" height="{height:.0f}"'
        f' preserveAspectRatio="none" aria-hidden="true">{lines}</svg>{tips}'
        f'<div class="lm-cols">{columns}</div>{_key()}</nav>'
    )


def _column(view: View, column: str, name: str) -> str:
    nodes = view.framework.nodes_in(column)
    tallest = max(len(view.framework.nodes_in(each.id)) for each in view.framework.columns)
    gap = (tallest - len(nodes)) * wires.STEP / 2
    spacer = f'<div class="gap" style="height:{gap:.0f}px"></div>' if gap else ""
    cards = "".join(f"<li>{_card(view, node)}</li>" for node in nodes)
    return f"<div><h3>{escape(name)}</h3>{spacer}<ol>{cards}</ol></div>"


def _card(view: View, node: Node) -> str:
    row = view.said("node", node.id)
    inner = f"<b>{escape(node.short)}</b>{badge(row.change)}"
    label = f"{node.name}: {said(row.change)}"
    extra = f' data-node="{escape(node.id)}" aria-label="{escape(label)}" title="{escape(row.why)}"'
    return anchor(
        inner,
        page_of(node.id),
        first_indicator(view.framework, node),
        f"lm-card ec-{tone(row.change)}",
        extra,
    )


def first_indicator(held: Framework, node: Node) -> str:
    """The indicator to open for a node that has no page of its own."""
    if node.id in PAGE_OF:
        return ""
    return next((indicator.id for indicator in held.indicators_of(node.id)), "")


@cache
def _key() -> str:
    states = (
        "improving",
        "worsening",
        "mixed",
        "no_clear_change",
        "too_early",
        "not_enough_points",
        "stale",
        "no_measure",
    )
    shapes = "".join(
        f'<li><i class="ec-icon ec-i-{name} ec-{tone(name)}"></i>{WORDS[name]}</li>'
        for name in states
        if name in SHAPES
    )
    lines = "".join(
        f'<li><svg viewBox="0 0 34 8" aria-hidden="true"><path class="w w-{name}" d="M0 4 H34"/></svg>'
        f"{words}</li>"
        for name, words in VERDICTS.items()
    )
    return (
        f'<ul class="lm-key" aria-label="What the shapes mean">{shapes}</ul>'
        f'<ul class="lm-key lm-wirekey" aria-label="What the lines mean"><li>Links:</li>{lines}</ul>'
    )
