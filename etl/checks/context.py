"""What the rules need to know besides the rows."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from etl.codes import Codebook

SUPPLIED, MADE = "supplied", "made"  # a survey's own weights, or weights made from the population
Wave = tuple[str, Mapping[str, list]]  # its name, and a column of stored values for each question or item
SeriesKey = tuple[str, str, str]  # service, area, age band


@dataclass(frozen=True, slots=True)
class Round:
    """An earlier wave of a survey: its name, modes, areas, and {question: the words it was asked in}."""

    wave: str
    modes: frozenset[str]
    areas: frozenset[str]
    wordings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Before:
    """What the store holds of the same dataset and origin before this file.

    `answers` are of the latest live waves, newest first, as `rounds`. `counts` is {series: {month number:
    count}} of monthly demand. `headers` field -> header and `definitions` (sentences) are of the last file.
    """

    answers: Sequence[Wave] = ()
    rounds: Sequence[Round] = ()
    counts: Mapping[SeriesKey, Mapping[int, float | None]] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """What the file says in words: field -> header, and its definitions (cell -> sentence)."""

    headers: Mapping[str, str] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)


NOTHING_BEFORE, NOTHING_TOLD = Before(), Told()


@dataclass(frozen=True, slots=True)
class CheckContext:
    """`as_at` is the day "the future" is counted from; `wave` the wave given with the file, if any.

    `codes` are the framework's lists, `values` the mapping's own (field -> text -> code). `weights` is
    whether a survey's own weights are used (supplied) or weights made from the population (made).
    """

    as_at: dt.date
    codes: Codebook
    wave: str | None = None
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    before: Before = NOTHING_BEFORE
    weights: str = SUPPLIED
    told: Told = NOTHING_TOLD
