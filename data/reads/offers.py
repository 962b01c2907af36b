"""What receiving a file asks of the store: was it here before, who and what is known already."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from data.schema import actors, mappings, people, question_versions, respondents, source_files, uploads

AT_ONCE = 500  # codes in one IN list: below every database's limit


def uploads_of_file(connection: Connection, sha256: str, dataset: str) -> Sequence[Row]:
    """The staged and published uploads made from a file of that hash, newest first.

    Columns: id, status, scope, origin, weights, columns, coded and reading (of its mapping, None without one).
    """
    return connection.execute(
        select(
            uploads.c.id,
            uploads.c.status,
            uploads.c.scope,
            uploads.c.origin,
            uploads.c.weights,
            uploads.c.columns,
            mappings.c["values"].label("coded"),
            mappings.c.reading,
        )
        .join(source_files, source_files.c.id == uploads.c.source_file_id)
        .outerjoin(mappings, mappings.c.id == uploads.c.mapping_id)
        .where(
            source_files.c.sha256_received == sha256,
            uploads.c.dataset == dataset,
            uploads.c.status.in_(("staged", "published")),
        )
        .order_by(uploads.c.id.desc())
    ).all()


def people_ids(connection: Connection, codes: Iterable[str]) -> dict[str, int]:
    """{pseudonymous code: id} of the people already known."""
    wanted, known = list(codes), {}
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        known.update(
            connection.execute(select(people.c.code, people.c.id).where(people.c.code.in_(part))).all()
        )
    return known


def respondents_of(connection: Connection, upload_id: int) -> dict[int, int]:
    """{row of its sheet: id} of an upload's respondents."""
    rows = respondents.c
    found = connection.execute(select(rows.row, rows.id).where(rows.upload_id == upload_id))
    return {row: id for part in found.partitions(1000) for row, id in part}


def question_version_ids(connection: Connection, questions: Iterable[str]) -> dict[tuple[str, str], int]:
    """{(question, sha256): id} of every version of the questions."""
    found = connection.execute(
        select(question_versions.c.question, question_versions.c.sha256, question_versions.c.id).where(
            question_versions.c.question.in_(list(questions))
        )
    )
    return {(row.question, row.sha256): row.id for row in found}


def latest_mapping(
    connection: Connection, dataset: str, fingerprints: Sequence[str]
) -> dict[str, Any] | None:
    """The newest mapping saved for a sheet of one of these shapes, or None. Keys as in `saved_mappings`."""
    found = connection.execute(
        _mappings(dataset).where(mappings.c.fingerprint.in_(list(fingerprints))).limit(1)
    ).one_or_none()
    return _as_mapping(found) if found else None


def mapping_named(connection: Connection, dataset: str, name: str) -> dict[str, Any] | None:
    """The newest version of the mapping of that name, or None. Keys as in `saved_mappings`."""
    found = connection.execute(_mappings(dataset).where(mappings.c.name == name).limit(1)).one_or_none()
    return _as_mapping(found) if found else None


def saved_mappings(connection: Connection, dataset: str) -> list[dict[str, Any]]:
    """The newest version of each mapping of a dataset, newest first.

    Keys: id, name, version, fingerprint, columns, values, reading, saved_at, saved_by.
    """
    newest: dict[str, dict[str, Any]] = {}
    for row in connection.execute(_mappings(dataset)):
        newest.setdefault(row.name, _as_mapping(row))
    return list(newest.values())


def _mappings(dataset: str) -> Select:
    return (
        select(
            mappings.c.id,
            mappings.c.name,
            mappings.c.version,
            mappings.c.fingerprint,
            mappings.c.columns,
            mappings.c["values"].label("coded"),
            mappings.c.reading,
            mappings.c.created_at.label("saved_at"),
            actors.c.name.label("saved_by"),
        )
        .join(actors, actors.c.id == mappings.c.actor_id)
        .where(mappings.c.dataset == dataset)
        .order_by(mappings.c.id.desc())
    )


def _as_mapping(row: Row) -> dict[str, Any]:
    found = dict(row._mapping)
    return {**found, "values": found.pop("coded")}
