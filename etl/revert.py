"""Reverting to an earlier publication: its figures come back to the last digit, in a new publication.

Nothing is computed: estimates, statements and all that was frozen are copied as they stand. The rows follow:
the uploads that counted then count again, later ones are withdrawn, so that the next publication is computed from
the state reverted to. Signed verdicts, evidence, limits set anew and board dates are people's words, not data,
and stay; so does the framework in force, which the next computed publication uses again.
"""

import datetime as dt

from data import reads, writes
from data.store import Store
from etl.turns import still_newest


def revert(store: Store, number: int, actor: str, note: str = "", seen: int | None = None) -> int:
    """Publish the figures of publication `number` again; returns the number of the new publication.

    KeyError where there is no such publication, ValueError for the newest one and for one that shows a figure
    withheld since then though its data are the same (a stricter rule), MovedOn where `seen` (the
    newest publication the person looked at) is no longer the newest.
    """
    with store.write() as connection:
        still_newest(connection, seen)
        newest = reads.latest_publication(connection)
        counting = reads.counting_at(connection, number)
        if newest.number == number:
            raise ValueError(f"publication {number} is the newest: there is nothing to revert")
        if told := reads.withheld_since(connection, number):
            raise ValueError(
                f"publication {number} shows figures that are withheld now, of {', '.join(told)}; "
                "what is withheld does not become visible again"
            )
        actor_id = writes.ensure_actor(connection, actor)
        why = f"Reverted to publication {number}." + (f" {note}" if note else "")
        writes.restore_uploads(connection, counting, actor_id, why)
        own = {"number": newest.number + 1, "parent_id": newest.id, "published_at": dt.datetime.now(dt.UTC)}
        writes.copy_publication(connection, number, **own, actor_id=actor_id, note=why, counting=counting)
        writes.audit(connection, actor_id, "revert", f"publication {own['number']}", why)
        return own["number"]
