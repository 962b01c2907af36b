"""How strong the reasoning is: a path is as strong as its weakest link, a node shows its best path."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum


class Verdict(IntEnum):
    """A signed judgement on an if-then link, from worst to best (design.md §5)."""

    CONTRADICTED = 0
    NOT_SUPPORTED = 1
    NOT_YET_TESTABLE = 2
    PARTLY_SUPPORTED = 3
    SUPPORTED = 4

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Link:
    """An if-then arrow: if `cause` then `effect`, judged `verdict`."""

    id: str
    cause: str
    effect: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Chain:
    """The best path from an input to `node`: its links in order, its strength, its weakest link."""

    node: str
    strength: Verdict
    links: tuple[str, ...]
    weakest: str


def best_chains(links: Iterable[Link], inputs: Iterable[str]) -> dict[str, Chain]:
    """The best path from any input to each node that one reaches (widest-path problem).

    Of equally strong paths the shorter wins. Nodes no input reaches are absent.
    Raises ValueError where the links go round in a circle: a logic model has no circles.
    """
    ordered = _in_order(list(links))
    paths: dict[str, tuple[Link, ...]] = dict.fromkeys(inputs, ())
    for link in ordered:
        if link.cause not in paths:
            continue
        offered = (*paths[link.cause], link)
        if link.effect not in paths or _rank(offered) > _rank(paths[link.effect]):
            paths[link.effect] = offered
    return {node: _chain(node, path) for node, path in paths.items() if path}


def _rank(path: tuple[Link, ...]) -> tuple[float, int]:
    return (min((link.verdict for link in path), default=99), -len(path))


def _chain(node: str, path: tuple[Link, ...]) -> Chain:
    weakest = min(path, key=lambda link: link.verdict)
    return Chain(node, weakest.verdict, tuple(link.id for link in path), weakest.id)


def _in_order(links: list[Link]) -> list[Link]:
    """Links sorted so that every cause is settled before its effect."""
    depth = _depths(links)
    return sorted(links, key=lambda link: (depth[link.cause], link.id))


def _depths(links: list[Link]) -> Mapping[str, int]:
    depth = {node: 0 for link in links for node in (link.cause, link.effect)}
    for _ in range(len(depth) + 1):
        moved = False
        for link in links:
            if depth[link.effect] <= depth[link.cause]:
                depth[link.effect] = depth[link.cause] + 1
                moved = True
        if not moved:
            return depth
    raise ValueError("the links of the logic model go round in a circle")
