"""Measure this product against its peers, on this machine.

python -m bench             every bench, one after the other
python -m bench survey      only those named
python -m bench mutate --count 1000     one that takes options
"""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from bench import runs
from bench.said import say


def names() -> list[str]:
    """The benches: modules of bench/runs."""
    return sorted(module.name for module in iter_modules(runs.__path__))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benches that are named, or all; 1 when one of them missed a target or could not be run."""
    parser = ArgumentParser(prog="python -m bench", description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("name", nargs="*", help=", ".join(names()))
    known, rest = parser.parse_known_args(arguments)
    asked = known.name or names()
    if unknown := set(asked) - set(names()):
        parser.error(f"there is no bench {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    failed = 0
    for name in asked:
        # Only a bench that is asked for is imported: what it measures may take long to load.
        bench = import_module(f"bench.runs.{name}")
        say(f"\n== {name}: {bench.HELP}\n")
        failed = (bench.run(_options(name, bench, rest)) if hasattr(bench, "add") else bench.run()) or failed
    return failed


def _options(name: str, bench: ModuleType, rest: Sequence[str]) -> Namespace:
    """What a bench that takes options is told: those behind the names."""
    parser = ArgumentParser(prog=f"python -m bench {name}", description=bench.HELP)
    bench.add(parser)
    return parser.parse_args(rest)


if __name__ == "__main__":
    sys.exit(main())
