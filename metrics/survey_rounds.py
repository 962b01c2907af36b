"""From the sums of a survey question to rounds ready to be estimated: one matrix row per group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from metrics.comparability import Break, Placed, Traits, place, scale_of
from metrics.linearise import Design, Linearised, design_of, linearised_ratio
from metrics.trace import Trace, trace
from metrics.types import Period

Group = tuple[str, str]  # dimension and value; ("", "") is everyone
ROUND = ["source", "wave", "mode", "question", "question_version", "base_rule", "population", "weighting"]
CELL = ["group_dim", "group_value", "stratum", "psu"]
ALL_RESPONDENTS = "all_respondents"


@dataclass(frozen=True)
class Round:
    """One wave's answers to one wording of a question, by group.

    Arrays run over `groups` (first axis) and the design's PSUs (second axis): weights of the positive,
    negative and all valid answers. Per group: `positive_answers`, `negative_answers` and `base` are unweighted
    counts of the positive, negative and all valid answers, `squared_weights` is Σw² of the valid ones.
    `of_everyone` gives, for each code of a valid answer, its weights by PSU and how many people gave it,
    whatever their group.
    """

    traits: Traits
    period: Period
    placed: Placed
    design: Design
    groups: tuple[Group, ...]
    positive: np.ndarray
    negative: np.ndarray
    valid: np.ndarray
    present: np.ndarray
    positive_answers: np.ndarray
    negative_answers: np.ndarray
    base: np.ndarray
    squared_weights: np.ndarray
    of_everyone: Mapping[int, tuple[np.ndarray, float]]
    illustrative: bool
    trace: Trace

    def row(self, group: Group) -> int:
        """Where a group stands on the first axis."""
        return self.groups.index(group)

    @cached_property
    def shares(self) -> Linearised:
        """The share of positive answers, 0 to 1, by group."""
        return linearised_ratio(self.positive, self.valid, self.present, self.design)

    @cached_property
    def nets(self) -> Linearised:
        """Positive minus negative answers as a share, −1 to 1, by group."""
        return linearised_ratio(self.positive - self.negative, self.valid, self.present, self.design)


def rounds_of(
    sums: pd.DataFrame, design: pd.DataFrame, questions: Sequence[str], dims: Sequence[str],
    breaks: Sequence[Break] = (),
) -> list[Round]:
    """The rounds in which any of `questions` was asked, in order of fieldwork, each placed in its segment.

    `sums` and `design` are the frames wave_sums and wave_design; `dims` the breakdowns wanted besides
    everyone. Where the same wave asked two wordings they are two rounds, in the order of `questions`.
    """
    asked = sums[sums["question"].isin(list(questions)) & sums["group_dim"].isin(["", *dims])]
    if asked.empty:
        return []
    found = [_round(rows, design) for _, rows in asked.groupby(ROUND, sort=False)]
    found.sort(key=lambda r: (r.period.start, r.period.end, list(questions).index(r.traits.question)))
    places = place([r.traits for r in found], breaks)
    return [replace(r, placed=where) for r, where in zip(found, places, strict=True)]


def _round(rows: pd.DataFrame, design: pd.DataFrame) -> Round:
    first = rows.iloc[0]
    spread = _Spread(rows, _layout(rows, design))
    roles = rows["role"].to_numpy(dtype=object)
    counted = np.full(len(rows), True) if first["base_rule"] == ALL_RESPONDENTS else roles != "excluded"
    n, w, w2 = (np.where(counted, rows[name].to_numpy(float), 0.0) for name in ("n", "w", "w2"))
    people, positive, negative = spread.matrix(n), roles == "positive", roles == "negative"
    return Round(
        traits=_traits(first), period=Period(first["wave_start"], first["wave_end"], "wave"),
        placed=Placed(1), design=spread.design, groups=spread.groups,
        positive=spread.matrix(w * positive), negative=spread.matrix(w * negative),
        valid=spread.matrix(w), present=people > 0, base=people.sum(axis=1),
        positive_answers=spread.matrix(n * positive).sum(axis=1),
        negative_answers=spread.matrix(n * negative).sum(axis=1),
        squared_weights=spread.matrix(w2).sum(axis=1), of_everyone=_by_code(rows, counted, spread.design),
        illustrative=bool((rows["origin"] == "sample").any()), trace=trace(rows),
    )


def _by_code(rows: pd.DataFrame, counted: np.ndarray, design: Design) -> dict[int, tuple[np.ndarray, float]]:
    whole = rows[counted & (rows["group_dim"] == "").to_numpy()]
    at = design.positions()
    return {
        int(code): (_laid_out(given, at), float(given["n"].sum()))
        for code, given in whole.groupby("code", sort=True)
    }


def _laid_out(given: pd.DataFrame, at: Mapping[tuple[str, str], int]) -> np.ndarray:
    keys, key = _pairs(given, "stratum", "psu")
    places = np.array([at[each] for each in keys])[key]
    return np.bincount(places, weights=given["w"].to_numpy(float), minlength=len(at))


class _Spread:
    """Lays a column of sums out as a matrix of groups by PSUs."""

    def __init__(self, sums: pd.DataFrame, design: Design) -> None:
        (cells, cell), (keys, key) = _pairs(sums, "group_dim", "group_value"), _pairs(sums, "stratum", "psu")
        self.design, self.groups = design, tuple(sorted(set(cells)))
        rows, columns = {group: at for at, group in enumerate(self.groups)}, design.positions()
        row, column = np.array([rows[each] for each in cells]), np.array([columns[each] for each in keys])
        self._at = row[cell] * len(columns) + column[key]

    def matrix(self, values: np.ndarray) -> np.ndarray:
        shape = len(self.groups), len(self.design.keys)
        return np.bincount(self._at, weights=values, minlength=shape[0] * shape[1]).reshape(shape)


def _layout(rows: pd.DataFrame, design: pd.DataFrame) -> Design:
    """The wave's whole design: its own frame, and any PSU that only the answers show."""
    wave = design[design["wave"] == rows["wave"].iloc[0]]
    return design_of([*_pairs(wave, "stratum", "psu")[0], *_pairs(rows, "stratum", "psu")[0]])


def _pairs(frame: pd.DataFrame, first: str, second: str) -> tuple[list[tuple[str, str]], np.ndarray]:
    """The different pairs of text that two columns hold, and which of them each row has."""
    (one, ones), (other, others) = (pd.factorize(frame[name].to_numpy(object)) for name in (first, second))
    found, which = np.unique(one * (len(others) + 1) + other, return_inverse=True)
    firsts, seconds = np.divmod(found, len(others) + 1)
    return [(str(ones[at]), str(others[to])) for at, to in zip(firsts, seconds, strict=True)], which


def _traits(first: pd.Series) -> Traits:
    scale, direction = scale_of(first["labels"])
    return Traits(
        source=first["source"], mode=first["mode"], question=first["question"],
        wording=first["wording"], scale=scale, direction=direction, population=first["population"],
        base_rule=first["base_rule"], weighting=first["weighting"], start=first["wave_start"],
        name=str(first["wave"]),
    )

