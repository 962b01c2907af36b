"""What stands beside the mapping form: a dataset that fits better, columns not taken over, waves there are."""

from html import escape

import streamlit as st

from data.framework import load_framework
from data.reads.before import waves_so_far
from etl.codes import Codebook
from etl.headings import headings
from etl.look import Look
from etl.mapping import ColumnMap
from etl.near import near_questions
from etl.platforms.types import Survey
from etl.recognise import Piece
from etl.specs import SPECS
from pages.parts import data

NAMED = 8  # columns not taken over that are named; the rest are counted
ITS_OWN = ("id", "date", "timing", "personal", "other")  # of a platform's columns: nobody misses them


def other_dataset(look: Look) -> None:
    """Say where the file looks like another dataset than the one chosen, and offer to read it as that."""
    told = look.best.proposal if look.best else None
    if told is None or told.dataset in ("", look.spec.name):
        return
    title, reason = SPECS[told.dataset].title, told.reason
    for service in load_framework().services:
        reason = reason.replace(service.id, service.name)
    st.html(
        f'<div class="ec" role="status"><p class="ec-verdict">This looks like <b>{escape(title.lower())}</b>, not like '
        f"{escape(look.spec.title.lower())}: {escape(reason)} ({told.confidence:.0%} sure).</p></div>"
    )
    choose = {"on_click": lambda: st.session_state.update(dataset=told.dataset)}
    st.button(f"Read it as {title.lower()}", key="other_dataset", **choose)


def not_used(piece: Piece, chosen: ColumnMap) -> str:
    """'Not taken over: Q7, Q9.' Of a survey only its questions; "" where every column is used."""
    used = set(chosen.columns.values())
    skipped = set()
    if isinstance(piece.found, Survey):
        skipped = {each.letters for each in piece.found.questions if each.role in ITS_OWN}
    left = [head for head in headings(piece) if head.letters not in used | skipped and not head.period]
    names = list(dict.fromkeys(f"{head.name} ({head.letters})" for head in left))
    if not names:
        return ""
    rest = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"Not taken over: {'; '.join(names[:NAMED])}{rest}."


def near_said(piece: Piece, chosen: ColumnMap, codes: Codebook) -> str:
    """Which columns not taken over read like a question of ours, and what to do about it; "" where none does."""
    if not isinstance(piece.found, Survey):
        return ""
    near = near_questions(piece.found, codes, {*chosen.columns, *chosen.columns.values()})
    if not near:
        return ""
    asked = "; ".join(f"{letters} like “{codes.questions[id].wording}”" for letters, id in near.items())
    return (
        f"In other words than ours, so not taken over unless you say so: {asked}. If one asks the same, choose its "
        "column for that question above, among the further questions. The report will name the difference in wording."
    )


def waves_said(dataset: str) -> str:
    """The waves there are, so that a new one gets a name of its own; "" where there are none."""
    with data.store().read() as connection:
        waves = waves_so_far(connection, dataset)
    if not waves:
        return ""
    return f"So far: {', '.join(waves)}. A new round takes a name of its own; an old name replaces that round."
