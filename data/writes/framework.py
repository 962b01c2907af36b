"""The framework's areas, events and breaks, and outside figures, brought into the store's tables."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, update

from data.reads import places
from data.reads.reasoning import codes
from data.schema import (
    area_members,
    area_predecessors,
    areas,
    breaks,
    events,
    reference_figures,
    reference_versions,
)
from data.writes.actors import now
from data.writes.rows import add, bulk_insert

AREA_COLUMNS = ("name", "kind", "valid_to")


def sync_framework(connection: Connection, framework: Any) -> None:
    """Bring areas, memberships, predecessors, events and breaks into line with a framework.

    Nothing is removed but memberships: what a publication once referred to stays.
    """
    sync_areas(connection, framework.areas)
    sync_coded(connection, events, (_event(each) for each in framework.events))
    sync_coded(connection, breaks, (_break(each) for each in framework.breaks))


def sync_areas(connection: Connection, given: Iterable[Any]) -> None:
    """Add new vintages, update known ones, and write memberships and predecessors anew."""
    given = list(given)
    for area in given:
        _sync_area(connection, area)
    vintages = places.area_vintages(connection)
    for table in (area_members, area_predecessors):
        connection.execute(delete(table))
    bulk_insert(connection, area_members, _members(given, vintages))
    bulk_insert(connection, area_predecessors, _predecessors(given, vintages))


def _sync_area(connection: Connection, area: Any) -> None:
    values = {name: getattr(area, name) for name in AREA_COLUMNS}
    known = places.area_vintages(connection).get((area.code, area.valid_from))
    if known:
        connection.execute(update(areas).where(areas.c.id == known).values(**values))
    else:
        connection.execute(insert(areas), {"code": area.code, "valid_from": area.valid_from, **values})


def _members(given: list[Any], vintages: Mapping[tuple, int]) -> Iterable[dict[str, Any]]:
    for area in given:
        for part in area.members:
            starts = part.valid_from or area.valid_from
            yield {
                "whole_id": vintages[area.code, area.valid_from],
                "part_id": _vintage(vintages, part.code, starts),
                "valid_from": starts,
                "valid_to": part.valid_to or area.valid_to,
            }


def _predecessors(given: list[Any], vintages: Mapping[tuple, int]) -> Iterable[dict[str, Any]]:
    for area in given:
        for before in area.predecessors:
            earlier = {key: id for key, id in vintages.items() if key[1] < before.on_date}
            yield {
                "area_id": vintages[area.code, area.valid_from],
                "predecessor_id": _vintage(earlier, before.code, before.on_date),
                "on_date": before.on_date,
                "reason": before.reason,
            }


def _vintage(vintages: Mapping[tuple, int], code: str, on) -> int:
    """The vintage of a code in force on a day; the first one where the day lies before all of them."""
    starts = sorted(start for known, start in vintages if known == code)
    if not starts:
        raise KeyError(f"no area {code!r} among the framework's areas")
    return vintages[code, max((start for start in starts if start <= on), default=starts[0])]


def sync_coded(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows whose code is new, update those it knows. For events and breaks."""
    known = codes(connection, table)
    for row in rows:
        if row["code"] in known:
            connection.execute(update(table).where(table.c.code == row["code"]).values(**row))
        else:
            connection.execute(insert(table), row)


def _event(event: Any) -> dict[str, Any]:
    return {
        "code": event.id, "name": event.name, "on_date": event.on_date, "until": event.until,
        "kind": event.kind, "services": list(event.services), "source": event.source,
    }  # fmt: skip


def _break(entry: Any) -> dict[str, Any]:
    return {
        "code": entry.id, "on_date": entry.on_date, "kind": entry.kind, "service": entry.service,
        "question": entry.question, "areas": list(entry.areas), "reason": entry.reason,
        "source": entry.source,
    }  # fmt: skip


def sync_reference(
    connection: Connection, name: str, version: str, figures: Mapping[str, float | None], **about: str
) -> int:
    """Store a version of outside figures once; return its id. `about`: source, year, status, unit.

    ValueError where that version is stored already with other figures: a version never changes.
    """
    unit = about.pop("unit", "")
    sha256 = hashlib.sha256(json.dumps(figures, sort_keys=True).encode()).hexdigest()
    known = places.reference_version(connection, name, version)
    if known is None:
        kept = {"name": name, "version": version, "sha256": sha256, "loaded_at": now()}
        id = add(connection, reference_versions, **kept, **about)
        rows = ({"key": key, "value": value} for key, value in figures.items())
        bulk_insert(connection, reference_figures, ({"version_id": id, "unit": unit, **row} for row in rows))
        return id
    if known.sha256 != sha256:
        raise ValueError(f"{name} {version} is stored with other figures; give the new ones a new version")
    return known.id
