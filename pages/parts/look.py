"""How the product looks: variables for the theme in force, then the shared rules, once in each run."""

from functools import cache
from pathlib import Path

import streamlit as st

from charts.theme import Palette, palette
from pages.parts.status_icons import icon_css

HERE = Path(__file__).parent


def theme_name() -> str:
    """'light' or 'dark', as the browser says; light until it has spoken."""
    return st.context.theme.type or "light"


def dress(mast: str) -> None:
    """Send the style sheet. `mast` is the name at the head of the sidebar."""
    quoted = mast.replace("\\", "").replace('"', "").replace("<", "")
    st.html(style_sheet(theme_name()) + f'<style>:root{{--ec-mast:"{quoted}"}}</style>')


@cache
def style_sheet(name: str) -> str:
    rules = (HERE / "look.css").read_text(encoding="utf-8")
    return f"<style>:root{{{_variables(palette(name))}}}{icon_css()}{rules}</style>"


def _variables(colours: Palette) -> str:
    dark = colours.name == "dark"
    values = {
        "card": colours.card,
        "ink": colours.ink,
        "mute": colours.mute,
        "line": colours.line,
        "edge": "#4A5563" if dark else "#C9D0D8",
        "good": colours.improving,
        "bad": colours.worsening,
        "neutral": colours.neutral,
        "quiet": colours.mute if dark else "#5C636B",
        "link": "#8CC4FF" if dark else "#005EB8",
        "focus": "#FFD54A" if dark else "#1B1F24",
        "sun": "#3D3213" if dark else "#FFF4D6",
        "sun-line": "#8A7430" if dark else "#E4C465",
        "sun-ink": "#FFE9AE" if dark else "#5C4500",
    }
    return "".join(f"--ec-{name}:{value};" for name, value in values.items())
