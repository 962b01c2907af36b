"""Measure this product against its peers, on this machine.

    python -m bench             every bench, one after the other
    python -m bench survey      only those named
"""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

from bench import runs
from bench.said import say


def names() -> list[str]:
    """The benches: modules of bench/runs."""
    return sorted(module.name for module in iter_modules(runs.__path__))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benches that are named, or all; 1 when one of them missed a target or could not be run."""
    parser = ArgumentParser(prog="python -m bench", description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("name", nargs="*", help=", ".join(names()))
    asked = parser.parse_args(arguments).name or names()
    if unknown := set(asked) - set(names()):
        parser.error(f"there is no bench {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    failed = 0
    for name in asked:
        # Only a bench that is asked for is imported: what it measures may take long to load.
        bench = import_module(f"bench.runs.{name}")
        say(f"\n== {name}: {bench.HELP}\n")
        failed = bench.run() or failed
    return failed


if __name__ == "__main__":
    sys.exit(main())
