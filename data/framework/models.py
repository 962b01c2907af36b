"""The framework as a whole: what the evaluation holds to be true, read from `data/framework.yaml`."""

import datetime as dt

from pydantic import model_validator

from data.framework.base import Entry
from data.framework.check import problems
from data.framework.groups import Dimension, Group, Sector
from data.framework.indicators import Indicator
from data.framework.logic import Column, Link, Node, Programme
from data.framework.places import Area
from data.framework.services import Break, CashableShare, Dataset, Event, ImpactModel, Service, Threshold
from data.framework.surveys import Instrument, Item, Question


class Framework(Entry):
    """Frozen. `model_dump(mode="json")` and `Framework.model_validate` are each other's inverse."""

    programme: Programme
    columns: tuple[Column, ...]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    indicators: tuple[Indicator, ...]
    sectors: tuple[Sector, ...]
    sector_groups: tuple[Group, ...]
    citizen_groups: tuple[Group, ...]
    dimensions: tuple[Dimension, ...]
    areas: tuple[Area, ...]
    datasets: tuple[Dataset, ...]
    services: tuple[Service, ...]
    questions: tuple[Question, ...]
    instruments: tuple[Instrument, ...]
    items: tuple[Item, ...]
    events: tuple[Event, ...]
    breaks: tuple[Break, ...]
    impact_models: tuple[ImpactModel, ...]
    thresholds: tuple[Threshold, ...]
    cashable_shares: tuple[CashableShare, ...] = ()

    @model_validator(mode="after")
    def _entries_fit_together(self) -> "Framework":
        if found := problems(self):
            raise ValueError("\n".join(str(problem) for problem in found))
        return self

    def node(self, id: str) -> Node:
        return _by_id(self.nodes, "node", id)

    def link(self, id: str) -> Link:
        return _by_id(self.links, "link", id)

    def indicator(self, id: str) -> Indicator:
        return _by_id(self.indicators, "indicator", id)

    def question(self, id: str) -> Question:
        return _by_id(self.questions, "question", id)

    def item(self, id: str) -> Item:
        return _by_id(self.items, "item", id)

    def service(self, id: str) -> Service:
        return _by_id(self.services, "service", id)

    def sector(self, id: str) -> Sector:
        return _by_id(self.sectors, "sector", id)

    def dimension(self, id: str) -> Dimension:
        return _by_id(self.dimensions, "dimension", id)

    def threshold(self, id: str) -> float:
        return _by_id(self.thresholds, "threshold", id).value

    def indicators_of(self, node: str) -> tuple[Indicator, ...]:
        """Every indicator that stands on a node, those at home there first."""
        there = [indicator for indicator in self.indicators if node in indicator.nodes]
        return tuple(sorted(there, key=lambda indicator: indicator.nodes[0] != node))

    def nodes_in(self, column: str) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.column == column)

    def breaks_of(self, indicator: str) -> tuple[Break, ...]:
        """The breaks in the series an indicator is made from: its services' and its questions'."""
        formula = self.indicator(indicator).formula
        return tuple(
            entry for entry in self.breaks
            if entry.service in formula.services or entry.question in formula.questions
        )

    def areas_of(self, kind: str) -> tuple[Area, ...]:
        return tuple(area for area in self.areas if area.kind == kind)

    def area(self, code: str, on: dt.date | None = None) -> Area:
        """The area a code means on a day; without a day, or on a day outside all its vintages, the
        latest. Raises KeyError for an unknown code."""
        vintages = sorted((a for a in self.areas if a.code == code), key=lambda a: a.valid_from)
        if not vintages:
            raise KeyError(f"no area {code!r} in the framework")
        in_force = [area for area in vintages if on and area.in_force(on)]
        return (in_force or vintages)[-1]

    def area_name(self, code: str, on: dt.date | None = None) -> str:
        return self.area(code, on).name

    def members(self, code: str, on: dt.date | None = None) -> tuple[str, ...]:
        """The parts that make up an area on a day. None where the framework holds only some of them."""
        area = self.area(code, on)
        if not area.members_complete:
            return ()
        return tuple(
            part.code for part in area.members
            if on is None or ((part.valid_from or on) <= on <= (part.valid_to or on))
        )

    def group_name(self, dimension: str, value: str) -> str:
        """The words for a value of a breakdown; a district or service by its own name."""
        if dimension == "district":
            return self.area_name(value)
        if dimension == "service":
            return self.service(value).name
        known = (*self.sectors, *self.sector_groups) if dimension == "sector" else self._values(dimension)
        return next((group.name for group in known if group.id == value), value)

    def _values(self, dimension: str) -> tuple[Group, ...]:
        return self.citizen_groups if dimension == "citizen_group" else self.dimension(dimension).values


def _by_id(entries, what: str, id: str):
    for entry in entries:
        if entry.id == id:
            return entry
    raise KeyError(f"no {what} {id!r} in the framework")
