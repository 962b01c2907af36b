"""Series on which nothing happened, made or real, and the test of someone who knows the noise."""

import calendar
import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.stats import norm

from metrics.designs.season import waves
from metrics.designs.types import ServiceSeries
from metrics.periods import add_months

REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "reference"
FIRST = dt.date(2015, 1, 1)
MEMORIES = (0.0, 0.15, 0.3, 0.45, 0.6)
# file, column of the place, of the month, of the counts, and of the kind of department
REAL = (
    ("ae_icb_monthly.csv", ("icb22_code",), "month", "total_attendances"),
    ("ae_trust_monthly.csv", ("nhs_trust22_code",), "month", "total_attendances"),
    ("ae_trust_2016_19.csv", ("org_code", "type"), "period", "attendances"),
)


@dataclass(frozen=True)
class Made:
    """A made series with the truth of its noise."""

    series: ServiceSeries
    start: int  # position of the fake start
    memory: float
    sd: float  # of the slow noise, in logarithms
    dispersion: float  # variance of the counts over their mean, the slow noise aside
    expected: np.ndarray
    finest: int  # waves a year its season is made of


def made(number: int, seed: int = 2026) -> Made:
    """The series with this number: season, trend, memory, over-dispersion and a random fake start."""
    rng = np.random.default_rng([seed, number])
    months = int(rng.integers(36, 109))
    time, memory = np.arange(months), MEMORIES[number % len(MEMORIES)]
    sd, dispersion = rng.uniform(0.01, 0.06), rng.uniform(1.05, 4)
    season, finest = _season(rng, time)
    noise = np.empty(months)
    noise[0] = rng.normal(0, sd)
    for at in time[1:]:
        noise[at] = memory * noise[at - 1] + rng.normal(0, sd * np.sqrt(1 - memory**2))
    starts = tuple(add_months(FIRST, int(at)) for at in time)
    days = days_of(starts)
    level = np.exp(rng.uniform(np.log(100), np.log(20_000)) + rng.normal(0, 0.04) / 12 * time + season + noise)
    expected = level * days / 30.4
    counts = rng.negative_binomial(expected / (dispersion - 1), 1 / dispersion)
    series = ServiceSeries("made", str(number), starts, tuple(map(float, counts)), tuple(days))
    return Made(series, int(rng.integers(20, months - 4)), memory, sd, dispersion, expected, finest)


def _season(rng: np.random.Generator, time: np.ndarray) -> tuple[np.ndarray, int]:
    """Two waves a year, or twelve months each with a level of its own."""
    size = rng.uniform(0, 0.15)
    if rng.random() < 0.5:
        return rng.normal(0, size / 2, 12)[time % 12], 6
    phases = rng.uniform(0, 12, 2)
    return size * sum(
        part * np.cos(2 * np.pi * wave * (time - phase) / 12)
        for part, wave, phase in zip((1, 0.4), (1, 2), phases, strict=True)
    ), 2


def days_of(starts: tuple[dt.date, ...]) -> np.ndarray:
    return np.array([float(calendar.monthrange(start.year, start.month)[1]) for start in starts])


def fallen(series: ServiceSeries, start: int, share: float, seed: int) -> ServiceSeries:
    """The same series with each count after the start kept with probability 1 - share."""
    rng = np.random.default_rng([seed, start])
    counts = np.array(series.values)
    counts[start:] = rng.binomial(counts[start:].astype(int), 1 - share)
    return ServiceSeries(series.service, series.area, series.starts, tuple(map(float, counts)), series.exposure)


def knows(truth: Made, counts: np.ndarray) -> bool:
    """Whether someone who knows memory, spread and the kind of season, though not their sizes, finds a fall."""
    cut, months = truth.start, len(counts)
    offset = np.log(days_of(truth.series.starts))
    time = np.arange(months)
    design = np.column_stack([np.ones(months), time - cut / 2, waves(time % 12, 1, 1, truth.finest)])
    spread = truth.sd**2 * truth.memory ** np.abs(time[:, None] - time) + np.diag(truth.dispersion / truth.expected)
    inverse = np.linalg.inv(spread[:cut, :cut])
    doubt = np.linalg.inv(design[:cut].T @ inverse @ design[:cut])
    known = np.log(np.maximum(counts[:cut], 0.5)) - offset[:cut]
    found = doubt @ design[:cut].T @ inverse @ known
    link = spread[cut:, :cut] @ inverse
    mean = design[cut:] @ found + link @ (known - design[:cut] @ found)
    gap = design[cut:] - link @ design[:cut]
    wide = spread[cut:, cut:] - link @ spread[:cut, cut:] + gap @ doubt @ gap.T
    expected = np.exp(mean + offset[cut:])
    share = expected / expected.sum()
    distance = (np.log(counts[cut:].sum()) - np.log(expected.sum())) / np.sqrt(share @ wide @ share)
    return bool(norm.cdf(distance) < 0.025)


def real(folder: Path = REFERENCE) -> Iterator[ServiceSeries]:
    """The A&E series beside the project with 30 months or more and no month missing; none where it isn't there."""
    for name, places, month, counted in REAL:
        if not (folder / name).exists():
            continue
        found = defaultdict(dict)
        with (folder / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                date = dt.date.fromisoformat(f"{row[month][:7]}-01")
                found[" ".join([name.split("_")[1], *(row[place] for place in places)])][date] = float(row[counted])
        for area, counts in found.items():
            starts = tuple(sorted(counts))
            if len(starts) >= 30:
                values = tuple(counts[start] for start in starts)
                yield ServiceSeries("ae", area, starts, values, tuple(days_of(starts)))
