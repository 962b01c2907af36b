"""Evaluators and readers at once on one store: no upload lost, no figure wrong, no page in error."""

import asyncio
import os
import tempfile
import threading
from collections.abc import Iterable

import pandas as pd

from bench.evaluators import Day, work
from bench.killing import forks
from bench.readers import Walked, walk
from bench.runs.kill import postgresql
from bench.runs.pages import board_pages, place_of
from bench.said import say, verdict
from bench.small_store import ACTOR, AS_AT, fill
from data import reads
from data.reads.uploads import register, upload_bytes
from data.store import Store, open_store
from etl.load import receive
from etl.publish import publish
from tools.serving import serve

HELP = "20 evaluators and 50 readers at once on one store (BENCH_SECONDS, 120; BENCH_POSTGRESQL=no without it)"
EVALUATORS, READERS = 20, 50
OWN_AFFAIRS = ("P11", "P12")  # count uploads and publications: not the same in a store that is loaded at once
KEY = ["indicator", "statistic", "source", "mode", "segment", "group_dim", "group_value", "area_code",
       "period_start", "period_end"]  # fmt: skip
SAID = ["value", "low", "high", "base", "numerator", "denominator", "absence"]


def run() -> int:
    """Print counts and verdicts for each kind of database; 1 where anything was lost, wrong or in error."""
    seconds = float(os.environ.get("BENCH_SECONDS") or 120)
    with tempfile.TemporaryDirectory() as folder:
        failed = at_once("SQLite", f"sqlite:///{folder}/desk.sqlite", seconds)
    if os.environ.get("BENCH_POSTGRESQL") != "no":
        with postgresql() as fresh:
            failed |= at_once("PostgreSQL", fresh(), seconds, filled=True)
    return failed


def at_once(
    name: str, address: str, seconds: float, evaluators: int = EVALUATORS, readers: int = READERS, filled: bool = False
) -> int:
    """Everyone at work on the store at `address` for `seconds`; 1 where a verdict is missed."""
    store = open_store(address)
    if not filled:
        fill(store)
    with serve(environment={"DATABASE_URL": address}) as server:
        days: list[Day] = []
        desk = threading.Thread(target=lambda: days.extend(_evaluators(address, evaluators, seconds)))
        desk.start()
        walked = asyncio.run(walk(server.port, [place_of(page) for page in board_pages()], readers, seconds))
        desk.join()
    try:
        return _tell(name, store, days, walked, readers, seconds)
    finally:
        store.close()


def _evaluators(address: str, many: int, seconds: float) -> list[Day]:
    with forks() as context:
        pipes, processes = [], []
        for number in range(many):
            ear, mouth = context.Pipe(duplex=False)
            process = context.Process(target=work, args=(address, number, seconds, mouth))
            process.start()
            pipes.append(ear)
            processes.append(process)
        days = [ear.recv() for ear in pipes]
        for process in processes:
            process.join()
    return days


def _tell(name: str, store: Store, days: list[Day], walked: Walked, readers: int, seconds: float) -> int:
    received, published = (sum(len(getattr(day, what)) for day in days) for what in ("received", "published"))
    withdrawn, told = sum(len(day.withdrawn) for day in days), sum(day.told for day in days)
    say(f"  {name}: {len(days)} evaluators and {readers} readers for {seconds:.0f} s")
    say(f"    {received} files received, {sum(day.rehearsed for day in days)} rehearsals, {published} published, "
        f"{withdrawn} withdrawn again; {told} times somebody was told that another had published")  # fmt: skip
    found = {
        "no lost upload": lost_uploads(store, days),
        "no wrong figure in the store": wrong_figures(store),
        "no wrong figure on a page": wrong_pages(store, walked),
        "no error": [*walked.errors, *(error for day in days for error in day.errors)],
    }
    say(f"    {walked.reads} pages read, of {len({number for _, number in walked.said})} publications")
    for what, wrong in found.items():
        say(f"    {what}: {verdict(not wrong)}{''.join(f'{chr(10)}      {each}' for each in wrong[:5])}")
    return int(any(found.values()) or not published or not walked.said)


def lost_uploads(store: Store, days: Iterable[Day]) -> list[str]:
    """Uploads that are not as their evaluator left them."""
    with store.read() as connection:
        held = register(connection).set_index("id")
    wrong = []
    for day in days:
        for upload in day.received:
            gone = upload in day.withdrawn
            due = "withdrawn" if gone else "published" if upload in day.published else "staged"
            if upload not in held.index:
                wrong.append(f"upload {upload} of {day.name} is not there")
                continue
            row = held.loc[upload]
            live = 2 if due == "published" else 0
            found = (row["status"], row["rows"], row["live_rows"], row["actor"])
            if found != (due, 2, live, day.name):
                wrong.append(f"upload {upload} is {found}, not {(due, 2, live, day.name)}")
    return wrong


def wrong_figures(store: Store) -> list[str]:
    """Where the last publication differs from that of a new store, given the same live files at once."""
    with store.read() as connection:
        latest = reads.latest_publication(connection)
        ours = reads.estimates(connection, latest.id)
        live = reads.uploads(connection).query("status == 'published'").sort_values("id")
        files = [
            (name, dataset, upload_bytes(connection, id))
            for id, name, dataset in live[["id", "name", "dataset"]].itertuples(index=False)
        ]
    with tempfile.TemporaryDirectory() as folder:
        fresh = open_store(f"sqlite:///{folder}/fresh.sqlite")
        offers = [receive(fresh, content, name, dataset, ACTOR, as_at=AS_AT) for name, dataset, content in files]
        publish(fresh, [offer.upload_id for offer in offers], ACTOR, as_at=AS_AT)
        with fresh.read() as connection:
            theirs = reads.estimates(connection, reads.latest_publication(connection).id)
        fresh.close()
    return _different(ours, theirs)


def _different(ours: pd.DataFrame, theirs: pd.DataFrame) -> list[str]:
    one, other = (
        each[~each["indicator"].isin(OWN_AFFAIRS)].set_index(KEY)[SAID].sort_index() for each in (ours, theirs)
    )
    if len(one) != len(other) or not one.index.equals(other.index):
        return [f"{len(one)} figures, {len(other)} in a new store"]
    same = (one == other) | (one.isna() & other.isna())
    return [f"{dict(zip(KEY, key, strict=True))}" for key in one.index[~same.all(axis=1)]]


def wrong_pages(store: Store, walked: Walked) -> list[str]:
    """Pages of publications there never were, of several at once, or that said two things of one."""
    with store.read() as connection:
        known = {each.number for each in reads.publications(connection)}
    wrong = list(walked.mixed)
    for (page, number), texts in walked.said.items():
        if number not in known:
            wrong.append(f"{page} showed publication {number}, which there isn't")
        if len(texts) > 1:
            wrong.append(f"{page} said {len(texts)} different things of publication {number}")
    return wrong
