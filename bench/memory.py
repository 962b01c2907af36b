"""A command run to its end, with the most memory that it and its children held at one moment."""

import os
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

PAGE, MEGABYTE, PAUSE = 4096, 1_000_000, 0.05


@dataclass(frozen=True, slots=True)
class Ran:
    """How it ended, how long it took, the seconds of processor that it and its children used (0 where the system
    doesn't tell, as of the rest), the peak in megabytes, and what it said."""

    status: int
    seconds: float
    processor: float
    megabytes: float
    said: str


def run(command: Sequence[str], folder: Path) -> Ran:
    """Run a command and look at the memory of its processes twenty times a second."""
    begun, worked, peak = perf_counter(), _worked(), [0]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        watching = threading.Thread(target=_watch, args=(process, peak))
        watching.start()
        said, _ = process.communicate()
        watching.join()
    return Ran(process.returncode, perf_counter() - begun, _worked() - worked, peak[0] / MEGABYTE, said)


def _worked() -> float:
    """Seconds of processor of all children that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _watch(process: subprocess.Popen, peak: list[int]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(map(_held, _family(process.pid))))
        threading.Event().wait(PAUSE)


def _family(process: int) -> list[int]:
    found, left = [], [process]
    while left:
        found.append(each := left.pop())
        for task in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                left += map(int, task.read_text().split())
            except OSError:  # it has just ended
                continue
    return found


def _held(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0
