"""What the rules need to know besides the rows."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckContext:
    """`as_at` is the day "the future" is counted from; `wave` the wave given with the file, if any."""

    as_at: dt.date
    wave: str | None = None
