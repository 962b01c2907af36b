"""`python -m metrics precision`: what a survey of a given size could detect, and the size a change needs."""

import math
from argparse import ArgumentParser, Namespace

from metrics.doors.common import DoorError, as_json
from metrics.precision import detectable_change, n_for_change, n_of_each

HELP = "The smallest change a next survey would find, and the interviews that a wanted change needs."


def add(parser: ArgumentParser) -> None:
    """The door's options."""
    parser.add_argument("--share", type=float, required=True, help="the figure now, in per cent")
    parser.add_argument("--n", type=float, required=True, help="interviews of the survey it came from")
    parser.add_argument("--next", type=float, help="interviews of the next survey (as many)")
    parser.add_argument("--deff", type=float, default=1.0, help="design effect of both (%(default)s)")
    parser.add_argument("--change", type=float, help="the change that should be found, in points, with its sign")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(args: Namespace) -> int:
    """Answer on stdout; 0, or DoorError for a share, a size or a change that can't be."""
    if not 0 <= args.share <= 100:
        raise DoorError(f"--share {args.share:g} is not between 0 and 100.")
    if min(args.n, args.next or args.n, args.deff) <= 0:
        raise DoorError("--n, --next and --deff must be above 0.")
    share, before, after = args.share / 100, args.n / args.deff, (args.next or args.n) / args.deff
    answer = {
        "smallest_rise": _points(detectable_change(share, before, after)),
        "smallest_fall": _points(detectable_change(share, before, after, upwards=False)),
    }
    if args.change is not None:
        answer |= _sizes(args, share, before)
    print(as_json(answer) if args.json else "\n".join(f"{name}: {_shown(value)}" for name, value in answer.items()))
    return 0


def _sizes(args: Namespace, share: float, before: float) -> dict[str, int | None]:
    later = share + args.change / 100
    if not 0 <= later <= 1 or args.change == 0:
        raise DoorError(f"--change {args.change:g} leads from {args.share:g}% to no other share between 0 and 100%.")
    found = {"interviews_next": n_for_change(share, later, before), "interviews_of_two_new": n_of_each(share, later)}
    return {name: None if n is None else math.ceil(args.deff * n) for name, n in found.items()}


def _points(change: float | None) -> float | None:
    return None if change is None else 100 * change


def _shown(value: float | None) -> str:
    return "none is large enough" if value is None else f"{value:,.2f}" if isinstance(value, float) else f"{value:,}"
