"""Groups beside each other with their intervals, in a fixed order: no league table."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import words
from charts.sentence import interval
from charts.series import reach
from charts.theme import Figure, Palette, axis, layout, note
from metrics.types import Estimate


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the figure: its name and its estimate (which may be an absence)."""

    name: str
    estimate: Estimate


def caterpillar(rows: Sequence[Row], unit: str, colours: Palette, whole: Estimate | None = None) -> Figure:
    """A point and its 95 % interval for each row, top to bottom in the order given.

    `whole` (all groups together) is drawn as a line with its interval as a band. A row whose interval
    lies wholly on one side of it is filled; the others are hollow: colour and fill say the same.
    """
    names = [row.name for row in rows]
    shown = [row.estimate for row in rows if row.estimate.value is not None]
    extra = [whole] if whole is not None else []
    return {
        "data": [_points(rows, unit, colours, whole)],
        "layout": layout(
            colours,
            56 + 29 * len(rows),
            shapes=_whole(whole, colours),
            annotations=_absences(rows, colours) + _whole_note(whole, unit, colours),
            margin={"l": 8, "r": 20, "t": 28 if whole else 8, "b": 8},
            xaxis=axis(
                colours,
                grid=True,
                range=reach([*shown, *extra]),
                nticks=6,
                ticksuffix="%" if unit == "percent" else "",
            ),
            yaxis=axis(
                colours,
                categoryorder="array",
                categoryarray=names[::-1],
                showline=False,
                ticks="",
                type="category",
                range=[-0.6, len(names) - 0.4],
                tickfont={"color": colours.ink, "size": 14},
            ),
        ),
    }


def differs(estimate: Estimate, whole: Estimate | None) -> bool:
    """Whether the row's interval lies wholly on one side of the whole's value."""
    if whole is None or whole.value is None or estimate.low is None or estimate.high is None:
        return False
    return estimate.low > whole.value or estimate.high < whole.value


def _points(rows: Sequence[Row], unit: str, colours: Palette, whole: Estimate | None) -> Figure:
    kept = [row for row in rows if row.estimate.value is not None]
    marked = [differs(row.estimate, whole) for row in kept]
    line = colours.improving
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.estimate.value for row in kept],
        "y": [row.name for row in kept],
        "error_x": {
            "type": "data",
            "symmetric": False,
            "color": line,
            "thickness": 1.8,
            "width": 0,
            "array": [(row.estimate.high or row.estimate.value) - row.estimate.value for row in kept],
            "arrayminus": [
                row.estimate.value
                - (row.estimate.low if row.estimate.low is not None else row.estimate.value)
                for row in kept
            ],
        },
        "marker": {
            "size": 10,
            "symbol": ["diamond" if far else "circle" for far in marked],
            "color": [line if far else colours.card for far in marked],
            "line": {"color": line, "width": 2},
        },
        "customdata": [
            f"<b>{row.name}: {words.figure(row.estimate.value, unit)}</b><br>{interval(row.estimate, unit)}"
            for row in kept
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _whole(whole: Estimate | None, colours: Palette) -> list[Figure]:
    if whole is None or whole.value is None:
        return []
    bar = {"yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    line = bar | {
        "type": "line",
        "x0": whole.value,
        "x1": whole.value,
        "line": {"color": colours.ink, "width": 1.2},
    }
    if whole.low is None or whole.high is None:
        return [line]
    return [
        bar
        | {
            "type": "rect",
            "x0": whole.low,
            "x1": whole.high,
            "fillcolor": colours.soft,
            "line": {"width": 0},
        },
        line,
    ]


def _whole_note(whole: Estimate | None, unit: str, colours: Palette) -> list[Figure]:
    if whole is None or whole.value is None:
        return []
    return [
        note(
            colours,
            f"everyone {words.figure(whole.value, unit)}",
            yref="paper",
            y=1,
            yanchor="bottom",
            x=whole.value,
        )
    ]


def _absences(rows: Sequence[Row], colours: Palette) -> list[Figure]:
    return [
        note(colours, words.absence(row.estimate.absence), xref="paper", x=0.01, xanchor="left", y=row.name)
        for row in rows
        if row.estimate.value is None
    ]
