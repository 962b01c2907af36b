"""The claim checker: choose what you want to say; get whether the figures support it, and what may be said."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from data.framework.indicators import Indicator
from pages.parts.frame import heading, nothing_yet
from pages.parts.guard import VIEWER, require
from pages.parts.links import anchor
from pages.parts.status_icons import badge, said
from pages.parts.tables import Table, table_card
from pages.parts.view import View, current

Answered = Mapping[str, Any]
CLAIMS = {  # basis and direction, in the order offered
    "It has risen": ("changed", 1),
    "It has fallen": ("changed", -1),
    "It has risen because of the programme": ("because", 1),
    "It has fallen because of the programme": ("because", -1),
}
LEAD = (
    "Choose what you would like to say. The answer was worked out when this publication was made, and rests on the "
    "same statements as every other page."
)
WORDS_OF = {(basis, claimed): text for text, (basis, claimed) in CLAIMS.items()}
OLDER = "This publication was made before claims were checked. The next one answers them."


def ask(view: View) -> tuple[Indicator, str, str, str]:
    """What the visitor chose: indicator, claim, place and period. Each list offers only what has an answer."""
    held = [each for each in view.framework.indicators if each.kind == "result" and answers(view, each.id)]
    first = next((at for at, each in enumerate(held) if view.framework.node(each.nodes[0]).column == "impact"), 0)
    left, right = st.columns(2, gap="medium")
    indicator = left.selectbox("What?", held, index=first, format_func=lambda each: each.name, key="claim_what")
    told = answers(view, indicator.id)
    hoped = WORDS_OF["changed", 1 if indicator.direction == "up" else -1]
    claim = right.selectbox("The claim", list(CLAIMS), index=list(CLAIMS).index(hoped), key=f"claim_of_{indicator.id}")
    basis, _ = CLAIMS[claim]
    places = _once(each["place"] for each in told if each["basis"] == basis)
    place = left.selectbox(
        "Where?", places, index=places.index(view.place) if view.place in places else 0,
        format_func=view.framework.area_name, key=f"claim_where_{indicator.id}_{view.place}",
    )  # fmt: skip
    periods = _once(each["period"] for each in told if each["basis"] == basis and each["place"] == place)
    period = right.selectbox("Compared with when?", periods, key=f"claim_when_{indicator.id}_{place}_{basis}")
    return indicator, claim, place, period


def answers(view: View, indicator: str) -> Sequence[Answered]:
    return view.said("claim", indicator).detail.get("answers", ())


def answer_card(view: View, indicator: Indicator, claim: str, place: str, found: Answered) -> str:
    """The answer as HTML: the badge, what may be said, why, the figure, and what to keep in mind."""
    where = view.framework.area_name(place)
    asked = f"{indicator.name}, {where}. {claim}, {found['period']}."
    keep = "".join(f"<li>{escape(text)}</li>" for text in found["cautions"])
    figure = f"<h3>The figure</h3><p>{escape(found['figure'])}</p>" if found["figure"] else ""
    public = (
        "Nothing yet: these are illustrative figures, made up to show what the dashboard does. With real ones this "
        f"would be the sentence: “{found['sentence']}”"
        if view.publication.illustrative
        else f"“{found['sentence']}”"
    )
    return (
        f'<section class="ec ec-card ec-answer" role="status"><p class="ec-sub">{escape(asked)}</p>'
        f"<h2>{badge(found['answer'])}</h2><p>{escape(found['row'])}</p>{figure}"
        f"<h3>What you may say in public</h3><p>{escape(public)}</p>"
        f"{f'<h3>Keep in mind</h3><ul class=ec-list>{keep}</ul>' if keep else ''}"
        f"<p>{anchor('The chart and the method behind it', 'indicator', indicator.id)}</p></section>"
    )


def beside(view: View, indicator: Indicator, place: str) -> str:
    """Every claim about the indicator in this place, as a table."""
    rows = tuple(
        (WORDS_OF[each["basis"], each["claimed"]], each["period"], said(each["answer"]), each["row"])
        for each in answers(view, indicator.id)
        if each["place"] == place
    )
    caption = f"Every claim about it in {view.framework.area_name(place)}"
    return table_card(Table(caption, ("The claim", "Compared with when", "Answer", "Why"), rows))


def _once(values) -> list[str]:
    return list(dict.fromkeys(values))


def page(view: View) -> None:
    st.html(heading(view, "May I say this in public?", LEAD))
    if not any(answers(view, each.id) for each in view.framework.indicators):
        st.html(f'<div class="ec"><p>{OLDER}</p></div>')
        return
    with st.container(key="card_claim"):
        indicator, claim, place, period = ask(view)
    basis, claimed = CLAIMS[claim]
    key = {"basis": basis, "claimed": claimed, "place": place, "period": period}
    found = next(each for each in answers(view, indicator.id) if key.items() <= each.items())
    st.html(answer_card(view, indicator, claim, place, found))
    st.html(beside(view, indicator, place))


require(VIEWER)
seen = current()
if seen is None:
    nothing_yet()
else:
    page(seen)
