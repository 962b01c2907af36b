"""Areas by code and date. A code may be reused, so an area is a code and the day it began to mean this."""

import datetime as dt
from typing import Literal

from pydantic import model_validator

from data.framework.base import Entry, Text


class Member(Entry):
    """A part of an area, for the time it belongs to it (empty dates: as long as the whole)."""

    code: Text
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


class Predecessor(Entry):
    """What an area was made from: the vintage of `code` in force the day before `on_date`."""

    code: Text
    on_date: dt.date
    reason: Text


class Area(Entry):
    """`valid_to` is the last day. Where `members_complete` is false the members are a part only, so
    nothing may be summed over them. Kind standard: not a place but a standard population's ages."""

    code: Text
    name: Text
    kind: Literal[
        "district", "unitary", "county", "footprint", "trust", "icb", "comparator", "nation", "standard"
    ]
    valid_from: dt.date
    valid_to: dt.date | None = None
    members: tuple[Member, ...] = ()
    members_complete: bool = True
    predecessors: tuple[Predecessor, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def _dates_in_order(self) -> "Area":
        if self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("valid_to cannot lie before valid_from")
        return self

    def in_force(self, on: dt.date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)
