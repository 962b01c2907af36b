"""The colours and the bare layout every figure starts from, for light and for dark."""

from dataclasses import dataclass
from typing import Any

FONT = "'Source Sans 3', 'Source Sans Pro', 'Source Sans', system-ui, sans-serif"
CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True, slots=True)
class Palette:
    """Marks have 3:1 and text 4.5:1 against the card they stand on (tested)."""

    name: str
    card: str
    ink: str
    mute: str
    line: str
    improving: str
    worsening: str
    neutral: str
    common: str
    soft: str


LIGHT = Palette(
    "light", "#FFFFFF", "#1B1F24", "#4D5761", "#DDE2E8", "#005EB8", "#B85300", "#490092", "#6B6B6B", "#DCEAF7"
)
DARK = Palette(
    "dark", "#1B212A", "#EDF0F4", "#B4BEC9", "#39424E", "#6CB4FF", "#FF9B50", "#C9A0FF", "#A9B1BA", "#23384F"
)
PALETTES = {"light": LIGHT, "dark": DARK}

Figure = dict[str, Any]


def palette(name: str | None) -> Palette:
    """The palette of a theme; light when the browser has not said which it uses."""
    return PALETTES.get(name or "light", LIGHT)


def layout(colours: Palette, height: int, **more: Any) -> Figure:
    """A Plotly layout without decoration: transparent, our type, no legend (lines are labelled directly)."""
    base = {
        "height": height,
        "margin": {"l": 8, "r": 16, "t": 16, "b": 8},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": 14, "color": colours.ink},
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": colours.card, "bordercolor": colours.line, "font": {"color": colours.ink}},
        "dragmode": False,
        "xaxis": axis(colours),
        "yaxis": axis(colours, grid=True),
    }
    return base | more


def axis(colours: Palette, grid: bool = False, **more: Any) -> Figure:
    """One axis: quiet labels, a hairline grid when asked, never zoomed by accident."""
    base = {
        "showgrid": grid,
        "gridcolor": colours.line,
        "gridwidth": 1,
        "zeroline": False,
        "showline": not grid,
        "linecolor": colours.line,
        "ticks": "" if grid else "outside",
        "tickcolor": colours.line,
        "ticklen": 4,
        "tickfont": {"color": colours.mute, "size": 13},
        "automargin": True,
        "fixedrange": True,
    }
    return base | more


def note(colours: Palette, text: str, **more: Any) -> Figure:
    """An annotation without an arrow."""
    return {"text": text, "showarrow": False, "font": {"color": colours.mute, "size": 12.5}} | more
