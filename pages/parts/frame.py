"""The frame of every board page: its finding as the one h1, its cards, and what to say before any data."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

import streamlit as st

from charts import words
from pages.parts.figure import Card, show
from pages.parts.guard import VIEWER, require
from pages.parts.view import View, built, current


@dataclass(frozen=True)
class Board:
    """A page ready to be shown: heading as HTML, then cards and pieces of HTML in order."""

    heading: str
    pieces: Sequence[Card | str] = field(default_factory=tuple)


def board_page(name: str, build: Callable[[View], Board], then: Callable[[View], None] | None = None) -> None:
    """Guard, then show what `build` makes of the latest publication (made once, then shared).

    `then` shows what a visitor chooses from, below the rest.
    """
    require(VIEWER)
    view = current()
    if view is None:
        nothing_yet()
        return
    board = built(name, view, build)
    st.html(board.heading)
    show_pieces(board.pieces)
    if then is not None:
        then(view)


def show_pieces(pieces: Iterable[Card | str]) -> None:
    """Cards and pieces of HTML, in order."""
    for piece in pieces:
        if isinstance(piece, Card):
            show(piece)
        else:
            st.html(piece)


def heading(view: View, title: str, lead: str = "", kick: str = "") -> str:
    """Where we are, whether the data is illustrative, the finding, and a sentence or two."""
    issue = view.publication
    when = words.day(issue.published_at)
    line = f"{view.framework.programme.name} · publication {issue.number}, {when}"
    pill = '<span class="ec-pill">Illustrative data</span>' if issue.illustrative else ""
    tail = f" · {escape(kick)}" if kick else ""
    return (
        f'<div class="ec"><div class="ec-kick"><span>{escape(line)}{tail}</span>{pill}</div>'
        f"<h1>{escape(title)}</h1>{f'<p class=ec-lead>{escape(lead)}</p>' if lead else ''}</div>"
    )


def present(pieces: Iterable[Card | str | None]) -> tuple[Card | str, ...]:
    """Those pieces that there is something to show of."""
    return tuple(piece for piece in pieces if piece is not None)


def nothing_yet() -> None:
    """Before the first publication."""
    st.html(
        '<div class="ec"><h1>Nothing has been published yet</h1><p class="ec-lead">An evaluator uploads a '
        "spreadsheet, checks it and publishes; then the board's pages show it.</p></div>"
    )
