"""A series with few points: a point and its 95 % interval per wave, joined only where comparable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from charts import words
from charts.sentence import MODES, interval
from charts.series import Run, known, reach, runs, whiskers
from charts.theme import Figure, Palette, axis, layout, note
from metrics.types import Estimate

TICKS = {"percent": "%"}
FEW = 12  # more points than this are drawn small: the line carries them


@dataclass(frozen=True, slots=True)
class Mark:
    """A benchmark: a figure of another population or mode, drawn beside and never joined."""

    label: str
    value: float


@dataclass(frozen=True, slots=True)
class Step:
    """A target on a date (ISO text)."""

    date: str
    value: float


def wave_line(
    estimates: Sequence[Estimate], unit: str, colours: Palette,
    benchmarks: Sequence[Mark] = (), target: Sequence[Step] = (), height: int = 330,
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
    traces, notes = [], []
    for place, run in enumerate(split):
        traces.append(_trace(run, unit, colours, split, place))
        notes += _labels(run, unit, colours, split, names or {})
    traces += [_target(steps, drawn_to, colours)] if steps else []
    limits = reach(shown, extra, 10 if unit == "percent" else 0)
    near = (limits[1] - limits[0]) * 0.16 if limits else 0.0
    notes += _edge_notes(benchmarks, steps, unit, colours, near)
    shapes = [_across(mark.value, colours) for mark in benchmarks]
    return {
        "data": traces or [{"type": "scatter", "x": [], "y": []}],
        "layout": layout(
            colours, height, shapes=shapes, annotations=notes,
            margin={"l": 8, "r": 118 if benchmarks or steps else 40, "t": 22, "b": 8},
            xaxis=axis(colours, **_ticks(shown)),
            yaxis=axis(colours, grid=True, ticksuffix=TICKS.get(unit, ""), nticks=6,
                       range=limits,
                       tickprefix="£" if unit == "pounds" else ""),
        ),
    }


def _trace(run: Run, unit: str, colours: Palette, split: list[Run], place: int) -> Figure:
    colour = _colour(run, split, colours)
    points = run.points
    return {
        "type": "scatter", "mode": "lines+markers", "connectgaps": False,
        "x": [words.middle(p.period) for p in points], "y": [p.value for p in points],
        "line": {"color": colour, "width": 2.6}, "error_y": whiskers(points, colour),
        "marker": {"size": 10 if len(points) <= FEW else 4, "color": _fill(run, split, colours), "symbol": _symbol(run, split),
                   "line": {"color": colour, "width": 2 if len(points) <= FEW else 0}},
        "hovertemplate": "%{customdata}<extra></extra>",
        "customdata": [_hover(p, unit) for p in points], "name": f"series {place + 1}",
    }


def _main_mode(split: list[Run]) -> str:
    modes = [run.mode for run in split for _ in known(run.points)]
    return max(dict.fromkeys(modes), key=modes.count, default="")


def _colour(run: Run, split: list[Run], colours: Palette) -> str:
    if len(_sources(split)) > 1:
        order = (colours.improving, colours.neutral, colours.worsening, colours.common)
        return order[_sources(split).index(_identity(run)) % len(order)]
    return colours.improving if run.mode == _main_mode(split) else colours.common


def _fill(run: Run, split: list[Run], colours: Palette) -> str:
    return _colour(run, split, colours) if run.mode == _main_mode(split) else colours.card


def _symbol(run: Run, split: list[Run]) -> str:
    shapes = ("circle", "diamond", "square", "triangle-up")
    return shapes[_sources(split).index(_identity(run)) % len(shapes)]


def _identity(run: Run) -> tuple[str, str]:
    return run.source, run.points[0].group_value


def _sources(split: list[Run]) -> list[tuple[str, str]]:
    return list(dict.fromkeys(_identity(run) for run in split))


def _labels(run: Run, unit: str, colours: Palette, split: list[Run], names: Mapping[str, str]) -> list[Figure]:
    points = known(run.points)
    ends = list(dict.fromkeys((points[0], points[-1]))) if len(_sources(split)) == 1 else points[-1:]
    colour = _colour(run, split, colours)
    aside = _aside(run, split, names)
    said = {p: f"<b>{words.figure(p.value, unit)}</b>" for p in ends}
    if aside:
        said[points[-1]] += f"<br><span style='font-size:12px'>{aside}</span>"
    return [
        note(colours, text, x=words.middle(p.period), y=p.value, align="left", xanchor="left", xshift=9,
             yanchor=_side(p, points, bool(aside)), font={"color": colour, "size": 15})
        for p, text in said.items()
    ]


def _side(point: Estimate, points: Sequence[Estimate], aside: bool) -> str:
    """Where a label stands so that the line does not run through it: below the start of a rise."""
    if len(points) == 1 or (aside and point is points[-1]):
        return "middle"
    return "top" if point is points[0] and points[1].value >= point.value else "bottom"


def _aside(run: Run, split: list[Run], names: Mapping[str, str]) -> str:
    if len(_sources(split)) > 1:
        return names.get(run.points[0].group_value) or names.get(run.source) or run.source
    if run.mode != _main_mode(split):
        return f"{MODES.get(run.mode, run.mode)}: not<br>comparable"
    others = [each for each in split if each.mode == run.mode]
    return "reworded:<br>new series" if run is not others[0] and run.segment != others[0].segment else ""


def _target(steps: Sequence[Step], drawn_to: str, colours: Palette) -> Figure:
    return {
        "type": "scatter", "mode": "lines", "hoverinfo": "skip",
        "x": [step.date for step in steps] + [max(drawn_to, steps[-1].date)],
        "y": [step.value for step in steps] + [steps[-1].value],
        "line": {"color": colours.common, "width": 1.6, "dash": "dot", "shape": "hv"}, "name": "target",
    }


def _across(value: float, colours: Palette) -> Figure:
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": value, "y1": value, "layer": "below",
            "line": {"color": colours.common, "width": 1, "dash": "dash"}}


def _edge_notes(
    benchmarks: Sequence[Mark], steps: Sequence[Step], unit: str, colours: Palette, near: float
) -> list[Figure]:
    """Labels at the right edge; two that stand closer than `near` move apart."""
    entries = [(mark.value, mark.label) for mark in benchmarks]
    entries += [(steps[-1].value, "target to date")] if steps else []
    found: list[Figure] = []
    for at, (value, label) in enumerate(sorted(entries)):
        below = at + 1 < len(entries) and sorted(entries)[at + 1][0] - value < near
        above = at > 0 and value - sorted(entries)[at - 1][0] < near
        text = f"{'<br>'.join(wrap(label, 17))}<br>{words.figure(value, unit)}"
        found.append(note(colours, text, xref="paper", x=1, xanchor="left", xshift=6, y=value, align="left",
                          yanchor="top" if below and not above else "bottom" if above else "middle"))
    return found


def _ticks(shown: Sequence[Estimate]) -> Figure:
    places = dict.fromkeys((words.middle(p.period), words.period(p.period)) for p in shown)
    if len(places) > 8:
        return {"type": "date", "tickformat": "%b %Y", "nticks": 7}
    return {"type": "date", "tickvals": [place[0] for place in places],
            "ticktext": ["<br>".join(place[1].rsplit(" ", 1)) for place in places]}


def _hover(estimate: Estimate, unit: str) -> str:
    if estimate.value is None:
        return f"{words.period(estimate.period)}: {words.absence(estimate.absence)}"
    spread = interval(estimate, unit)
    return f"<b>{words.figure(estimate.value, unit)}</b> {words.period(estimate.period)}" + (
        f"<br>95% interval {spread}" if spread else "")
