"""The words the counterfactual asks and answers in: a series, a declared impact model, settings, an answer."""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from metrics.periods import add_months

SHAPES = ("level", "slope", "level_and_slope", "lag", "temporary")


@dataclass(frozen=True, slots=True)
class ServiceSeries:
    """Counts of one service in one area, in order of time; a missing month is None or simply not there.

    `starts`: the first day of each period (all months, or all quarters). `values`: counts. `exposure`: what a
    count is measured against, days × population or days alone; None means equal. `breaks`: the date from which
    the series can't be compared with what came before, and why. `parts`: the areas it is added up from.
    """

    service: str
    area: str
    starts: tuple[dt.date, ...]
    values: tuple[float | None, ...]
    exposure: tuple[float, ...] | None = None
    breaks: tuple[tuple[dt.date, str], ...] = ()
    parts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.values) != len(self.starts) or (self.exposure and len(self.exposure) != len(self.starts)):
            raise ValueError(f"{self.service} in {self.area}: starts, values and exposure must be equally long")
        if any(later <= earlier for earlier, later in pairwise(self.starts)):
            raise ValueError(f"{self.service} in {self.area}: the periods must be in order of time, each one once")


@dataclass(frozen=True, slots=True)
class ImpactModel:
    """How the programme is expected to show, declared before looking: shape, start, lag, and until when.

    `ends_on` (the first day no longer affected) belongs to the shape "temporary" and is optional otherwise.
    """

    id: str
    service: str
    areas: tuple[str, ...]
    shape: str
    starts_on: dt.date
    lag_months: int = 0
    ends_on: dt.date | None = None
    declared_on: dt.date | None = None

    def __post_init__(self) -> None:
        if self.shape not in SHAPES:
            raise ValueError(f"{self.id}: the shape is {self.shape!r}; it must be one of {', '.join(SHAPES)}")
        if self.shape == "temporary" and self.ends_on is None:
            raise ValueError(f"{self.id}: a temporary effect needs the date it ends")

    @property
    def effect_from(self) -> dt.date:
        """The first day on which the declared effect may show. What comes before is baseline, lag included."""
        return add_months(self.starts_on, self.lag_months)

    def moved(self, months: int) -> "ImpactModel":
        """The same model pretended to start so many months earlier or later, for placebos."""
        ends = None if self.ends_on is None else add_months(self.ends_on, months)
        return ImpactModel(self.id, self.service, self.areas, self.shape, add_months(self.starts_on, months),
                           self.lag_months, ends, self.declared_on)


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides whether a design answers. Months are months of data, not of the calendar."""

    months_before: int = 12
    months_before_season: int = 24
    months_after: int = 6
    harmonics: int = 2  # pairs of waves a year; 0: no season is fitted
    fit_noise_max: float = 0.25  # of the level: noise beyond counting noise around the own past
    fit_gap_max: float = 0.10  # of the level: gap to the comparators before the start
    pre_trend_p_min: float = 0.05
    jump_min: float = 0.50  # of the level: a lasting jump that looks like a break nobody declared
    comparators_min: int = 4
    covid: tuple[dt.date, dt.date] = (dt.date(2020, 3, 1), dt.date(2021, 6, 30))


DEFAULT = Settings()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a design does not answer, as a code and a sentence."""

    code: str  # too_few_before, too_few_after, bad_fit, break, overlap, no_comparators, pre_trend, no_counts
    sentence: str


@dataclass(frozen=True, slots=True)
class Range:
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Month:
    """One period after the start: what was counted, what would have come, and the avoided so far."""

    start: dt.date
    observed: float
    expected: Range
    avoided_so_far: Range


@dataclass(frozen=True, slots=True)
class Placebo:
    """A start that never was, or a place that had none: the effect found there should be nothing."""

    kind: str  # time, space
    name: str
    percent: float
    p: float
    held: bool


@dataclass(frozen=True, slots=True)
class Event:
    """The gap to the comparators in a quarter (`start`: its first day), per cent of the gap before the effect.

    `low` and `high` are the lowest and highest that a comparator shows in the treated place's stead.
    """

    start: dt.date
    gap: float
    low: float
    high: float

    @classmethod
    def of(cls, month: int, gap: float, low: float, high: float) -> "Event":
        """With months counted as `12 × year + month − 1`."""
        return cls(dt.date(month // 12, month % 12 + 1, 1), float(gap), float(low), float(high))


@dataclass(frozen=True, slots=True)
class Answer:
    """One design's answer. With `refusals` there are no figures and claim is "refused".

    `expected` is the total that would have come (95 % prediction interval), `avoided` expected less observed in
    units, `percent` the same of the expected, `rate` per unit of exposure. `p` is two-sided. All of them, the
    months and the sentence come from one distribution. `quantiles` are the 1st to 99th of the avoided, for
    carrying its uncertainty on. `smallest` is the smallest fall, in per cent, the data could have shown.
    """

    design: str  # its, did, sc
    claim: str  # fell, rose, no_clear_change, inconclusive, refused
    sentence: str
    refusals: tuple[Refusal, ...] = ()
    observed: float | None = None
    expected: Range | None = None
    avoided: Range | None = None
    percent: Range | None = None
    rate: Range | None = None
    p: float | None = None
    smallest: float | None = None
    months: tuple[Month, ...] = ()
    quantiles: tuple[float, ...] = ()
    diagnostics: tuple[tuple[str, float], ...] = ()
    placebos: tuple[Placebo, ...] = ()
    sensitivities: tuple[str, ...] = ()
    weights: tuple[tuple[str, float], ...] = ()  # of the comparators
    gaps: tuple[tuple[dt.date, float], ...] = ()  # to the comparators, per cent of the baseline's, every period
    events: tuple[Event, ...] = ()  # by quarter; also where the gap is what a design refused for
    maryland: int = 1

    @property
    def answered(self) -> bool:
        return not self.refusals
