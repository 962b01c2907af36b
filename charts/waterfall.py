"""A waterfall: from a first figure to a last one, each step with the range it may have."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from charts import words
from charts.theme import Figure, Palette, axis, layout, note

ROW = 58  # pixels a step: its words, and the bar below them
MARGIN = 0.04  # of the width, left free beside the longest whisker


@dataclass(frozen=True, slots=True)
class Step:
    """One bar. `value` with its range is a level from zero where `total`, else a change from `start`."""

    name: str
    value: float
    low: float
    high: float
    start: float = 0.0
    total: bool = False


def waterfall(steps: Sequence[Step], unit: str, colours: Palette) -> Figure:
    """Steps from top to bottom, each with its words above its bar: readable on a phone too.

    Totals stand on zero and are filled, changes hang where the step before ended and are hollow; the whisker at a
    bar's end is the range of that step alone.
    """
    places = list(range(len(steps), 0, -1))
    ends = [edge for step in steps for edge in (step.start, step.start + step.low, step.start + step.high, 0.0)]
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    free = MARGIN * ((high - low) or 1)
    return {
        "data": [_bars(steps, places, colours)],
        "layout": layout(
            colours,
            44 + ROW * len(steps),
            bargap=0,
            annotations=[_words(step, place, unit, colours) for step, place in zip(steps, places, strict=True)],
            shapes=[_zero(colours), *_joins(steps, places, colours)],
            xaxis=axis(colours, grid=True, range=[low - free, high + free], tickvals=(marks := _marks(low, high)),
                       ticktext=[words.figure(mark, unit) for mark in marks]),
            yaxis=axis(colours, showline=False, showticklabels=False, ticks="", range=[0.4, len(steps) + 0.75]),
        ),
    }  # fmt: skip


def said(step: Step, unit: str) -> str:
    """A step in words: Moved elsewhere: −£34k (−£120k to −£2k)."""
    shown = words.figure if step.total else words.difference
    return (f"{step.name}: {shown(step.value, unit)} "
            f"({shown(step.low, unit)} to {shown(step.high, unit)})")  # fmt: skip


def _bars(steps: Sequence[Step], places: Sequence[int], colours: Palette) -> Figure:
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(places),
        "base": [step.start for step in steps],
        "x": [step.value for step in steps],
        "width": 0.34,
        "marker": {
            "color": [colours.common if step.total else colours.card for step in steps],
            "line": {"color": colours.common, "width": 2},
        },
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [step.high - step.value for step in steps],
            "arrayminus": [step.value - step.low for step in steps],
            "color": colours.ink,
            "thickness": 1.5,
            "width": 5,
        },
        "hoverinfo": "skip",
    }


def _words(step: Step, place: int, unit: str, colours: Palette) -> Figure:
    name, figures = said(step, unit).split(": ", 1)
    text = f"<b>{name}</b> {figures}" if step.total else f"{name} {figures}"
    font = {"color": colours.ink, "size": 13.5}
    where = {"xref": "paper", "x": 0, "xanchor": "left", "y": place + 0.22, "yanchor": "bottom"}
    return note(colours, text, **where, font=font, bgcolor=colours.card, borderpad=1)  # grid lines end at the words


def _marks(low: float, high: float) -> list[float]:
    """At most five round figures along the axis, zero among them."""
    size = (high - low) / 4 or 1
    power = 10 ** math.floor(math.log10(size))
    step = next(each * power for each in (1, 2, 2.5, 5, 10) if each * power >= size)
    return [step * number for number in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _zero(colours: Palette) -> Figure:
    return {"type": "line", "x0": 0, "x1": 0, "yref": "paper", "y0": 0, "y1": 1,
            "line": {"color": colours.mute, "width": 1}}  # fmt: skip


def _joins(steps: Sequence[Step], places: Sequence[int], colours: Palette) -> list[Figure]:
    """Hairlines from where a step ends to where the next begins."""
    found = []
    for step, after, place in zip(steps, steps[1:], places, strict=False):
        end = step.start + step.value
        if not after.total:
            found.append({"type": "line", "x0": end, "x1": end, "y0": place - 0.83, "y1": place - 0.17,
                          "layer": "below", "line": {"color": colours.line, "width": 1.5}})  # fmt: skip
    return found
