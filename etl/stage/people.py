"""People under their pseudonymous codes, and the sectors and organisations they were seen in."""

from collections.abc import Iterable

from sqlalchemy import Connection

from data import writes
from data.reads.offers import people_ids
from data.schema import people, people_roles
from etl.records import Records

SEEN_ON = {"attendance": "held_on", "leader_survey": "completed_on"}  # the datasets that say an organisation


def ensure_people(connection: Connection, codes: Iterable[str | None]) -> dict[str, int]:
    """{code: id}, with the codes not met before added."""
    wanted = sorted({code for code in codes if code is not None})
    known = people_ids(connection, wanted)
    new = [code for code in wanted if code not in known]
    writes.bulk_insert(connection, people, ({"code": code} for code in new))
    return {**known, **people_ids(connection, new)}


def stage_roles(connection: Connection, upload_id: int, records: Records, ids: dict[str, int]) -> None:
    """One row for each person, day, sector and organisation of the file; of two roles the first stands."""
    seen_on = SEEN_ON.get(records.spec.name)
    if seen_on is None:
        return
    columns = [records.get(name) for name in ("person", seen_on, "sector", "organisation", "role")]
    roles: dict[tuple, str] = {}
    for *key, role in zip(*columns, strict=True):
        roles.setdefault(tuple(key), role or "other")
    writes.bulk_insert(
        connection,
        people_roles,
        (
            {
                "upload_id": upload_id,
                "person_id": ids[person],
                "seen_on": day,
                "sector": sector,
                "organisation": organisation,
                "role": role,
            }
            for (person, day, sector, organisation), role in roles.items()
        ),
    )
