"""The little language of --where: `column op value`, joined by `and` and `or`. Read, never evaluated as code.

`and` binds more tightly than `or`; there are no brackets. Operators: == != < <= > >=. A value is a number, a
word, or text in quotes; a column whose name has spaces stands in backquotes.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from metrics.doors.common import DoorError

OPERATORS: dict[str, Callable] = {
    "==": operator.eq, "!=": operator.ne, "<=": operator.le, ">=": operator.ge, "<": operator.lt, ">": operator.gt,
}  # fmt: skip
TOKEN = re.compile(r"""\s*(?:(?P<quoted>'[^']*'|"[^"]*"|`[^`]*`)|(?P<op>==|!=|<=|>=|<|>)|(?P<word>[^\s'"`<>=!]+))""")


@dataclass(frozen=True)
class Condition:
    """One comparison. A blank cell meets none, != included, as in R's subset()."""

    column: str
    op: str
    value: str

    def rows(self, frame: pd.DataFrame) -> np.ndarray:
        """(rows,) which rows meet it. Numbers are compared in a column of numbers, else text, for == and !=."""
        cells = frame[self.column]
        known = cells.notna().to_numpy()
        if pd.api.types.is_numeric_dtype(cells):
            met = OPERATORS[self.op](cells.to_numpy(dtype=float, na_value=np.nan), self._number())
        elif self.op in ("==", "!="):
            met = OPERATORS[self.op](cells.astype(str).to_numpy(dtype=object), self.value)
        else:
            raise DoorError(f"--where: column {self.column} holds text, so only == and != can be asked of it.")
        return np.asarray(met, dtype=bool) & known

    def _number(self) -> float:
        try:
            return float(self.value)
        except ValueError as problem:
            raise DoorError(f"--where: column {self.column} holds numbers and {self.value} is none.") from problem


def parse(text: str) -> list[list[Condition]]:
    """Alternatives (or), each a list of conditions that must all be met (and).

    Raises DoorError at anything else.
    """
    tokens = _tokens(text)
    alternatives: list[list[Condition]] = [[]]
    while True:
        if len(tokens) < 3 or [kind for kind, _ in tokens[:3]][1] != "op" or "op" in (tokens[0][0], tokens[2][0]):
            raise DoorError(f'--where: {text!r} is not of the form "column == value and column > value".')
        (_, column), (_, op), (_, value) = tokens[:3]
        alternatives[-1].append(Condition(column, op, value))
        if len(tokens) == 3:
            return alternatives
        kind, joint = tokens[3]
        if kind != "word" or joint.lower() not in ("and", "or"):
            raise DoorError(f"--where: conditions are joined by and/or, not by {joint!r}.")
        if joint.lower() == "or":
            alternatives.append([])
        tokens = tokens[4:]


def chosen(text: str, frame: pd.DataFrame) -> np.ndarray:
    """(rows,) which rows of the frame the text chooses."""
    return np.logical_or.reduce(
        [np.logical_and.reduce([each.rows(frame) for each in conditions]) for conditions in parse(text)]
    )


def columns(text: str) -> list[str]:
    """The columns the text names."""
    return [each.column for conditions in parse(text) for each in conditions]


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at, text = [], 0, text.strip()
    while at < len(text):
        token = TOKEN.match(text, at)
        if token is None:
            raise DoorError(f"--where: {text[at:]!r} can't be understood.")
        kind = token.lastgroup
        found.append((kind, token[kind][1:-1] if kind == "quoted" else token[kind]))
        at = token.end()
    return found
