"""The words metrics answers in: a period, an absence, an estimate, an indicator's definition."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

# Statistics about the measuring, not of the thing measured: never an indicator's level, never its change.
OF_THE_MEASURING = frozenset((
    "design_effect", "detectable_change", "n_for_target", "alpha", "item_total", "item_nonresponse",
))


class Absence(StrEnum):
    """Why there is no figure. Never merged with each other, never zero."""

    MISSING = "missing"
    WITHHELD = "withheld"
    NOT_APPLICABLE = "not_applicable"
    TOO_EARLY = "too_early"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Two dates, both inclusive, and a kind: never a label."""

    start: dt.date
    end: dt.date
    kind: str  # day, month, quarter, year, financial_year, wave, rolling_year, span

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True)
class Estimate:
    """One figure with its uncertainty, or the reason there is none.

    `value` is in the indicator's unit (shares in per cent, 0 to 100). `low` and `high` bound the
    95 % interval made by `method`. `base` is the unweighted count behind it, `base_effective`
    Kish's effective base, `numerator` and `denominator` the weighted counts or totals.
    """

    indicator: str
    statistic: str
    period: Period
    area: str
    source: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    method: str = ""
    base: float | None = None
    base_effective: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    absence: Absence | None = None
    reason: str = ""
    mode: str = ""
    segment: int = 1
    group_dim: str = ""
    group_value: str = ""
    scenario: str = ""
    centre: float | None = None
    lower_limit: float | None = None
    upper_limit: float | None = None
    mark: str = ""
    illustrative: bool = False
    trace: tuple[tuple[int, str, str], ...] = ()  # (upload id, sheet, cell range)

    def __post_init__(self) -> None:
        if (self.value is None) == (self.absence is None):
            raise ValueError(
                f"{self.indicator} {self.period}: an estimate has a value or an absence, not both or neither"
            )


@dataclass(frozen=True, slots=True)
class Target:
    """A dated target. `kind` level and change have progress; difference is against `comparator`."""

    kind: str  # level, change, difference
    value: float
    due: dt.date
    comparator: str = ""
    steps: tuple[tuple[dt.date, float], ...] = ()  # dated steps on the way, as levels or changes


@dataclass(frozen=True, slots=True)
class Definition:
    """What metrics needs to know of a framework indicator, without importing the framework."""

    id: str
    name: str
    unit: str  # percent, points, count, hours, pounds, rate, ratio, index
    direction: str  # up, down, neutral
    formula: str  # the kind of formula: see metrics.measures
    params: Mapping[str, Any] = field(default_factory=dict)
    breakdowns: tuple[str, ...] = ()
    minimum_base: float = 0
    target: Target | None = None
    lag_months: tuple[int, int] = (0, 0)  # shorter and longer end, from the programme's start
    fresh_for_months: int = 18
    areas: tuple[str, ...] = ()  # codes this indicator is published for; the first is the headline's
    breaks: tuple[tuple[dt.date, str, tuple[str, ...]], ...] = ()  # date, reason, areas ((): all)
    published_measure: str = ""  # its name among the figures that others publish
    chart: str = "xmr"  # how a series is judged: xmr, or by its counts: u, p, u_prime, p_prime
    chart_where_small: str = ""  # instead, where a series counts fewer than `small_count` a period
    small_count: float = 0
