"""Overview: the verdict in a sentence, the logic model as navigation, what changed, how fresh the data is."""

from html import escape

import streamlit as st

from pages.parts import logic_model
from pages.parts.frame import heading, nothing_yet
from pages.parts.freshness import freshness_card
from pages.parts.guard import VIEWER, require
from pages.parts.model_table import table
from pages.parts.news import news_card
from pages.parts.reasoning import chains_card
from pages.parts.view import View, built, current


def prepare(view: View) -> tuple[str, str, str]:
    """Heading, drawing and everything below it, as HTML."""
    issue = view.publication
    below = table(view) + chains_card(view) + news_card(view) + freshness_card(view)
    return heading(view, issue.headline, issue.lead), logic_model.drawing(view), below


require(VIEWER)
seen = current()
if seen is None:
    nothing_yet()
    st.stop()
top, drawing, below = built("overview", seen, prepare)
st.html(top)
with st.container(key="card_model"):
    logic_model.show(drawing, escape(f"{seen.publication.id} {seen.place}"))
st.html(below)
