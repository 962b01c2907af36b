"""Broken and hostile spreadsheets: none may crash, hang, be loaded in part or take memory without bound."""

import argparse
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from bench.hostile import LONGEST, fate_of, seeds, warm
from bench.mutations import mutant
from bench.said import say, verdict
from data.store import open_store

HELP = "mutated spreadsheets through inspect and receive: no crash, no hang, no partial load (--count N --seed S)"
MEGABYTES = 2000
TRUE_DOOR = 50  # every so manieth file is read in a new Python, as the product does
FRESH = 200  # files before the scratch store is made anew


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--count", type=int, default=200, help="how many files (10,000 take about an hour)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same files")
    parser.add_argument("--first", type=int, default=0, help="the number to begin with")


def run(options: argparse.Namespace) -> int:
    """Print what became of the files, and each that went wrong with its number; 1 when one did."""
    tally, wrong, slowest, largest = Counter(), [], 0.0, 0.0
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        blank, scratch = Path(folder) / "blank.sqlite", Path(folder) / "scratch.sqlite"
        open_store(f"sqlite:///{blank}").close()
        files = seeds()
        shutil.copy(blank, scratch)
        warm(scratch, files)
        for number in range(options.first, options.first + options.count):
            if (number - options.first) % FRESH == 0:
                for each in Path(folder).glob("scratch.sqlite*"):
                    each.unlink()
                shutil.copy(blank, scratch)
            done, name, content = mutant(files, options.seed, number)
            fate = fate_of(scratch, name, content, number % TRUE_DOOR == 0)
            slowest, largest = max(slowest, fate.ended.seconds), max(largest, fate.ended.megabytes)
            tally["wrong" if fate.wrong else "refused" if fate.refused else "received whole"] += 1
            if fate.wrong:
                wrong.append(number)
                say(f"  {number} ({done}, {name[-40:]!r}): {fate.wrong}")
            if (number + 1) % 100 == 0:
                say(f"  … {number + 1:,}: {dict(tally)}, slowest {slowest:.1f} s, largest {largest:.0f} MB")
    say(f"  {options.count:,} files of seed {options.seed}: " + ", ".join(f"{n:,} {what}" for what, n in tally.items()))
    say(f"  slowest {slowest:.1f} s  target {LONGEST}: {verdict(slowest <= LONGEST)}")
    say(f"  largest process {largest:.0f} MB  target {MEGABYTES}: {verdict(largest <= MEGABYTES)}")
    say(f"  crashed, hung or loaded in part: {len(wrong)}  target 0: {verdict(not wrong)}")
    return int(bool(wrong) or slowest > LONGEST or largest > MEGABYTES)
