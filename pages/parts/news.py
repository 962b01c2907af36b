"""What differs from the publication before: figures new, revised, redefined; statements that changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from charts import words
from data import reads
from data.framework.changed import changed_definitions
from metrics.changes import Change, Differences, StatusChange, differences
from metrics.words import many
from pages.parts import data
from pages.parts.links import anchor
from pages.parts.restated import name_of
from pages.parts.status_icons import said
from pages.parts.view import View

KINDS = {
    "new": "New",
    "revised": "Revised",
    "gone": "No longer shown",
    "definition": "Changed by a new definition",
}
MOST = 6  # statements named on the overview


@dataclass(frozen=True, slots=True)
class News:
    """The comparison of two publications."""

    before: reads.Publication
    differing: Differences
    definitions: tuple[tuple[str, tuple[str, ...]], ...]  # an indicator and what of it is another


def news(view: View) -> News | None:
    """What changed since the publication before; None for the first one."""
    return _news(data.where(), view.publication.id, view.publication.parent_id)


def compared(older: reads.Publication, newer: reads.Publication) -> News:
    """What one publication says that another did not."""
    return _news(data.where(), newer.id, older.id)


@st.cache_resource(show_spinner=False, max_entries=20)
def _news(address: str, after: int, before: int | None) -> News | None:
    if before is None:
        return None
    with data.store().read() as connection:
        old = next(each for each in reads.publications(connection) if each.id == before)
        changed = changed_definitions(data.framework(before), data.framework(after))
        figures = tuple(reads.estimates(connection, each) for each in (before, after))
        said = tuple(reads.statuses(connection, each) for each in (before, after))
    return News(old, differences(figures, said, changed), tuple(changed.items()))


def news_card(view: View) -> str:
    """The overview's short form, as HTML."""
    found = news(view)
    if found is None:
        body = "<p class='ec-sub'>This is the first publication: everything in it is new.</p>"
    else:
        lines = [*statement_lines(view, found.differing.statements[:MOST]), *totals(found.differing.figures)]
        items = "".join(f"<li>{line}</li>" for line in lines) or "<li>Nothing changed.</li>"
        more = anchor("All changes", "changes")
        body = (
            f"<p class='ec-sub'>Publication {found.before.number}, "
            f"{words.day(found.before.published_at)}</p><ul class='ec-list'>{items}</ul><p>{more}</p>"
        )
    title = "<h2>Since the last publication</h2>"
    return f'<section class="ec ec-card" style="margin-top:.9rem">{title}{body}</section>'


def statement_lines(view: View, changes: Sequence[StatusChange]) -> list[str]:
    """'Trust in councils: from “No clear change” to “Improving”', as HTML."""
    return [
        f"<b>{escape(name_of(view.framework, each.subject))}</b>: from “{escape(said(each.before))}” to "
        f"“{escape(said(each.after))}”"
        for each in changes
    ]


def totals(figures: Sequence[Change]) -> list[str]:
    """One line for each kind of change, with how many figures of how many indicators."""
    found = []
    for kind, words_of in KINDS.items():
        here = [each for each in figures if each.kind == kind]
        if here:
            count = sum(each.figures for each in here)
            found.append(f"<b>{words_of}:</b> {many(count, 'figure')} of {many(len(here), 'indicator')}")
    return found
