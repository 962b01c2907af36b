"""How often the counterfactual claims a fall where nothing happened, and finds one where it did.

python -m bench causal      (BENCH_SERIES=500 for fewer made series)
"""

import os
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np

from bench.null_series import MEMORIES, Made, fallen, knows, made, real
from bench.said import say, verdict
from metrics.counterfactual import counterfactual
from metrics.designs.types import ImpactModel, ServiceSeries

HELP = "claims of a fall where nothing happened, coverage of the intervals, and power against an oracle"
SERIES = int(os.environ.get("BENCH_SERIES", "2000"))
FALLS = (0.10, 0.05)
FALSE_MOST, COVERED, POWER_LEAST = 0.05, (0.93, 0.97), 0.70


@dataclass(frozen=True)
class Tried:
    """What the default verdict said of one series: on itself, and with each fall put in."""

    group: str
    claim: str
    covered: bool = False
    found: tuple[bool, ...] = ()
    known: tuple[bool, ...] = ()


def judged(series: ServiceSeries, start: int) -> tuple[str, bool]:
    """The default verdict with a start at this position, and whether the interval held the total."""
    model = ImpactModel("fake", series.service, (series.area,), "level", series.starts[start])
    found = counterfactual(series, model, full=False)
    [answer] = found.answers
    covered = answer.expected is not None and answer.expected.low <= answer.observed <= answer.expected.high
    return found.claim, covered


def try_made(number: int) -> Tried:
    truth: Made = made(number)
    claim, covered = judged(truth.series, truth.start)
    group = f"{truth.memory:.2f}"
    if claim == "refused":
        return Tried(group, claim)
    fell = [fallen(truth.series, truth.start, share, number) for share in FALLS]
    found = tuple(judged(series, truth.start)[0] == "fell" for series in fell)
    return Tried(group, claim, covered, found, tuple(knows(truth, np.array(series.values)) for series in fell))


def try_real(series: ServiceSeries) -> list[Tried]:
    found = []
    for start in range(24, len(series.starts) - 5):
        claim, covered = judged(series, start)
        hit = judged(fallen(series, start, FALLS[0], start), start)[0] == "fell"
        found.append(Tried(series.area, claim, covered, (hit,)))
    return found


def line(name: str, tried: Sequence[Tried]) -> str:
    claims = Counter(one.claim for one in tried)
    answered = [one for one in tried if one.claim != "refused"]
    start = f"  {name:14}{len(tried):6}{claims['refused']:9}{claims['inconclusive']:13}"
    if not answered:
        return start
    told = [
        f"{_share(one.claim == 'fell' for one in answered):11.1%}",
        f"{_share(one.covered for one in answered):10.1%}",
    ]
    for at in range(len(answered[0].found)):
        told.append(f"{_share(one.found[at] for one in answered):12.1%}")
        if answered[0].known:
            told.append(f" of {_share(one.known[at] for one in answered):5.1%}")
    return start + "".join(told)


def _share(answers: Iterable[bool]) -> float:
    return float(np.mean(list(answers)))


def report_made(tried: Sequence[Tried]) -> bool:
    say(
        f"  {'memory':14}{'series':>6}{'refused':>9}{'inconclusive':>13}{'false fall':>11}{'covered':>10}"
        f"{'10% found, of oracle':>21}{'5%':>8}"
    )
    for memory in MEMORIES:
        say(line(f"{memory:.2f}", [one for one in tried if one.group == f"{memory:.2f}"]))
    say(line("all", tried))
    answered = [one for one in tried if one.claim != "refused"]
    false, covered = (_share(one.claim == "fell" for one in answered), _share(one.covered for one in answered))
    ratios = [
        _share(one.found[at] for one in answered) / _share(one.known[at] for one in answered)
        for at in range(len(FALLS))
    ]
    met = (false <= FALSE_MOST, COVERED[0] <= covered <= COVERED[1], ratios[0] >= POWER_LEAST)
    say(f"\n  false claims of a fall {false:.1%}, at most {FALSE_MOST:.0%}: {verdict(met[0])}")
    say(f"  95 % intervals held {covered:.1%}, {COVERED[0]:.0%} to {COVERED[1]:.0%}: {verdict(met[1])}")
    say(
        f"  a fall of 10 % found {ratios[0]:.2f} times as often as by the oracle, {POWER_LEAST} at least: "
        f"{verdict(met[2])}; of 5 % {ratios[1]:.2f} times"
    )
    return all(met)


def report_real(tried: Sequence[Sequence[Tried]]) -> bool:
    """Fake starts of one series say nearly the same, so every series counts once."""
    say(
        f"\n  {'real series':14}{'starts':>6}{'refused':>9}{'inconclusive':>13}{'false fall':>11}{'covered':>10}"
        f"{'10% found':>12}"
    )
    for one in tried:
        say(line(one[0].group, one))
    kept = [[each for each in one if each.claim != "refused"] for one in tried]
    false, covered = (
        float(np.mean([_share(getter(each) for each in one) for one in kept if one]))
        for getter in (lambda each: each.claim == "fell", lambda each: each.covered)
    )
    met = false <= FALSE_MOST
    say(
        f"  every series counted once: false claims of a fall {false:.1%}, at most {FALSE_MOST:.0%}: {verdict(met)}; "
        f"intervals held {covered:.1%}"
    )
    return met


def run() -> int:
    begun = time.perf_counter()
    with ProcessPoolExecutor(2) as pool:
        simulated = list(pool.map(try_made, range(SERIES), chunksize=25))
        say(f"{SERIES:,} made series, {time.perf_counter() - begun:.0f} s on two cores:")
        met = report_made(simulated)
        genuine = [one for one in pool.map(try_real, real()) if one]
    if genuine:
        met = report_real(genuine) and met
    else:
        say("\n  The real series are not beside the project; left out.")
    return 0 if met else 1
