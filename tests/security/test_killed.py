"""A publish killed with signal 9 leaves exactly the old publication or the new one, and the next start says which."""

import random
import shutil

import pytest

from bench.killing import NEW, OLD, digest, forks, how_long, kill_at
from bench.small_store import AS_AT, fill, second
from data.store import Store, open_store

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
KILLS = 6


class Copies:
    """The small store as it was, as often as it is asked for."""

    def __init__(self, store: Store, request, folder):
        self.store, self.request, self.folder = store, request, folder
        self.made = 0

    def fresh(self) -> str:
        self.made += 1
        if not self.store.is_postgresql:
            path = self.folder / f"copy_{self.made}.sqlite"
            shutil.copy(self.store.url.database, path)
            return f"sqlite:///{path}"
        server, name = self.request.getfixturevalue("postgres"), f"killed_{id(self)}_{self.made}"
        server.do(f"CREATE DATABASE {name} TEMPLATE {self.store.url.database} STRATEGY FILE_COPY")
        return server.url_of(name)


@pytest.fixture
def copies(store, request, tmp_path) -> Copies:
    fill(store)
    store.close()  # PostgreSQL copies no database that somebody is in
    return Copies(store, request, tmp_path)


def test_whenever_a_publish_is_killed_the_store_holds_the_old_or_the_new_publication(copies):
    draw = random.Random(11)
    old, whole = looked_at(copies.fresh()), copies.fresh()
    with forks() as context:
        seconds = how_long(context, whole, second(), AS_AT)
        new = looked_at(whole)
        assert old != new
        # each sixth of the publish has its moment, the last one lies about its end
        moments = [(place + draw.random()) / (KILLS - 1) * seconds for place in range(KILLS)]
        found = [kill_at(context, copies.fresh(), second(), AS_AT, moment, old, new) for moment in moments]
    for each in found:
        assert each.state in (OLD, NEW)
        assert each.said.startswith(f"Publication {2 if each.state == NEW else 1} of")
    assert OLD in {each.state for each in found}


def looked_at(address: str) -> str:
    store = open_store(address, migrate=False)
    try:
        return digest(store)
    finally:
        store.close()
