"""Withdrawing an upload: what it superseded counts again, and a new publication says so, in one transaction."""

import datetime as dt
from collections.abc import Callable

from data import reads, writes
from data.framework import load_framework
from data.store import Store
from etl.figures import make_figures
from etl.publish import save


def withdraw(
    store: Store,
    upload_id: int,
    actor: str,
    note: str = "",
    as_at: dt.date | None = None,
    progress: Callable[[str], None] = lambda step: None,
) -> int:
    """Take an upload out and publish without it; returns the publication in force afterwards.

    One that was never published only loses its place in the queue: no new publication is made, and the
    answer is the number of the latest one, 0 where there is none. KeyError for an upload there isn't,
    ValueError for one withdrawn or erased already.
    """
    framework, as_at = load_framework(), as_at or dt.datetime.now(dt.UTC).date()
    with store.write() as connection:
        published = reads.upload(connection, upload_id)["status"] == "published"
        actor_id = writes.ensure_actor(connection, actor)
        writes.withdraw_upload(connection, upload_id, actor_id, note)
        if not published:
            latest = reads.latest_publication(connection)
            return latest.number if latest else 0
        frames, verdicts = reads.live_frames(connection), reads.verdicts(connection)
        figures = make_figures(framework, frames, verdicts, as_at, progress)
        note = note or f"Upload {upload_id} is withdrawn."
        return save(connection, framework, figures, actor_id, note, as_at)
