"""Links inside the product: plain anchors, caught before they reload the page and lose the session."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

SECTIONS = {
    "board": (
        "overview", "confidence", "communities", "demand", "leadership", "voices", "indicator", "claim",
        "changes",
    ),
    "evaluator": ("upload", "register", "framework"),
    "about": ("methods", "accessibility"),
}
PAGES = {name: f"pages/{section}/{name}.py" for section, names in SECTIONS.items() for name in names}

# One listener for the whole document, set once; it always speaks to the newest run's component.
# The language is set here because Streamlit's own page says "en".
_JS = """
export default function (component) {
  document.documentElement.lang = 'en-GB';
  window.ecGo = component.setTriggerValue;
  if (window.ecBound) return;
  window.ecBound = true;
  document.addEventListener('click', (event) => {
    const link = event.target.closest && event.target.closest('a[data-page]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    window.ecGo('go', { page: link.dataset.page, indicator: link.dataset.indicator || '' });
  });
}
"""


def anchor(text: str, page: str, indicator: str = "", css: str = "", extra: str = "") -> str:
    """An anchor to a page, as HTML. `text` and `extra` are HTML already; the rest is escaped here."""
    query = f"?{urlencode({'indicator': indicator})}" if indicator else ""
    path = "/" if page == "overview" else f"/{page}"
    return (
        f'<a href="{escape(path + query)}" data-page="{escape(page)}" data-indicator="{escape(indicator)}"'
        f' class="{escape(css)}"{extra}>{text}</a>'
    )


def follow() -> None:
    """Mount the listener, and go where the visitor clicked."""
    chosen = _component()(key="ec_links", on_go_change=_nothing, height=1).go
    if chosen and chosen.get("page") in PAGES:
        indicator = chosen.get("indicator", "")
        # an empty mapping, not None: Streamlit refuses to clear the parameter the area filter is bound to
        st.switch_page(PAGES[chosen["page"]], query_params={"indicator": indicator} if indicator else {})


@st.cache_resource(show_spinner=False)
def _component():
    return st.components.v2.component("essex_links", js=_JS)


def _nothing() -> None:
    """A trigger needs a callback to exist; the value is read from the result instead."""
