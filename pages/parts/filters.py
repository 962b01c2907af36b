"""The area filter of the sidebar, bound to the address (?place=Harlow), so that a view can be shared."""

import streamlit as st

from data.framework import Framework

KINDS = ("district", "unitary")


def places(framework: Framework) -> dict[str, str]:
    """Names to codes: the county first, then its districts and neighbours by name. Never a ranking."""
    county = framework.programme.county
    found = {framework.area_name(county): county}
    on = framework.programme.start
    parts = [area for kind in KINDS for area in framework.areas_of(kind) if area.in_force(on)]
    return found | {area.name: area.code for area in sorted(parts, key=lambda area: area.name)}


def place_filter(framework: Framework) -> str:
    """Draw the filter; return the chosen code and keep it for the page."""
    names = places(framework)
    chosen = st.selectbox(
        "Area",
        list(names),
        key="place",
        bind="query-params",
        help="Figures that are known for the area are shown for it; the others stay with the whole county.",
    )
    st.session_state["place_code"] = names.get(chosen, framework.programme.county)
    return st.session_state["place_code"]
