"""Where the boxes of the logic model stand and how the links run between them: geometry, as SVG and HTML."""

from collections.abc import Mapping
from html import escape

from data.framework import Framework
from data.framework.logic import Link

WIDTH, ROOM = 164.0, 45.0  # a card and the room between columns, in thousandths of the drawing's width
CARD, STEP = 70.0, 84.0  # a card's height and the distance from card to card, in pixels


def places(held: Framework) -> dict[str, tuple[int, float]]:
    """Each node's column number and the height of its middle."""
    tallest = max(len(held.nodes_in(column.id)) for column in held.columns)
    found = {}
    for number, column in enumerate(held.columns):
        nodes = held.nodes_in(column.id)
        for row, node in enumerate(nodes):
            found[node.id] = (number, (tallest - len(nodes)) * STEP / 2 + row * STEP + CARD / 2)
    return found


def _left(column: int) -> float:
    return column * (WIDTH + ROOM)


def _path(start: tuple[int, float], end: tuple[int, float]) -> str:
    (c1, y1), (c2, y2) = start, end
    if c1 == c2:  # within a column: leave and enter on the left, round the outside
        x, out = _left(c1), _left(c1) - ROOM * 0.72
        return (
            f"M{x:.0f} {y1 + 10:.0f} C{out:.0f} {y1 + 10:.0f} {out:.0f} {y2 - 10:.0f} {x:.0f} {y2 - 10:.0f}"
        )
    x1, x2 = _left(c1) + WIDTH, _left(c2)
    bend = ROOM * 0.6
    if c2 - c1 == 1:
        return f"M{x1:.0f} {y1:.0f} C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    lane = y1 + (STEP / 2 if y2 > y1 else -STEP / 2)  # past a column: through the gap between two cards
    a, b = _left(c1 + 1), _left(c2 - 1) + WIDTH
    return (
        f"M{x1:.0f} {y1:.0f} C{x1 + bend:.0f} {y1:.0f} {a - bend:.0f} {lane:.0f} {a:.0f} {lane:.0f}"
        f" L{b:.0f} {lane:.0f}"
        f" C{b + bend:.0f} {lane:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    )


def wire(link: Link, verdict: str, at: Mapping[str, tuple[int, float]]) -> str:
    return (
        f'<path class="w w-{verdict}" data-from="{escape(link.cause)}" data-to="{escape(link.effect)}"'
        f' d="{_path(at[link.cause], at[link.effect])}"/>'
    )


def tip(link: Link, verdict: str, at: Mapping[str, tuple[int, float]]) -> str:
    (before, _), (column, y) = at[link.cause], at[link.effect]
    top = y + 34 - (10 if before == column else 0)
    return f'<i class="tip tip-{verdict}" style="left:{_left(column) / 10:.1f}%;top:{top:.0f}px"></i>'
