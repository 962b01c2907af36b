"""Every answer of a question, wave by wave: bars that diverge from the middle of the scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts import words
from charts.sentence import interval
from charts.theme import Figure, Palette, axis, layout, note
from metrics.types import Estimate

LEAST_LABELLED = 8  # per cent: a narrower bar has no room for its figure
WEAKER = 0.38  # opacity of the answers next to the middle


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the scale: its code, label, and role positive, negative, middle or excluded."""

    code: str
    label: str
    role: str


@dataclass(frozen=True, slots=True)
class Wave:
    """One wave: its name and its share of each answer by code. An answer nobody gave has none."""

    name: str
    shares: dict[str, Estimate]

    def share(self, answer: Answer) -> float:
        found = self.shares.get(answer.code)
        return found.value if found is not None and found.value is not None else 0.0


def likert(waves: Sequence[Wave], answers: Sequence[Answer], colours: Palette) -> Figure:
    """A row for each wave: the worst answer furthest left, the best furthest right, the middle on the line.

    Answers outside the scale are written beside the row, where they are in the base: they lean to neither side.
    """
    offered = left_to_right(answers)
    met = {code for wave in waves for code in wave.shares}
    besides = [each for each in answers if each.role == "excluded" and each.code in met]
    names = [wave.name for wave in waves]
    ends = [_edges(wave, offered) for wave in waves]
    reach = max((max(-edges[0], edges[-1]) for edges in ends), default=50) + 3
    traces = [
        _bars(answer, [edges[at] for edges in ends], waves, fill, colours)
        for at, (answer, fill) in enumerate(zip(offered, fills(offered, colours), strict=True))
    ]
    return {
        "data": traces,
        "layout": layout(
            colours,
            64 + 46 * len(waves),
            barmode="overlay",
            margin={"l": 8, "r": 84 if besides else 16, "t": 26, "b": 8},
            shapes=[_middle(colours)],
            annotations=_beside(waves, besides, colours),
            xaxis=axis(colours, range=[-reach, reach], showticklabels=False, ticks="", showline=False),
            yaxis=axis(
                colours, type="category", categoryorder="array", categoryarray=names[::-1], showline=False, ticks="",
                range=[-0.6, len(names) - 0.4], tickfont={"color": colours.ink, "size": 14},
            ),
        ),
    }  # fmt: skip


def left_to_right(answers: Sequence[Answer]) -> list[Answer]:
    """The answers of the scale from the worst to the best."""
    offered = [each for each in answers if each.role != "excluded"]
    return offered[::-1] if offered and offered[0].role == "positive" else offered


def fills(offered: Sequence[Answer], colours: Palette) -> list[tuple[str, float]]:
    """Colour and opacity of each answer, worst to best: the ends of the scale are the strongest."""
    tones = {"negative": colours.worsening, "positive": colours.improving, "middle": colours.common}
    last = len(offered) - 1
    ends = {0, last}
    return [
        (tones[answer.role], 1.0 if at in ends and answer.role != "middle" else WEAKER)
        for at, answer in enumerate(offered)
    ]


def _edges(wave: Wave, offered: Sequence[Answer]) -> list[float]:
    """Where each bar begins, and where the last one ends; 0 is the middle of the scale."""
    middle = sum(wave.share(each) for each in offered if each.role == "middle")
    start = -middle / 2 - sum(wave.share(each) for each in offered if each.role == "negative")
    edges = [start]
    for answer in offered:
        edges.append(edges[-1] + wave.share(answer))
    return edges


def _bars(
    answer: Answer, starts: Sequence[float], waves: Sequence[Wave], fill: tuple[str, float], colours: Palette
) -> Figure:
    colour, strength = fill
    values = [wave.share(answer) for wave in waves]
    return {
        "type": "bar", "orientation": "h", "width": 0.62, "name": answer.label,
        "x": values, "base": list(starts), "y": [wave.name for wave in waves],
        "marker": {"color": _mixed(colour, colours.card, strength), "line": {"color": colour, "width": 1.5}},
        "text": [words.number(value, 0) if value >= LEAST_LABELLED else "" for value in values],
        "textposition": "inside", "insidetextanchor": "middle", "textangle": 0,
        "textfont": {"color": colours.card if strength == 1 else colours.ink, "size": 13.5},
        "customdata": [_hover(answer, wave) for wave in waves],
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _hover(answer: Answer, wave: Wave) -> str:
    found = wave.shares.get(answer.code)
    if found is None or found.value is None:
        return f"{answer.label}, {wave.name}"
    spread = interval(found, "percent")
    return f"<b>{answer.label}: {words.figure(found.value, 'percent')}</b> {wave.name}<br>95% interval {spread}"


def _mixed(colour: str, card: str, strength: float) -> str:
    """The colour laid over the card with this opacity, as one opaque colour."""
    pairs = ((int(colour[at : at + 2], 16), int(card[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(strength * over + (1 - strength) * under):02X}" for over, under in pairs)


def _middle(colours: Palette) -> Figure:
    return {
        "type": "line", "x0": 0, "x1": 0, "yref": "paper", "y0": 0, "y1": 1,
        "line": {"color": colours.ink, "width": 1},
    }  # fmt: skip


def _beside(waves: Sequence[Wave], besides: Sequence[Answer], colours: Palette) -> list[Figure]:
    found = [
        note(colours, "← negative", xref="x", x=0, xanchor="right", xshift=-8, yref="paper", y=1, yanchor="bottom"),
        note(colours, "positive →", xref="x", x=0, xanchor="left", xshift=8, yref="paper", y=1, yanchor="bottom"),
    ]
    if not besides:
        return found
    place = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 8, "align": "left"}
    found.append(note(colours, "no view", yref="paper", y=1, yanchor="bottom", **place))
    return found + [
        note(colours, f"{words.number(sum(wave.share(each) for each in besides), 0)}%", y=wave.name, **place)
        for wave in waves
    ]


def swatches(answers: Sequence[Answer], colours: Palette) -> list[tuple[str, str, str]]:
    """The key: label, fill and edge of each answer of the scale, worst to best."""
    offered = left_to_right(answers)
    return [
        (answer.label, _mixed(colour, colours.card, strength), colour)
        for answer, (colour, strength) in zip(offered, fills(offered, colours), strict=True)
    ]


