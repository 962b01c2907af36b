"""How long five items by 288 cells take: ours, R's survey, and ours with the rows added up by a database."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pandas as pd

from bench.grouping import estimated, postgresql, sqlite
from bench.interviews import BY, interviews, ours
from bench.peer import INSTALL, Peer, peer
from bench.said import say, verdict

HELP = "survey estimates, five items by 12 x 6 x 4 cells with strata and points, against R's survey or svy"
SIZES = (10_000, 100_000, 1_000_000)
MEGABYTES, APART = 600, 1e-9
RUNS = 3  # of ours, each in a process of its own; the median counts


def run() -> int:
    """Print seconds of all, megabytes of ours and how far the figures are apart; 1 when a target is missed."""
    other = peer()
    say(f"  Against {other.name}." if other else f"  Neither R's survey nor svy is installed: no peer. {INSTALL}.")
    met = True
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        for n in SIZES:
            say(f"\n  {n:,} respondents")
            people = interviews(n)
            own, seconds, megabytes = ours(people), *alone(n)
            met &= n < max(SIZES) or megabytes < MEGABYTES
            aim = "" if n < max(SIZES) else f"  target under {MEGABYTES}: {verdict(megabytes < MEGABYTES)}"
            say(f"    ours                 {seconds:8.3f} s, peak memory {megabytes:.0f} MB{aim}")
            for title, database in (("SQLite", sqlite), ("PostgreSQL", postgresql)):
                by_database(title, database, people, own, Path(name))
            if other:
                met &= against(other, other.times[SIZES.index(n)], people, own, seconds, Path(name))
    return int(not (met and other))


def alone(n: int) -> tuple[float, float]:
    """Median seconds, and the most megabytes, of processes that do nothing else."""
    command = [sys.executable, "-m", "bench.interviews", str(n)]
    answers = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(RUNS)]
    seconds, megabytes = zip(*(map(float, answer.split()) for answer in answers), strict=True)
    return sorted(seconds)[RUNS // 2], max(megabytes)


def by_database(title, database, people: pd.DataFrame, own: pd.DataFrame, folder: Path) -> None:
    with database(people, folder) as ask:
        found, summed, seconds = estimated(ask)
    say(f"    GROUP BY in {title:10}{seconds:7.3f} s, of which the database {summed:.3f}; "
        f"apart from ours {apart(found, own):.0e}")  # fmt: skip


def against(other: Peer, aim: int, people: pd.DataFrame, own: pd.DataFrame, seconds: float, folder: Path) -> bool:
    found, theirs = other.ask(people, folder)
    times, far = theirs / seconds, apart(found, own)
    say(f"    {other.name:20} {theirs:8.3f} s, {times:.0f} times as long  target {aim}: {verdict(times >= aim)}")
    say(f"    the figures differ by {far:.0e} at most  target {APART:.0e}: {verdict(far <= APART)}")
    return times >= aim and far <= APART


def apart(found: pd.DataFrame, own: pd.DataFrame) -> float:
    """The largest relative difference of an estimate or a standard error; infinite where cells differ."""
    both = own.merge(found, on=[*BY, "item"], suffixes=("", "_theirs"))
    if len(both) != len(own):
        return float("inf")
    return max(float((both[f"{name}_theirs"] / both[name] - 1).abs().max()) for name in ("estimate", "se"))
