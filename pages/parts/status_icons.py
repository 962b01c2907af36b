"""Statuses as a shape and words: every statement has its own shape, so colour never carries meaning alone."""

from html import escape
from urllib.parse import quote

# Paths in a box of 12 by 12. Even-odd filling makes the hollow ones.
SHAPES = {
    "improving": "M6 1 L11.5 10.5 H.5 Z",
    "worsening": "M6 11 L.5 1.5 H11.5 Z",
    "changed": "M6 0 L12 6 L6 12 L0 6 Z",
    "no_clear_change": "M6 1 A5 5 0 1 0 6.01 1 Z",
    "not_enough_points": "M6 1 A5 5 0 1 0 6.01 1 Z M6 3 A3 3 0 1 1 5.99 3 Z",
    "too_early": "M1 5 H11 V7.4 H1 Z",
    "not_comparable": "M1 3 H11 V5 H1 Z M1 7 H11 V9 H1 Z M7.6 0 L9.4 .7 L4.4 12 L2.6 11.3 Z",
    "mixed": "M6 0 L12 6 L6 12 L0 6 Z M6 3 L6 9 L9 6 Z",
    "stale": "M1.5 0 H10.5 V1.5 L7.2 6 L10.5 10.5 V12 H1.5 V10.5 L4.8 6 L1.5 1.5 Z",
    "no_measure": "M1 1 H11 V11 H1 Z M3 3 V9 H9 V3 Z",
    "reached": "M.8 6.4 L2.6 4.6 L4.8 6.8 L9.6 1.6 L11.4 3.4 L4.8 10.4 Z",
    "on_course": "M0 4.6 H6 V1 L12 6 L6 11 V7.4 H0 Z",
    "uncertain": "M0 6.8 C2 2.2 4.4 2.6 6 4.8 S9.6 7 10.8 4 L12 5.4 C10 9.8 7.6 9.4 6 7.2 S2.4 5 1.2 8 Z",
    "off_course": "M1.6 .2 L6 4.6 L10.4 .2 L11.8 1.6 L7.4 6 L11.8 10.4 L10.4 11.8 L6 7.4 L1.6 11.8 "
    "L.2 10.4 L4.6 6 L.2 1.6 Z",
    "no_target": "M1 5 H4 V7 H1 Z M8 5 H11 V7 H8 Z",
}
WORDS = {
    "improving": "Improving",
    "worsening": "Worsening",
    "changed": "Changed",
    "mixed": "Mixed",
    "no_clear_change": "No clear change",
    "not_enough_points": "Not enough points",
    "too_early": "Too early",
    "not_comparable": "Not comparable",
    "stale": "Out of date",
    "no_measure": "No measure yet",
    "reached": "Target reached",
    "on_course": "On course",
    "uncertain": "Uncertain",
    "off_course": "Off course",
    "no_target": "No target",
}
TONES = {  # the CSS colour class
    "improving": "good",
    "reached": "good",
    "on_course": "good",
    "worsening": "bad",
    "off_course": "bad",
    "changed": "neutral",
    "mixed": "neutral",
}
VERDICTS = {
    "supported": "Supported",
    "partly_supported": "Partly supported",
    "not_yet_testable": "Not yet testable",
    "not_supported": "Not supported",
    "contradicted": "Contradicted",
}


def tone(state: str) -> str:
    """good, bad, neutral or quiet: which of the four colours a state has."""
    return TONES.get(state, "quiet")


def said(state: str) -> str:
    """A state in words; a state we do not know is shown as it is rather than hidden."""
    return WORDS.get(state, state.replace("_", " ").capitalize())


def badge(state: str, early: bool = False, aside: str = "") -> str:
    """Icon and words as HTML, `aside` in brackets. The icon is decoration: the words say it all."""
    words = escape(said(state) + (f" ({aside})" if aside else "") + (" · early evidence" if early else ""))
    return (
        f'<span class="ec-badge ec-{tone(state)}"><i class="ec-icon ec-i-{escape(state)}"></i>{words}</span>'
    )


def icon_css() -> str:
    """A CSS mask for each shape: st.html lets no SVG through, and a mask takes the colour of its text."""
    return "".join(
        f'.ec-i-{name}{{--shape:url("data:image/svg+xml,{quote(_svg(path))}")}}'
        for name, path in SHAPES.items()
    )


def svg(state: str) -> str:
    """The shape as inline SVG, for components, exports and legends that take it."""
    return _svg(SHAPES[state])


def _svg(path: str) -> str:
    drawn = f'<path fill-rule="evenodd" d="{path}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12">{drawn}</svg>'
