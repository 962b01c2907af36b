"""How long a publication of all the samples takes, then the next ones, which compute only what an upload touches."""

import tempfile
from collections.abc import Iterator
from time import perf_counter, process_time

from bench.said import say, verdict
from data.framework import load_framework
from data.store import Store, open_store
from etl.demo import ACTOR, AS_AT, load_samples
from etl.load import receive
from etl.publish import publish

HELP = "a full publication of the samples: every service, area, design and placebo, then some that change a little"
TARGET = 60.0  # seconds
MODEL = "What the programme did"
# What is uploaded after the first publication: a file of a few rows, and its dataset.
LATER = {
    "attendance": "session,held_on,kind,hours,person,sector,organisation\nX1,2026-10-28,board,2,L001,nhs,Trust A\n",
    "service_demand": "service,area,period,count\nasb,E07000066,2026-09,111\n",
    "partner_returns": "organisation,sector,priority,period,measure,aligned,total\n"
    "Trust A,nhs,Ageing well at home,Apr 2026 to Sep 2026,fte,6,600\n",
}


def run() -> int:
    """Print seconds, processor seconds and what was computed of each publication; 1 where the first is late."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/bench.sqlite")
        marks = _Marks()
        load_samples(store, marks.heard)
        first = marks.told("the first")
        for what, uploads in [("nothing new", []), *_later(store)]:
            marks = _Marks()
            publish(store, uploads, ACTOR, as_at=AS_AT, progress=marks.heard)
            marks.told(what)
        store.close()
    say(f"  target {TARGET:.0f} s for the first: {verdict(first <= TARGET)}")
    return int(first > TARGET)


def _later(store: Store) -> Iterator[tuple[str, list[int]]]:
    for dataset, content in LATER.items():
        received = receive(store, content.encode(), f"{dataset}.csv", dataset, ACTOR, as_at=AS_AT)
        assert received.upload_id is not None, received.errors
        yield dataset, [received.upload_id]


class _Marks:
    """The times at which progress was told."""

    def __init__(self) -> None:
        self.at: list[tuple[str, float, float]] = []

    def heard(self, step: str) -> None:
        self.at.append((step, perf_counter(), process_time()))

    def told(self, what: str) -> float:
        """Say how long it took from the first step of publishing to now, and for what; the seconds."""
        self.heard("end")
        begun = next(mark for mark in self.at if mark[0].startswith("Weighting"))
        models = [at for at, mark in enumerate(self.at) if mark[0].startswith(MODEL)]
        causal = self.at[models[-1] + 1][2] - self.at[models[0]][2] if models else 0.0
        seconds, worked = (self.at[-1][place] - begun[place] for place in (1, 2))
        names = {f"{each.id} {each.name}": each.id for each in load_framework().indicators}
        made = [names[step] for step, *_ in self.at if step in names]
        say(f"  {what:16s} {seconds:6.1f} s, {worked:5.1f} s of one processor, of it counterfactuals {causal:4.1f} s: "
            f"{len(made)} of {len(names)} indicators, {len(models)} impact models")  # fmt: skip
        if len(made) < len(names):
            say(f"    computed: {', '.join(made)}")
        return seconds
