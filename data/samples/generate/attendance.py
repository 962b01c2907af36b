"""The attendance log: thirty months of sessions, who came, who set the agenda, who was in the chair."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from data.samples.generate.draws import month_end, some_day, stream
from data.samples.generate.roster import MONTHS, Leader

HEADER = (
    "session", "held_on", "kind", "hours", "person", "sector", "organisation", "role", "by_choice", "host",
    "chaired", "agenda_items", "citizen_group", "citizens",
)
# Items on the agenda of a session of a kind that has an agenda and a chair.
AGENDA = {"board": 6, "co_design": 5, "event": 4, "joint_work": 3}
HOURS = {
    "board": 2.0, "one_to_one": 1.0, "co_design": 3.0, "event": 6.0, "small_group": 3.0, "joint_work": 2.0,
}
# Share of small groups spent with each group: minorities are the ones hardly heard.
GROUPS = {
    "young": 0.20, "working_age": 0.12, "elderly": 0.25, "disabled": 0.15, "low_income": 0.13, "carers": 0.12,
    "minority": 0.03,
}
JOINT_GROUPS = 5
CHECK_IN = 7  # months after joining: everyone still there has a conversation about staying


@dataclass(frozen=True)
class Session:
    """One session. `citizen_group` and `citizens` are set for small groups only."""

    held_on: dt.date
    kind: str
    month: int
    people: tuple[Leader, ...]
    citizen_group: str = ""
    citizens: int | None = None
    code: str = ""


def outside_item_chance(month: int) -> float:
    """True probability that an agenda item is proposed by somebody outside the host: by quarter."""
    return 0.30 + 0.04 * (month // 3)


def outside_chair_chance(month: int) -> float:
    """True probability that somebody outside the host takes the chair: by quarter."""
    return 0.15 + 0.05 * (month // 3)


def sessions(seed: int, roster: Sequence[Leader]) -> list[Session]:
    """Every session in order of its date, with its code."""
    rng = stream(seed, "sessions")
    planned = [session for month in range(len(MONTHS)) for session in _of_month(rng, month, roster)]
    planned.sort(key=lambda session: session.held_on)
    return [
        Session(s.held_on, s.kind, s.month, s.people, s.citizen_group, s.citizens, f"S{n:03d}")
        for n, s in enumerate(planned, start=1)
    ]


def _of_month(rng: np.random.Generator, month: int, roster: Sequence[Leader]) -> Iterator[Session]:
    there = [leader for leader in roster if leader.present(month)]
    if month % 2 == 0:
        yield _session(rng, month, "board", there, there, 0.25)
    for _ in range(2 if month < 6 else int(month % 3 == 0)):
        yield _session(rng, month, "co_design", there, there, 0.3)
    if month in (2, 12, 24):
        yield _session(rng, month, "event", there, there, 0.75)
    for _ in range(2 if month >= 1 else 0):
        yield _small_group(rng, month, there)
    for number in range(JOINT_GROUPS if month >= 3 else 0):
        # A leader works in the group that the number in their code falls to.
        members = [leader for leader in there if int(leader.code[1:]) % JOINT_GROUPS == number]
        yield _session(rng, month, "joint_work", members, there, 0.6)
    for leader in there:
        if month in (leader.joins, leader.joins + CHECK_IN) or rng.random() < 0.03:
            yield Session(_day(rng, month), "one_to_one", month, (leader,))


def _session(
    rng, month: int, kind: str, invited: list[Leader], there: list[Leader], chance: float
) -> Session:
    """Some of those invited: always one of the host and one from outside, so that either may lead."""
    came = {leader.code: leader for leader in invited if rng.random() < chance}
    for host in (True, False):
        side = [leader for leader in there if is_host(leader, month) is host]
        if side and not any(is_host(leader, month) is host for leader in came.values()):
            chosen = side[int(rng.integers(len(side)))]
            came[chosen.code] = chosen
    people = tuple(came[code] for code in sorted(came))
    return Session(_day(rng, month), kind, month, people)


def _small_group(rng, month: int, there: list[Leader]) -> Session:
    size = min(len(there), int(rng.integers(3, 7)))
    people = sorted((there[n] for n in rng.permutation(len(there))[:size]), key=lambda leader: leader.code)
    group = str(rng.choice(list(GROUPS), p=list(GROUPS.values())))
    return Session(_day(rng, month), "small_group", month, tuple(people), group, int(rng.integers(4, 10)))


def _day(rng: np.random.Generator, month: int) -> dt.date:
    return some_day(rng, MONTHS[month], month_end(MONTHS[month]))


def is_host(leader: Leader, month: int) -> bool:
    return leader.host and month < leader.moves


def attendance_rows(seed: int, planned: Sequence[Session]) -> list[list]:
    """One row a person at a session, in the columns of HEADER."""
    rng = stream(seed, "attendance")
    return [row for session in planned for row in _rows(rng, session)]


def _rows(rng: np.random.Generator, session: Session) -> Iterator[list]:
    items, chair = _acts(rng, session)
    for place, leader in enumerate(session.people):
        hours = HOURS[session.kind] - (0.5 if rng.random() < 0.15 else 0.0)
        yield [
            session.code, session.held_on, session.kind, hours, leader.code, leader.sector,
            leader.employer(session.month), leader.role, _yes(leader.by_choice),
            _yes(is_host(leader, session.month)), _yes(place == chair),
            items[place] if session.kind in AGENDA else None, session.citizen_group or None, session.citizens,
        ]


def _acts(rng: np.random.Generator, session: Session) -> tuple[list[int], int]:
    """How many items each person proposed, and the place of whoever was in the chair (-1: no chair)."""
    items = [0] * len(session.people)
    if session.kind not in AGENDA:
        return items, -1
    for _ in range(AGENDA[session.kind]):
        items[_someone(rng, session, rng.random() < outside_item_chance(session.month))] += 1
    return items, _someone(rng, session, rng.random() < outside_chair_chance(session.month))


def _someone(rng: np.random.Generator, session: Session, outside: bool) -> int:
    places = [n for n, leader in enumerate(session.people) if is_host(leader, session.month) is not outside]
    return places[int(rng.integers(len(places)))]


def _yes(true: bool) -> str:
    return "yes" if true else "no"
