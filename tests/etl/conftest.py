"""Stores for the tests of the ETL: an empty one, and a tiny published one."""

import pytest

from data.store import open_store
from tests.etl.tiny import tiny, tiny_template
from tests.stores import store as on_both

__all__ = ["on_both", "store", "tiny", "tiny_template"]


@pytest.fixture
def store(tmp_path):
    """A new, migrated SQLite store."""
    opened = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    yield opened
    opened.close()
