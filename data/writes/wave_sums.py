"""The sums of a survey wave: its answers added up by question, answer, group, stratum and sampling point.

The database hands over each respondent once and each answer as one number; the adding is done on arrays, in one
pass for each dimension. A wave with very many sampling points (most often because each respondent is one) has them
dealt into random groups within their stratum, which then count as its sampling points: point estimates stay the
same, and so does what standard errors are expected to be (the random group method: Wolter, Introduction to Variance
Estimation, 2007, chapter 2).
"""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from data.reads import sums as selects
from data.schema import wave_psus, wave_sums
from data.writes.rows import bulk_columns

MOST_POINTS = 10_000  # sampling points of a wave that are summed as they are: a county's surveys are smaller
GROUPS = 10  # random groups a stratum where there are more: as many points as a face-to-face survey has in a district
SEED = 20240401


def add_wave_sums(
    connection: Connection, weight_set_id: int, people: pd.DataFrame, versions: Sequence[int], further: bool = False
) -> None:
    """Write wave_psus and wave_sums of a weight set for these questions (ids of their versions). `people` as
    `reads.people_weighed`. `further` leaves the sampling points as they were written with the sums of other
    questions."""
    if people.empty:
        return
    point, points = _points(people)
    weight = people["weight"].to_numpy(float)
    if not further:
        told = {"weight_set_id": [weight_set_id] * len(points), "stratum": points["stratum"], "psu": points["psu"]}
        n, w = np.bincount(point), np.bincount(point, weight)
        bulk_columns(connection, wave_psus, {**told, "n": n.tolist(), "w": w.tolist()})
    answers = _Answers(connection, people["id"].to_numpy(), versions)
    for dimension in selects.DIMENSIONS:
        for columns in answers.sums(dimension, people, point, points, weight):
            many = len(columns["n"])
            bulk_columns(connection, wave_sums, {"weight_set_id": [weight_set_id] * many, **columns})


def _points(people: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame]:
    """Which sampling point each respondent belongs to, and the points: stratum and psu, a number in place of its
    name, which may be a person's code."""
    (stratum, strata), (psu, psus) = (pd.factorize(people[name], sort=True) for name in ("stratum", "psu"))
    _, first, point = np.unique(stratum * len(psus) + psu, return_index=True, return_inverse=True)
    points = pd.DataFrame(
        {"stratum": strata[stratum[first]], "psu": people["id"].to_numpy()[first].astype(str).astype(object)}
    )
    if len(points) <= MOST_POINTS:
        return point, points
    dealt = _dealt(points["stratum"])
    groups = points.assign(group=dealt).groupby("group", sort=True)[["stratum", "psu"]].first()
    return dealt[point], groups.reset_index(drop=True)


def _dealt(strata: pd.Series) -> np.ndarray:
    """The random group of each sampling point: GROUPS a stratum, alike in size, the same each time."""
    drawn = np.random.default_rng(SEED).permutation(len(strata))
    place = pd.Series(drawn).groupby(strata.to_numpy()).rank(method="first").to_numpy(int) - 1
    number, _ = pd.factorize(strata, sort=True)
    _, group = np.unique(number * GROUPS + place % GROUPS, return_inverse=True)
    return group


class _Answers:
    """The answers of a wave, as arrays: who gave each (a place among the people), and which of `kinds` it is."""

    def __init__(self, connection: Connection, people: np.ndarray, versions: Sequence[int]) -> None:
        found = np.concatenate(list(selects.answers_of_people(connection, people, versions)))
        who, asked, code = selects.unpacked(found)
        self.who = np.searchsorted(people, who)
        known = people[np.minimum(self.who, len(people) - 1)] == who
        self.who, asked, code = self.who[known], asked[known], code[known]
        self.kind, kinds = pd.factorize(asked << 32 | (code - code.min(initial=0)), sort=True)
        self.asked, self.code = kinds >> 32, (kinds & 0xFFFFFFFF) + code.min(initial=0)

    def sums(
        self, dimension: str, people: pd.DataFrame, point: np.ndarray, points: pd.DataFrame, weight: np.ndarray
    ) -> Iterator[dict[str, Sequence]]:
        """Columns of wave_sums. Respondents without a value of the dimension are left out."""
        group, groups = pd.factorize(people[selects.column_of(dimension)], sort=True)
        cells, cell = np.unique(point * (len(groups) + 1) + group + 1, return_inverse=True)
        key = self.kind * len(cells) + cell[self.who]
        size = len(self.asked) * len(cells)
        n = np.bincount(key, minlength=size)
        w, w2 = (np.bincount(key, each[self.who], size) for each in (weight, weight * weight))
        belongs, at = np.divmod(cells, len(groups) + 1)
        there = np.flatnonzero((n.reshape(-1, len(cells)) > 0) & (at > 0))
        kind, where = np.divmod(there, len(cells))
        values = np.append("", groups.to_numpy(dtype=object))
        stratum, psu = (points[name].to_numpy(dtype=object)[belongs] for name in ("stratum", "psu"))
        yield {
            "question_version_id": self.asked[kind].tolist(),
            "code": self.code[kind].tolist(),
            "group_dim": [dimension] * len(there),
            "group_value": values[at][where].tolist(),
            "stratum": stratum[where].tolist(),
            "psu": psu[where].tolist(),
            "n": n[there].tolist(),
            "w": w[there].tolist(),
            "w2": w2[there].tolist(),
        }
