"""A survey's answers put in by the million: the slowest step of loading a large survey."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from data.schema import answers
from data.writes.rows import bulk_columns

MANY = 500_000
WIDE, ASKED = "wide_answers", "wide_questions"


def add_answers(connection: Connection, people: Sequence[int], given: Mapping[int, Sequence[int | None]]) -> None:
    """Write who answered what: `given` question version -> a code for each of `people`, None for no answer."""
    if not given or not people:
        return
    if connection.dialect.name == "sqlite":
        _turned_by_sqlite(connection, people, given)
        return
    for version, codes in given.items():
        told = [(person, code) for person, code in zip(people, codes, strict=True) if code is not None]
        who, what = zip(*told, strict=True) if told else ((), ())
        told_by = {"respondent_id": who, "question_version_id": [version] * len(who), "code": what}
        bulk_columns(connection, answers, told_by)


def _turned_by_sqlite(
    connection: Connection, people: Sequence[int], given: Mapping[int, Sequence[int | None]]
) -> None:
    """A row for each person is handed over, and SQLite itself makes the answers of it: half the time of handing
    over each answer. One person's answers lie together, which is how they are read again."""
    places = range(len(given))
    columns, marks = ", ".join(f"a{place}" for place in places), ", ".join("?" * (len(given) + 1))
    each = " ".join(f"WHEN {place} THEN a{place}" for place in places)
    order = sorted(given)
    do = connection.exec_driver_sql
    do(f"CREATE TEMP TABLE {WIDE} (person INTEGER PRIMARY KEY, {columns})")
    do(f"CREATE TEMP TABLE {ASKED} (place INTEGER PRIMARY KEY, version INTEGER)")
    do(f"INSERT INTO {WIDE} VALUES ({marks})", list(zip(people, *(given[version] for version in order), strict=True)))
    do(f"INSERT INTO {ASKED} VALUES (?, ?)", list(enumerate(order)))
    there = do("SELECT max(rowid) FROM answers").scalar() or 0
    # where they are many, and the most of all, an index made afterwards in one go takes a third of the time
    later = answers.indexes if len(people) * len(given) > max(MANY, there) else ()
    for index in later:
        index.drop(connection)
    do(
        "INSERT INTO answers (respondent_id, question_version_id, code) SELECT person, version, code FROM "
        f"(SELECT person, version, CASE place {each} END AS code FROM {WIDE} CROSS JOIN {ASKED}) "
        "WHERE code IS NOT NULL"
    )
    for index in later:
        index.create(connection)
    do(f"DROP TABLE {WIDE}")
    do(f"DROP TABLE {ASKED}")
