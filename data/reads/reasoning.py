"""What people declared and judged: verdicts, evidence, impact models, events, breaks, notes."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, Row, Table, func, select

from data import schema
from data.reads.frame import frame
from data.reads.live import live_rows
from data.schema import actors


def verdicts(connection: Connection) -> dict[str, dict[str, Any]]:
    """The newest verdict of each link that has one: {link: {verdict, rationale, actor, decided_at}}."""
    columns = schema.verdicts.c
    newest = select(func.max(columns.id)).group_by(columns.link)
    rows = connection.execute(
        select(
            columns.link, columns.verdict, columns.rationale, actors.c.name.label("actor"), columns.decided_at
        )
        .join(actors, actors.c.id == columns.actor_id)
        .where(columns.id.in_(newest))
        .order_by(columns.link)
    )
    found = [dict(row._mapping) for row in rows]
    return {row.pop("link"): row for row in found}


def verdict_history(connection: Connection, link: str) -> pd.DataFrame:
    """Every verdict on a link, the newest first."""
    return _signed(connection, schema.verdicts, schema.verdicts.c.link == link)


def evidence(connection: Connection, link: str | None = None) -> pd.DataFrame:
    """Evidence on one link, or on all."""
    condition = schema.evidence.c.link == link if link else schema.evidence.c.id > 0
    return _signed(connection, schema.evidence, condition)


def notes(connection: Connection, subject: str) -> pd.DataFrame:
    """What was noted about a subject such as "indicator I16", the newest first."""
    return _signed(connection, schema.notes, schema.notes.c.subject == subject)


def impact_models(connection: Connection) -> pd.DataFrame:
    """Every version of every impact model, the newest first, with who declared it."""
    return _signed(connection, schema.impact_models, schema.impact_models.c.id > 0)


def newest_impact_model(connection: Connection, name: str) -> Row | None:
    """The newest version of a model, or None."""
    columns = schema.impact_models.c
    statement = select(schema.impact_models).where(columns.name == name).order_by(columns.version.desc())
    return connection.execute(statement.limit(1)).one_or_none()


def events(connection: Connection) -> pd.DataFrame:
    """What happened besides, by date: code, name, on_date, until, kind, services, source."""
    return frame(connection, select(schema.events).order_by(schema.events.c.on_date))


def breaks(connection: Connection) -> pd.DataFrame:
    """From when series are not comparable: code, on_date, kind, service, question, areas, reason, source."""
    return frame(connection, select(schema.breaks).order_by(schema.breaks.c.on_date))


def rebases(connection: Connection) -> pd.DataFrame:
    """Limits set anew, the newest first: id, service, on_date, reason, actor, decided_at."""
    return _signed(connection, schema.rebases, schema.rebases.c.id > 0)


def cashable_shares(connection: Connection, service: str | None = None) -> pd.DataFrame:
    """Shares signed as cash, newest first: id, service, payer, share, owner, reason, signed_on, actor, decided_at."""
    table = schema.cashable_shares
    return _signed(connection, table, table.c.service == service if service else table.c.id > 0)


def payers(connection: Connection) -> dict[str, list[str]]:
    """Who pays for a case of each service, by the live fiscal unit costs: {service: payers}."""
    live = live_rows(schema.unit_costs)
    rows = connection.execute(
        select(live.c.service, live.c.payer).distinct()
        .where(live.c.kind == "fiscal", live.c.service.is_not(None)).order_by(live.c.service, live.c.payer)
    )  # fmt: skip
    found: dict[str, list[str]] = {}
    for service, payer in rows:
        found.setdefault(service, []).append(payer)
    return found


def codes(connection: Connection, table: Table) -> set[str]:
    """The codes known in a table of events or breaks."""
    return set(connection.scalars(select(table.c.code)))


def _signed(connection: Connection, table: Table, condition) -> pd.DataFrame:
    """The rows of a table that people sign, with the signer's name in place of the id."""
    columns = [column for column in table.columns if column.name != "actor_id"]
    statement = select(*columns, actors.c.name.label("actor")).join(actors, actors.c.id == table.c.actor_id)
    return frame(connection, statement.where(condition).order_by(table.c.id.desc()))
