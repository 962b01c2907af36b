"""The event study of the difference-in-differences: was the gap to the comparators steady before, and moved after?"""

import datetime as dt
from collections.abc import Mapping
from html import escape
from typing import Any

from charts import words
from charts.event_study import event_study_chart
from pages.parts.figure import Card, plain
from pages.parts.tables import Table
from pages.parts.view import View

ABOUT = (
    "How far this place lies from its comparators, against the mean gap before the effect may show. The shaded band is "
    "what the same sum gives for each comparator in its place: what chance alone makes. A gap that already moves "
    "before the dotted line is no work of the programme."
)
TITLE = "Gap to the comparators, quarter by quarter (event study)"
HEADER = ("Quarter from", "Gap (%)", "Lowest of the comparators (%)", "Highest of the comparators (%)")


def event_study(view: View, detail: Mapping[str, Any]) -> Card | None:
    """Heading, chart, table and alt text; None where no such design was run, or before any was published."""
    events = next((each.get("events") for each in detail["designs"] if each["design"] == "did"), None)
    if not events:
        return None
    effect = detail["declared"]["effect_from"]
    after = [each for each in events if each["start"] >= effect]
    beyond = sum(not each["low"] <= each["gap"] <= each["high"] for each in after)
    lie = f"{beyond} of the" if beyond else "None of the"
    said = f"Outside the band of the comparators: {lie.lower()} {len(after)} quarters since the effect may show."
    rows = tuple(
        (words.month(dt.date.fromisoformat(each["start"])), *map(plain, (each["gap"], each["low"], each["high"])))
        for each in events
    )
    return Card(
        key="", head=f"<h3>{TITLE}</h3><p class='ec-sub'>{escape(ABOUT)}</p><p>{escape(said)}</p>", foot="",
        chart=event_study_chart(events, effect, view.colours),
        alt=f"{TITLE}. {said} {len(events)} quarters, all in the data table.",
        table=Table(f"{TITLE}: {view.framework.service(detail['service']).name}", HEADER, rows),
    )  # fmt: skip
