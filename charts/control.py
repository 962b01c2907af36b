"""A control chart: series, centre line, limits, special causes by shape and colour, events, breaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import words
from charts.series import Run, known, runs
from charts.theme import Figure, Palette, axis, layout, note
from metrics.types import Estimate

MARKS = {  # family of the mark -> shape; the colour follows the family too, so neither stands alone
    "improvement": "triangle-up",
    "concern": "triangle-down",
    "neutral": "diamond",
    "common": "circle",
}
MEANING = {
    "improvement": "improvement",
    "concern": "concern",
    "neutral": "special cause, no good direction",
    "common": "common cause",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """An event or a break on the time axis (ISO date). A break cuts the line, an event only explains."""

    date: str
    label: str
    cuts: bool = False


def spc_chart(
    estimates: Sequence[Estimate],
    unit: str,
    colours: Palette,
    moments: Sequence[Moment] = (),
    height: int = 340,
) -> Figure:
    """Draw centre and limits as the publication holds them; nothing is worked out here."""
    split = [run for run in runs(estimates) if known(run.points)]
    traces = [trace for run in split for trace in (*_limits(run, colours), _line(run, colours))]
    traces += [trace for run in split for trace in _marks(run, unit, colours)]
    first = min((words.middle(run.points[0].period) for run in split), default="")
    last = max((words.middle(run.points[-1].period) for run in split), default="")
    kept = sorted((m for m in moments if first <= m.date <= last), key=lambda m: m.date)
    shapes, notes = _moments(kept, colours)
    return {
        "data": traces or [{"type": "scatter", "x": [], "y": []}],
        "layout": layout(
            colours,
            height,
            shapes=shapes,
            annotations=notes + _ends(split, unit, colours),
            margin={"l": 8, "r": 84, "t": 16 + 18 * min(3, len(kept)), "b": 8},
            xaxis=axis(colours, type="date", tickformat="%b<br>%Y", nticks=8),
            yaxis=axis(
                colours, grid=True, nticks=6, ticksuffix="%" if unit == "percent" else "", tickformat=",~r"
            ),
        ),
    }


def family(mark: str) -> str:
    """'improvement_high' -> 'improvement'; an unknown or empty mark is common cause."""
    head = mark.split("_")[0]
    return head if head in MARKS else "common"


def colour_of(kind: str, colours: Palette) -> str:
    """The colour of a family of marks."""
    return {"improvement": colours.improving, "concern": colours.worsening, "neutral": colours.neutral}.get(
        kind, colours.common
    )


def _line(run: Run, colours: Palette) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "connectgaps": False,
        "x": [words.middle(p.period) for p in run.points],
        "y": [p.value for p in run.points],
        "line": {"color": colours.common, "width": 1.4},
    }


def _limits(run: Run, colours: Palette) -> list[Figure]:
    held = [p for p in run.points if p.centre is not None]
    if not held:
        return []
    x = [words.middle(p.period) for p in held]
    bound = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "x": x}
    edge = {"color": colours.common, "width": 1, "dash": "dash"}
    return [
        bound | {"y": [p.lower_limit for p in held], "line": edge},
        bound | {"y": [p.upper_limit for p in held], "line": edge},
        bound | {"y": [p.centre for p in held], "line": {"color": colours.ink, "width": 1}},
    ]


def _marks(run: Run, unit: str, colours: Palette) -> list[Figure]:
    found = []
    for kind, shape in MARKS.items():
        points = [p for p in known(run.points) if family(p.mark) == kind]
        if points:
            found.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "name": MEANING[kind],
                    "x": [words.middle(p.period) for p in points],
                    "y": [p.value for p in points],
                    "marker": {
                        "symbol": shape,
                        "size": 6 if kind == "common" else 10,
                        "color": colour_of(kind, colours),
                    },
                    "customdata": [
                        f"<b>{words.figure(p.value, unit)}</b> {words.period(p.period)}<br>{MEANING[kind]}"
                        for p in points
                    ],
                    "hovertemplate": "%{customdata}<extra></extra>",
                }
            )
    return found


def _moments(kept: Sequence[Moment], colours: Palette) -> tuple[list[Figure], list[Figure]]:
    """Vertical lines, their labels in up to three rows so that neighbours do not overlap."""
    shapes, notes = [], []
    rows = min(3, len(kept))
    for place, moment in enumerate(kept):
        colour = colours.worsening if moment.cuts else colours.mute
        shapes.append(
            {
                "type": "line",
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "x0": moment.date,
                "x1": moment.date,
                "line": {"color": colour, "width": 1.4, "dash": "solid" if moment.cuts else "dot"},
            }
        )
        text = f"Break: {moment.label}" if moment.cuts else moment.label
        notes.append(
            note(
                colours,
                text,
                yref="paper",
                y=1,
                yanchor="bottom",
                x=moment.date,
                yshift=18 * (rows - 1 - place % rows) if rows else 0,
                xanchor="left",
                font={"color": colour, "size": 12.5},
            )
        )
    return shapes, notes


def _ends(split: Sequence[Run], unit: str, colours: Palette) -> list[Figure]:
    """The last centre and the latest value, written beside their lines."""
    last = split[-1].last if split else None
    if last is None:
        return []
    found = []
    if last.centre is not None:
        found.append(
            note(
                colours,
                f"average<br>{words.figure(last.centre, unit)}",
                xref="paper",
                x=1,
                xanchor="left",
                xshift=6,
                y=last.centre,
                align="left",
            )
        )
    return found
