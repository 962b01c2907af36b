"""Groups beside each other with their intervals, in a fixed order: no league table."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from charts import words
from charts.sentence import interval
from charts.series import reach
from charts.theme import Figure, Palette, axis, layout, note
from metrics.types import Estimate

LINE = 27  # letters of a row's name that leave room for the figure on a phone


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the figure: its name and its estimate (which may be an absence).

    `apart` is what the publication says of it: whether it differs from the whole, many comparisons
    allowed for. None where the publication does not say; then its own interval decides.
    """

    name: str
    estimate: Estimate
    apart: bool | None = None


def caterpillar(
    rows: Sequence[Row], unit: str, colours: Palette, whole: Estimate | None = None, zero: str = ""
) -> Figure:
    """A point and its 95 % interval for each row, top to bottom in the order given.

    `whole` (all groups together) is drawn as a line with its interval as a band. A row that lies apart from
    it is a filled diamond, the others are hollow circles. For differences `zero` names the line at 0, and
    a row whose interval leaves it out lies apart.
    """
    names = [row.name for row in rows]
    told = ["<br>".join(wrap(name, LINE)) for name in names]
    shown = [row.estimate for row in rows if row.estimate.value is not None]
    extra = [whole] if whole is not None else []
    marked = [row.apart if row.apart is not None else _apart(row.estimate, whole, zero) for row in rows]
    return {
        "data": [_points(rows, marked, unit, colours)],
        "layout": layout(
            colours,
            56 + (29 if told == names else 42) * len(rows),
            shapes=_whole(whole, colours) + (_zero(colours) if zero else []),
            annotations=_absences(rows, colours) + _whole_note(whole, unit, colours) + _zero_note(zero, colours),
            margin={"l": 8, "r": 20, "t": 28 if whole or zero else 8, "b": 8},
            xaxis=axis(
                colours,
                grid=True,
                range=reach([*shown, *extra], [0.0] if zero else []),
                nticks=6,
                ticksuffix="%" if unit == "percent" else "",
            ),
            yaxis=axis(
                colours,
                categoryorder="array",
                categoryarray=names[::-1],
                tickvals=names,
                ticktext=told,
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
    return whole is not None and whole.value is not None and excludes(estimate, whole.value)


def _apart(estimate: Estimate, whole: Estimate | None, zero: str) -> bool:
    return excludes(estimate, 0.0) if zero else differs(estimate, whole)


def excludes(estimate: Estimate, level: float) -> bool:
    """Whether the interval lies wholly on one side of the level."""
    return estimate.low is not None and estimate.high is not None and (estimate.low > level or estimate.high < level)


def _points(rows: Sequence[Row], marks: Sequence[bool], unit: str, colours: Palette) -> Figure:
    both = [(row, far) for row, far in zip(rows, marks, strict=True) if row.estimate.value is not None]
    kept, marked = [row for row, _ in both], [far for _, far in both]
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


def _zero(colours: Palette) -> list[Figure]:
    bar = {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "x0": 0, "x1": 0, "layer": "below"}
    return [bar | {"line": {"color": colours.ink, "width": 1.2}}]


def _zero_note(zero: str, colours: Palette) -> list[Figure]:
    return [note(colours, zero, yref="paper", y=1, yanchor="bottom", x=0)] if zero else []


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
