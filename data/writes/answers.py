"""A survey's answers put in by the million: the slowest step of loading a large survey."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from data.schema import answers
from data.writes.rows import bulk_columns

TOGETHER = 400  # questions of one statement: SQLite puts at most 500 selects together


def add_answers(connection: Connection, people: Sequence[int], given: Mapping[int, Sequence[int | None]]) -> None:
    """Write who answered what: `given` question version -> a code for each of `people`, None for no answer."""
    if not given or not people:
        return
    if connection.dialect.name == "sqlite":
        _by_person(connection, people, given)
        return
    for version, codes in given.items():
        told = [(person, code) for person, code in zip(people, codes, strict=True) if code is not None]
        who, what = zip(*told, strict=True) if told else ((), ())
        told_by = {"respondent_id": who, "question_version_id": [version] * len(who), "code": what}
        bulk_columns(connection, answers, told_by)


def _by_person(connection: Connection, people: Sequence[int], given: Mapping[int, Sequence[int | None]]) -> None:
    """One statement makes all answers of a person: half the time of handing over each answer."""
    asked = sorted(given)
    for first in range(0, len(asked), TOGETHER):
        versions = asked[first : first + TOGETHER]
        answered = " UNION ALL ".join(
            f"SELECT ?1, {version}, ?{place} WHERE ?{place} IS NOT NULL" for place, version in enumerate(versions, 2)
        )
        connection.exec_driver_sql(
            f"INSERT INTO answers (respondent_id, question_version_id, code) {answered}",
            list(zip(people, *map(given.__getitem__, versions), strict=True)),
        )
