"""The leader survey: sixty founders before, forty-odd after, with what their colleagues saw."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.samples.generate.draws import some_day, stream
from data.samples.generate.roster import FOUNDERS, START, Leader

ITEMS = tuple(f"ms_{n}" for n in range(1, 7))
BEFORE = tuple(f"pre_{n}" for n in range(1, 7))
FACTORS = tuple(f"wf_{n:02d}" for n in range(1, 23))
HEADER = (
    "wave", "person", "rater", "rater_code", "completed_on", "sector", "organisation", "role",
    *ITEMS, *BEFORE, *FACTORS,
)
RATERS = 3
BLANK = 0.01  # of items


@dataclass(frozen=True)
class Wave:
    """One wave. Changes are from T0 in points of the 1 to 7 scale: mean, and spread between leaders."""

    code: str
    first: dt.date
    last: dt.date
    change: float = 0.0
    spread: float = 0.0
    peer_change: float = 0.0
    stay: float = 1.0  # share who still answer, of leaders with an average outlook at T0
    peers: bool = False
    factors: bool = False
    looking_back: bool = False


WAVES = (
    Wave("T0", dt.date(2024, 3, 4), dt.date(2024, 3, 22), peers=True, factors=True),
    Wave("T1", dt.date(2024, 10, 1), dt.date(2024, 10, 25), 0.58, 0.6, stay=0.80, looking_back=True),
    Wave("T2", dt.date(2025, 4, 1), dt.date(2025, 4, 25), 0.75, 0.7, 0.34, 0.68, peers=True, factors=True),
)
LEVELS = np.array([4.2, 3.6, 4.0, 3.8, 4.4, 3.9])  # of the six items at T0
OUTLOOK, NOISE, LENIENCE = 0.7, 0.8, 0.4
SHIFT = -0.35  # looking back, leaders rate their earlier selves lower than they did at the time
LEAVERS = 0.6  # log odds of staying for each standard deviation of outlook: leavers were a little lower
# True means of the 22 factors at T0, and how much each has risen at T2; none lies close to 4.
FACTOR_LEVELS = np.array([
    4.3, 3.4, 3.6, 3.1, 4.2, 3.5, 3.7, 3.3, 3.0, 3.6, 4.2,
    3.2, 3.5, 3.4, 3.7, 3.1, 3.3, 4.3, 3.6, 3.2, 2.9, 3.5,
])
FACTOR_RISES = np.array([
    0.0, 0.8, 0.6, 0.1, 0.0, 0.2, 0.5, 0.1, 0.2, 0.6, 0.0,
    0.1, 0.2, 0.3, 0.1, 0.2, 0.1, 0.0, 0.1, 0.2, 0.3, 0.1,
])
FACTOR_SPREAD = 0.55


class Group:
    """Many leaders at once, as the survey sees them; used for the sample and, much larger, for the truth."""

    def __init__(self, rng: np.random.Generator, size: int) -> None:
        self.rng, self.size = rng, size
        self.outlook = rng.normal(0, OUTLOOK, size)
        self.unlike = {wave.code: rng.normal(0, 1, size) for wave in WAVES}
        pull = LEAVERS * self.outlook / OUTLOOK
        self.answers = {
            wave.code: rng.random(size) < _logistic(_logit(wave.stay) + pull) for wave in WAVES
        }

    def items(self, wave: Wave, shift: float = 0.0) -> np.ndarray:
        """Their own answers to the six items, whole numbers from 1 to 7."""
        change = wave.change + wave.spread * self.unlike[wave.code]
        mean = LEVELS + (self.outlook + change + shift)[:, None]
        return _seven(mean + self.rng.normal(0, NOISE, mean.shape))

    def seen(self, wave: Wave) -> np.ndarray:
        """What each of three colleagues answers about them: leaders by raters by items."""
        change = wave.peer_change + 0.3 * wave.spread * self.unlike[wave.code]
        mean = LEVELS + 0.2 + (0.6 * self.outlook + change)[:, None]
        lenience = self.rng.normal(0, LENIENCE, (self.size, RATERS, 1))
        noise = self.rng.normal(0, NOISE, (self.size, RATERS, len(ITEMS)))
        return _seven(mean[:, None, :] + lenience + noise)

    def factors(self, wave: Wave) -> np.ndarray:
        """Factor scores, 1 to 5 in halves as the mean of two items gives them."""
        mean = FACTOR_LEVELS + (FACTOR_RISES if wave.change else 0.0)
        scores = mean + self.rng.normal(0, FACTOR_SPREAD, (self.size, len(FACTORS)))
        return np.clip(np.round(scores * 2) / 2, 1, 5)


def leader_rows(seed: int, roster: Sequence[Leader]) -> list[list]:
    """One row a form, wave after wave: self-ratings, then what three colleagues said."""
    founders = roster[:FOUNDERS]
    group = Group(stream(seed, "leader survey"), len(founders))
    rows = []
    for wave in WAVES:
        rows += _self_rows(group, wave, founders)
        rows += _peer_rows(group, wave, founders) if wave.peers else []
    return rows


def _self_rows(group: Group, wave: Wave, founders: Sequence[Leader]) -> list[list]:
    now, factors = group.items(wave), group.factors(wave)
    # Compared with what they said of themselves at T0, not with how they are now.
    before = group.items(WAVES[0], SHIFT) if wave.looking_back else None
    rows = []
    for place, leader in enumerate(founders):
        if group.answers[wave.code][place]:
            scores = [
                *_blanks(group.rng, now[place]),
                *([None] * len(BEFORE) if before is None else _blanks(group.rng, before[place])),
                *(factors[place].tolist() if wave.factors else [None] * len(FACTORS)),
            ]
            rows.append([*_head(group.rng, wave, leader, "self", leader.code), *scores])
    return rows


def _peer_rows(group: Group, wave: Wave, founders: Sequence[Leader]) -> list[list]:
    """Three colleagues a leader, the same ones each time: the next on the roster."""
    seen, rows = group.seen(wave), []
    for place, leader in enumerate(founders):
        for number in range(RATERS) if group.answers[wave.code][place] else ():
            rater = founders[(place + 7 * (number + 1)) % len(founders)].code
            scores = [*_blanks(group.rng, seen[place, number]), *[None] * (len(BEFORE) + len(FACTORS))]
            rows.append([*_head(group.rng, wave, leader, "peer", rater), *scores])
    return rows


def _head(rng: np.random.Generator, wave: Wave, leader: Leader, rater: str, rater_code: str) -> list:
    month = max(0, (wave.first.year - START.year) * 12 + wave.first.month - START.month)
    day = some_day(rng, wave.first, wave.last)
    post = [leader.sector, leader.employer(month), leader.role]
    return [wave.code, leader.code, rater, rater_code, day, *post]


def _blanks(rng: np.random.Generator, scores: np.ndarray) -> list[int | None]:
    return [None if rng.random() < BLANK else int(score) for score in scores]


def _seven(values: np.ndarray) -> np.ndarray:
    return np.clip(np.round(values), 1, 7)


def _logit(share: float) -> float:
    return np.inf if share >= 1 else float(np.log(share / (1 - share)))


def _logistic(odds: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-odds))
