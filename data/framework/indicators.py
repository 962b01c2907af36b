"""One measure on one node: its question, formula, target, lag, benchmarks and partners."""

import datetime as dt
from string import Formatter
from typing import Literal

from pydantic import Field, field_validator, model_validator

from data.framework.base import Entry, Id, Standing, Text
from data.framework.formulas import Formula

Unit = Literal["percent", "points", "count", "hours", "pounds", "rate", "ratio", "index"]
# How a series of counts is judged. xmr: moving ranges. u and p take limits from the counts themselves (events in so
# much exposure, cases among so many), u_prime and p_prime widen them by how much more the counts vary (Laney).
# There is no c: months differ in days, so their chances aren't equal, and u is c where they are.
Chart = Literal["xmr", "u", "u_prime", "p", "p_prime"]
CHARTS = {"u": "demand_rate", "u_prime": "demand_rate", "p": "prevention_share", "p_prime": "prevention_share"}
FACTS = frozenset(("value", "delta", "since", "period", "name"))


class Benchmark(Entry):
    """A figure of another population or mode: shown beside an indicator, never its baseline.

    It is drawn only where it was asked in the indicator's own words (`same_wording`) and mode.
    """

    label: Text
    value: float
    unit: Unit
    period: Text
    year: int = Field(ge=1990, le=2100)
    area: Text
    source: Text
    mode: str = ""
    same_wording: bool = True
    status: Standing


class Step(Entry):
    date: dt.date
    value: float


class Target(Entry):
    """`value` is a level, a change from the baseline, or a difference from the comparator area."""

    kind: Literal["level", "change", "difference", "none"]
    value: float | None = None
    due: dt.date | None = None
    steps: tuple[Step, ...] = ()
    comparator: str | None = None
    status: Standing = "assumption"
    rationale: Text

    @model_validator(mode="after")
    def _whole(self) -> "Target":
        if self.kind == "none":
            if self.value is not None or self.due is not None or self.steps:
                raise ValueError("a target of kind none has no value, due date or steps")
            return self
        if self.value is None or self.due is None:
            raise ValueError("a target needs a value and a due date")
        if (self.kind == "difference") != bool(self.comparator):
            raise ValueError("a target of kind difference, and only that, names a comparator area")
        dates = [step.date for step in self.steps]
        if dates != sorted(set(dates)) or any(date >= self.due for date in dates):
            raise ValueError("steps stand in date order, each once, before the due date")
        return self


class Lag(Entry):
    """Months from the programme's start before which an effect is too early, and until which it is early."""

    shorter: int = Field(ge=0)
    longer: int = Field(ge=0)
    status: Standing = "assumption"

    @model_validator(mode="after")
    def _in_order(self) -> "Lag":
        if self.longer < self.shorter:
            raise ValueError("the longer end cannot be below the shorter end")
        return self


class Headline(Entry):
    """The finding as a sentence without full stop. It may use the fields {value}, {delta}, {since},
    {period} and {name}; where one of them has no content the general sentence is used instead."""

    improving: Text
    worsening: Text
    no_clear_change: Text
    level: Text

    @field_validator("*")
    @classmethod
    def _fields_are_known(cls, template: str) -> str:
        if unknown := {name for _, name, _, _ in Formatter().parse(template) if name} - FACTS:
            raise ValueError(f"a headline has no field {', '.join(sorted(unknown))}")
        return template


class Indicator(Entry):
    """`nodes`: the first is its home. `areas`: the first is the headline's. `fresh_for_months` from
    the end of the latest period. `minimum_base` is unweighted and governs status and headline.
    `published_measure` is its name in the published estimates of others, drawn as separate series.
    `chart_where_small` takes the place of `chart` in areas that count less than the threshold
    small_count_mean a period since the last break."""

    id: Id
    kind: Literal["result", "delivery"]
    name: Text
    short: Text
    nodes: tuple[Id, ...] = Field(min_length=1)
    question: Text
    formula: Formula
    formula_text: Text
    unit: Unit
    unit_text: Text
    direction: Literal["up", "down", "neutral"]
    dataset: Id
    source_text: Text
    frequency: Literal["monthly", "quarterly", "annual", "wave", "six_monthly"]
    breakdowns: tuple[Id, ...] = ()
    minimum_base: float = Field(ge=0)
    minimum_base_text: Text
    benchmarks: tuple[Benchmark, ...] = ()
    published_measure: str | None = None
    target: Target
    lag: Lag
    guard_rail: Id | None = None
    guard_rail_why: str = ""
    fresh_for_months: int = Field(gt=0)
    areas: tuple[Text, ...] = Field(min_length=1)
    owner: Text
    caveat: Text
    headline: Headline | None = None
    chart: Chart = "xmr"
    chart_where_small: Chart | None = None

    @model_validator(mode="after")
    def _charts_fit_the_formula(self) -> "Indicator":
        for chart in (self.chart, self.chart_where_small):
            if CHARTS.get(chart, self.formula.kind) != self.formula.kind:
                raise ValueError(f"a {chart} chart is for a {CHARTS[chart]} formula, not for a {self.formula.kind}")
        return self

    @model_validator(mode="after")
    def _guard_rail_is_explained(self) -> "Indicator":
        if bool(self.guard_rail) != bool(self.guard_rail_why):
            raise ValueError("guard_rail and guard_rail_why stand together: name the partner and say why")
        return self
