"""The two statements about an indicator, as data: is it changing, and will it reach its target?"""

import datetime as dt
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from metrics.types import Estimate


class Change(StrEnum):
    """Is it changing? The last three are said of nodes only."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    CHANGED = "changed"  # it moved, and no direction is good
    NO_CLEAR_CHANGE = "no_clear_change"
    NOT_ENOUGH_POINTS = "not_enough_points"
    TOO_EARLY = "too_early"
    NOT_COMPARABLE = "not_comparable"
    MIXED = "mixed"
    STALE = "stale"
    NO_MEASURE = "no_measure"


class TargetStatus(StrEnum):
    """Will it reach its target?"""

    REACHED = "reached"
    ON_COURSE = "on_course"
    UNCERTAIN = "uncertain"
    OFF_COURSE = "off_course"
    NO_TARGET = "no_target"


@dataclass(frozen=True, slots=True)
class Status:
    """What is said of one indicator, with the figures it rests on.

    `delta` is latest minus what `method` compares it with, in `delta_unit`, and None across a break;
    `since` is the figure that comparison goes back to.
    `baseline_value` is what progress is counted from: the baseline's value, or 0 for a count that
    accumulates from the programme's start. `early` says that the figure lies before the longer end of
    the lag. `side` is 1 where the figure rose, −1 where it fell, 0 where neither is clear, and None where no
    method was let judge. `headline` is the finding, `why` the method and the reason.
    """

    indicator: str
    change: Change
    target: TargetStatus
    side: int | None = None
    method: str = ""
    points: int = 0
    early: bool = False
    delta: float | None = None
    delta_low: float | None = None
    delta_high: float | None = None
    delta_unit: str = ""
    since: Estimate | None = None
    baseline: Estimate | None = None
    baseline_value: float | None = None
    latest: Estimate | None = None
    target_to_date: float | None = None
    end_target: float | None = None
    progress: float | None = None
    stale: bool = False
    autocorrelated: bool = False
    autocorrelation: float | None = None
    headline: str = ""
    why: str = ""

    def detail(self) -> dict[str, Any]:
        """Everything but headline and why, JSON-safe: dates as ISO text, enums as their values."""
        kept = [f.name for f in fields(self) if f.name not in ("headline", "why")]
        return {name: _json_safe(getattr(self, name)) for name in kept}


@dataclass(frozen=True, slots=True)
class NodeStatus:
    """What is said of one box of the logic model, from the statuses of its indicators."""

    change: Change
    target: TargetStatus
    stale: bool = False
    early: bool = False
    indicators: tuple[str, ...] = ()
    headline: str = ""
    why: str = ""

    def detail(self) -> dict[str, Any]:
        """JSON-safe, as Status.detail."""
        kept = ("change", "target", "stale", "early", "indicators")
        return {name: _json_safe(getattr(self, name)) for name in kept}


@dataclass(frozen=True, slots=True)
class Judged:
    """`side` is 1 where the figure rose, −1 where it fell, 0 where neither is clear, None where too few.

    `delta` is against the point or line that `method` names, in the unit of the indicator.
    """

    side: int | None
    method: str
    delta: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str = ""
    autocorrelation: float | None = None
    autocorrelated: bool = False
    since: Estimate | None = None


def _json_safe(value: Any) -> Any:
    """Dates to ISO text, tuples to lists, an estimate to a dict of its fields."""
    if isinstance(value, Estimate):
        return _json_safe(asdict(value))
    if isinstance(value, dict):
        return {key: _json_safe(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_json_safe(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value
