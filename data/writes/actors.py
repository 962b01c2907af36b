"""Who acts, the people of the programme, and the audit that is only ever added to."""

import datetime as dt

from sqlalchemy import Connection

from data import reads
from data.reads.uploads import actor_id
from data.schema import actors, people
from data.schema import audit as audit_table
from data.writes.rows import add


def now() -> dt.datetime:
    """This moment, in UTC."""
    return dt.datetime.now(dt.UTC)


def ensure_actor(connection: Connection, name: str, role: str = "evaluator") -> int:
    """The id of the actor of that name, added with `role` when new. ValueError for an empty name."""
    name = name.strip()
    if not name:
        raise ValueError("whoever changes something gives a name; none was given")
    known = actor_id(connection, name)
    return known or add(connection, actors, name=name, role=role, created_at=now())


def ensure_person(connection: Connection, code: str) -> int:
    """The id of the leader with that pseudonymous code, added when new."""
    return reads.person_id(connection, code) or add(connection, people, code=code)


def audit(
    connection: Connection, actor: int, action: str, subject: str, detail: str = "", by_command: bool = False
) -> None:
    """Append one line: who (an actor's id) did what to which subject. Never name an erased person here."""
    add(
        connection, audit_table, at=now(), actor_id=actor, action=action, subject=subject, detail=detail,
        by_command=by_command,
    )  # fmt: skip
