"""The districts and unitaries as tiles where they roughly lie: each says its own finding, none is ranked."""

from collections.abc import Mapping
from html import escape

from pages.parts.status_icons import badge
from pages.parts.view import View

# Column and row of each council's tile, after the map of Essex.
TILES = {
    "E07000077": (2, 1), "E07000067": (3, 1), "E07000071": (4, 1), "E07000076": (5, 1),
    "E07000073": (1, 2), "E07000072": (2, 2), "E07000070": (3, 2), "E07000074": (4, 2),
    "E07000068": (2, 3), "E07000066": (3, 3), "E07000075": (4, 3), "E06000033": (5, 3),
    "E06000034": (3, 4), "E07000069": (4, 4),
}  # fmt: skip
OUTSIDE = "not part of the question"


def tile_map(view: View, said: Mapping[str, tuple[str, str]], label: str) -> str:
    """HTML: a list read in the framework's order and laid out as a map. `said`: claim and a few words by area code."""
    codes = [area.code for area in view.framework.areas if area.code in TILES]
    tiles = "".join(_tile(view, code, *said.get(code, ("", OUTSIDE))) for code in dict.fromkeys(codes))
    return f'<ul class="ec-tiles" aria-label="{escape(label)}">{tiles}</ul>'


def _tile(view: View, code: str, claim: str, words: str) -> str:
    column, row = TILES[code]
    shown = badge(claim) if claim else ""
    return (
        f'<li style="grid-column:{column};grid-row:{row}"><b>{escape(view.framework.area_name(code))}</b>'
        f"{shown}<small>{escape(words)}</small></li>"
    )
