"""What was heard and promised: insights from time with citizens, and the leaders' commitments."""

import datetime as dt
from collections.abc import Sequence

import numpy as np

from data.samples.generate import words
from data.samples.generate.attendance import Session
from data.samples.generate.draws import some_day, stream
from data.samples.generate.roster import Leader

INSIGHT_HEADER = (
    "insight", "heard_on", "session", "citizen_group", "theme", "summary", "service", "change_made",
    "changed_on", "quote_released",
)
COMMITMENT_HEADER = (
    "commitment", "title", "person", "sector", "agreed_on", "due_on", "done_on", "stopped_on", "insight",
)
INSIGHTS, COMMITMENTS = 80, 90
ADOPTION = 0.36  # true probability that an insight ever leads to a named change
SOONEST, LATEST = 60, 330  # days from hearing to the change: evenly spread
ON_TIME, LATE, STOPPED = 0.66, 0.16, 0.06  # true probabilities; the rest is not done
LAST_DAY = dt.date(2026, 9, 30)


def adopted_by(heard_on: dt.date, until: dt.date) -> float:
    """True probability that an insight heard on a day has led to a change by another."""
    waited = ((until - heard_on).days - SOONEST + 1) / (LATEST - SOONEST + 1)
    return ADOPTION * min(max(waited, 0.0), 1.0)


def insight_rows(seed: int, planned: Sequence[Session]) -> list[list]:
    """Eighty insights from the small groups, in order of the day they were heard."""
    rng = stream(seed, "insights")
    small = [session for session in planned if session.kind == "small_group"]
    heard = sorted(rng.integers(0, len(small), INSIGHTS))
    texts = words.insight_texts(rng, INSIGHTS)
    rows = []
    for number, (place, text) in enumerate(zip(heard, texts, strict=True), start=1):
        session = small[place]
        changed_on = session.held_on + dt.timedelta(days=int(rng.integers(SOONEST, LATEST + 1)))
        adopted = rng.random() < ADOPTION and changed_on <= LAST_DAY
        rows.append([
            f"N{number:03d}", session.held_on, session.code, session.citizen_group, text.theme, text.summary,
            text.service or None, text.change if adopted else None, changed_on if adopted else None,
            "yes" if rng.random() < 0.4 else "no",
        ])
    return rows


def commitment_rows(seed: int, roster: Sequence[Leader], insights: Sequence[Sequence]) -> list[list]:
    """Ninety commitments of leaders who were there when they were made, in order of the day."""
    rng = stream(seed, "commitments")
    days = sorted(some_day(rng, dt.date(2024, 6, 3), dt.date(2026, 7, 31)) for _ in range(COMMITMENTS))
    rows = []
    for number, agreed_on in enumerate(days, start=1):
        month = (agreed_on.year - 2024) * 12 + agreed_on.month - 4
        there = [leader for leader in roster if leader.present(month)]
        leader = there[int(rng.integers(len(there)))]
        due_on = agreed_on + dt.timedelta(days=int(rng.integers(8, 27)) * 7)
        known = [row[0] for row in insights if row[1] <= agreed_on]
        source = known[int(rng.integers(len(known)))] if known and rng.random() < 0.4 else None
        title = words.commitment_title(rng, number)
        rows.append([
            f"C{number:03d}", title, leader.code, leader.sector, agreed_on, due_on,
            *_ending(rng, agreed_on, due_on), source,
        ])
    return rows


def _ending(rng: np.random.Generator, agreed_on: dt.date, due_on: dt.date) -> tuple:
    """The day it was done and the day it was given up: one of them, or neither. None lies ahead."""
    fate, days = rng.random(), (due_on - agreed_on).days
    if fate < ON_TIME:
        done_on, stopped_on = due_on - dt.timedelta(days=int(rng.integers(0, min(days - 10, 45)))), None
    elif fate < ON_TIME + LATE:
        done_on, stopped_on = due_on + dt.timedelta(days=int(rng.integers(5, 90))), None
    elif fate < ON_TIME + LATE + STOPPED:
        done_on, stopped_on = None, due_on - dt.timedelta(days=int(rng.integers(7, days)))
    else:
        done_on, stopped_on = None, None
    return tuple(day if day and day <= LAST_DAY else None for day in (done_on, stopped_on))
