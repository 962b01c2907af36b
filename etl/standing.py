"""Which publication is in force, in a sentence: what every start says, after a crash too."""

from data import reads
from data.store import Store


def standing(store: Store) -> str:
    """The publication in force and how many uploads wait. A publish that was cut off has left nothing behind."""
    with store.read() as connection:
        newest = reads.latest_publication(connection)
        states = reads.uploads(connection)["status"]
    waiting = int((states == "staged").sum())
    waits = f"; {waiting} upload{'' if waiting == 1 else 's'} waiting to be published" if waiting else ""
    if newest is None:
        return f"Nothing is published yet{waits}."
    return f"Publication {newest.number} of {newest.published_at:%d/%m/%Y %H:%M} UTC is in force{waits}."
