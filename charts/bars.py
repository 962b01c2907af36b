"""Counts by group as plain bars from zero, in a fixed order, each with its figure written at its end."""

from collections.abc import Sequence
from textwrap import wrap

from charts import words
from charts.intervals import LINE, Row
from charts.theme import CLEAR, Figure, Palette, axis, layout, note


def bars(
    rows: Sequence[Row], unit: str, colours: Palette, least: float | None = None, least_label: str = ""
) -> Figure:
    """Horizontal bars from zero. A row below `least` is hollow and says so; absences are written out."""
    names = [row.name for row in rows]
    kept = [row for row in rows if row.estimate.value is not None]
    short = [least is not None and row.estimate.value < least for row in kept]
    longest = max((row.estimate.value for row in kept), default=1) or 1
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "width": 0.62,
                "x": [row.estimate.value for row in kept],
                "y": [row.name for row in kept],
                "marker": {
                    "color": [colours.card if few else colours.improving for few in short],
                    "line": {
                        "color": [colours.worsening if few else colours.improving for few in short],
                        "width": 2,
                    },
                },
                "text": [
                    words.figure(row.estimate.value, unit) + (" · too few" if few else "")
                    for row, few in zip(kept, short, strict=True)
                ],
                "textposition": "outside",
                "cliponaxis": False,
                "textfont": {"color": colours.ink, "size": 14},
                "hoverinfo": "skip",
            }
        ],
        "layout": layout(
            colours,
            50 + 34 * len(rows),
            margin={"l": 8, "r": 16, "t": 24 if least else 8, "b": 8},
            shapes=_least(least, colours),
            annotations=_notes(rows, least, least_label, colours),
            xaxis=axis(colours, grid=True, range=[0, longest * 1.22], nticks=6),
            yaxis=axis(
                colours,
                categoryorder="array",
                categoryarray=names[::-1],
                tickvals=names,
                ticktext=["<br>".join(wrap(name, LINE)) for name in names],
                showline=False,
                ticks="outside",
                ticklen=6,
                tickcolor=CLEAR,
                type="category",
                range=[-0.6, len(names) - 0.4],
                tickfont={"color": colours.ink, "size": 14},
            ),
        ),
    }


def _least(least: float | None, colours: Palette) -> list[Figure]:
    if least is None:
        return []
    return [
        {
            "type": "line",
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "x0": least,
            "x1": least,
            "line": {"color": colours.ink, "width": 1, "dash": "dot"},
        }
    ]


def _notes(rows: Sequence[Row], least: float | None, label: str, colours: Palette) -> list[Figure]:
    found = [
        note(colours, words.absence(row.estimate.absence), x=0, xanchor="left", xshift=6, y=row.name)
        for row in rows
        if row.estimate.value is None
    ]
    if least is not None and label:
        found.append(note(colours, label, yref="paper", y=1, yanchor="bottom", x=least, xanchor="left"))
    return found
