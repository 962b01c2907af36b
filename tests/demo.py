"""A store with the illustrative data published in it, made once for the whole test session."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.store import Store, open_store


@dataclass(frozen=True)
class DemoStore:
    """A filled SQLite store. Read it freely; to change anything, take a copy."""

    path: Path
    publication: int

    @property
    def url(self) -> str:
        return f"sqlite:///{self.path}"

    def open(self) -> Store:
        return open_store(self.url, migrate=False)

    def copy_to(self, folder: Path) -> "DemoStore":
        """A copy of its own that a test may write to."""
        path = folder / "copy.sqlite"
        with sqlite3.connect(self.path) as source, sqlite3.connect(path) as target:
            source.backup(target)
        source.close()
        target.close()
        return DemoStore(path, self.publication)


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory) -> DemoStore:
    """The sample spreadsheets through the real door, published as publication 1."""
    from etl.demo import load_samples  # late: most tests need none of what it brings

    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    store = open_store(f"sqlite:///{path}")
    try:
        number = load_samples(store, progress=lambda sentence: None)
    finally:
        store.close()
    return DemoStore(path, number)
