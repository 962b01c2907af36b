"""A publish killed with signal 9 at a chosen moment, and what the store holds afterwards."""

import hashlib
import multiprocessing
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType

from sqlalchemy import select

from data import schema
from data.store import Store, open_store
from etl.standing import standing

# Where a figure or a statement was written, not what it says.
OWN = ("id", "publication_id")
NEITHER, OLD, NEW = "neither", "old", "new"


@dataclass(frozen=True)
class Outcome:
    """`moment`: seconds into the publish. `state`: old, new or neither. `said`: what the next start says."""

    moment: float
    state: str
    said: str


@contextmanager
def forks() -> Iterator[multiprocessing.context.BaseContext]:
    """Processes that start with everything imported, so that a moment falls into the publish itself."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["bench.warm"])
    # A new process runs its parent's main module again. That may be a page, left there by a test of it.
    main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    try:
        yield context
    finally:
        sys.modules["__main__"] = main


def publish_in(address: str, upload: int, as_at, ready) -> None:
    """What the killed process does: say that it is ready, publish, say that it is done."""
    from etl.publish import publish

    store = open_store(address, migrate=False)
    ready.send("ready")
    publish(store, [upload], "A bench", as_at=as_at)
    ready.send("done")


def how_long(context, address: str, upload: int, as_at) -> float:
    """Seconds that a publish takes which nobody kills."""
    process, ear = _start(context, address, upload, as_at)
    begun = time.perf_counter()
    ear.recv()
    process.join()
    return time.perf_counter() - begun


def kill_at(context, address: str, upload: int, as_at, moment: float, old: str, new: str) -> Outcome:
    """Publish, kill after `moment` seconds, open the store as the next start does and look at it."""
    process, _ = _start(context, address, upload, as_at)
    time.sleep(moment)
    process.kill()
    process.join()
    store = open_store(address, migrate=False)
    try:
        with store.write():  # PostgreSQL may still be undoing: the next writer waits for that
            pass
        held = digest(store)
        state = {old: OLD, new: NEW}.get(held, NEITHER)
        return Outcome(moment, state, standing(store))
    finally:
        store.close()


def digest(store: Store) -> str:
    """Everything a publish writes, without the moments at which it was written and the ids it got."""
    with store.read() as connection:
        parts = [connection.execute(each).all() for each in (*LISTED, *map(_rows, COPIED))]
    return hashlib.sha256(repr(parts).encode()).hexdigest()


LISTED = (
    select(schema.publications.c.number).order_by(schema.publications.c.number),
    select(schema.uploads.c.id, schema.uploads.c.status).order_by(schema.uploads.c.id),
    select(schema.audit.c.action, schema.audit.c.subject).order_by(schema.audit.c.id),
)
COPIED = (schema.estimates, schema.statuses, schema.publication_uploads, schema.wave_sums, schema.weights)


def _rows(table):
    columns = [each for each in table.columns if each.name not in OWN]
    number = [schema.publications.c.number] if "publication_id" in table.c else []
    rows = select(*number, *columns).order_by(*table.primary_key.columns)
    return rows.join_from(table, schema.publications) if number else rows


def _start(context, address: str, upload: int, as_at):
    ear, mouth = context.Pipe(duplex=False)
    process = context.Process(target=publish_in, args=(address, upload, as_at, mouth))
    process.start()
    mouth.close()
    assert ear.recv() == "ready"
    return process, ear
