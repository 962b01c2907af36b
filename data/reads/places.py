"""Areas with their vintages, and versions of outside figures."""

import datetime as dt
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Row, func, select

from data.reads.frame import frame
from data.schema import area_members, area_predecessors, reference_figures, reference_versions
from data.schema import areas as areas_table


def areas(connection: Connection, on: dt.date | None = None) -> pd.DataFrame:
    """Every vintage of every area, or those in force on a day: id, code, name, kind, valid_from, valid_to."""
    columns = areas_table.c
    statement = select(areas_table).order_by(columns.kind, columns.code, columns.valid_from)
    if on is not None:
        statement = statement.where(
            columns.valid_from <= on, (columns.valid_to.is_(None)) | (columns.valid_to >= on)
        )
    return frame(connection, statement)


def area_parts(connection: Connection) -> pd.DataFrame:
    """What lies in what, and when: whole, part (codes), valid_from, valid_to."""
    whole, part = areas_table.alias("whole"), areas_table.alias("part")
    return frame(
        connection,
        select(
            whole.c.code.label("whole"), part.c.code.label("part"),
            area_members.c.valid_from, area_members.c.valid_to,
        )
        .select_from(area_members)
        .join(whole, whole.c.id == area_members.c.whole_id)
        .join(part, part.c.id == area_members.c.part_id)
        .order_by(whole.c.code, part.c.code),
    )  # fmt: skip


def area_histories(connection: Connection) -> pd.DataFrame:
    """What an area was made from: code, predecessor, predecessor_from (its vintage), on_date, reason."""
    area, before = areas_table.alias("area"), areas_table.alias("before")
    return frame(
        connection,
        select(
            area.c.code, before.c.code.label("predecessor"), before.c.valid_from.label("predecessor_from"),
            area_predecessors.c.on_date, area_predecessors.c.reason,
        )
        .select_from(area_predecessors)
        .join(area, area.c.id == area_predecessors.c.area_id)
        .join(before, before.c.id == area_predecessors.c.predecessor_id)
        .order_by(area.c.code, before.c.code),
    )  # fmt: skip


def area_vintages(connection: Connection) -> dict[tuple[str, dt.date], int]:
    """{(code, valid_from): id}."""
    columns = areas_table.c
    return {(row[0], row[1]): row[2] for row in connection.execute(
        select(columns.code, columns.valid_from, columns.id)
    )}  # fmt: skip


def reference_versions_in_use(connection: Connection) -> list[dict[str, Any]]:
    """The newest version of each set of outside figures: name, version, source, year, status, sha256."""
    columns = reference_versions.c
    newest = select(func.max(columns.id)).group_by(columns.name)
    rows = connection.execute(
        select(columns.name, columns.version, columns.source, columns.year, columns.status, columns.sha256)
        .where(columns.id.in_(newest))
        .order_by(columns.name)
    )  # fmt: skip
    return [dict(row._mapping) for row in rows]


def reference_version(connection: Connection, name: str, version: str) -> Row | None:
    """One version of a set of outside figures, or None."""
    columns = reference_versions.c
    statement = select(reference_versions).where(columns.name == name, columns.version == version)
    return connection.execute(statement).one_or_none()


def reference_values(connection: Connection, name: str) -> dict[str, float | None]:
    """{key: value} of the newest version of a set of outside figures; empty where there is none."""
    newest = select(func.max(reference_versions.c.id)).where(reference_versions.c.name == name)
    rows = connection.execute(
        select(reference_figures.c.key, reference_figures.c.value)
        .where(reference_figures.c.version_id == newest.scalar_subquery())
        .order_by(reference_figures.c.id)
    )
    return dict(rows.all())
