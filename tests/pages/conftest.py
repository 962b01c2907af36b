"""A store with a small publication in it, and the dashboard run on it without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.store import open_store
from tests.pages.fake import publish_fake

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def fake_url(tmp_path_factory) -> str:
    """The address of a store with one small publication."""
    url = f"sqlite:///{tmp_path_factory.mktemp('pages') / 'fake.sqlite'}"
    store = open_store(url)
    publish_fake(store)
    store.close()
    return url


@pytest.fixture
def app(fake_url, monkeypatch):
    """The shell on that store, not yet run."""
    monkeypatch.setenv("DATABASE_URL", fake_url)
    monkeypatch.chdir(PROJECT)
    return AppTest.from_file(str(PROJECT / "app.py"), default_timeout=30)


@pytest.fixture
def empty_app(tmp_path, monkeypatch):
    """The shell on a store without any publication."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'empty.sqlite'}")
    monkeypatch.chdir(PROJECT)
    return AppTest.from_file(str(PROJECT / "app.py"), default_timeout=30)
