"""Erasing a person: their raw rows and the files that held them go, publications stay."""

from data import writes
from data.store import Store


def erase(store: Store, person_code: str, actor: str) -> None:
    """Remove a leader's, rater's or respondent's rows from every upload, all or nothing.

    Then wipe the store, so that they don't live on in its free pages or its journal. KeyError where
    nobody has the code; the code itself is written nowhere.
    """
    with store.write() as connection:
        writes.erase_person(connection, person_code, writes.ensure_actor(connection, actor))
    store.wipe()
