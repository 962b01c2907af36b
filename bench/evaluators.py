"""Evaluators at work, each in a process of their own: files received, rehearsed, published, sometimes withdrawn."""

import random
import time
from dataclasses import dataclass, field

from bench.small_store import ACTOR, AS_AT, DISTRICTS
from data.store import open_store

SERVICES = ("asb", "ambulance_calls", "fire_incidents", "asc_requests", "homeless_prevention", "ae_other", "ae_type1")
MOST_TRIES = 3  # rehearsals of one file before an evaluator leaves it for later
WITHDRAWS = 0.25  # of those published


@dataclass
class Day:
    """What one evaluator did: ids of uploads, and how often someone else had published meanwhile."""

    name: str
    received: list[int] = field(default_factory=list)
    published: dict[int, int] = field(default_factory=dict)
    withdrawn: list[int] = field(default_factory=list)
    rehearsed: int = 0
    told: int = 0
    errors: list[str] = field(default_factory=list)


def file_of(evaluator: int, turn: int) -> bytes:
    """A small file no other evaluator has: two months of one service in one district, its own."""
    service, area = SERVICES[evaluator // len(DISTRICTS)], DISTRICTS[evaluator % len(DISTRICTS)]
    months = [f"{2001 + (2 * turn + n) // 12}-{1 + (2 * turn + n) % 12:02}" for n in range(2)]
    rows = [f"{service},{area},{month},{1000 + 37 * evaluator + 5 * turn + n}" for n, month in enumerate(months)]
    return "\n".join(["service,area,period,count", *rows]).encode()


def work(address: str, evaluator: int, seconds: float, ears) -> None:
    """Go on until the time is up, then say what was done."""
    from etl.load import receive

    store, day = open_store(address, migrate=False), Day(f"{ACTOR}, evaluator {evaluator + 1}")
    draw = random.Random(evaluator)
    until, turn = time.monotonic() + seconds, 0
    try:
        while time.monotonic() < until:
            content = file_of(evaluator, turn)
            offer = receive(store, content, f"{evaluator}-{turn}.csv", "service_demand", day.name, as_at=AS_AT)
            turn += 1
            if offer.upload_id is None:
                day.errors.append(offer.faults[0].message)
                continue
            day.received.append(offer.upload_id)
            _bring_out(store, offer.upload_id, day, until)
            if offer.upload_id in day.published and draw.random() < WITHDRAWS and time.monotonic() < until:
                _withdraw(store, offer.upload_id, day)
    except Exception as error:  # told at the end: whatever it is, it must not be
        day.errors.append(f"{type(error).__name__}: {error}")
    ears.send(day)


def _bring_out(store, upload: int, day: Day, until: float) -> None:
    """Rehearse and publish; whoever is told that somebody else published meanwhile rehearses again."""
    from etl.publish import publish
    from etl.rehearse import rehearse
    from etl.turns import MovedOn

    for _ in range(MOST_TRIES):
        if time.monotonic() > until:
            return
        seen = rehearse(store, upload, as_at=AS_AT).seen
        day.rehearsed += 1
        try:
            day.published[upload] = publish(store, [upload], day.name, as_at=AS_AT, seen=seen)
            return
        except MovedOn:
            day.told += 1


def _withdraw(store, upload: int, day: Day) -> None:
    from etl.withdraw import withdraw

    withdraw(store, upload, day.name, as_at=AS_AT)
    day.withdrawn.append(upload)
