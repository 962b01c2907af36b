"""What the rules need to know besides the rows."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from etl.codes import Codebook

SUPPLIED, MADE = "supplied", "made"  # a survey's own weights, or weights made from the population
Wave = tuple[str, Mapping[str, list]]  # its name, and a column of stored values for each question or item


@dataclass(frozen=True, slots=True)
class CheckContext:
    """`as_at` is the day "the future" is counted from; `wave` the wave given with the file, if any.

    `codes` are the framework's lists, `values` the mapping's own (field -> text -> code), `earlier` the
    latest live waves of the same survey, newest first. `weights` is whether a survey's own weights are used
    (supplied) or weights made from the population (made).
    """

    as_at: dt.date
    codes: Codebook
    wave: str | None = None
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    earlier: Sequence[Wave] = ()
    weights: str = SUPPLIED
