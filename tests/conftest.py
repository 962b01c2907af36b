"""Fixtures that several rooms share."""

from tests.demo import demo_store
from tests.stores import empty_database, postgres, postgres_template, sqlite_template, store

__all__ = ["demo_store", "empty_database", "postgres", "postgres_template", "sqlite_template", "store"]
