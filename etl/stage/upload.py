"""The upload itself: its file, its mapping, its faults and its rows, written together."""

import datetime as dt
import hashlib
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert

from data import writes
from data.reads.offers import latest_mapping
from data.schema import faults as faults_table
from data.schema import source_files, uploads
from etl.checks.context import SUPPLIED
from etl.codes import Codebook
from etl.faults import Fault
from etl.kept import Kept, keep
from etl.layout import Layout
from etl.personal import redact
from etl.records import Records
from etl.saved import add_mapping, is_same, stored
from etl.stage.citizens import stage_citizens
from etl.stage.leaders import stage_leaders
from etl.stage.people import ensure_people, stage_roles
from etl.stage.tables import TABLES, table_rows
from etl.stage.waves import stage_waves
from etl.workbook import letters


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it was offered. `scope` is the wave given with it, or ""; `weights` as in CheckContext;
    `released` are the quotes an evaluator lets stand, by their cells."""

    name: str
    content: bytes
    dataset: str
    actor: str
    origin: str
    scope: str = ""
    note: str = ""
    weights: str = SUPPLIED
    released: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def stage(
    connection: Connection,
    received: Received,
    layout: Layout,
    records: Records,
    codes: Codebook,
    faults: list[Fault],
) -> int:
    """Writes everything of one upload in the caller's transaction; returns the upload's id."""
    now, actor_id = dt.datetime.now(dt.UTC), writes.ensure_actor(connection, received.actor)
    upload_id = connection.execute(
        insert(uploads).returning(uploads.c.id),
        {
            "source_file_id": _add_file(connection, received, keep(received.content, layout, records, faults), now),
            "dataset": received.dataset,
            "scope": received.scope,
            "origin": received.origin,
            "status": "staged",
            "mapping_id": _add_mapping(connection, received, layout, actor_id),
            "columns": used_columns(layout),
            "rows": len(records),
            "actor_id": actor_id,
            "note": received.note,
            "weights": received.weights,
            "created_at": now,
        },
    ).scalar_one()
    writes.bulk_insert(
        connection, faults_table, ({"upload_id": upload_id, **asdict(each)} for each in faults)
    )
    _stage_rows(connection, upload_id, records, codes)
    writes.audit(connection, actor_id, "receive", f"upload {upload_id}", received.name)
    for cell in received.released:
        writes.audit(connection, actor_id, "release quote", f"upload {upload_id}", cell)
    return upload_id


def used_columns(layout: Layout) -> dict[str, list[str | None]]:
    """field, or the label of a column that stands for one -> [sheet, column letters, header]; a constant
    has no letters."""
    found = dict(layout.columns)
    for each in layout.spread:
        label = " ".join(each.labels.values())
        found |= {label if len(each.columns) == 1 else f"{label} {name}": at for name, at in each.columns.items()}
    headers = layout.headers
    columns = {name: [layout.sheet.name, letters(at), redact(headers[at])[0]] for name, at in found.items()}
    given = layout.mapping.constants.items()
    return {**{name: [layout.sheet.name, None, value] for name, value in given}, **columns}


def _add_file(connection: Connection, received: Received, kept: Kept, now: dt.datetime) -> int:
    """The hash of what was received always stays, so that the same file is known again."""
    return connection.execute(
        insert(source_files).returning(source_files.c.id),
        {
            "name": received.name,
            "sha256_received": received.sha256,
            "sha256_kept": kept.sha256,
            "size": len(received.content),
            "bytes": kept.content,
            "bytes_absent_reason": kept.reason,
            "received_at": now,
        },
    ).scalar_one()


def _add_mapping(connection: Connection, received: Received, layout: Layout, actor_id: int) -> int | None:
    """Kept under the shape of the table, to be offered for the next such file; None if there is none."""
    kept = stored(layout)
    if not kept.columns and not kept.values:
        return None
    last = latest_mapping(connection, received.dataset, [kept.fingerprint])
    if last and is_same(last, kept):
        return last["id"]
    version = last["version"] + 1 if last else 1
    return add_mapping(connection, received.name, received.dataset, kept, version, actor_id)


def _stage_rows(connection: Connection, upload_id: int, records: Records, codes: Codebook) -> None:
    name = records.spec.name
    personal = [column.name for column in records.spec.columns if column.type == "person"]
    # A rater is a code of its own, not a leader: only those rated are people of the programme.
    people = ensure_people(
        connection, (code for column in personal if column != "rater_code" for code in records.get(column))
    )
    stage_roles(connection, upload_id, records, people)
    if name == "citizen_survey":
        stage_citizens(connection, upload_id, records, codes)
    elif name == "leader_survey":
        stage_leaders(connection, upload_id, records, people)
    else:
        writes.bulk_insert(connection, TABLES[name], table_rows(upload_id, records, people))
    if name == "network_ties":
        stage_waves(connection, upload_id, records)
