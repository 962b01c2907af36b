"""The end of raw rows: respondents of old waves are removed, their sums and all publications stay."""

import datetime as dt
from dataclasses import dataclass

from data import reads, writes
from data.store import Store
from etl.publish import today


@dataclass(frozen=True)
class Purged:
    """The waves whose raw rows were removed, and those that were due but could not be, with the reason."""

    waves: list[str]
    kept: list[str]


def purge(store: Store, months: int, actor: str, on: dt.date | None = None) -> Purged:
    """Remove the raw rows of citizen waves whose fieldwork ended `months` months ago or earlier.

    What a publication holds stays, and so do the sums that later publications are computed from. A wave that was
    never published has no sums and is named among the kept: publish it, or withdraw it and erase its people.
    Then the store is wiped, so that nothing lives on in free pages. ValueError for months below 1.
    """
    if months < 1:
        raise ValueError("raw rows are kept for at least one month")
    before = _months_before(on or today(), months)
    done, kept = [], []
    with store.write() as connection:
        actor_id = writes.ensure_actor(connection, actor)
        for wave in reads.waves_with_raw_rows(connection, before):
            name = f"{wave.wave} (upload {wave.upload_id})"
            try:
                writes.purge_wave(connection, wave.id, actor_id)
            except ValueError as refused:
                kept.append(f"{name}: {refused}")
            else:
                done.append(name)
    if done:
        store.wipe()
    return Purged(done, kept)


def _months_before(day: dt.date, months: int) -> dt.date:
    """The same day of an earlier month, or that month's last day."""
    at = day.year * 12 + day.month - 1 - months
    first_of_next = dt.date((at + 1) // 12, (at + 1) % 12 + 1, 1)
    last = first_of_next - dt.timedelta(days=1)
    return last.replace(day=min(day.day, last.day))
