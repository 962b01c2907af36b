"""How the runs of a wave figure are told apart and what is written beside them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from charts import words
from charts.sentence import MODES
from charts.series import Run, known
from charts.theme import Figure, Palette, note
from metrics.types import Estimate

NEAR, LEVEL = 0.3, 0.2  # shares of the figure's width and height within which two labels meet on a phone
NEXT = 0.2  # share of the width within which a label meets the next point of its own line


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


def main_mode(split: list[Run]) -> str:
    modes = [run.mode for run in split for _ in known(run.points)]
    return max(dict.fromkeys(modes), key=modes.count, default="")


def colour_of(run: Run, split: list[Run], colours: Palette) -> str:
    if len(_sources(split)) > 1:
        order = (colours.improving, colours.neutral, colours.worsening, colours.common)
        return order[_sources(split).index(_identity(run)) % len(order)]
    return colours.improving if run.mode == main_mode(split) else colours.common


def fill_of(run: Run, split: list[Run], colours: Palette) -> str:
    return colour_of(run, split, colours) if run.mode == main_mode(split) else colours.card


def symbol_of(run: Run, split: list[Run]) -> str:
    shapes = ("circle", "diamond", "square", "triangle-up")
    return shapes[_sources(split).index(_identity(run)) % len(shapes)]


def _identity(run: Run) -> tuple[str, str]:
    return run.source, run.points[0].group_value


def _sources(split: list[Run]) -> list[tuple[str, str]]:
    return list(dict.fromkeys(_identity(run) for run in split))


def labels(
    run: Run, unit: str, colours: Palette, split: list[Run], names: Mapping[str, str], low: float
) -> list[Figure]:
    """The first and the newest figure beside their points; above them where the point lies below `low`.

    The first is left to the data table where its own line goes on at once and would run through it.
    """
    points = known(run.points)
    both = len(_sources(split)) == 1 and not _hits_itself(points, split)
    ends = list(dict.fromkeys((points[0], points[-1]))) if both else points[-1:]
    colour = colour_of(run, split, colours)
    aside = _aside(run, split, names)
    said = {p: f"<b>{words.figure(p.value, unit)}</b>" for p in ends}
    if aside:
        said[points[-1]] += f"<br><span style='font-size:12px'>{aside}</span>"
    clear = {p: _over_whisker(p) if _is_hit(p, run, split) else {} for p in ends}
    return [
        note(
            colours,
            text,
            **{
                "x": words.middle(p.period), "y": p.value, "align": "left", "xanchor": "left", "xshift": 9,
                "yanchor": _side(p, points, bool(aside), low), **clear[p],
            },
            font={"color": colour, "size": 15},
        )
        for p, text in said.items()
    ]  # fmt: skip


def crowded_in_time(days: Sequence[str]) -> bool:
    """Whether two of these days (ISO text) lie so near that what is written below them touches on a phone."""
    at = sorted(dt.date.fromisoformat(day[:10]).toordinal() for day in days)
    return len(at) > 1 and min(b - a for a, b in pairwise(at)) < NEAR * (at[-1] - at[0])


def _over_whisker(point: Estimate) -> Figure:
    return {"y": point.high, "xshift": -9, "yanchor": "bottom"}


def _is_hit(point: Estimate, run: Run, split: list[Run]) -> bool:
    """Whether another run's point or interval stands soon after it at nearly its height: a label between is hit."""
    if point.high is None or len(known(run.points)) == 1:
        return False
    others = [q for each in split if each is not run for q in known(each.points)]
    return any(_meet(point, q, NEAR, split) for q in others)


def _hits_itself(points: Sequence[Estimate], split: list[Run]) -> bool:
    return len(points) > 1 and _meet(points[0], points[1], NEXT, split)


def _meet(point: Estimate, after: Estimate, near: float, split: list[Run]) -> bool:
    """Whether one point or its interval stands within `near` of the width behind another, at nearly its height."""
    every = [q for each in split for q in known(each.points)]
    spread = max(q.high or q.value for q in every) - min(q.low or q.value for q in every)
    days = max(q.period.end for q in every) - min(q.period.start for q in every)
    low, high = (after.value if end is None else end for end in (after.low, after.high))
    return (
        0 <= (after.period.start - point.period.start) / days < near
        and max(low - point.value, point.value - high) < LEVEL * spread
    )


def _side(point: Estimate, points: Sequence[Estimate], aside: bool, low: float) -> str:
    """Where a label stands so that the line does not run through it: below the start of a rise."""
    if len(points) == 1 or (aside and point is points[-1]):
        return "middle"
    rises = point is points[0] and points[1].value >= point.value
    return "top" if rises and point.value > low else "bottom"


def _aside(run: Run, split: list[Run], names: Mapping[str, str]) -> str:
    if len(_sources(split)) > 1:
        return names.get(run.points[0].group_value) or names.get(run.source) or run.source
    if run.mode != main_mode(split):
        return f"{MODES.get(run.mode, run.mode)}: not<br>comparable"
    others = [each for each in split if each.mode == run.mode]
    return "reworded:<br>new series" if run is not others[0] and run.segment != others[0].segment else ""


def beside(
    benchmarks: Sequence[Mark],
    steps: Sequence[Step],
    unit: str,
    colours: Palette,
    middle: float,
    points: Sequence[Estimate] = (),
) -> list[Figure]:
    """Benchmarks are named on their own line, clear of the points; the target at the right end of its steps.

    A benchmark above the `middle` of the figure is named above its line, one below it below.
    """
    found = [
        note(
            colours,
            f"{mark.label}: {words.figure(mark.value, unit)}",
            xref="paper",
            **_clear_of(points, mark.value),
            y=mark.value,
            yanchor="bottom" if mark.value > middle else "top",
        )
        for mark in benchmarks
    ]
    if steps:
        found.append(
            note(
                colours,
                f"target<br>{words.figure(steps[-1].value, unit)}",
                xref="paper",
                x=1,
                xanchor="left",
                xshift=4,
                y=steps[-1].value,
                align="left",
            )
        )
    return found


def _clear_of(points: Sequence[Estimate], level: float) -> Figure:
    """Left, unless the first point lies so near that its label would be hit: then where points are furthest."""
    places = [{"x": 0, "xanchor": "left"}, {"x": 0.5, "xanchor": "center"}, {"x": 1, "xanchor": "right"}]
    if not points:
        return places[0]
    in_time = sorted(points, key=lambda point: point.period)
    first = in_time[0]
    if first.low is None or not first.low <= level <= first.high:
        return places[0]
    away = [abs(point.value - level) for point in (first, in_time[len(in_time) // 2], in_time[-1])]
    return places[away.index(max(away))]
