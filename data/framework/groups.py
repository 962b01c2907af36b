"""Who is counted: the nine sectors, the citizen groups, and the breakdowns with their values."""

from data.framework.base import Entry, Id, Text


class Group(Entry):
    """A value of a breakdown. `grouped_as` is what it is published under where numbers are small."""

    id: Text
    name: Text
    grouped_as: str | None = None


class Sector(Entry):
    """One of the sectors leaders come from. `grouped_as` is a sector group's id."""

    id: Id
    name: Text
    grouped_as: Id


class Dimension(Entry):
    """A breakdown. Values stand in their fixed order; without values they are those met in the data."""

    id: Id
    name: Text
    values: tuple[Group, ...] = ()
