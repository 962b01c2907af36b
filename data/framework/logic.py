"""The logic model: five columns of nodes and the if-then links between them."""

import datetime as dt
from typing import Literal

from pydantic import Field, model_validator

from data.framework.base import Entry, Id, Standing, Text

State = Literal[
    "improving", "worsening", "changed", "no_clear_change", "not_enough_points", "too_early",
    "not_comparable", "mixed", "stale", "no_measure",
]


class Programme(Entry):
    """What is evaluated. Lags are counted from `start`; `county` and `footprint` are area codes."""

    name: Text
    title: Text
    start: dt.date
    start_status: Standing
    county: Text
    footprint: Text
    description: Text


class Column(Entry):
    id: Literal["input", "activity", "output", "outcome", "impact"]
    name: Text
    meaning: Text


class Node(Entry):
    """A box of the logic model. `source` names the client's words (C1 to C12) it comes from, `phrases`
    what a status of this box is called in the overview's sentence."""

    id: Id
    column: Text
    name: Text
    short: Text
    description: Text
    source: tuple[Text, ...]
    hazards: tuple[Text, ...] = ()  # printed beside the node: how good news here may mislead
    phrases: dict[State, Text] = Field(default_factory=dict)


class LinkLag(Entry):
    """How long after its cause an effect is expected to show: months, or waves of measuring the effect."""

    shorter: int = Field(ge=0)
    longer: int = Field(ge=0)
    unit: Literal["months", "waves"] = "months"
    status: Standing = "assumption"

    @model_validator(mode="after")
    def _in_order(self) -> "LinkLag":
        if self.longer < self.shorter:
            raise ValueError("the longer end cannot be below the shorter end")
        return self


class Link(Entry):
    """If `cause` then `effect`. An assumption must hold for the claim; a rival would explain it away.

    Without a `lag` of its own the effect is expected within its indicators' lags, from the programme's start.
    """

    id: Id
    cause: Id
    effect: Id
    claim: Text
    assumptions: tuple[Text, ...]
    rivals: tuple[Text, ...]
    lag: LinkLag | None = None
