"""The evaluator's form for an if-then link: a piece of evidence, or a verdict with name and reason."""

from html import escape

import streamlit as st

from charts import words
from data import reads, writes
from data.framework import Framework
from data.writes.reasoning import DIRECTIONS, KINDS, LEVELS
from data.writes.reasoning import VERDICTS as CHOICES
from pages.parts import data
from pages.parts.reasoning import EVIDENCE, piece_said
from pages.parts.status_icons import VERDICTS
from pages.parts.tables import Table, table_card

INTRO = (
    "Evidence is added and never changed; a verdict is signed with a reason, and a change of mind is a new verdict. "
    "The next publication freezes both, and the overview draws the links by them."
)
SCALES = (
    "Maryland: 1 before and after, 2 with another group, 3 with a similar group, 4 by a natural experiment, "
    "5 randomised. Nesta: 1 a convincing account, 2 data show a change, 3 a comparison shows the cause, 4 repeated, "
    "5 at scale."
)
SCALED = ("maryland", "nesta")


def link_form(framework: Framework) -> None:
    """What is recorded of the chosen link so far, and the forms to add to it."""
    links = {each.id: f"{each.id}: {each.claim}" for each in framework.links}
    with st.container(key="card_link"):
        st.html(f'<div class="ec"><h2>Judge a link</h2><p class="ec-sub">{escape(INTRO)}</p></div>')
        link = st.selectbox("Which link?", list(links), format_func=links.get, index=None, key="link_of")
        name = st.text_input("Your name, for the record", key="actor_link", persist_state="session")
        if link:
            _so_far(link)
            _evidence(link, name)
            _verdict(link, name)


def _so_far(link: str) -> None:
    with data.store().read() as connection:
        judged = reads.verdict_history(connection, link).to_dict("records")
        pieces = reads.evidence(connection, link).astype(object).to_dict("records")
    told = [("Verdict", f"{VERDICTS[each['verdict']]}: {each['rationale']}", each, "decided_at") for each in judged]
    told += [("Evidence", piece_said(_plain(each)), each, "added_at") for each in pieces]
    rows = [(what, text, each["actor"], words.day(each[when])) for what, text, each, when in told]
    if rows:
        st.html(table_card(Table(f"Recorded of {link} so far", ("What", "It says", "By", "On"), tuple(rows))))


def _plain(piece: dict) -> dict:
    """A stored piece as a publication keeps it: ISO date, and None for a level nobody gave."""
    levels = {name: int(piece[name]) if piece[name] == piece[name] and piece[name] else None for name in SCALED}
    return piece | levels | {"dated": piece["dated"].isoformat()}


def _evidence(link: str, name: str) -> None:
    st.html(f'<div class="ec"><h3>Add evidence</h3><p class="ec-sub">{escape(SCALES)}</p></div>')
    source = st.text_input("Source: who found what, where is it to be read?", key=f"evidence_source_{link}")
    kind = st.selectbox("Kind", KINDS, index=None, format_func=str.capitalize, key=f"evidence_kind_{link}")
    dated = st.date_input("Of which day?", value=None, format="DD/MM/YYYY", key=f"evidence_dated_{link}")
    direction = st.selectbox(
        "It …", DIRECTIONS, index=None, format_func=EVIDENCE.get, key=f"evidence_direction_{link}"
    )
    levels = {
        scale: st.selectbox(
            f"{scale.capitalize()} level", LEVELS, index=None, placeholder="not rated", key=f"evidence_{scale}_{link}"
        )
        for scale in SCALED
    }
    ready = bool(source.strip() and kind and dated and direction and name.strip())
    if st.button("Add evidence", disabled=not ready, key=f"add_evidence_{link}"):
        piece = {"kind": kind, "source": source.strip(), "dated": dated, "direction": direction, **levels}
        _record(lambda connection, actor: writes.add_evidence(connection, link, actor, **piece), name)


def _verdict(link: str, name: str) -> None:
    st.html('<div class="ec"><h3>Sign a verdict</h3></div>')
    verdict = st.selectbox("Verdict", CHOICES[::-1], index=None, format_func=VERDICTS.get, key=f"verdict_{link}")
    why = st.text_area("Why? What speaks for it, what against, and which rivals are ruled out?", key=f"why_{link}")
    ready = bool(verdict and why.strip() and name.strip())
    if st.button("Sign", disabled=not ready, key=f"sign_{link}"):
        _record(lambda connection, actor: writes.sign_verdict(connection, link, verdict, why, actor), name)


def _record(write, name: str) -> None:
    try:
        with data.store().write() as connection:
            write(connection, writes.ensure_actor(connection, name))
    except ValueError as refused:
        said = escape(f"{refused}.")
    else:
        said = "<b>Recorded.</b> It shows in the next publication."
    st.html(f'<div class="ec" role="status"><p>{said}</p></div>')
