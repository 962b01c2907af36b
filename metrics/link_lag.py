"""A link's own lag: how long after its cause the effect showed, against how long it was expected to take."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from metrics.periods import months_since

COUNTED = {"months": ("month", "months"), "waves": ("round of measuring", "rounds of measuring")}


@dataclass(frozen=True, slots=True)
class Lag:
    """How long after its cause an effect is expected, in months or in rounds of measuring the effect (waves)."""

    shorter: int
    longer: int
    unit: str = "months"

    def __str__(self) -> str:
        span = str(self.shorter) if self.shorter == self.longer else f"{self.shorter} to {self.longer}"
        return f"{span} {COUNTED[self.unit][self.longer != 1]}"


def in_time(lag: Lag, cause: dt.date, effect: dt.date, rounds: Sequence[dt.date]) -> bool:
    """Whether an effect first shown on one day came within the lag of its cause; one before its cause never did.

    `rounds` are the ends of all periods that the effect was measured for.
    """
    return cause <= effect and lag.shorter <= _apart(lag, cause, effect, rounds) <= lag.longer


def told(lag: Lag, cause: dt.date, effect: dt.date, rounds: Sequence[dt.date]) -> str:
    """The order of both and how far they are apart, against the lag, in words."""
    if effect < cause:
        return f"The effect showed before the cause did; it was expected {lag} after it."
    way = "within" if in_time(lag, cause, effect, rounds) else "outside"
    expected = f"{way} the {lag} in which it was expected"
    if effect == cause:
        return f"Both first showed in the same month, {expected}."
    apart = _apart(lag, cause, effect, rounds)
    return f"The cause came first. The effect showed {apart} {COUNTED[lag.unit][apart != 1]} after it, {expected}."


def _apart(lag: Lag, cause: dt.date, effect: dt.date, rounds: Sequence[dt.date]) -> int:
    """Whole months, or rounds of measuring the effect, from the cause until the effect showed."""
    if lag.unit == "waves":
        return sum(cause < day <= effect for day in rounds)
    return months_since(cause + dt.timedelta(days=1), effect)
