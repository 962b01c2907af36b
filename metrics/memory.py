"""How much neighbouring values of a series resemble each other: lag-1 autocorrelation."""

import math
from collections.abc import Sequence

FEWEST = 5


def autocorrelation(values: Sequence[float | None]) -> float | None:
    """Lag-1 autocorrelation of what is left around the values' straight line; None below five points.

    The line is taken out so that a steady rise isn't mistaken for memory. Neighbours with a gap between
    them don't count as neighbours.
    """
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    if len(known) < FEWEST:
        return None
    left = _residuals(known)
    total = math.fsum(residual**2 for residual in left.values())
    scale = max(abs(value) for _, value in known) or 1.0
    if total <= (1e-9 * scale) ** 2:
        return None
    return math.fsum(left[p] * left[p - 1] for p in left if p - 1 in left) / total


def _residuals(known: Sequence[tuple[int, float]]) -> dict[int, float]:
    mean_place = math.fsum(place for place, _ in known) / len(known)
    mean = math.fsum(value for _, value in known) / len(known)
    spread = math.fsum((place - mean_place) ** 2 for place, _ in known)
    slope = math.fsum((place - mean_place) * (value - mean) for place, value in known) / spread
    return {place: value - mean - slope * (place - mean_place) for place, value in known}
