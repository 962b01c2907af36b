"""Which estimates may be joined by a line: same source, mode, segment and group, in order of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from metrics.types import Estimate


@dataclass(frozen=True, slots=True)
class Run:
    """Estimates that are comparable with each other, oldest first."""

    source: str
    mode: str
    segment: int
    points: tuple[Estimate, ...]

    @property
    def last(self) -> Estimate | None:
        return next((point for point in reversed(self.points) if point.value is not None), None)


def runs(estimates: Iterable[Estimate]) -> list[Run]:
    """Split into runs, ordered by first period. A break, another mode or another source cuts the line."""
    found: dict[tuple, list[Estimate]] = {}
    for estimate in sorted(estimates, key=lambda each: each.period):
        key = (estimate.source, estimate.mode, estimate.segment, estimate.group_dim, estimate.group_value)
        found.setdefault(key, []).append(estimate)
    return [Run(key[0], key[1], key[2], tuple(points)) for key, points in found.items()]


def known(estimates: Iterable[Estimate]) -> list[Estimate]:
    """Those that have a value."""
    return [estimate for estimate in estimates if estimate.value is not None]


def latest(estimates: Iterable[Estimate]) -> Estimate | None:
    """The newest one with a value; None when there is none."""
    return max(known(estimates), key=lambda each: (each.period.end, each.segment), default=None)


def reach(estimates: Sequence[Estimate], extra: Sequence[float] = (), least: float = 0) -> list[float] | None:
    """A y-range that holds every interval and `extra`, at least `least` tall; None without any value."""
    values = [bound for each in known(estimates) for bound in (each.value, each.low, each.high)]
    kept = [value for value in (*values, *extra) if value is not None]
    if not kept:
        return None
    low, high = min(kept), max(kept)
    spare = max((high - low) * 0.12, (least - (high - low)) / 2, 1e-6)
    floor = 0.0 if low >= 0 > low - spare else low - spare
    return [floor, high + spare]


def whiskers(points: Sequence[Estimate], colour: str) -> dict:
    """Plotly's error bars for 95 % intervals; a point without an interval gets none."""
    above = [0 if p.high is None or p.value is None else p.high - p.value for p in points]
    below = [0 if p.low is None or p.value is None else p.value - p.low for p in points]
    return {
        "type": "data",
        "symmetric": False,
        "array": above,
        "arrayminus": below,
        "color": colour,
        "thickness": 1.6,
        "width": 0,
    }
