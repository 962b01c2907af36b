"""The shell: settings, navigation, the area filter, who is looking, the footer. No figures."""

from pathlib import Path

import streamlit as st

from charts import words
from data.framework.load import FrameworkError
from data.settings import SettingError
from pages.parts import links, look
from pages.parts.filters import place_filter
from pages.parts.guard import EVALUATOR, role, why_viewer
from pages.parts.view import View, newest

HERE = Path(__file__).parent
PROGRAMME = "Essex Collaborative"
SECTIONS = {
    "Board": (
        ("board/overview", "Overview", "account_tree"),
        ("board/confidence", "Confidence", "verified_user"),
        ("board/communities", "Communities", "diversity_3"),
        ("board/demand", "Demand", "monitoring"),
        ("board/leadership", "Leadership", "groups"),
        ("board/voices", "Voices", "record_voice_over"),
        ("board/indicator", "One indicator", "query_stats"),
        ("board/claim", "Claim checker", "fact_check"),
        ("board/changes", "Changes", "history"),
    ),
    "Evaluator": (
        ("evaluator/upload", "Upload", "upload_file"),
        ("evaluator/register", "Register of uploads", "inventory_2"),
        ("evaluator/explore", "Explore", "search"),
        ("evaluator/framework", "Framework", "schema"),
    ),
    "About": (
        ("about/methods", "Methods and glossary", "menu_book"),
        ("about/accessibility", "Accessibility", "accessibility_new"),
    ),
}


def navigation() -> st.Page:
    """The pages that exist, by section; each address is the page's own name."""
    sections = {
        section: [_page(*entry) for entry in entries if (HERE / "pages" / f"{entry[0]}.py").exists()]
        for section, entries in SECTIONS.items()
    }
    return st.navigation({name: pages for name, pages in sections.items() if pages}, expanded=True)


def _page(path: str, title: str, icon: str) -> st.Page:
    name = path.split("/")[1]
    return st.Page(
        f"pages/{path}.py", title=title, icon=f":material/{icon}:", url_path=name, default=name == "overview"
    )


def clear_address(page: st.Page) -> None:
    """After going back, another page's parameter may still stand in the address."""
    if page.url_path != "indicator" and "indicator" in st.query_params:
        del st.query_params["indicator"]


def sidebar(view: View | None) -> None:
    with st.sidebar:
        if view is not None:
            place_filter(view.framework)
        if role() != EVALUATOR:
            st.info(
                why_viewer(st.get_option("server.address"), st.context.headers.to_dict()), title="View only"
            )


def footer(view: View | None) -> None:
    """Which publication this is, as at when, and what it may be used for."""
    if view is None:
        return
    issue = view.publication
    label = "Illustrative data: made up to show what the dashboard does. " if issue.illustrative else ""
    st.html(
        f'<footer class="ec"><div class="ec-site"><span>{label}Publication {issue.number}, '
        f"published {words.day(issue.published_at)}, as at {words.day(issue.as_at)}.</span>"
        f"<span>{links.anchor('What changed', 'changes')} · {links.anchor('Methods', 'methods')}</span>"
        "</div></footer>"
    )


# the icon is a file of ours: Streamlit would fetch a named one from another host
st.set_page_config(
    page_title=f"{PROGRAMME}: evaluation",
    page_icon=str(HERE / "pages" / "parts" / "mark.svg"),
    layout="wide",
    initial_sidebar_state="auto",
    menu_items={},
)
page = navigation()
look.dress(PROGRAMME)
links.follow()
clear_address(page)
try:
    seen = newest()
except (SettingError, FrameworkError):
    st.error("The store or the framework can't be read. Whoever runs this server finds why in its log.")
    raise
sidebar(seen)
page.run()
footer(seen)
