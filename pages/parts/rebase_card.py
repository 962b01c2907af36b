"""The same series with its limits set anew: shown beneath the one without, with who did it and why."""

import datetime as dt
from html import escape

from charts import words
from charts.control import Moment, spc_chart
from charts.sentence import alt_text
from metrics.rebase import REBASED
from pages.parts.cards import foot
from pages.parts.figure import Card, estimate_table
from pages.parts.view import View

ABOUT = (
    "The chart above keeps its limits. Both statements about this indicator rest on that one; this one only helps to "
    "see what is usual since."
)


def rebased_card(view: View, id: str) -> Card | None:
    """The headline series of an indicator whose limits an evaluator set anew; None where nobody did."""
    indicator = view.framework.indicator(id)
    series = [e for e in view.estimates(id) if e.scenario == REBASED and e.statistic == view.level(id)]
    if not series:
        return None
    service = indicator.formula.services[0]
    rebases = view.said("rebase", service).detail.get("rebases", [])
    title = f"{indicator.short}, with its limits set anew"
    told = "".join(
        f"<li>From {escape(words.day(dt.date.fromisoformat(each['on_date'])))}, by {escape(each['actor'])}: "
        f"{escape(each['reason'])}</li>"
        for each in rebases
    )
    return Card(
        key=f"{id}_rebased",
        alt=alt_text(title, series, indicator.unit),
        head=f"<h2>{escape(title)}</h2><p class='ec-sub'>{ABOUT}</p><ul class='ec-list'>{told}</ul>",
        chart=spc_chart(
            series, indicator.unit, view.colours, [Moment(each["on_date"], "limits anew") for each in rebases], 300
        ),
        foot=foot(view, indicator, series),
        table=estimate_table(f"{indicator.name}, limits set anew", series, indicator.unit_text),
    )
