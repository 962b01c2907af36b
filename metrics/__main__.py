"""`python -m metrics COMMAND FILE.csv …`: our numbers from the shell, so that anyone can check them."""

import signal
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

from metrics import doors
from metrics.doors.common import DoorError

REFUSED = 2


def commands() -> list[str]:
    """The names of the doors: modules of metrics/doors that can be run."""
    return sorted(
        module.name for module in iter_modules(doors.__path__) if "_" not in module.name and module.name != "common"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one door; 0 when it answered, 2 with a sentence on stderr when it can't."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    # Only the door that is asked for is imported: some need libraries that take seconds to load.
    asked = [words[0]] if words and words[0] in commands() else commands()
    parser = ArgumentParser(prog="python -m metrics", description=__doc__)
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in asked:
        door = import_module(f"metrics.doors.{name}")
        own = subparsers.add_parser(name, help=door.HELP, description=door.HELP)
        door.add(own)
        own.set_defaults(run=door.run)
    args = parser.parse_args(words)
    try:
        return args.run(args)
    except DoorError as refusal:
        print(f"{args.command}: {refusal}", file=sys.stderr)
        return REFUSED


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):  # a reader that has seen enough (| head) is no error
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
