"""Fixtures that several rooms share."""

import os

from hypothesis import settings

from tests.demo import demo_store
from tests.stores import empty_database, postgres, postgres_template, sqlite_template, store

__all__ = ["demo_store", "empty_database", "postgres", "postgres_template", "sqlite_template", "store"]

# A busy machine is not a fault: no property is timed. A build judges the same cases every time.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")
