"""Demand on services, and what may move it: events, breaks and impact models declared beforehand."""

import datetime as dt
from typing import Literal

from pydantic import Field, model_validator

from data.framework.base import Entry, Id, Standing, Text


class Service(Entry):
    """A demand series. `per` people, households or adults make its rate; `disclosure`: its counts are
    of people, so small ones below county level are withheld and the others rounded."""

    id: Id
    name: Text
    unit: Text
    direction: Literal["up", "down", "neutral"]
    denominator: Literal["persons", "households", "adults", "none"]
    per: int = Field(gt=0)
    owner: Text
    guard_rail: Id | None = None
    guard_rail_why: str = ""
    disclosure: bool
    sample: bool
    note: str = ""


class Event(Entry):
    """Something outside a series that may show in it. `until` is the last day, if it ended."""

    id: Id
    name: Text
    on_date: dt.date
    until: dt.date | None = None
    kind: Literal["programme", "external"]
    services: tuple[Id, ...] = ()
    source: Text
    status: Standing


class Break(Entry):
    """From `on_date` a series cannot be compared with what came before. No areas: all areas."""

    id: Id
    on_date: dt.date
    kind: Literal["mode", "wording", "recording", "geography", "policy"]
    service: Id | None = None
    question: Id | None = None
    areas: tuple[Text, ...] = ()
    reason: Text
    source: Text
    status: Standing

    @model_validator(mode="after")
    def _of_one_series(self) -> "Break":
        if bool(self.service) == bool(self.question):
            raise ValueError("a break names a service or a question, one of them")
        return self


class ImpactModel(Entry):
    """How the programme is expected to show in a series, declared before looking at it.

    `ends_on`, the first day no longer affected, belongs to the shape "temporary".
    """

    id: Id
    name: Text
    service: Id
    areas: tuple[Text, ...] = Field(min_length=1)
    shape: Literal["level", "slope", "level_and_slope", "lag", "temporary"]
    starts_on: dt.date
    lag_months: int = Field(ge=0)
    ends_on: dt.date | None = None
    declared_on: dt.date
    rationale: Text
    status: Standing
    illustrative: bool

    @model_validator(mode="after")
    def _temporary_ends(self) -> "ImpactModel":
        if self.shape == "temporary" and self.ends_on is None:
            raise ValueError("a temporary effect needs ends_on, the date it ends")
        return self


class CashableShare(Entry):
    """The share (0 to 1) of a payer's fiscal value for a service that its budget holder has signed as cash."""

    service: Id
    payer: Text
    share: float = Field(ge=0, le=1)
    signed_by: Text
    signed_on: dt.date
    source: Text


class Threshold(Entry):
    """A rule of display or of method. `assumption`: our judgement, and said to be so on screen."""

    id: Id
    name: Text
    value: float
    unit: Text
    subject: Literal["survey", "disclosure", "weights", "status", "spc", "leaders", "money", "import"]
    source: Text
    assumption: bool


class Dataset(Entry):
    """A kind of data. Its newest row may be `fresh_for_months` old before it counts as out of date."""

    id: Id
    name: Text
    fresh_for_months: int = Field(gt=0)
    status: Standing
