"""How long a publication of all the samples takes, and the next one, which takes over what did not change."""

import tempfile
from time import perf_counter, process_time

from bench.said import say, verdict
from data.store import open_store
from etl.demo import ACTOR, AS_AT, load_samples
from etl.publish import publish

HELP = "a full publication of the samples: every service, area, design and placebo, then one with nothing new"
TARGET = 60.0  # seconds


def run() -> int:
    """Print seconds and processor seconds of both, the counterfactuals' part of each; 1 where the first is late."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/bench.sqlite")
        marks = _Marks()
        load_samples(store, marks.heard)
        first = marks.told("the first publication")
        marks = _Marks()
        publish(store, [], ACTOR, as_at=AS_AT, progress=marks.heard)
        marks.told("the next, nothing new")
        store.close()
    say(f"  target {TARGET:.0f} s for the first: {verdict(first <= TARGET)}")
    return int(first > TARGET)


class _Marks:
    """The times at which progress was told."""

    def __init__(self) -> None:
        self.at: list[tuple[str, float, float]] = []

    def heard(self, step: str) -> None:
        self.at.append((step, perf_counter(), process_time()))

    def told(self, what: str) -> float:
        """Say how long it took from the first step of publishing to now; the seconds."""
        self.heard("end")
        begun = next(mark for mark in self.at if mark[0].startswith("Weighting"))
        steps = [at for at, mark in enumerate(self.at) if mark[0].startswith("What the programme did")]
        causal = self.at[steps[-1] + 1][2] - self.at[steps[0]][2]
        seconds, worked = (self.at[-1][place] - begun[place] for place in (1, 2))
        say(f"  {what:24s} {seconds:6.1f} s, {worked:5.1f} s of one processor, of it counterfactuals {causal:4.1f} s")
        return seconds
