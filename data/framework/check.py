"""Do the entries fit together? Each misfit is told by entry, field, value and rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.framework.models import Framework

# collection -> what one of its entries is called in messages
SINGULAR = {
    "columns": "column", "nodes": "node", "links": "link", "indicators": "indicator",
    "sectors": "sector", "sector_groups": "sector group", "citizen_groups": "citizen group",
    "dimensions": "dimension", "areas": "area", "datasets": "dataset", "services": "service", "questions": "question",
    "instruments": "instrument", "items": "item", "events": "event", "breaks": "break",
    "impact_models": "impact model", "thresholds": "threshold",
}


@dataclass(frozen=True)
class Problem:
    entry: str
    field: str
    value: object
    rule: str

    def __str__(self) -> str:
        return f"{self.entry}: {self.field} is {self.value!r}: {self.rule}"


def problems(fw: Framework) -> list[Problem]:
    """Every misfit between entries, in the order of the framework."""
    checks = (_repeated, _logic, _indicators, _groups, _places, _questions, _series)
    return [problem for check in checks for problem in check(fw)]


def _repeated(fw: Framework) -> Iterator[Problem]:
    for collection, what in SINGULAR.items():
        if collection == "areas":
            keys = [(area.code, area.valid_from.isoformat()) for area in fw.areas]
        else:
            keys = [entry.id for entry in getattr(fw, collection)]
        for key, times in Counter(keys).items():
            if times > 1:
                shown = " from ".join(key) if isinstance(key, tuple) else key
                rule = f"an id stands once; this one stands {times} times"
                yield Problem(f"{what} {shown}", "id", shown, rule)


def _logic(fw: Framework) -> Iterator[Problem]:
    columns, nodes = _ids(fw.columns), _ids(fw.nodes)
    for node in fw.nodes:
        yield from _known(f"node {node.id}", "column", [node.column], columns, "column")
    for link in fw.links:
        for end in ("cause", "effect"):
            yield from _known(f"link {link.id}", end, [getattr(link, end)], nodes, "node")


def _indicators(fw: Framework) -> Iterator[Problem]:
    known = {
        "nodes": (_ids(fw.nodes), "node"),
        "guard_rail": (_ids(fw.indicators), "indicator"),
        "breakdowns": (_ids(fw.dimensions), "dimension"),
        "areas": (_codes(fw), "area"),
        "formula.questions": (_ids(fw.questions), "question"),
        "formula.items": (_ids(fw.items), "item"),
        "formula.services": (_ids(fw.services), "service"),
        "target.comparator": (_codes(fw), "area"),
    }
    for indicator in fw.indicators:
        entry, formula = f"indicator {indicator.id}", indicator.formula
        named = {
            "nodes": indicator.nodes, "guard_rail": [indicator.guard_rail],
            "breakdowns": indicator.breakdowns, "areas": indicator.areas,
            "formula.questions": formula.questions, "formula.items": formula.items,
            "formula.services": formula.services, "target.comparator": [indicator.target.comparator],
        }
        for field, values in named.items():
            yield from _known(entry, field, values, *known[field])
        areas = [benchmark.area for benchmark in indicator.benchmarks]
        yield from _known(entry, "benchmarks.area", areas, _codes(fw), "area")
        if indicator.guard_rail == indicator.id:
            yield Problem(entry, "guard_rail", indicator.id, "an indicator cannot guard itself")


def _groups(fw: Framework) -> Iterator[Problem]:
    groups = _ids(fw.sector_groups)
    for sector in fw.sectors:
        yield from _known(f"sector {sector.id}", "grouped_as", [sector.grouped_as], groups, "sector group")


def _places(fw: Framework) -> Iterator[Problem]:
    codes = _codes(fw)
    yield from _known("programme", "county", [fw.programme.county], codes, "area")
    yield from _known("programme", "footprint", [fw.programme.footprint], codes, "area")
    for area in fw.areas:
        entry = f"area {area.code}"
        yield from _known(entry, "members", [part.code for part in area.members], codes, "area")
        yield from _known(entry, "predecessors", [old.code for old in area.predecessors], codes, "area")
        for other in fw.areas:
            overlaps = other.code == area.code and other.valid_from > area.valid_from
            if overlaps and (area.valid_to is None or area.valid_to >= other.valid_from):
                rule = f"a code means one place at a time; it begins again on {other.valid_from}"
                yield Problem(entry, "valid_to", area.valid_to and area.valid_to.isoformat(), rule)


def _questions(fw: Framework) -> Iterator[Problem]:
    questions, instruments = _ids(fw.questions), _ids(fw.instruments)
    for question in fw.questions:
        entry = f"question {question.id}"
        yield from _known(entry, "successor_of", [question.successor_of], questions, "question")
    for item in fw.items:
        yield from _known(f"item {item.id}", "instrument", [item.instrument], instruments, "instrument")


def _series(fw: Framework) -> Iterator[Problem]:
    services, questions, codes = _ids(fw.services), _ids(fw.questions), _codes(fw)
    for service in fw.services:
        yield from _known(f"service {service.id}", "guard_rail", [service.guard_rail], services, "service")
    for event in fw.events:
        yield from _known(f"event {event.id}", "services", event.services, services, "service")
    for entry in fw.breaks:
        yield from _known(f"break {entry.id}", "service", [entry.service], services, "service")
        yield from _known(f"break {entry.id}", "question", [entry.question], questions, "question")
        yield from _known(f"break {entry.id}", "areas", entry.areas, codes, "area")
    for model in fw.impact_models:
        yield from _known(f"impact model {model.id}", "service", [model.service], services, "service")
        yield from _known(f"impact model {model.id}", "areas", model.areas, codes, "area")
    for share in fw.cashable_shares:
        yield from _known(f"cashable share of {share.payer}", "service", [share.service], services, "service")


def _known(
    entry: str, field: str, values: Iterable[str | None], known: set[str], what: str
) -> Iterator[Problem]:
    """Values that name nothing. An empty value names nothing on purpose."""
    for value in values:
        if value is not None and value not in known:
            article = "an" if what[0] in "aeiou" else "a"
            yield Problem(entry, field, value, f"must be the id of {article} {what} of the framework")


def _ids(entries) -> set[str]:
    return {entry.id for entry in entries}


def _codes(fw: Framework) -> set[str]:
    return {area.code for area in fw.areas}
