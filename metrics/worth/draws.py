"""Draws for carrying uncertainty through the chain. The first element of every array is the central figure.

Draws are stratified (Latin hypercube): each input's own distribution comes out exactly, and so few draws do.
Every input has a stream of its own, named, so that adding one leaves the draws of the others as they were.
"""

from collections.abc import Sequence
from zlib import crc32

import numpy as np

from metrics.designs.types import Range


def uniforms(seed: int, name: str, number: int) -> np.ndarray:
    """The probability each draw of an input takes: 0.5 first (the central figure), then `number` of them."""
    order = np.random.default_rng([seed, crc32(name.encode())]).permutation(number)
    return np.concatenate([[0.5], (order + 0.5) / number])


def between(low: float, central: float, high: float, at: np.ndarray) -> np.ndarray:
    """Half of the draws evenly between low and central, half between central and high: central is the median."""
    return np.interp(at, (0, 0.5, 1), (low, central, high))


def from_quantiles(levels: Sequence[float], quantiles: Sequence[float], at: np.ndarray) -> np.ndarray:
    """The inverse of a distribution known at some levels; beyond the outermost the outermost figure stands."""
    return np.interp(at, levels, quantiles)


def summary(draws: np.ndarray) -> Range:
    """The central figure, and the range of 95 % of the draws, widened where it does not hold the central figure."""
    low, high = np.quantile(draws[1:], (0.025, 0.975))
    central = float(draws[0])
    return Range(central, min(float(low), central), max(float(high), central))
