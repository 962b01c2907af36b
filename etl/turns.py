"""Two evaluators at once: whoever looked at an older state is told, and nothing is overwritten."""

from sqlalchemy import Connection

from data import reads


class MovedOn(ValueError):
    """Somebody published, withdrew or reverted after the state that was looked at. Nothing was changed."""

    def __init__(self, seen: int, newest: reads.Publication):
        self.seen, self.newest = seen, newest
        note = f" (“{newest.note}”)" if newest.note else ""
        was = f"publication {seen} was the newest" if seen else "nothing was published"
        super().__init__(
            f"Meanwhile {newest.actor} has made publication {newest.number}{note}; when you looked, {was}. "
            "Nothing of yours was published or lost: look at what would change now, then decide again."
        )


def still_newest(connection: Connection, seen: int | None) -> None:
    """MovedOn unless publication `seen` (0: none) is the newest still; None asks nothing.

    To be asked inside the transaction that publishes: writers take turns, so the answer stays true in it.
    """
    newest = reads.latest_publication(connection)
    if seen is not None and newest is not None and newest.number != seen:
        raise MovedOn(seen, newest)
