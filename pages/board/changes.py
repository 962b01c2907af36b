"""Changes between publications: new, revised and redefined figures and changed statements, kept apart."""

from html import escape

import streamlit as st

from charts import words
from data import reads
from pages.parts import data
from pages.parts.frame import heading, nothing_yet
from pages.parts.guard import VIEWER, require
from pages.parts.news import KINDS, name_of, news, statement_lines
from pages.parts.tables import Table, scrolling, table_card
from pages.parts.view import View, current


def compared(view: View, earlier: list[reads.Publication]) -> None:
    """The comparison with an earlier publication that the visitor chooses."""
    labels = {f"Publication {each.number}, {words.day(each.published_at)}": each for each in earlier}
    chosen = st.selectbox("Compare with", list(labels), key="since")
    found = news(view, labels[chosen])
    lines = "".join(f"<li>{line}</li>" for line in statement_lines(view, found.statements))
    said = f"<ul class='ec-list'>{lines}</ul>" if lines else "<p class='ec-sub'>No statement changed.</p>"
    st.html(f'<section class="ec ec-card"><h2>What is said differently</h2>{said}</section>')
    rows = tuple(
        (
            name_of(view, each.indicator),
            KINDS[each.kind],
            each.figures,
            "" if each.largest is None else float(f"{each.largest:.3g}"),
        )
        for each in found.figures
    )
    table = Table(
        "Figures that differ, by indicator", ("Indicator", "Kind", "Figures", "Largest revision"), rows
    )
    body = scrolling(table) if rows else "<p class='ec-sub'>No figure differs.</p>"
    st.html(f'<section class="ec ec-card"><h2>Figures</h2>{body}</section>')


def history(issues: list[reads.Publication]) -> str:
    """Every publication with its date, its signature and its note, newest first."""
    rows = tuple(
        (
            str(each.number),
            words.day(each.published_at),
            words.day(each.as_at),
            each.actor,
            each.note,
        )
        for each in issues
    )
    table = Table("All publications", ("Number", "Published", "As at", "Signed", "Note"), rows)
    return table_card(table)


require(VIEWER)
seen = current()
if seen is None:
    nothing_yet()
    st.stop()
with data.store().read() as connection:
    issues = sorted(reads.publications(connection), key=lambda each: -each.number)
earlier = [each for each in issues if each.number < seen.publication.number]
title = (
    "Nothing to compare yet: this is the first publication"
    if not earlier
    else f"What publication {seen.publication.number} says that the one before did not"
)
st.html(
    heading(
        seen,
        title,
        escape(
            "A publication never changes. A correction is a new publication, and it is "
            "listed here: new data, revised data and changed definitions apart."
        ),
    )
)
if earlier:
    compared(seen, earlier)
st.html(history(issues))
