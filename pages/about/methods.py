"""How the figures are made, in plain words, with every threshold in force and a glossary."""

import streamlit as st

from pages.about.text import GLOSSARY, METHODS, heading, listing, thresholds_table
from pages.parts import guard, view

guard.require(guard.VIEWER)
seen = view.current()
st.html(heading("How the figures are made", "Every figure is computed once, when a publication is made, and "
                 "never on a page. These are the rules it follows."))
for title, paragraphs in METHODS:
    st.html(listing(title, paragraphs))
if seen:
    st.html(thresholds_table(seen.framework.thresholds))
st.html(listing("Words we use", GLOSSARY))
