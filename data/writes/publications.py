"""Writing a publication: once, whole, and never again."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from data.schema import estimates as estimates_table
from data.schema import publication_uploads, publications
from data.schema import statuses as statuses_table
from data.writes.rows import add, bulk_insert

# What the caller need not give, because the store knows it or the schema has a default.
OPTIONAL = {"parent_id": None, "note": ""}


def save_publication(
    connection: Connection,
    publication: Mapping[str, Any],
    uploads: Iterable[int],
    estimates: Iterable[Mapping[str, Any]],
    statuses: Iterable[Mapping[str, Any]],
) -> int:
    """Write a publication with the uploads it rests on, its estimates and its statuses; return its id.

    `publication` has the columns of the table but the id; estimates and statuses those of theirs but the
    id and the publication. All in the caller's transaction.
    """
    id = add(connection, publications, **{**OPTIONAL, **publication})
    bulk_insert(
        connection, publication_uploads, ({"publication_id": id, "upload_id": each} for each in uploads)
    )
    bulk_insert(connection, estimates_table, ({"publication_id": id, **row} for row in estimates))
    bulk_insert(connection, statuses_table, ({"publication_id": id, **row} for row in statuses))
    return id
