"""Writing a publication: once, whole, and never again; and noting when the Board had it before it."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, insert

from data.reads.undo import board_date, publication_row, rows_of_publication
from data.schema import board_date_corrections, board_dates, publication_uploads, publications
from data.schema import estimates as estimates_table
from data.schema import statuses as statuses_table
from data.writes.actors import audit, now
from data.writes.rows import add, bulk_insert

# What the caller need not give, because the store knows it or the schema has a default.
OPTIONAL = {"parent_id": None, "note": "", "counting": None, "rests_on": None, "restores": None}


def save_publication(
    connection: Connection,
    publication: Mapping[str, Any],
    uploads: Iterable[int],
    estimates: Iterable[Mapping[str, Any]],
    statuses: Iterable[Mapping[str, Any]],
    taken: Collection[str] = (),
) -> int:
    """Write a publication with the uploads it rests on, its estimates and its statuses; return its id.

    `publication` has the columns of the table but the id; estimates and statuses those of theirs but the
    id and the publication. Estimates of the indicators `taken` over are copied from its parent by the database, to
    the last digit. All in the caller's transaction.
    """
    id = add(connection, publications, **{**OPTIONAL, **publication})
    bulk_insert(
        connection, publication_uploads, ({"publication_id": id, "upload_id": each} for each in uploads)
    )
    if taken:
        _copy(connection, estimates_table, publication["parent_id"], id, estimates_table.c.indicator.in_(sorted(taken)))
    bulk_insert(connection, estimates_table, ({"publication_id": id, **row} for row in estimates))
    bulk_insert(connection, statuses_table, ({"publication_id": id, **row} for row in statuses))
    return id


def copy_publication(connection: Connection, restored: int, **own: Any) -> int:
    """Write a publication with the figures, statements and all that publication `restored` froze; return its id.

    The database copies, so every figure is the same to the last digit. `own` are the columns that are the
    new one's own: number, parent_id, published_at, actor_id, note. KeyError where there is no such publication.
    """
    row = publication_row(connection, restored)
    kept = {name: value for name, value in row._mapping.items() if name != "id"}
    id = add(connection, publications, **{**kept, **own, "restores": restored})
    for table in (publication_uploads, estimates_table, statuses_table):
        _copy(connection, table, row.id, id)
    return id


def _copy(connection: Connection, table: Table, of: int, to: int, *wanted: ColumnElement[bool]) -> None:
    """Write a publication's rows of a table, those wanted, once more as another's."""
    names = [each.name for each in table.columns if each.name not in ("id", "publication_id")]
    rows = rows_of_publication(table, names, of, to).where(*wanted)
    connection.execute(insert(table).from_select(["publication_id", *names], rows))


def tag_seen(connection: Connection, number: int, seen_on: dt.date, actor: int) -> None:
    """Note that the Board saw a publication on a day. One that was taken back stands again.

    KeyError where there is no such publication, ValueError for that day noted already, one before the
    publication was made, or one to come.
    """
    row = publication_row(connection, number)
    if not row.published_at.date() <= seen_on <= now().date():
        raise ValueError(
            f"the Board can't have seen publication {number} on {seen_on:%d/%m/%Y}: "
            f"give a day from {row.published_at:%d/%m/%Y} to today"
        )
    noted = board_date(connection, number, seen_on)
    if noted is None:
        add(connection, board_dates, publication_id=row.id, seen_on=seen_on, actor_id=actor, recorded_at=now())
    elif noted.stands is False:
        _correct(connection, noted.id, True, "", actor)
    else:
        raise ValueError(f"publication {number} is noted as seen on {seen_on:%d/%m/%Y} already")
    audit(connection, actor, "seen by the Board", f"publication {number}", f"on {seen_on:%d/%m/%Y}")


def take_back_seen(connection: Connection, number: int, seen_on: dt.date, reason: str, actor: int) -> None:
    """Say that a board date was noted by mistake. The entry stays and is corrected by another.

    KeyError where there is no such publication, ValueError where that day isn't noted for it.
    """
    publication_row(connection, number)
    noted = board_date(connection, number, seen_on)
    if noted is None or noted.stands is False:
        raise ValueError(f"publication {number} is not noted as seen on {seen_on:%d/%m/%Y}")
    _correct(connection, noted.id, False, reason, actor)
    said = f"it was not on {seen_on:%d/%m/%Y}" + (f": {reason}" if reason else "")
    audit(connection, actor, "board date taken back", f"publication {number}", said)


def _correct(connection: Connection, noted: int, stands: bool, reason: str, actor: int) -> None:
    add(
        connection, board_date_corrections, board_date_id=noted, stands=stands, reason=reason, actor_id=actor,
        recorded_at=now(),
    )  # fmt: skip
