"""Attribute charts, for counts too small for moving ranges: c, u and p, and Laney's u′ and p′.

c counts events in equal chances, u events for each unit of exposure, p cases among so many. Their limits are 3
standard deviations of a Poisson or binomial count (Montgomery, Introduction to Statistical Quality Control,
chapter 7). Real counts vary more than that; u′ and p′ widen the limits by σz, the moving-range estimate of how
much more (Laney 2002, "Improved control charts for attributes", Quality Engineering 14(4)). Where σz is 1 they
are u and p, so they are the honest choice wherever there are points enough to estimate it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from metrics.spc_rules import Signal, shift, sides, trend, two_of_three

KINDS = ("c", "u", "p", "u_prime", "p_prime")
WIDTH = 3.0
NEAR = 2.0
PER_MOVING_RANGE = 1.128  # d2 for two neighbours
FEWEST_RANGES = 5  # below, how much more counts vary can't be told


@dataclass(frozen=True, slots=True)
class AttributeChart:
    """Per point the rate (or count, for c), its limits and the NHS rules it breaks.

    `lower` isn't below 0, `upper` of a share not above 1; `step` is a third of the way to an upper limit without
    that bound. `ways` is 1 where the point lies high (or rises), −1 where it lies low. `sigma_z` is how many times
    the standard deviation of a Poisson or binomial count the points have, None for c, u and p and where it can't
    be told.
    """

    centre: float | None
    rates: tuple[float | None, ...]
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]
    step: tuple[float | None, ...]
    rules: tuple[frozenset[Signal], ...]
    ways: tuple[int, ...]
    sigma_z: float | None

    @property
    def special(self) -> tuple[bool, ...]:
        """Whether a point breaks any rule."""
        return tuple(map(bool, self.rules))


def attribute_chart(
    kind: str, counts: Sequence[float | None], exposure: Sequence[float] | None = None
) -> AttributeChart:
    """Judge counts in order of time; None is a missing point, which breaks runs.

    `exposure` is what each count is divided by: units for u, cases for p; c has none. u_prime and p_prime below
    six neighbouring points are u and p. Raises ValueError on an unknown kind, on negative counts, on an
    exposure that is not above 0, and on more cases than there are.
    """
    given = np.array(counts, dtype=float)
    chances = np.ones(len(given)) if exposure is None else np.array(exposure, dtype=float)
    _check(kind, given, chances, exposure is not None)
    known = ~np.isnan(given)
    if not known.any():
        nothing = (None,) * len(given)
        none_broken = (frozenset[Signal](),) * len(given)
        return AttributeChart(None, nothing, nothing, nothing, nothing, none_broken, (0,) * len(given), None)
    centre = float(given[known].sum() / chances[known].sum())
    share = kind.startswith("p")
    spread = np.sqrt(centre * (1 - centre if share else 1.0) / chances)
    rates = given / chances
    sigma_z = _sigma_z(rates, centre, spread) if kind.endswith("_prime") else None
    step = spread * (1.0 if sigma_z is None else sigma_z)
    lower, upper = np.maximum(centre - WIDTH * step, 0), centre + WIDTH * step
    rules, ways = _judged(rates, centre, step)
    return AttributeChart(
        centre, _known(rates), tuple(lower.tolist()), tuple((np.minimum(upper, 1) if share else upper).tolist()),
        tuple(step.tolist()), rules, ways, sigma_z,
    )


def _sigma_z(rates: np.ndarray, centre: float, spread: np.ndarray) -> float | None:
    """The standard deviation of the z-scores by their moving ranges; None where nothing can be told."""
    if not spread.all():
        return None
    scores = (rates - centre) / spread
    ranges = [abs(b - a) for a, b in pairwise(scores.tolist()) if not (np.isnan(a) or np.isnan(b))]
    if len(ranges) < FEWEST_RANGES or not any(ranges):
        return None
    return float(np.mean(ranges) / PER_MOVING_RANGE)


def _judged(
    rates: np.ndarray, centre: float, step: np.ndarray
) -> tuple[tuple[frozenset[Signal], ...], tuple[int, ...]]:
    """The rules each point breaks, all four on rates with limits of each point's own width, and which way it went."""
    side = sides(rates, centre)
    far = np.abs(rates - centre)
    outside = (side != 0) & (far > WIDTH * step)
    close = (side != 0) & ~outside & (far > NEAR * step)
    rising = trend(rates)
    flags = zip(outside, rising != 0, two_of_three(side, close), shift(side), strict=True)  # in the order of Signal
    rules = tuple(frozenset(rule for rule, broken in zip(Signal, each, strict=True) if broken) for each in flags)
    return rules, tuple(np.where((rising != 0) & ~outside, rising, side).tolist())


def _known(values: np.ndarray) -> tuple[float | None, ...]:
    return tuple(None if np.isnan(value) else float(value) for value in values)


def _check(kind: str, counts: np.ndarray, exposure: np.ndarray, exposed: bool) -> None:
    if kind not in KINDS:
        raise ValueError(f"kind is {kind!r}; it must be one of {', '.join(KINDS)}")
    if exposed == (kind == "c") or len(exposure) != len(counts):
        raise ValueError(f"a {kind} chart needs {'no exposure' if kind == 'c' else 'an exposure for every count'}")
    if (counts < 0).any() or not (exposure > 0).all():
        raise ValueError("counts must be 0 or more and exposures above 0")
    if kind.startswith("p") and (counts > exposure).any():
        raise ValueError("more cases than there are to be cases")
