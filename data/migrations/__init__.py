"""Bringing a store to the newest schema. Alembic, driven from here: no configuration file to keep."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

HERE = Path(__file__).parent


def head() -> str:
    """The newest revision this software knows."""
    return ScriptDirectory(str(HERE)).get_current_head()


def current(store) -> str | None:
    """The revision a store is at; None when it is empty."""
    with store.read() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(store, revision: str = "head") -> None:
    """Bring a store to a revision, all or nothing; at once when it is there already.

    RuntimeError when the store is newer than this software.
    """
    found = current(store)
    if found == (head() if revision == "head" else revision):
        return
    if found and found not in {each.revision for each in ScriptDirectory(str(HERE)).walk_revisions()}:
        raise RuntimeError(
            f"the store is at revision {found}, which this software does not know; use the one that made it"
        )
    with store.write() as connection:
        config = Config()
        config.set_main_option("script_location", str(HERE))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
