"""Withdrawing an upload: what it superseded counts again, in a new publication, all in one transaction."""

import datetime as dt

from data import reads, writes
from data.framework import load_framework
from data.store import Store
from etl.figures import Progress, silent
from etl.publish import release, today
from etl.turns import still_newest


def withdraw(
    store: Store,
    upload_id: int,
    actor: str,
    note: str = "",
    as_at: dt.date | None = None,
    progress: Progress = silent,
    seen: int | None = None,
) -> int:
    """Take an upload out and publish without it; returns the publication in force afterwards.

    One that was never published only loses its place in the queue: no new publication is made, and the
    answer is the number of the latest one, 0 where there is none. KeyError for an upload there isn't,
    ValueError for one withdrawn or erased already, MovedOn where `seen` (the newest publication that was looked
    at) is no longer the newest.
    """
    framework, as_at = load_framework(), as_at or today()
    with store.write() as connection:
        still_newest(connection, seen)
        published = reads.upload(connection, upload_id)["status"] == "published"
        actor_id = writes.ensure_actor(connection, actor)
        writes.withdraw_upload(connection, upload_id, actor_id, note)
        if not published:
            latest = reads.latest_publication(connection)
            return latest.number if latest else 0
        note = note or f"Upload {upload_id} is withdrawn."
        return release(connection, framework, actor_id, note, as_at, progress)
