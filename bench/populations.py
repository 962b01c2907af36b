"""Samples from populations whose shares are known: what the coverage of an interval is measured on."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import optimize, special

from metrics.estimation.design import Sample

DISTRICT = 100  # interviews a district, as in the illustrative surveys
POINTS = 10  # sampling points a district
ALIKE = 0.03  # how alike people of one point are (intraclass correlation)
UNEVEN = 0.4  # spread of the log weights between districts, and again between people within
APART = 0.3  # how far districts lie from the county, in log odds
SAMPLES = 2000


@dataclass(frozen=True)
class Kind:
    """How people were drawn."""

    name: str
    weighted: bool
    clustered: bool


KINDS = (Kind("simple", False, False), Kind("weights", True, False), Kind("clusters", True, True))


def draw(share: float, n: int, kind: Kind, random: np.random.Generator) -> tuple[pd.DataFrame, Sample]:
    """SAMPLES samples of n people in one frame (`sample`, `answer` 0 or 1, design), and their design.

    Every sample has strata of its own, so that one pass estimates all of them as if each stood alone.
    """
    districts = max(1, n // DISTRICT)
    shape = (SAMPLES, districts, POINTS, n // (districts * POINTS))
    uneven = UNEVEN * kind.weighted
    size = np.exp(random.normal(0, uneven, districts))
    at = _district_shares(share, size, kind)
    chance = np.broadcast_to(at[None, :, None], shape[:3])
    if kind.clustered:
        spread = 1 / ALIKE - 1
        chance = random.beta(chance * spread, (1 - chance) * spread)
    rows = np.arange(np.prod(shape)).reshape(shape)
    per_district = rows.size // (SAMPLES * districts)
    frame = pd.DataFrame({
        "sample": rows.ravel() // (rows.size // SAMPLES),
        "answer": (random.random(shape) < chance[..., None]).astype(float).ravel(),
        "stratum": rows.ravel() // per_district,
        "point": rows.ravel() // shape[3],
        "weight": (size[None, :, None, None] * np.exp(random.normal(0, uneven, shape))).ravel(),
    })  # fmt: skip
    if not kind.weighted:
        return frame, Sample(strata="sample")
    return frame, Sample("weight", "stratum", "point" if kind.clustered else "")


def _district_shares(share: float, size: np.ndarray, kind: Kind) -> np.ndarray:
    """Each district's share, so that the county's is exactly `share`."""
    apart = np.linspace(-APART, APART, len(size)) * (kind.weighted and len(size) > 1)

    def miss(middle: float) -> float:
        return float(np.average(special.expit(middle + apart), weights=size) - share)

    return special.expit(optimize.brentq(miss, -15, 15) + apart)
