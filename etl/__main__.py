"""The ETL from the shell: `python -m etl load FILE --dataset NAME`, and inspect, extract,
annotate, template, list, rehearse, publish, withdraw, revert, seen, purge, erase.

Exit codes: 0 published (warnings alone too), 1 faults, which are listed, 2 wrong usage.
"""

import gc
import os
import sys
from pathlib import Path

from etl.read import Reading


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    reading = _begun(arguments)
    from etl.shell import run  # late: it takes seconds to import, and the file is read meanwhile

    return run(arguments, reading)


def _begun(arguments: list[str]) -> Reading | None:
    """The reading of the file to be loaded, which needs nothing but its name."""
    if arguments[:1] != ["load"] or not Path(*arguments[1:2]).is_file():
        return None
    return Reading(Path(arguments[1]), details=any(each.startswith("--table") for each in arguments))


if __name__ == "__main__":
    gc.disable()  # a command ends before what it left over matters, and the search would go through millions of values
    try:
        code = main()
        for each in (sys.stdout, sys.stderr):
            each.flush()
    except BrokenPipeError:  # who reads what is printed has seen enough, as `head` does
        code = 0
    os._exit(code)  # and half a second passes until all of it is given back one by one
