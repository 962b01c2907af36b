"""Will it reach its target? The interval against the end target and against the target to date."""

from collections.abc import Callable
from dataclasses import dataclass

from metrics.status_types import TargetStatus

SIGN = {"up": 1, "down": -1}


@dataclass(frozen=True, slots=True)
class Aim:
    """What a target is judged from. `low` and `high` are equal for a complete count.

    All four are on one scale: levels, or differences from the comparator. `too_early` holds back any
    judgement but that the target is reached.
    """

    direction: str
    low: float | None
    high: float | None
    end: float | None
    to_date: float | None
    too_early: bool = False


Test = Callable[[Aim, float, float], bool]
# In order: the first row whose test holds decides. Bounds are turned so that more is better.
TABLE: tuple[tuple[str, Test, TargetStatus], ...] = (
    ("no direction is good", lambda a, low, high: a.direction not in SIGN, TargetStatus.NO_TARGET),
    ("there is no comparable figure to set it against", lambda a, low, high: low is None or a.end is None,
     TargetStatus.UNCERTAIN),
    ("the interval lies past the end target", lambda a, low, high: low >= _turned(a, a.end),
     TargetStatus.REACHED),
    ("it is too early to judge", lambda a, low, high: a.too_early, TargetStatus.UNCERTAIN),
    ("nothing is due yet", lambda a, low, high: a.to_date is None, TargetStatus.UNCERTAIN),
    ("the interval lies on the good side of the target to date",
     lambda a, low, high: low >= _turned(a, a.to_date), TargetStatus.ON_COURSE),
    ("the interval lies on the wrong side of the target to date",
     lambda a, low, high: high < _turned(a, a.to_date), TargetStatus.OFF_COURSE),
    ("the interval holds the target to date", lambda a, low, high: True, TargetStatus.UNCERTAIN),
)


def judge_target(aim: Aim) -> tuple[TargetStatus, str]:
    """The status and the row of TABLE that decided."""
    low, high = None, None
    if aim.low is not None and aim.high is not None and aim.direction in SIGN:
        low, high = sorted((_turned(aim, aim.low), _turned(aim, aim.high)))
    return next((status, row) for row, test, status in TABLE if test(aim, low, high))


def _turned(aim: Aim, value: float) -> float:
    return SIGN[aim.direction] * value
