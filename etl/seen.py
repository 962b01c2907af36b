"""Noting on which day the Board had a publication before it."""

import datetime as dt

from data import writes
from data.store import Store


def mark_seen(store: Store, number: int, seen_on: dt.date, actor: str) -> None:
    """Tag a publication as seen by the Board on a day; audited.

    KeyError where there is no such publication, ValueError for a day that can't be, or was noted before.
    """
    with store.write() as connection:
        writes.tag_seen(connection, number, seen_on, writes.ensure_actor(connection, actor))
