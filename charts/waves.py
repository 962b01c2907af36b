"""A series with few points: a point and its 95 % interval per wave, joined only where comparable."""

from collections.abc import Mapping, Sequence

from charts import words
from charts.sentence import interval
from charts.series import Run, known, reach, runs, whiskers
from charts.theme import Figure, Palette, axis, layout
from charts.wave_marks import Mark, Step, beside, colour_of, crowded_in_time, fill_of, labels, symbol_of
from metrics.types import Estimate

TICKS = {"percent": "%"}
MOST_NAMED = 5  # points with their period below; more would touch on a phone
ROOM = 0.14  # of the figure's height: a label's
FEW = 12  # more points than this are drawn small: the line carries them


def wave_line(
    estimates: Sequence[Estimate],
    unit: str,
    colours: Palette,
    benchmarks: Sequence[Mark] = (),
    target: Sequence[Step] = (),
    height: int = 330,
    names: Mapping[str, str] | None = None,
) -> Figure:
    """Points with whiskers, a line inside each run, a gap between runs, labels on the marks themselves.

    `names` gives the words of a group value or source when several series share the figure.
    """
    split = [run for run in runs(estimates) if known(run.points)]
    shown = [point for run in split for point in known(run.points)]
    drawn_to = max((point.period.end.isoformat() for point in shown), default="")
    steps = [step for step in target if step.date <= drawn_to] or list(target[:1])
    extra = [mark.value for mark in benchmarks] + [step.value for step in steps]
    limits = reach(shown, extra, 10 if unit == "percent" else 0)
    limits = _with_room_below(limits, split)
    low, middle = (limits[0] + share * (limits[1] - limits[0]) if limits else 0.0 for share in (0.12, 0.5))
    traces, notes = [], []
    for place, run in enumerate(split):
        traces.append(_trace(run, unit, colours, split, place))
        notes += labels(run, unit, colours, split, names or {}, low)
    traces += [_target(steps, drawn_to, colours)] if steps else []
    notes += beside(benchmarks, steps, unit, colours, middle, shown)
    shapes = [_across(mark.value, colours) for mark in benchmarks]
    return {
        "data": traces or [{"type": "scatter", "x": [], "y": []}],
        "layout": layout(
            colours,
            height,
            shapes=shapes,
            annotations=notes,
            margin={"l": 8, "r": 64, "t": 22, "b": 8},
            xaxis=axis(colours, **_ticks(shown)),
            yaxis=axis(
                colours,
                grid=True,
                ticksuffix=TICKS.get(unit, ""),
                nticks=6,
                range=limits,
                tickprefix="£" if unit == "pounds" else "",
            ),
        ),
    }


def _with_room_below(limits: list[float] | None, split: Sequence[Run]) -> list[float] | None:
    """A little lower where a rise starts at the very bottom, so that its first figure can stand below the line."""
    if limits is None:
        return None
    room = ROOM * (limits[1] - limits[0])
    starts = [points[0].value for run in split if len(points := known(run.points)) > 1]
    return [limits[0] - room, limits[1]] if starts and min(starts) < limits[0] + room <= 2 * limits[0] else limits


def _trace(run: Run, unit: str, colours: Palette, split: list[Run], place: int) -> Figure:
    colour = colour_of(run, split, colours)
    points = run.points
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "connectgaps": False,
        "x": [words.middle(p.period) for p in points],
        "y": [p.value for p in points],
        "line": {"color": colour, "width": 2.6},
        "error_y": whiskers(points, colour),
        "marker": {
            "size": 10 if len(points) <= FEW else 4,
            "color": fill_of(run, split, colours),
            "symbol": symbol_of(run, split),
            "line": {"color": colour, "width": 2 if len(points) <= FEW else 0},
        },
        "hovertemplate": "%{customdata}<extra></extra>",
        "customdata": [_hover(p, unit) for p in points],
        "name": f"series {place + 1}",
    }


def _target(steps: Sequence[Step], drawn_to: str, colours: Palette) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "x": [step.date for step in steps] + [max(drawn_to, steps[-1].date)],
        "y": [step.value for step in steps] + [steps[-1].value],
        "line": {"color": colours.common, "width": 1.6, "dash": "dot", "shape": "hv"},
        "name": "target",
    }


def _across(value: float, colours: Palette) -> Figure:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": value,
        "y1": value,
        "layer": "below",
        "line": {"color": colours.common, "width": 1, "dash": "dash"},
    }


def _ticks(shown: Sequence[Estimate]) -> Figure:
    places = dict.fromkeys((words.middle(p.period), words.period(p.period)) for p in shown)
    if len(places) > MOST_NAMED:
        return {"type": "date", "tickformat": "%b<br>%Y", "nticks": 6, "tickangle": 0}
    narrow = crowded_in_time([place[0] for place in places])
    return {
        "type": "date",
        "tickvals": [place[0] for place in places],
        "ticktext": ["<br>".join(_broken(place[1], narrow).rsplit(" ", 1)) for place in places],
    }


def _broken(period: str, narrow: bool) -> str:
    """A span of months on two lines, where neighbours would touch on a phone."""
    return period.replace("–", "–<br>") if narrow else period


def _hover(estimate: Estimate, unit: str) -> str:
    if estimate.value is None:
        return f"{words.period(estimate.period)}: {words.absence(estimate.absence)}"
    spread = interval(estimate, unit)
    return f"<b>{words.figure(estimate.value, unit)}</b> {words.period(estimate.period)}" + (
        f"<br>95% interval {spread}" if spread else ""
    )
