"""One indicator in depth, by address (?indicator=I16): the series, every breakdown, and its definition."""

from html import escape

import streamlit as st

from charts import words
from data.framework.indicators import Indicator
from pages.parts.cards import headline, indicator_card
from pages.parts.figure import Card, show
from pages.parts.frame import heading, nothing_yet
from pages.parts.group_cards import groups_card
from pages.parts.guard import VIEWER, require
from pages.parts.index_card import index_card
from pages.parts.links import anchor
from pages.parts.logic_model import page_of
from pages.parts.precision_card import precision_card
from pages.parts.tables import Table, stacked
from pages.parts.view import View, built, current

FIRST = "I16"


def choose(view: View) -> str:
    """The indicator of the address; choosing another one changes the address."""
    ids = [each.id for each in view.framework.indicators]
    asked = st.query_params.get("indicator", FIRST)
    chosen = asked if asked in ids else FIRST
    names = {each.id: f"{each.id} · {each.name}" for each in view.framework.indicators}
    return st.selectbox(
        "Indicator",
        ids,
        index=ids.index(chosen),
        format_func=names.get,
        key=f"choose_{chosen}",
        on_change=_chosen,
        args=(f"choose_{chosen}",),
    )


def _chosen(key: str) -> None:
    st.query_params["indicator"] = st.session_state[key]


def prepare(id: str):
    """What `built` is to make for one indicator: main cards, breakdowns, then precision and definition."""

    def build(view: View) -> tuple[str, list[Card], dict[str, Card], list[str]]:
        indicator = view.framework.indicator(id)
        place = view.place_for(indicator)
        top = heading(view, headline(view, indicator, place, view.series(id, place)), indicator.question, id)
        names = {each.id: each.name for each in view.framework.dimensions}
        made = {
            names.get(dim, dim.replace("_", " ").capitalize()): groups_card(
                view, id, dim, f"{indicator.short} by {names.get(dim, dim).lower()}"
            )
            for dim in indicator.breakdowns
        }
        parts = [index_card(view, id, headed=False)] if indicator.formula.kind == "survey_index" else []
        about = [precision_card(view, id), definition(view, indicator)]
        return (
            top,
            [indicator_card(view, id, 380, headed=False), *parts],
            {k: v for k, v in made.items() if v},
            [each for each in about if each],
        )

    return build


def definition(view: View, indicator: Indicator) -> str:
    """Where it stands in the model, its partner, benchmarks and target as tables."""
    held = view.framework
    nodes = ", ".join(
        anchor(escape(held.node(id).name), page_of(id))
        for id in indicator.nodes
        if page_of(id) != "indicator"
    ) or escape(held.node(indicator.nodes[0]).name)
    parts = [f"<p>It measures: {nodes}.</p>"]
    if indicator.guard_rail:
        known = {each.id: each.name for each in (*held.indicators, *held.services)}
        parts.append(
            f"<p>Read it with {escape(known.get(indicator.guard_rail, indicator.guard_rail))}: "
            f"{escape(indicator.guard_rail_why)}</p>"
        )
    if indicator.benchmarks:
        rows = tuple(
            (
                each.label,
                words.figure(each.value, each.unit),
                each.period,
                held.area_name(each.area),
                each.source,
                each.status,
            )
            for each in indicator.benchmarks
        )
        header = ("Benchmark", "Figure", "Period", "Area", "Source", "Status")
        benchmarks = Table("Benchmarks: other populations or modes, never a baseline", header, rows)
        parts.append(stacked(benchmarks, whole=True))
    parts.append(f"<p>Target: {escape(indicator.target.rationale)}</p>")
    return f'<section class="ec ec-card"><h2>What it is</h2>{"".join(parts)}</section>'


require(VIEWER)
seen = current()
if seen is None:
    nothing_yet()
    st.stop()
place_of_title = st.container()
chosen = choose(seen)
top, main, breakdowns, about = built("indicator", seen, prepare(chosen), chosen)
place_of_title.html(top)
for card in main:
    show(card)
if breakdowns:
    which = st.segmented_control(
        "Break it down by",
        list(breakdowns),
        default=next(iter(breakdowns)),
        key=f"by_{chosen}",
        required=True,
    )
    show(breakdowns[which])
for card in about:
    st.html(card)
