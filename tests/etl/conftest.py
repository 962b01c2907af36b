"""An empty store for the tests of the ETL."""

import pytest

from data.store import open_store


@pytest.fixture
def store(tmp_path):
    """A new, migrated SQLite store."""
    opened = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    yield opened
    opened.close()
