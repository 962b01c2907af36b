"""Changes between any two publications: new data, revised data and changed definitions, kept apart."""

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from charts import words
from data import reads
from data.framework import Framework
from metrics.words import many
from pages.parts import data
from pages.parts.frame import heading, nothing_yet
from pages.parts.guard import VIEWER, require
from pages.parts.news import News, compared
from pages.parts.restated import name_of, restated_table, side_by_side
from pages.parts.tables import Table, scrolling, table_card
from pages.parts.view import current

Board = Mapping[int, Sequence[dt.date]]
NOW = {"new": "new", "revised": "revised", "gone": "no longer shown", "definition": "defined anew"}


def chosen(issues: list[reads.Publication], board: Board) -> tuple[reads.Publication, reads.Publication]:
    """The two publications to compare, the older first: since the Board last looked, unless chosen otherwise."""
    labels = {called(each, board): each for each in issues}
    names = list(labels)
    seen = next((name for name, each in labels.items() if each.number in board and name != names[0]), names[1])
    left, right = st.columns(2)
    one = left.selectbox("Compare", names, index=names.index(seen), key="changes_from")
    other = right.selectbox("with", names, index=0, key="changes_to")
    older, newer = sorted((labels[one], labels[other]), key=lambda each: each.number)
    return older, newer


def called(issue: reads.Publication, board: Board) -> str:
    """'Publication 3, 4 Nov 2026, seen by the Board on 12 Nov 2026'."""
    name, days = f"Publication {issue.number}, {words.day(issue.published_at)}", board.get(issue.number, ())
    return f"{name}, seen by the Board on {' and '.join(map(words.day, days))}" if days else name


def comparison(older: reads.Publication, newer: reads.Publication) -> None:
    """What is said differently, then the figures: new, revised, defined anew."""
    found, heads = compared(older, newer), (f"Publication {older.number}", f"Publication {newer.number}")
    held = data.framework(newer.id)
    changes = [*found.differing.statements, *found.differing.headlines]
    said = side_by_side(held, changes, (older.headline, newer.headline), heads)
    card("What is said differently", said)
    card("New data", _counts(held, found, ("new", "gone")) or "<p>No figure was added, and none taken away.</p>")
    revised = _counts(held, found, ("revised",))
    card("Revised data", revised + restated_table(held, found.differing.restated, heads))
    card("Changed definitions", _definitions(held, found) + _counts(held, found, ("definition",)))


def card(title: str, body: str) -> None:
    st.html(f'<section class="ec ec-card"><h2>{title}</h2><div class="ec-steps">{body}</div></section>')


def _counts(held: Framework, found: News, kinds: tuple[str, ...]) -> str:
    """How many figures of which indicators; empty where there are none."""
    here = [each for each in found.differing.figures if each.kind in kinds]
    if not here:
        return ""
    rows = tuple((name_of(held, each.indicator), NOW[each.kind], each.figures) for each in here)
    caption = f"{many(sum(each.figures for each in here), 'figure')}, by indicator"
    return scrolling(Table(caption, ("Indicator", "They are", "Figures"), rows))


def _definitions(held: Framework, found: News) -> str:
    if not found.definitions:
        return "<p>Every indicator is defined as before.</p>"
    lines = "".join(
        f"<li><b>{escape(name_of(held, each))}</b>: {escape(', '.join(what))}</li>" for each, what in found.definitions
    )
    return f"<ul class='ec-list'>{lines}</ul>"


def history(issues: list[reads.Publication], board: Board) -> str:
    """Every publication with its date, when the Board saw it, its signature and its note, newest first."""
    rows = tuple(
        (str(each.number), words.day(each.published_at), words.day(each.as_at),
         ", ".join(words.day(day) for day in board.get(each.number, ())), each.actor, each.note)
        for each in issues
    )  # fmt: skip
    return table_card(
        Table("All publications", ("Number", "Published", "As at", "Seen by the Board", "Signed", "Note"), rows)
    )


require(VIEWER)
seen = current()
if seen is None:
    nothing_yet()
    st.stop()
with data.store().read() as connection:
    # what was published since this run began is the next run's to tell
    issues = [each for each in reads.publications(connection) if each.number <= seen.publication.number]
    board = reads.board_dates_of(connection)
title = (
    "Nothing to compare yet: this is the first publication"
    if len(issues) == 1
    else f"What changed up to publication {seen.publication.number}"
)
about = (
    "A publication never changes. A correction is a new publication, and it is "
    "listed here: new data, revised data and changed definitions apart."
)
st.html(heading(seen, title, escape(about)))
if len(issues) > 1:
    older, newer = chosen(issues, board)
    if older.number == newer.number:
        st.html('<div class="ec"><p class="ec-sub">Choose two different publications.</p></div>')
    else:
        comparison(older, newer)
st.html(history(issues, board))
