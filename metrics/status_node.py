"""A node's status, computed from its indicators and never typed (design.md §5)."""

from collections import Counter
from collections.abc import Callable, Sequence

from metrics.status_types import Change, NodeStatus, Status, TargetStatus

# In order: the first row whose test holds decides. `seen` counts the indicators' changes.
TABLE: tuple[tuple[str, Callable[[Sequence[Status], Counter], bool], Change], ...] = (
    ("It has no indicator.", lambda s, seen: not s, Change.NO_MEASURE),
    ("Its indicators have no figure yet.",
     lambda s, seen: all(x.latest is None for x in s), Change.NO_MEASURE),
    ("The latest figures of {stale} are out of date.",
     lambda s, seen: any(x.stale for x in s), Change.STALE),
    ("{improving} improving and {worsening} worsening.",
     lambda s, seen: seen[Change.IMPROVING] > 0 and seen[Change.WORSENING] > 0, Change.MIXED),
    ("{worsening} of {all} worsening.", lambda s, seen: seen[Change.WORSENING] > 0, Change.WORSENING),
    ("{improving} of {all} improving.", lambda s, seen: seen[Change.IMPROVING] > 0, Change.IMPROVING),
    ("{changed} of {all} changed.", lambda s, seen: seen[Change.CHANGED] > 0, Change.CHANGED),
    ("{no_clear_change} of {all} without a clear change.",
     lambda s, seen: seen[Change.NO_CLEAR_CHANGE] > 0, Change.NO_CLEAR_CHANGE),
    ("The latest figures can't be compared with earlier ones.",
     lambda s, seen: seen[Change.NOT_COMPARABLE] > 0, Change.NOT_COMPARABLE),
    ("The effect is not expected yet.", lambda s, seen: seen[Change.TOO_EARLY] > 0, Change.TOO_EARLY),
    ("Too few measurements to judge a change.", lambda s, seen: True, Change.NOT_ENOUGH_POINTS),
)
# The worst stands for the node; without any target there is none.
TARGETS = (TargetStatus.OFF_COURSE, TargetStatus.UNCERTAIN, TargetStatus.ON_COURSE, TargetStatus.REACHED)


def node_status(statuses: Sequence[Status]) -> NodeStatus:
    """What is said of a node with these indicators; an empty sequence is a node without a measure.

    Stale and no measure outrank the rest, improving and worsening together are mixed. An indicator
    without any figure doesn't count while another has one. The headline is that of the indicator that
    decided, the first of them where several did; a mixed node says one improving and one worsening.
    """
    measured = [status for status in statuses if status.latest is not None]
    seen = Counter(status.change for status in measured)
    reason, change = next((row, change) for row, test, change in TABLE if test(measured or statuses, seen))
    counts = {name.value: seen[name] for name in Change}
    counts |= {"all": len(measured), "stale": ", ".join(s.indicator for s in measured if s.stale)}
    return NodeStatus(
        change=change, target=_target(measured), stale=change is Change.STALE,
        early=any(status.early for status in measured),
        indicators=tuple(status.indicator for status in statuses),
        headline=_headline(measured, change), why=reason.format(**counts),
    )


def _target(statuses: Sequence[Status]) -> TargetStatus:
    return next((t for t in TARGETS if any(s.target is t for s in statuses)), TargetStatus.NO_TARGET)


def _headline(statuses: Sequence[Status], change: Change) -> str:
    if change is Change.MIXED:
        both = [_headline(statuses, one) for one in (Change.IMPROVING, Change.WORSENING)]
        return "; ".join(both)
    deciding = [s for s in statuses if s.change is change or (change is Change.STALE and s.stale)]
    return next((status.headline for status in [*deciding, *statuses]), "No measure yet")
