"""The demand page's chooser: one measure of demand, over time, district by district, on the map, by hospital trust."""

from collections.abc import Callable, Iterable

import streamlit as st

from pages.parts.cards import indicator_card
from pages.parts.demand_cards import areas_card, map_card
from pages.parts.figure import Card, show
from pages.parts.rebase_card import rebased_card
from pages.parts.view import View, built

MEASURES = ("I21", "I22", "I23", "I26")
TRUSTS = (("", "Type 1 A&E attendances by hospital trust, a day"),
          ("ae_other", "Other A&E attendances by hospital trust, a day"))  # fmt: skip
Cards = tuple[Card, ...]


def over_time(view: View, id: str) -> Cards:
    """The series with its limits; beneath it the same with limits an evaluator set anew."""
    return _there((indicator_card(view, id), rebased_card(view, id)))


def districts(view: View, id: str) -> Cards:
    return _there((areas_card(view, id, "district", f"{view.framework.indicator(id).short}, district by district"),))


def on_the_map(view: View, id: str) -> Cards:
    return _there((map_card(view, id),))


def trusts(view: View, id: str) -> Cards:
    return _there(areas_card(view, id, "trust", title, service) for service, title in TRUSTS)


LOOKS: dict[str, Callable[[View, str], Cards]] = {
    "Over time": over_time, "District by district": districts, "On the map": on_the_map, "Hospital trusts": trusts,
}  # fmt: skip


@st.fragment
def one_service(view: View) -> None:
    """Choose a measure and a way to look at it: one picture at a time, drawn only when it is asked for."""
    names = {id: view.framework.indicator(id).short for id in MEASURES if view.estimates(id)}
    if not names:
        return
    st.html('<div class="ec"><h2>One service at a time</h2></div>')
    id = st.selectbox("Measure", list(names), format_func=names.get, key="service_of")
    looks = list(LOOKS) if _has_trusts(view, id) else [name for name in LOOKS if LOOKS[name] is not trusts]
    look = st.segmented_control("Look at it", looks, default=looks[0], key=f"service_look_{len(looks)}", required=True)
    cards = built("service", view, lambda seen: LOOKS[look](seen, id), id, look)
    for card in cards:
        show(card)
    if not cards:
        st.html(f'<div class="ec ec-card"><p>{names[id]}: this publication has no such figure.</p></div>')


def _has_trusts(view: View, id: str) -> bool:
    known = {area.code for area in view.framework.areas_of("trust")}
    return any(each.area in known and each.statistic == "per_day" for each in view.estimates(id))


def _there(cards: Iterable[Card | None]) -> Cards:
    return tuple(card for card in cards if card is not None)
