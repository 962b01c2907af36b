"""The forms of the register: withdraw an upload, revert to a publication, note what the Board saw."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from charts import words
from data import reads
from etl.figures import Progress
from etl.revert import revert
from etl.seen import mark_seen, take_back
from etl.withdraw import withdraw
from pages.parts import data
from pages.parts.links import anchor
from pages.parts.restated import sentence_of

Board = Mapping[int, Sequence[dt.date]]
WITHDRAW, REVERT, SEEN = "Withdraw an upload", "Revert to a publication", "Note what the Board saw"
UNSEEN = "Take back a board date"
ABOUT = {
    WITHDRAW: "What it replaced counts again, and every figure is worked out anew without it.",
    REVERT: "Its figures and statements come back to the last digit, in a new publication. Uploads made since are "
    "withdrawn and can be brought back by reverting again. Nothing is deleted.",
    SEEN: "So that the changes page can say what is new since the last meeting.",
    UNSEEN: "For a day noted by mistake. The record keeps both, the mistake and its correction.",
}


def forms(uploads: list[dict], issues: list[reads.Publication], board: Board) -> None:
    """One choice, its form, and one confirmation; what came of the last one stands on top."""
    st.html('<div class="ec"><h2>Undo, and what the Board saw</h2></div>')
    if done := st.session_state.pop("undone", None):
        st.html(f'<div class="ec" role="status"><p>{done}</p></div>')
    if not issues:
        st.html('<div class="ec"><p class="ec-sub">Nothing is published yet: there is nothing to undo.</p></div>')
        return
    wanted = st.radio("What do you want to do?", list(ABOUT), key="undo_what", horizontal=True)
    st.html(f'<div class="ec"><p class="ec-sub">{ABOUT[wanted]}</p></div>')
    name = st.text_input("Your name, for the record", key="actor", persist_state="session")
    if wanted == WITHDRAW:
        _withdraw(uploads, name, issues[0].number)
    elif wanted == REVERT:
        _revert(issues, name)
    elif wanted == SEEN:
        _seen(issues, name)
    else:
        _unseen(board, name, issues[0].number)


def called(issue: reads.Publication) -> str:
    """'Publication 3, 4 Nov 2026 (A note)'."""
    note = f" ({issue.note})" if issue.note else ""
    return f"Publication {issue.number}, {words.day(issue.published_at)}{note}"


def _withdraw(uploads: list[dict], name: str, newest: int) -> None:
    live = {each["id"]: f"Upload {each['id']}: {each['name']}" for each in uploads if each["status"] == "published"}
    last = st.session_state.get("published_upload")  # of this visit: whoever comes from it means it
    first = list(live).index(last) if last in live else None
    chosen = st.selectbox("Which upload?", list(live), format_func=live.get, index=first, key="withdraw_which")
    why = st.text_input("Why?", key="withdraw_why")
    sure = st.checkbox("I have checked that this is the one", key="withdraw_sure")

    def act(seen: int, progress: Progress) -> str:
        number = withdraw(data.store(), chosen, name, why, progress=progress, seen=seen)
        return f"<b>{escape(live[chosen])} is withdrawn.</b> Publication {number} shows the figures without it."

    _button("Withdraw", bool(chosen and name and sure), newest, act)


def _revert(issues: list[reads.Publication], name: str) -> None:
    by_number = {each.number: called(each) for each in issues[1:]}
    chosen = st.selectbox("Which publication?", list(by_number), format_func=by_number.get, index=None, key="revert_to")
    why = st.text_input("Why?", key="revert_why")
    sure = st.checkbox(f"Publication {issues[0].number} shall no longer be in force", key="revert_sure")

    def act(seen: int, _progress: Progress) -> str:
        number = revert(data.store(), chosen, name, why, seen=seen)
        return f"<b>Publication {number} shows the figures of publication {chosen} again</b>, to the last digit."

    _button("Revert", bool(chosen and name and sure), issues[0].number, act)


def _seen(issues: list[reads.Publication], name: str) -> None:
    by_number = {each.number: called(each) for each in issues}
    chosen = st.selectbox("Which publication?", list(by_number), format_func=by_number.get, key="seen_which")
    day = st.date_input("On which day did the Board see it?", value=None, format="DD/MM/YYYY", key="seen_on")

    def act(_seen: int, _progress: Progress) -> str:
        mark_seen(data.store(), chosen, day, name)
        return f"<b>Publication {chosen} was seen by the Board on {words.day(day)}.</b>"

    _button("Note it", bool(chosen and name and day), issues[0].number, act)


def _unseen(board: Board, name: str, newest: int) -> None:
    noted = {f"Publication {number}, {words.day(day)}": (number, day) for number in board for day in board[number]}
    if not noted:
        st.html('<div class="ec"><p>No board date is noted.</p></div>')
        return
    chosen = st.selectbox("Which board date?", list(noted), index=None, key="unseen_which")
    why = st.text_input("Why?", key="unseen_why")

    def act(_seen: int, _progress: Progress) -> str:
        number, day = noted[chosen]
        take_back(data.store(), number, day, name, why)
        return f"<b>Publication {number} is no longer noted as seen by the Board on {words.day(day)}.</b>"

    _button("Take it back", bool(chosen and name), newest, act)


def _button(label: str, ready: bool, newest: int, act: Callable[[int, Progress], str]) -> None:
    """Do it for the state that was on the screen when the button was pressed; say what came of it."""
    agreed = {"on_click": lambda seen: st.session_state.update(agreed=seen), "args": (newest,)}
    if not st.button(label, disabled=not ready, key=f"undo_{label}", **agreed):
        return
    said, refusal = "", None
    with st.status("At work", type="compact") as shown:
        try:
            said = act(st.session_state["agreed"], lambda step: shown.update(label=f"Working it out anew: {step}"))
        except (KeyError, ValueError) as refused:
            refusal = refused
            shown.update(label="Nothing was changed", state="error")
    if refusal:  # below the steps, which fold away what stands in them
        st.html(sentence_of(refusal))
        return
    st.session_state["undone"] = f"{said} {anchor('See what changed', 'changes')}."
    st.rerun()
