"""The framework, read-only: boxes, links with assumptions and rivals, indicators, questions, breaks."""

from html import escape

import streamlit as st

from data.framework import Framework, load_framework
from pages.parts import guard, view
from pages.parts.tables import Table, html_table

guard.require(guard.VIEWER)


def card(table: Table) -> str:
    name = escape(table.caption)
    return (f'<div class="ec ec-card"><h2>{name}</h2><div class="ec-scroll" tabindex="0" role="region" '
            f'aria-label="{name}">{html_table(table)}</div></div>')


def tables(framework: Framework) -> list[Table]:
    """Every collection an evaluator may want to check, as tables."""
    columns = {column.id: column.name for column in framework.columns}
    return [
        Table("Boxes of the logic model", ("Box", "Name", "Column", "What it is"), tuple(
            (node.id, node.name, columns[node.column], node.description) for node in framework.nodes)),
        Table("If-then links", ("Link", "From", "To", "Claim", "Assumes", "Rival explanation"), tuple(
            (link.id, framework.node(link.cause).short, framework.node(link.effect).short, link.claim,
             "; ".join(link.assumptions), "; ".join(link.rivals)) for link in framework.links)),
        Table("Indicators", ("Indicator", "Name", "Question", "How it is computed", "Target"), tuple(
            (each.id, each.name, each.question, each.formula_text, target(each)) for each in framework.indicators)),
        Table("Survey questions", ("Question", "Wording", "Status of the wording", "Base"), tuple(
            (each.id, each.wording, each.status, each.base_text) for each in framework.questions)),
        Table("Breaks and their reasons", ("Break", "From", "Kind", "Reason"), tuple(
            (each.id, f"{each.on_date:%d %b %Y}", each.kind, each.reason) for each in framework.breaks)),
    ]


def target(indicator) -> str:
    wanted = indicator.target
    if wanted.kind == "none":
        return "No target"
    mark = " (assumption)" if wanted.status == "assumption" else ""
    return f"{wanted.kind} {wanted.value:g} by {wanted.due:%b %Y}{mark}"


seen = view.current()
framework = seen.framework if seen else load_framework()
st.html(
    f'<div class="ec"><h1>The framework behind every figure</h1><p class="ec-lead">'
    f"{escape(framework.programme.description)} It is kept in data/framework.yaml and frozen into each publication."
    "</p></div>"
)
for table in tables(framework):
    st.html(card(table))
