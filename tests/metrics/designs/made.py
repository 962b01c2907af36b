"""Series made for the tests: months from January 2015, a wave a year, a fixed scatter, and an effect where wanted."""

import datetime as dt

import numpy as np

from metrics.designs.types import ImpactModel, ServiceSeries
from metrics.periods import add_months

FIRST = dt.date(2015, 1, 1)


def starts(months, first=FIRST):
    return tuple(add_months(first, at) for at in range(months))


def series(months=60, effect=0.0, at=48, area="A1", seed=1, level=1000.0, noise=0.02, first=FIRST, **more):
    """`effect` is the share by which counts fall from position `at` on."""
    rng = np.random.default_rng(seed)
    time = np.arange(months)
    counts = level * np.exp(0.05 * np.sin(2 * np.pi * time / 12) + rng.normal(0, noise, months))
    counts[at:] *= 1 - effect
    return ServiceSeries("ae", area, starts(months, first), tuple(map(float, counts.round())), **more)


def model(at=48, first=FIRST, **more):
    return ImpactModel("m", "ae", ("A1",), more.pop("shape", "level"), add_months(first, at), **more)


def comparators(number=6, **more):
    return [series(area=f"C{place}", seed=100 + place, **more) for place in range(number)]
