"""An event study: the gap to comparators quarter by quarter around a start, over the band that chance makes of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from charts import words
from charts.theme import Figure, Palette, axis, layout, note

MIDDLE = 45  # days from a quarter's first to where it is drawn
Event = Mapping[str, Any]  # start, gap, low, high, as metrics.impact_detail keeps them


def event_study_chart(events: Sequence[Event], effect_from: str, colours: Palette, height: int = 300) -> Figure:
    """`events` in order of time, per cent of the gap before the effect; nothing is worked out here."""
    at = [_middle(each["start"]) for each in events]
    edge = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "x": at, "line": {"width": 0}}
    own = {
        "type": "scatter", "mode": "lines+markers", "x": at, "y": [each["gap"] for each in events],
        "line": {"color": colours.ink, "width": 1.6}, "marker": {"size": 7, "color": colours.ink},
        "customdata": [_said(each) for each in events], "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip
    return {
        "data": [
            edge | {"y": [each["low"] for each in events]},
            edge | {"y": [each["high"] for each in events], "fill": "tonexty", "fillcolor": colours.soft},
            own,
        ],
        "layout": layout(
            colours, height, margin={"l": 8, "r": 12, "t": 24, "b": 8},
            xaxis=axis(colours, type="date", tickformat="%b<br>%Y", nticks=8),
            yaxis=axis(colours, grid=True, nticks=6, ticksuffix="%", zeroline=True)
            | {"zerolinecolor": colours.common, "zerolinewidth": 1.4},
            shapes=[{"type": "line", "xref": "x", "yref": "paper", "x0": effect_from, "x1": effect_from, "y0": 0,
                     "y1": 1, "line": {"color": colours.mute, "width": 1.2, "dash": "dot"}}],
            annotations=[note(colours, "effect may show", x=effect_from, y=1, yref="paper", xanchor="right",
                              yanchor="bottom")],
        ),
    }  # fmt: skip


def _said(event: Event) -> str:
    start = dt.date.fromisoformat(event["start"])
    spread = f"comparators {words.number(event['low'], 1)}% to {words.number(event['high'], 1)}%"
    return f"<b>{words.number(event['gap'], 1)}%</b> from {words.month(start)}; {spread}"


def _middle(start: str) -> str:
    return (dt.date.fromisoformat(start) + dt.timedelta(days=MIDDLE)).isoformat()
