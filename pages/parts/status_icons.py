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
    # of control charts: full arrows are better, arrows in a box worse, chevrons neither; the way is the figure's
    "improvement_high": "M6 0 L11.5 6 H8 V12 H4 V6 H.5 Z",
    "improvement_low": "M6 12 L.5 6 H4 V0 H8 V6 H11.5 Z",
    "concern_high": "M0 0 H12 V12 H0 Z M6 1.6 L2 6 H4.8 V10.4 H7.2 V6 H10 Z",
    "concern_low": "M0 0 H12 V12 H0 Z M6 10.4 L10 6 H7.2 V1.6 H4.8 V6 H2 Z",
    "neutral_high": "M6 2 L12 8 L10.2 9.8 L6 5.6 L1.8 9.8 L0 8 Z",
    "neutral_low": "M6 10 L0 4 L1.8 2.2 L6 6.4 L10.2 2.2 L12 4 Z",
    "common_cause": "M0 7 L2.2 4.6 L4.4 6.8 L7 3.6 L9.4 6.2 L11.2 4 L12 5 L9.4 8.2 L7 5.6 L4.4 8.8 L2.2 6.6 L1 8 Z",
    "no_limits": "M1 1 H3 V11 H1 Z M5 1 H7 V11 H5 Z M9 1 H11 V11 H9 Z",
    "pass": "M1 0 H2.4 V12 H1 Z M2.4 1 H11 L8.6 4 L11 7 H2.4 Z",
    "fail": "M1 0 H2.4 V12 H1 Z M4.2 2.2 L5.6 .8 L7.6 2.8 L9.6 .8 L11 2.2 L9 4.2 L11 6.2 L9.6 7.6 L7.6 5.6 "
    "L5.6 7.6 L4.2 6.2 L6.2 4.2 Z",
    # what the claim checker answers, each in a box
    "supported": "M0 0 H12 V12 H0 Z M2.2 6.2 L5 9 L10 3.6 L8.8 2.4 L5 6.6 L3.4 5 Z",
    "not_supported": "M0 0 H12 V12 H0 Z M3.4 2.2 L2.2 3.4 L4.8 6 L2.2 8.6 L3.4 9.8 L6 7.2 L8.6 9.8 L9.8 8.6 L7.2 6 "
    "L9.8 3.4 L8.6 2.2 L6 4.8 Z",
    "cannot_tell": "M0 0 H12 V12 H0 Z M2.2 5.2 H9.8 V6.8 H2.2 Z",
    # of counterfactuals: an arrow to or from a line, two heads that meet, no entry
    "fell": "M5 0 H7 V6 H10 L6 10 L2 6 H5 Z M1 10.6 H11 V12 H1 Z",
    "rose": "M5 12 H7 V6 H10 L6 2 L2 6 H5 Z M1 0 H11 V1.4 H1 Z",
    "inconclusive": "M0 0 L5 6 L0 12 Z M12 0 L7 6 L12 12 Z",
    "refused": "M6 0 A6 6 0 1 0 6.01 0 Z M2.5 5 H9.5 V7 H2.5 Z",
    "hit_or_miss": "M6 0 A6 6 0 1 0 6.01 0 Z M6 2 A4 4 0 1 1 5.99 2 Z M6 4 A2 2 0 1 0 6.01 4 Z",
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
    "improvement_high": "Better: higher than usual",
    "improvement_low": "Better: lower than usual",
    "concern_high": "Worse: higher than usual",
    "concern_low": "Worse: lower than usual",
    "neutral_high": "Higher than usual",
    "neutral_low": "Lower than usual",
    "common_cause": "Its usual ups and downs",
    "no_limits": "Limits not available",
    "pass": "Will hit its target as things are",
    "fail": "Will miss its target as things are",
    "fell": "Fewer than expected",
    "rose": "More than expected",
    "inconclusive": "Inconclusive",
    "refused": "Can’t be answered",
    "hit_or_miss": "May hit or miss its target",
    "supported": "Supported",
    "not_supported": "Not supported",
    "cannot_tell": "Cannot tell",
}
TONES = {  # the CSS colour class
    "improving": "good",
    "reached": "good",
    "on_course": "good",
    "worsening": "bad",
    "off_course": "bad",
    "changed": "neutral",
    "mixed": "neutral",
    "improvement_high": "good",
    "improvement_low": "good",
    "pass": "good",
    "concern_high": "bad",
    "concern_low": "bad",
    "fail": "bad",
    "neutral_high": "neutral",
    "neutral_low": "neutral",
    "fell": "neutral",
    "rose": "neutral",
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
