"""Who works with whom: two waves on the same roster of sixty leaders."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from data.samples.generate.draws import some_day, stream
from data.samples.generate.roster import FOUNDERS, Leader

HEADER = ("wave", "asked_on", "from_person", "from_sector", "to_person", "to_sector")
RESPONSE, NAMED = 0.87, 0.80  # share of the roster who answer; share of ties that each end names


@dataclass(frozen=True)
class Wave:
    """`within` and `across`: the true probability that two of one sector, or of two, work together."""

    code: str
    first: dt.date
    last: dt.date
    within: float
    across: float


WAVES = (
    Wave("N1", dt.date(2024, 4, 8), dt.date(2024, 4, 26), 0.40, 0.11),
    Wave("N2", dt.date(2025, 4, 7), dt.date(2025, 4, 25), 0.40, 0.16),
)


def network_rows(seed: int, roster: Sequence[Leader]) -> list[list]:
    """One row a tie, as the leader asked told it; a leader who names nobody has one row with a blank."""
    founders, rows = roster[:FOUNDERS], []
    for wave in WAVES:
        rng = stream(seed, f"network {wave.code}")
        tied = {
            frozenset((one, other)) for place, one in enumerate(founders) for other in founders[:place]
            if rng.random() < together(wave, one, other)
        }
        for leader in founders:
            if rng.random() < RESPONSE:
                known = [other for other in founders if frozenset((leader, other)) in tied]
                named = [other for other in known if rng.random() < NAMED]
                rows += _rows(wave, some_day(rng, wave.first, wave.last), leader, named)
    return rows


def together(wave: Wave, one: Leader, other: Leader) -> float:
    """True probability that two leaders work with each other."""
    return wave.within if one.sector == other.sector else wave.across


def _rows(wave: Wave, day: dt.date, leader: Leader, named: Sequence[Leader]) -> list[list]:
    head = [wave.code, day, leader.code, leader.sector]
    return [[*head, other.code, other.sector] for other in named] or [[*head, None, None]]
