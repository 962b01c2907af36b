"""The migrations and the schema are two accounts of one thing; they must not differ."""

import pytest
from sqlalchemy import inspect, text

from data import migrations
from data.schema import metadata
from data.store import Store
from tests.data.builders import question, respondent, upload, wave
from tests.stores import DATABASES

on_both = pytest.mark.parametrize("empty_database", DATABASES, indirect=True)


def described(store: Store) -> dict:
    """Every table of a store: columns with type, null and default, and all keys and indexes."""
    look = inspect(store.engine)
    return {
        name: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], column["default"])
                for column in look.get_columns(name)
            },
            "key": look.get_pk_constraint(name),
            "foreign": sorted(map(str, look.get_foreign_keys(name))),
            "unique": sorted(map(str, look.get_unique_constraints(name))),
            "indexes": sorted(map(str, look.get_indexes(name))),
        }
        for name in look.get_table_names()
        if name != "alembic_version"
    }


@pytest.fixture
def empty(empty_database):
    made = Store(empty_database)
    yield made
    made.close()


@on_both
def test_a_migrated_store_has_exactly_the_declared_schema(empty):
    migrations.upgrade(empty)
    migrated = described(empty)
    with empty.write() as connection:
        metadata.drop_all(connection)
        metadata.create_all(connection)
    assert migrated == described(empty)


@on_both
def test_a_store_of_the_previous_revision_is_upgraded_and_keeps_its_rows(empty):
    migrations.upgrade(empty, "0001")
    with empty.write() as connection:
        columns = "(name, role, created_at) VALUES ('A', 'x', '2026-01-01')"
        connection.execute(text(f"INSERT INTO actors {columns}"))
    assert "notes" not in described(empty)
    migrations.upgrade(empty)
    with empty.read() as connection:
        assert connection.scalar(text("SELECT name FROM actors")) == "A"
    assert "notes" in described(empty)
    assert "first_row" in described(empty)["waves"]["columns"]


@on_both
def test_answers_are_all_there_once_they_are_stored_in_the_order_of_their_key(empty):
    migrations.upgrade(empty, "0010")
    with empty.write() as connection:
        one, other = question(connection, "cls_influence"), question(connection, "cls_pull")
        id = upload(connection, "citizen_survey")
        at = wave(connection, id)
        people = [respondent(connection, id, at, code, {other: 2, one: -1}) for code in ("R1", "R2")]
    migrations.upgrade(empty)
    with empty.read() as connection:
        held = connection.execute(text("SELECT * FROM answers ORDER BY 1, 2")).all()
    assert list(map(tuple, held)) == [(who, *said) for who in people for said in ((one, -1), (other, 2))]


@on_both
def test_upgrading_twice_changes_nothing(empty):
    migrations.upgrade(empty)
    once = described(empty)
    migrations.upgrade(empty)
    assert described(empty) == once
    assert migrations.current(empty) == migrations.head()


@on_both
def test_a_migration_that_fails_leaves_the_store_as_it_was(empty):
    migrations.upgrade(empty, "0001")
    with empty.write() as connection:
        connection.execute(text("CREATE TABLE wave_psus (in_the_way INTEGER)"))
    before = described(empty)
    with pytest.raises(Exception, match="already exists"):
        migrations.upgrade(empty)
    assert described(empty) == before
    assert migrations.current(empty) == "0001"


@on_both
def test_a_store_newer_than_the_software_is_refused_in_words(empty):
    migrations.upgrade(empty)
    with empty.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RuntimeError, match="revision 9999"):
        migrations.upgrade(empty)
