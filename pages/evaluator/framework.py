"""The framework: boxes, links with verdicts and evidence, indicators, questions, breaks; the forms to sign."""

from html import escape

import streamlit as st

from charts import words
from data.framework import Framework, load_framework
from data.framework.indicators import Indicator
from pages.parts import guard, view
from pages.parts.cash_form import cash_form
from pages.parts.link_form import link_form
from pages.parts.links import anchor
from pages.parts.reasoning import links_table
from pages.parts.rebase_form import rebase_form
from pages.parts.tables import Html, Table, table_card

WORDINGS = {
    "verified": "checked against its source", "unverified": "not checked against its source",
    "licensed": "licensed, not printed here", "programme": "the programme’s own",
}  # fmt: skip
BREAKS = {"recording": "recording", "geography": "boundaries", "policy": "policy", "wording": "wording"}


def tables(held: Framework) -> list[Table]:
    """Every collection an evaluator may want to check, as tables."""
    columns = {column.id: column.name for column in held.columns}
    nodes = tuple((each.id, each.name, columns[each.column], each.description) for each in held.nodes)
    indicators = tuple(
        (each.id, Html(anchor(escape(each.name), "indicator", each.id)), each.question, each.formula_text,
         target(held, each))
        for each in held.indicators
    )  # fmt: skip
    questions = tuple(
        (each.id, each.wording or "", WORDINGS.get(each.status, each.status), each.base_text)
        for each in held.questions
    )
    breaks = tuple((words.day(each.on_date), BREAKS.get(each.kind, each.kind), each.reason) for each in held.breaks)
    return [
        Table("Boxes of the logic model", ("Box", "Name", "Column", "What it is"), nodes),
        Table("Indicators", ("Id", "Name", "The board asks", "How it is computed", "Target"), indicators),
        Table("Survey questions", ("Question", "Wording", "The wording is", "Asked of"), questions),
        Table("Breaks: what lies before can’t be compared", ("From", "Kind", "Reason"), breaks),
    ]


def target(held: Framework, indicator: Indicator) -> str:
    """The target in words: a level, a change from the baseline or a difference from another area."""
    wanted = indicator.target
    if wanted.kind == "none":
        return "None set"
    aim = words.figure(wanted.value, indicator.unit)
    if wanted.kind != "level":
        comparator = held.area_name(wanted.comparator) if wanted.comparator else "the comparator"
        against = "from the baseline" if wanted.kind == "change" else f"against {comparator}"
        aim = f"{words.difference(wanted.value, indicator.unit)} {against}"
    return f"{aim} by {words.month(wanted.due)}" + (" (assumption)" if wanted.status == "assumption" else "")


guard.require(guard.VIEWER)
seen = view.current()
frozen = f" as publication {seen.publication.number} froze it" if seen else ""
st.html(
    '<div class="ec"><h1>The framework behind every figure</h1><p class="ec-lead">'
    f"What is measured, why, and against which target{frozen}. Figures are only ever made from this; a change "
    "of it shows in the next publication.</p></div>"
)
if seen:
    st.html(table_card(links_table(seen)))
for table in tables(seen.framework if seen else load_framework()):
    st.html(table_card(table))
if guard.role() == guard.EVALUATOR:
    link_form(seen.framework if seen else load_framework())
    rebase_form(seen.framework if seen else load_framework())
    cash_form(seen.framework if seen else load_framework())
