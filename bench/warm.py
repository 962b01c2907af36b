"""Imported by the process that others are forked from: a publish made once, so that theirs starts warm."""

import tempfile

from bench.small_store import fill
from data.store import open_store

with tempfile.TemporaryDirectory() as folder:
    store = open_store(f"sqlite:///{folder}/warm.sqlite")
    fill(store)
    store.close()
