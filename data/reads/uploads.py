"""The register of uploads: files, faults, what is live of each, and who did what."""

from collections import defaultdict
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, String, case, cast, func, literal, select

from data.reads.frame import frame
from data.reads.live import SUPERSEDE_KEYS, Ids, live_waves, ranked_rows, ranked_waves
from data.schema import (
    actors,
    audit,
    faults,
    leader_forms,
    respondents,
    source_files,
)
from data.schema import (
    uploads as table,
)

SURVEYS = {"citizen_survey": respondents, "leader_survey": leader_forms}


def _listed() -> Select:
    counted = (
        select(
            faults.c.upload_id,
            func.sum(case((faults.c.severity == "error", 1), else_=0)).label("errors"),
            func.sum(case((faults.c.severity == "warning", 1), else_=0)).label("warnings"),
        )
        .group_by(faults.c.upload_id)
        .subquery("counted")
    )
    files = source_files.c
    return (
        select(
            table.c.id, files.name, table.c.dataset, table.c.scope, table.c.origin, table.c.status,
            table.c.rows, actors.c.name.label("actor"), table.c.note, table.c.created_at,
            table.c.published_at, table.c.withdrawn_at, files.sha256_received.label("sha256"), files.size,
            files.sha256_kept.is_not(None).label("kept"), files.bytes_absent_reason,
            func.coalesce(counted.c.errors, 0).label("errors"),
            func.coalesce(counted.c.warnings, 0).label("warnings"),
        )
        .join(source_files, files.id == table.c.source_file_id)
        .join(actors, actors.c.id == table.c.actor_id)
        .outerjoin(counted, counted.c.upload_id == table.c.id)
        .order_by(table.c.id.desc())
    )  # fmt: skip


def uploads(connection: Connection) -> pd.DataFrame:
    """Every upload, the newest first: id, name (of the file), dataset, scope, origin, status, rows, actor,
    note, created_at, published_at, withdrawn_at, sha256, size, kept (its bytes), bytes_absent_reason,
    errors, warnings. Times are UTC."""
    return frame(connection, _listed())


def register(connection: Connection) -> pd.DataFrame:
    """`uploads`, with how many rows of each are live and the ids it supersedes or is superseded by.

    live_rows is 0 for an upload that counts no more; supersedes and superseded_by are lists of ids.
    """
    found = uploads(connection)
    live = live_rows_by_upload(connection)
    after, before = defaultdict(list), defaultdict(list)
    for row in supersessions(connection).itertuples():
        after[row.upload_id].append(row.winner)
        before[row.winner].append(row.upload_id)
    return found.assign(
        live_rows=pd.Series([live.get(id, 0) for id in found["id"]], dtype="int64"),
        supersedes=pd.Series([sorted(before[id]) for id in found["id"]], dtype=object),
        superseded_by=pd.Series([sorted(after[id]) for id in found["id"]], dtype=object),
    )


def supersessions(connection: Connection) -> pd.DataFrame:
    """Which upload stands in place of which: upload_id, winner, rows (of the one superseded)."""
    ranked = [ranked_rows(each) for each in SUPERSEDE_KEYS] + [ranked_waves(each) for each in SURVEYS]
    found = [
        frame(
            connection,
            select(each.c.upload_id, each.c.winner, func.count().label("rows"))
            .where(each.c.upload_id != each.c.winner)
            .group_by(each.c.upload_id, each.c.winner),
        )
        for each in ranked
    ]
    return pd.concat([each for each in found if len(each)] or found[:1], ignore_index=True)


def live_rows_by_upload(connection: Connection, including: Ids = (), excluding: Ids = ()) -> dict[int, int]:
    """How many rows of each upload are live; an upload with none is not listed."""
    return {
        upload: rows
        for counted in _live_counts(connection, including, excluding).values()
        for upload, rows in counted.items()
    }


def live_row_counts(connection: Connection, including: Ids = (), excluding: Ids = ()) -> dict[str, int]:
    """How many rows of each of the thirteen datasets are live."""
    counts = _live_counts(connection, including, excluding)
    return {dataset: sum(counted.values()) for dataset, counted in counts.items()}


def _live_counts(connection: Connection, including: Ids, excluding: Ids) -> dict[str, dict[int, int]]:
    statements = {}
    for each in SUPERSEDE_KEYS:
        ranked = ranked_rows(each, including, excluding)
        statements[each.name] = _counted(ranked.c.upload_id, ranked.c.place == 1)
    for dataset, rows in SURVEYS.items():
        live = live_waves(dataset, including, excluding)
        statements[dataset] = _counted(rows.c.upload_id, rows.c.wave_id.in_(select(live.c.id)))
    return {name: dict(connection.execute(each).all()) for name, each in statements.items()}


def _counted(upload_id, condition) -> Select:
    return select(upload_id, func.count()).where(condition).group_by(upload_id)


def live_upload_ids(connection: Connection) -> list[int]:
    """The uploads with at least one live row, and the survey waves whose rows were purged."""
    purged = live_waves("citizen_survey")
    kept = connection.scalars(select(purged.c.upload_id))
    return sorted({*live_rows_by_upload(connection), *kept})


def upload(connection: Connection, upload_id: int) -> dict[str, Any]:
    """One upload as in `uploads`, with `columns` (field -> [sheet, letters, header]). KeyError if unknown."""
    row = connection.execute(
        _listed().add_columns(table.c.columns).where(table.c.id == upload_id)
    ).one_or_none()
    if row is None:
        raise KeyError(f"there is no upload {upload_id}")
    return dict(row._mapping)


def upload_bytes(connection: Connection, upload_id: int) -> bytes | None:
    """The kept bytes of an upload's file; None where they are not kept, and `upload` says why."""
    return connection.scalar(
        select(source_files.c.bytes)
        .join(table, table.c.source_file_id == source_files.c.id)
        .where(table.c.id == upload_id)
    )


def upload_states(connection: Connection, upload_ids: Ids) -> dict[int, str]:
    """{id: status} of the uploads that exist."""
    statement = select(table.c.id, table.c.status).where(table.c.id.in_(list(upload_ids)))
    return dict(connection.execute(statement).all())


def faults_of(connection: Connection, upload_id: int) -> pd.DataFrame:
    """The faults of an upload, in the order found: code, severity, sheet, cell, value, expected, mend,
    message."""
    columns = [column for column in faults.columns if column.name not in ("id", "upload_id")]
    return frame(connection, select(*columns).where(faults.c.upload_id == upload_id).order_by(faults.c.id))


def audit_log(connection: Connection, limit: int = 500) -> pd.DataFrame:
    """Who did what, the latest first: at (UTC), actor, action, subject, detail, file, by_command.

    `file` is the name of the file an upload was made from, empty where the subject is no upload."""
    return frame(
        connection,
        select(
            audit.c.at, actors.c.name.label("actor"), audit.c.action, audit.c.subject, audit.c.detail,
            func.coalesce(source_files.c.name, "").label("file"), audit.c.by_command,
        )
        .join(actors, actors.c.id == audit.c.actor_id)
        .outerjoin(table, audit.c.subject == literal("upload ") + cast(table.c.id, String))
        .outerjoin(source_files, source_files.c.id == table.c.source_file_id)
        .order_by(audit.c.id.desc())
        .limit(limit),
    )  # fmt: skip


def actor_id(connection: Connection, name: str) -> int | None:
    return connection.scalar(select(actors.c.id).where(actors.c.name == name))
