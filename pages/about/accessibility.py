"""The accessibility statement."""

import streamlit as st

from pages.about.text import ACCESSIBILITY, heading, listing
from pages.parts import guard

guard.require(guard.VIEWER)
st.html(heading("Accessibility statement", "This dashboard aims to meet the Web Content Accessibility "
                 "Guidelines 2.2 at level AA, its downloads included."))
for title, paragraphs in ACCESSIBILITY:
    st.html(listing(title, paragraphs))
