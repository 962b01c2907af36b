"""The named steps of loading and publishing: told to whoever watches, and drawn as a bar in a terminal."""

import sys
from collections.abc import Callable
from time import perf_counter

Progress = Callable[[str], None]

READING, FINDING, CONVERTING = "Reading the file", "Finding its table", "Converting the cells"
SEARCHING, CHECKING, STORING = "Looking for personal data", "Checking the rows", "Storing the rows"
WEIGHTING, COLLECTING, WRITING = "Weighting survey waves", "Collecting the live rows", "Writing the publication"
STEPS = (READING, FINDING, CONVERTING, SEARCHING, CHECKING, STORING, WEIGHTING, COLLECTING, WRITING)
FIGURES = STEPS.index(COLLECTING) + 1  # between these two every figure is named as it is worked out


def silent(step: str) -> None:
    """Progress nobody watches."""


def of_receiving(step: str) -> float:
    """How far receiving a file has come when a step of it begins, 0 to 1."""
    return (STEPS.index(step) + 0.5) / (STEPS.index(STORING) + 1)


class Bar:
    """A bar on the terminal with the name of the step under way; `each_step` prints a line a step instead, with the
    seconds since the start. Where neither is wanted, or nobody sees it, nothing is printed."""

    WIDTH = len(STEPS) + 1

    def __init__(self, each_step: bool = False) -> None:
        self.each_step, self.begun, self.done = each_step, perf_counter(), 0

    def __call__(self, step: str) -> None:
        self.done = STEPS.index(step) + (step == WRITING) if step in STEPS else FIGURES
        if self.each_step:
            print(f"{perf_counter() - self.begun:8.2f} s  {step}", file=sys.stderr, flush=True)
        elif sys.stderr.isatty():
            bar = "█" * self.done + "░" * (self.WIDTH - self.done)
            print(f"\r\x1b[K{bar} {step[:60]}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line empty for what is printed next."""
        if self.each_step:
            self("Done")
        elif sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
