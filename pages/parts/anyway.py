"""The demand page's chooser: one service and one way to look at what would have happened anyway."""

from collections.abc import Callable

import streamlit as st

from pages.parts.anyway_cards import areas_card, chart_card, designs_card, models
from pages.parts.figure import Card, show
from pages.parts.value_card import worth_card
from pages.parts.view import View, built

LOOKS: dict[str, Callable[[View, str], Card]] = {
    "Counted and expected": chart_card,
    "Designs side by side": designs_card,
    "Area by area": areas_card,
    "What it is worth": worth_card,
}


@st.fragment
def anyway(view: View) -> None:
    """Choose a service and a way to look at it: one figure at a time, so that the page stays quick."""
    names = models(view)
    if not names:
        return
    st.html('<div class="ec"><h2>Would it have happened anyway, and what is it worth?</h2></div>')
    id = st.selectbox("Service", list(names), format_func=names.get, key="anyway_service")
    look = st.segmented_control("Look at", list(LOOKS), default=next(iter(LOOKS)), key="anyway_look", required=True)
    show(built("anyway", view, lambda seen: LOOKS[look](seen, id), id, look))
