"""Noting on which day the Board had a publication before it, and taking back a day noted by mistake."""

import datetime as dt

from data import writes
from data.store import Store


def mark_seen(store: Store, number: int, seen_on: dt.date, actor: str) -> None:
    """Tag a publication as seen by the Board on a day; audited.

    KeyError where there is no such publication, ValueError for a day that can't be, or was noted before.
    """
    with store.write() as connection:
        writes.tag_seen(connection, number, seen_on, writes.ensure_actor(connection, actor))


def take_back(store: Store, number: int, seen_on: dt.date, actor: str, reason: str = "") -> None:
    """Correct a board date noted by mistake with a further entry; both stay in the record.

    KeyError where there is no such publication, ValueError where that day isn't noted for it.
    """
    with store.write() as connection:
        writes.take_back_seen(connection, number, seen_on, reason, writes.ensure_actor(connection, actor))
