"""Forgetting a person: raw rows and kept bytes go, a tombstone and the publications stay."""

from sqlalchemy import Connection, delete, update

from data.reads import people as held
from data.schema import answers, faults, leader_answers, people, respondents, waves, weights
from data.writes.actors import audit, now
from data.writes.waves import drop_bytes, resum

REASON = "A person whose rows it held was erased."


def erase_person(connection: Connection, code: str, actor: int) -> None:
    """Remove every raw row of the person with this code, respondent, leader or rater, in every upload.

    Also the kept bytes of every file that held them. A leader's code gives way to a tombstone; sums and
    weight reports of waves are made anew from those who remain. Publications stay as they were. The
    audit does not name the code. KeyError where nobody has it.
    """
    person, given = held.person_id(connection, code), held.respondents_coded(connection, code)
    uploads = held.uploads_holding(connection, person, code)
    if person is None and not uploads:
        raise KeyError("nobody in the store has this code")
    _erase_respondents(connection, code, set(given.values()))
    _erase_leader(connection, person, code)
    connection.execute(
        update(faults)
        .where(faults.c.upload_id.in_(uploads), faults.c.value == code)
        .values(value="(erased)", message="(erased)")
    )
    drop_bytes(connection, uploads, REASON)
    numbers = ", ".join(str(id) for id in uploads) or "none"
    audit(connection, actor, "erase", "person (erased)", f"uploads that held their rows: {numbers}")


def _erase_respondents(connection: Connection, code: str, wave_ids: set[int]) -> None:
    ids = list(held.respondents_coded(connection, code))
    for table in (answers, weights):
        connection.execute(delete(table).where(table.c.respondent_id.in_(ids)))
    connection.execute(delete(respondents).where(respondents.c.id.in_(ids)))
    for wave_id in sorted(wave_ids):
        fewer = waves.c.respondents - 1
        connection.execute(update(waves).where(waves.c.id == wave_id).values(respondents=fewer))
        resum(connection, wave_id)


def _erase_leader(connection: Connection, person: int | None, code: str) -> None:
    forms = held.forms_of_person(person, code)
    connection.execute(delete(leader_answers).where(leader_answers.c.form_id.in_(forms)))
    for table, condition in held.rows_of_person(person, code):
        connection.execute(delete(table).where(condition))
    if person is None:
        return
    tombstone = {"code": f"erased-{person}", "erased_at": now()}
    connection.execute(update(people).where(people.c.id == person).values(**tombstone))
