"""Observed against expected with its band, and beneath it the avoided so far: two panels on one time axis."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from charts import words
from charts.theme import Figure, Palette, axis, layout, note

Counted = tuple[str, float | None]  # first day of a month, ISO; the count
MIDDLE = 14  # days from the first of a month to where it is drawn
UPPER, LOWER = [0.46, 1.0], [0.0, 0.32]


def counterfactual_chart(
    before: Sequence[Counted], months: Sequence[Mapping[str, Any]], moments: Sequence[tuple[str, str]],
    colours: Palette, height: int = 470,
) -> Figure:
    """`before`: counts until the effect may show, None where missing. `months`: what was published of each month
    after (metrics.impact_detail: start, observed, expected and avoided [value, low, high]). `moments`: day and words
    of the vertical lines. Nothing is worked out here.
    """
    at = [_middle(month["start"]) for month in months]
    observed = [*before, *((month["start"], month["observed"]) for month in months)]
    upper = [
        *_band(at, [month["expected"] for month in months], "y", colours, "expected"),
        _line([_middle(start) for start, _ in observed], [count for _, count in observed], "y", "counted",
              {"color": colours.ink, "width": 2}),
    ]  # fmt: skip
    lower = _band(at, [month["avoided"] for month in months], "y2", colours, "avoided so far")
    return {
        "data": upper + lower,
        "layout": layout(
            colours, height, margin={"l": 8, "r": 92, "t": 38, "b": 8},
            xaxis=axis(colours, type="date", tickformat="%b<br>%Y", nticks=7, anchor="y2"),
            yaxis=axis(colours, grid=True, nticks=5, domain=UPPER, tickformat=",~r"),
            yaxis2=axis(colours, grid=True, nticks=4, domain=LOWER, tickformat=",~r", zeroline=True)
            | {"zerolinecolor": colours.ink, "zerolinewidth": 1},
            shapes=[_upright(day, colours) for day, _ in moments],
            annotations=[*_moments(moments, colours), *_ends(months, colours), _second(colours)],
        ),
    }


def _band(
    at: Sequence[str], ranges: Sequence[Sequence[float]], axis_: str, colours: Palette, name: str
) -> list[Figure]:
    """The 95 % interval as a filled band, and its middle as a dashed line."""
    edge = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "x": list(at), "yaxis": axis_,
            "line": {"width": 0, "color": colours.improving}}  # fmt: skip
    middle = {"color": colours.improving, "width": 2, "dash": "dash"}
    return [
        edge | {"y": [low for _, low, _ in ranges]},
        edge | {"y": [high for *_, high in ranges], "fill": "tonexty", "fillcolor": colours.soft},
        _line(at, [value for value, *_ in ranges], axis_, name, middle),
    ]


def _line(at: Sequence[str], values: Sequence[float | None], axis_: str, name: str, line: Figure) -> Figure:
    said = ["" if value is None else f"<b>{words.number(value, 0)}</b> {name}" for value in values]
    return {
        "type": "scatter", "mode": "lines", "name": name, "x": list(at), "y": list(values), "yaxis": axis_,
        "connectgaps": False, "line": line, "customdata": said,
        "hovertemplate": "%{customdata}, %{x|%b %Y}<extra></extra>",
    }  # fmt: skip


def _upright(day: str, colours: Palette) -> Figure:
    return {"type": "line", "xref": "x", "yref": "paper", "x0": day, "x1": day, "y0": 0, "y1": 1,
            "line": {"color": colours.mute, "width": 1.2, "dash": "dot"}}  # fmt: skip


def _moments(moments: Sequence[tuple[str, str]], colours: Palette) -> list[Figure]:
    """The words of the vertical lines, each left of its own so that the last stays inside, in a row of its own."""
    return [
        note(colours, text, x=day, y=1, yref="paper", xanchor="right", yanchor="bottom", yshift=15 * row)
        for row, (day, text) in enumerate(moments)
    ]


def _ends(months: Sequence[Mapping[str, Any]], colours: Palette) -> list[Figure]:
    """The lines' names at their right ends; the two of the upper panel kept clear of each other."""
    if not months:
        return []
    last = months[-1]
    avoided = last["avoided"][0]
    above = last["observed"] > last["expected"][0]
    told = [("counted", last["observed"], "y", above, colours.ink),
            ("expected", last["expected"][0], "y", not above, colours.improving),
            (f"avoided so far<br>{words.number(avoided, 0)}", avoided, "y2", None, colours.improving)]
    return [
        note(colours, text, xref="paper", x=1, xanchor="left", xshift=6, y=value, yref=axis_, align="left",
             yanchor="middle" if up is None else "bottom" if up else "top", font={"color": colour, "size": 12.5})
        for text, value, axis_, up, colour in told
    ]  # fmt: skip


def _second(colours: Palette) -> Figure:
    return note(colours, "Avoided so far; below zero: more than expected", xref="paper", yref="paper", x=0,
                xanchor="left", y=LOWER[1] + 0.02, yanchor="bottom")  # fmt: skip


def _middle(start: str) -> str:
    return (dt.date.fromisoformat(start) + dt.timedelta(days=MIDDLE)).isoformat()
