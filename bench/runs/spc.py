"""How long judging a series takes: ours, and the same columns by pandas' rolling windows a series at a time."""

import random
from time import perf_counter

import pandas as pd

from bench.said import say, verdict
from metrics.spc import xmr_many

HELP = "control charts of 10,000 series of 60 points, against pandas in the same run"
SERIES, POINTS, PEERS = 10_000, 60, 200
TARGET = 0.5  # milliseconds a series


def run() -> int:
    """Print milliseconds a series of both; 1 when ours takes longer than the target or the two disagree."""
    draw = random.Random(2026)
    series = [[draw.gauss(100, 10) for _ in range(POINTS)] for _ in range(SERIES)]
    begun = perf_counter()
    charts = xmr_many(series, "down", target=90)
    ours = (perf_counter() - begun) * 1000 / SERIES
    begun = perf_counter()
    judged = [by_pandas(values) for values in series[:PEERS]]
    theirs = (perf_counter() - begun) * 1000 / PEERS
    apart = sum(
        flags != [point.kind != "common_cause" for point in chart.points]
        for flags, chart in zip(judged, charts, strict=False)
    )
    say(f"  ours, {SERIES:,} series of {POINTS} points    {ours:8.3f} ms a series  target {TARGET}: "
        f"{verdict(ours <= TARGET)}")  # fmt: skip
    say(f"  pandas, {PEERS} of them                 {theirs:8.3f} ms a series  {theirs / ours:.0f} times as long")
    say(f"  series on which the two mark different points: {apart} of {PEERS}")
    return int(ours > TARGET or apart > 0)


def by_pandas(values: list[float]) -> list[bool]:
    """Which points break a rule, written as one would with pandas' diff, shift and rolling."""
    value = pd.Series(values)
    moved = value.diff().abs()
    average = moved[moved < 3.267 * moved.mean()].mean()
    side = (value > value.mean()).astype(int) - (value < value.mean()).astype(int)
    far = (value - value.mean()).abs()
    outside = far > 2.66 * average
    close = ~outside & (far > 2.66 * 2 / 3 * average)
    pair = (side.rolling(3).sum().abs() == 3) & (close.rolling(3).sum() >= 2)
    run = _covered(side.rolling(7).sum().abs() == 7, 7)
    sign = (value.diff() > 0).astype(int) - (value.diff() < 0).astype(int)
    trend = _covered(sign.rolling(6).sum().abs() == 6, 7)
    return (outside | (close & _covered(pair, 3)) | run | trend).tolist()


def _covered(ends: pd.Series, length: int) -> pd.Series:
    """The points of windows known by their last point."""
    return ends[::-1].rolling(length, min_periods=1).max()[::-1].astype(bool)
