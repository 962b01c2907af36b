"""From an item's answers to the number each respondent counts with: a mean's, a share's, a net's, an index's."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

MEAN, SHARE, NET, RATIO, TOTAL, MEDIAN, QUANTILE = (
    "mean", "share", "net", "ratio", "total", "median", "quantile"
)  # fmt: skip
STATISTICS = (MEAN, SHARE, NET, RATIO, TOTAL, MEDIAN, QUANTILE)
HALF = 0.5


class QuestionFault(ValueError):
    """What is asked of an item makes no sense: a sentence that says why."""


@dataclass(frozen=True)
class Question:
    """What is asked of one item (a column).

    `codes` are the answers that count for a share or a net, `against` those that count against, for a net.
    `denominator` is a ratio's other column; `probability` and `rule` are a quantile's (math, school or hf7).
    `limits` are the ends of the scale of a mean that can't leave it, as those of an index.
    """

    item: str
    statistic: str = MEAN
    codes: tuple[object, ...] = ()
    against: tuple[object, ...] = ()
    denominator: str = ""
    probability: float = HALF
    rule: str = "math"
    limits: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        wants = {SHARE: ("codes",), NET: ("codes", "against"), RATIO: ("denominator",)}
        for name in wants.get(self.statistic, ()):
            if not getattr(self, name):
                raise QuestionFault(f"A {self.statistic} needs {name}.")
        if self.statistic not in STATISTICS:
            raise QuestionFault(f"There is no statistic {self.statistic}; there are {', '.join(STATISTICS)}.")
        if not 0 < self.probability < 1:
            raise QuestionFault("A quantile's probability lies between 0 and 1.")

    @cached_property
    def bounds(self) -> tuple[float, float] | None:
        """What the estimate can't leave; None where there is no such limit."""
        return {SHARE: (0.0, 1.0), NET: (-1.0, 1.0), MEAN: self.limits}.get(self.statistic)


def scores(people: pd.DataFrame, question: Question) -> tuple[np.ndarray, np.ndarray | None]:
    """What each row counts with, and for a ratio what it is divided by; NaN where it did not answer.

    Raises QuestionFault where an item that must be a number isn't one.
    """
    answers = people[question.item]
    if question.statistic == SHARE:
        return _where_answered(answers, _among(answers, question.codes).astype(float)), None
    if question.statistic == NET:
        net = _among(answers, question.codes).astype(float) - _among(answers, question.against)
        return _where_answered(answers, net), None
    below = _numbers(people[question.denominator]) if question.statistic == RATIO else None
    return _numbers(answers), below


def index(people: pd.DataFrame, items: Sequence[str], lowest: float, highest: float) -> np.ndarray:
    """Each row's mean over its answered items, put on 0 to 100; NaN where fewer than half are answered.

    All items run from `lowest` to `highest` in one direction; an answer outside raises QuestionFault.
    """
    table = np.column_stack([_numbers(people[item]) for item in items])
    answered = ~np.isnan(table)
    if ((table < lowest) | (table > highest)).any():
        raise QuestionFault(f"Answers must lie between {lowest:g} and {highest:g}; don't-knows are blank.")
    count = answered.sum(axis=1)
    mean = np.where(answered, table, 0.0).sum(axis=1) / np.maximum(count, 1)
    enough = (count > 0) & (count >= HALF * len(items))
    return np.where(enough, 100 * (mean - lowest) / (highest - lowest), np.nan)


def _numbers(column: pd.Series) -> np.ndarray:
    try:
        return column.to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError) as problem:
        raise QuestionFault(f"Column {column.name} holds text, so only shares and nets can be had of it.") from problem


def _among(answers: pd.Series, codes: Sequence[object]) -> np.ndarray:
    """(rows,) whether the answer is one of the codes: compared as numbers in a column of numbers."""
    if not pd.api.types.is_numeric_dtype(answers):
        return answers.astype(str).isin([str(code) for code in codes]).to_numpy()
    try:
        wanted = [float(code) for code in codes]
    except (TypeError, ValueError) as problem:
        raise QuestionFault(f"Column {answers.name} holds numbers; codes {codes} are not all numbers.") from problem
    values = answers.to_numpy(dtype=float, na_value=np.nan)
    found = values == wanted[0]
    for code in wanted[1:]:
        found |= values == code
    return found


def _where_answered(answers: pd.Series, scores: np.ndarray) -> np.ndarray:
    missing = answers.isna().to_numpy()
    if missing.any():
        scores[missing] = np.nan
    return scores
