"""A large survey by shell with a saved mapping, from file to published, against a bare read of the same file."""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter, process_time

from bench.forked import forked
from bench.memory import Ran
from bench.memory import run as watched
from bench.said import say, verdict
from bench.survey_file import FIRST_DAY, mapped, write_survey
from data.framework import load_framework
from data.settings import PROJECT
from etl.guard import MEGABYTE, Limits
from etl.read import limits_from_settings

HELP = "100,000 respondents by 40 columns, from file to published, against a bare read (BENCH_RESPONDENTS)"
TIMES, MEMORY_MB = 6.0, 1200
TRIES = 3  # of both, one after the other: whatever else the machine does makes each of them slower, never quicker
EARLIER, A_YEAR = 1200, 365
STEP = re.compile(r"^ *([\d.]+) s  (.+)$", re.M)


def run() -> int:
    """Print the seconds of both, the ratio of the quickest, the peak of memory and the steps; 1 where a target is
    missed."""
    people = int(os.environ.get("BENCH_RESPONDENTS") or 100_000)
    os.environ.setdefault("READ_SECONDS", "600")  # on a busy machine the limit isn't what is measured
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        columns = write_survey(folder / "large.xlsx", people)
        write_survey(folder / "first.xlsx", EARLIER, FIRST_DAY - A_YEAR)
        _prepare(folder)
        bare, ran = zip(*(_once(folder) for _ in range(TRIES)), strict=True)
        for (alone, _), one in zip(bare, ran, strict=True):
            say(f"  one after the other: bare read {alone:.1f} s, from file to published {one.seconds:.1f} s")
        quickest = min(ran, key=lambda one: (one.status, one.seconds))
        return _tell(quickest, min(bare), people * columns, (folder / "large.xlsx").stat().st_size)


def _once(folder: Path) -> tuple[list[float], Ran]:
    """A bare read, and the file published into a copy of the store that was prepared."""
    bare = _bare(folder / "large.xlsx")
    shutil.copy(folder / "prepared.sqlite", folder / "bench.sqlite")
    return bare, _load(folder, "large.xlsx", "W2", "--mapping", "platform", "--steps")


def _prepare(folder: Path) -> None:
    """A store with a population and a first wave, by which the mapping is saved."""
    _etl(folder, "data/samples/population.xlsx", "--dataset", "population")
    first = _load(folder, "first.xlsx", "W1", *mapped(), "--save-mapping", "platform")
    assert first.status == 0, first.said
    (folder / "bench.sqlite").rename(folder / "prepared.sqlite")


def _load(folder: Path, file: str, wave: str, *options: str) -> Ran:
    return _etl(folder, str(folder / file), "--dataset", "citizen_survey", "--wave", wave, *options)


def _etl(folder: Path, *options: str) -> Ran:
    store = f"sqlite:///{folder}/bench.sqlite"
    return watched([sys.executable, "-m", "etl", "load", *options, "--db", store], PROJECT)


def _bare(file: Path) -> list[float]:
    """Seconds that calamine alone takes for every cell of the file, in a process of its own, and of a processor."""

    def read() -> list[float]:
        from python_calamine import load_workbook

        begun, worked = perf_counter(), process_time()
        load_workbook(str(file)).get_sheet_by_index(0).to_python()
        return [perf_counter() - begun, process_time() - worked]

    return forked(read, 600).answer


def _tell(ran: Ran, bare: Sequence[float], cells: int, size: int) -> int:
    alone, worked = bare
    say(f"  bare read with calamine        {alone:8.1f} s, {worked:.1f} s of one processor")
    times = ran.seconds / alone
    quick = ran.status == 0 and times <= TIMES
    say(f"  from file to published         {ran.seconds:8.1f} s  {times:.1f} ×, target {TIMES:.0f} ×: {verdict(quick)}")
    say(f"    of a processor               {ran.processor:8.1f} s  {ran.processor / worked:.1f} ×")
    for step, seconds in _steps(ran).items():
        say(f"    {step:36} {seconds:7.1f} s")
    small = ran.megabytes <= MEMORY_MB
    say(f"  peak memory of all processes   {ran.megabytes:8.0f} MB, target {MEMORY_MB}: {verdict(small)}")
    limits: Limits = limits_from_settings()
    room = size <= limits.file_mb * MEGABYTE and cells <= limits.cells
    say(f"  the file {size / MEGABYTE:.0f} MB, {cells:,} cells; allowed {limits.file_mb} MB, {limits.cells:,} cells: "
        f"{verdict(room)}")  # fmt: skip
    if ran.status:
        say(ran.said[-2000:])
    return int(not (quick and small and room))


def _steps(ran: Ran) -> dict[str, float]:
    """Seconds of each named step; those of the figures together."""
    figures = {f"{each.id} {each.name}" for each in load_framework().indicators}
    marks = [(float(at), name) for at, name in STEP.findall(ran.said)]
    found = {"Starting": marks[0][0]} if marks else {}
    for (begun, name), (ended, _) in pairwise(marks):
        named = "Working out the figures" if name in figures or name.startswith("What the programme did") else name
        found[named] = found.get(named, 0.0) + ended - begun
    if marks:
        found["Starting and ending the process"] = ran.seconds - marks[-1][0] + found.pop("Starting")
    return found
