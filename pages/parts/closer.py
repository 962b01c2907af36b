"""A closer look at one question of a page: its districts, the funnel, every answer, every group."""

from collections.abc import Callable, Sequence

import streamlit as st

from pages.parts.figure import Card, show
from pages.parts.group_cards import groups_card
from pages.parts.survey_cards import answers_card, funnel_card
from pages.parts.view import View, built

LOOKS: dict[str, Callable[[View, str], Card | None]] = {
    "Districts": lambda view, id: groups_card(view, id, "district"),
    "Funnel": funnel_card,
    "Every answer": answers_card,
    "Age": lambda view, id: groups_card(view, id, "age"),
    "Deprivation": lambda view, id: groups_card(view, id, "imd"),
    "Vulnerable": lambda view, id: groups_card(view, id, "vulnerable"),
    "Tenure": lambda view, id: groups_card(view, id, "tenure"),
}


@st.fragment
def closer_look(page: str, view: View, ids: Sequence[str]) -> None:
    """Choose a question and a way to look at it: one figure at a time, so that the page stays quick."""
    names = {id: view.framework.indicator(id).short for id in ids}
    st.html('<div class="ec"><h2>A closer look at one question</h2></div>')
    id = st.segmented_control(
        "Question", ids, default=ids[0], format_func=names.get, key=f"closer_{page}", required=True
    )
    look = st.segmented_control(
        "Look at", list(LOOKS), default=next(iter(LOOKS)), key=f"look_{page}", required=True
    )
    card = built("closer", view, lambda seen: LOOKS[look](seen, id), id, look)
    if card is None:
        st.html(f'<div class="ec ec-card"><p>{names[id]}: this publication has no such figure.</p></div>')
    else:
        show(card)
