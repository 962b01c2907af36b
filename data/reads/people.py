"""Where a person's rows lie: what erasing them must find."""

from collections.abc import Sequence

from sqlalchemy import Connection, Select, or_, select

from data.schema import (
    attendance,
    commitments,
    leader_forms,
    network_ties,
    people,
    people_roles,
    respondents,
    source_files,
    uploads,
)


def person_id(connection: Connection, code: str) -> int | None:
    """The id of the leader with that code, or None."""
    return connection.scalar(select(people.c.id).where(people.c.code == code))


def respondents_coded(connection: Connection, code: str) -> dict[int, int]:
    """{respondent id: wave id} of everyone with that code, in whichever wave and upload."""
    statement = select(respondents.c.id, respondents.c.wave_id).where(respondents.c.code == code)
    return dict(connection.execute(statement).all())


def rows_of_person(person: int | None, code: str) -> list[tuple]:
    """(table, condition) of every row that is about a leader, or that they gave as a rater.

    A rater need not be a leader of the programme: without a `person` only the forms they gave are theirs.
    """
    if person is None:
        return [(leader_forms, leader_forms.c.rater_code == code)]
    return [
        (leader_forms, or_(leader_forms.c.ratee_id == person, leader_forms.c.rater_code == code)),
        (attendance, attendance.c.person_id == person),
        (commitments, commitments.c.person_id == person),
        (network_ties, or_(network_ties.c.from_id == person, network_ties.c.to_id == person)),
        (people_roles, people_roles.c.person_id == person),
    ]


def forms_of_person(person: int | None, code: str) -> Select:
    """The ids of the forms about a leader or given by them."""
    return select(leader_forms.c.id).where(rows_of_person(person, code)[0][1])


def uploads_holding(connection: Connection, person: int | None, code: str) -> list[int]:
    """Every upload, live or not, that has a row of this person."""
    found = set(connection.scalars(select(respondents.c.upload_id).where(respondents.c.code == code)))
    for table, condition in rows_of_person(person, code):
        found |= set(connection.scalars(select(table.c.upload_id).where(condition)))
    return sorted(found)


def same_bytes(upload_ids: Sequence[int]) -> Select:
    """The ids of every kept file with the bytes of one of these uploads, also where it was offered twice."""
    held = (
        select(source_files.c.sha256_received)
        .join(uploads, uploads.c.source_file_id == source_files.c.id)
        .where(uploads.c.id.in_(list(upload_ids)))
    )
    return select(source_files.c.id).where(source_files.c.sha256_received.in_(held))
