"""What a piece of work rests on: the frames it asked for, row by row, the day if it asked for that, and its terms.

Work is a function of these alone, and asks for its frames one after the other: where everything it asked for last
time is the same, it would ask for the same again and make the same figures.
"""

import datetime as dt
import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from metrics.context import Context

HERE = Path(__file__).resolve().parent
METRICS = HERE.parent / "metrics"
CALLERS = tuple(HERE / name for name in ("estimated.py", "estimate_rows.py", "impacts.py"))  # of the methods
LIBRARIES = ("numpy", "pandas", "scipy", "statsmodels")
ABSENT = "absent"
Narrow = Mapping[str, tuple[str, Collection[str]]]


class Watched(Mapping[str, pd.DataFrame]):
    """Frames that note which of them were asked for.

    `narrow` maps a frame's name to a column and the values wanted of it: the other rows of such a frame aren't
    there, so that the work can't rest on them.
    """

    def __init__(self, frames: Mapping[str, pd.DataFrame], narrow: Narrow):
        self._frames, self._narrow = frames, narrow
        self._held: dict[str, pd.DataFrame] = {}
        self._digests: dict[str, str] = {}
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> pd.DataFrame:
        self.asked.add(name)
        return self._of(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    def digest(self, name: str) -> str:
        """A hash of what would be given for that name."""
        if name not in self._digests:
            self._digests[name] = digest(self._of(name)) if name in self._frames else ABSENT
        return self._digests[name]

    def _of(self, name: str) -> pd.DataFrame:
        if name not in self._held:
            frame = self._frames[name]
            if name in self._narrow and len(frame):
                column, wanted = self._narrow[name]
                frame = frame[frame[column].isin(list(wanted))].reset_index(drop=True)
            self._held[name] = frame
        return self._held[name]


class Dated(Context):
    """A context that notes whether its day was asked for: most figures are the same on every day."""

    def __init__(self, context: Context):
        self.__dict__.update(vars(context), day=context.as_at, day_asked=False)

    @property
    def as_at(self) -> dt.date:
        self.__dict__["day_asked"] = True
        return self.day


class Work:
    """A piece of work about to be done, with all it may ask for; `terms` is what it is told besides."""

    def __init__(self, frames: Mapping[str, pd.DataFrame], narrow: Narrow, context: Context, *terms: Any):
        self.frames, self.context = Watched(frames, narrow), Dated(context)
        told = {name: value for name, value in vars(context).items() if name != "as_at"}
        self.terms = hashlib.sha256(f"{method()} {plain(told)} {plain(terms)}".encode()).hexdigest()

    def rests_on(self) -> dict[str, Any]:
        """What the work, now done, has rested on, JSON-safe."""
        return {
            "terms": self.terms, "day": self.context.day.isoformat() if self.context.day_asked else "",
            "frames": {name: self.frames.digest(name) for name in sorted(self.frames.asked)},
        }

    def is_unchanged(self, before: Mapping[str, Any] | None) -> bool:
        """Whether all that it rested on before is as it was then."""
        return (
            before is not None and before["terms"] == self.terms
            and before["day"] in ("", self.context.day.isoformat())
            and all(self.frames.digest(name) == then for name, then in before["frames"].items())
        )


def digest(frame: pd.DataFrame) -> str:
    """A hash of a frame's columns and rows in their order; the same in every process."""
    found = hashlib.sha256(repr([(name, str(kind)) for name, kind in frame.dtypes.items()]).encode())
    for _, column in frame.items():
        values = column.to_numpy()
        if values.dtype == object:
            values, distinct = pd.factorize(_hashable(values))
            found.update(repr(distinct.tolist()).encode())
        found.update(values.tobytes())
    return found.hexdigest()


def _hashable(values: np.ndarray) -> np.ndarray:
    """Lists, which stand in few columns, as their words. Rows share them, so each is put into words once."""
    if not isinstance(next(iter(values), None), list):
        return values
    which = list(map(id, values))
    words = {at: repr(each) for at, each in dict(zip(which, values, strict=True)).items()}
    return np.array(list(map(words.__getitem__, which)), dtype=object)


@cache
def method() -> str:
    """The source of every method, of what calls them and the libraries below, hashed: a changed method works anew."""
    found = hashlib.sha256(repr([(name, version(name)) for name in LIBRARIES]).encode())
    for path in (*sorted(METRICS.rglob("*.py")), *CALLERS):
        found.update(path.read_bytes())
    return found.hexdigest()


def plain(value: Any) -> str:
    """A value in words that are the same in every process: sets and mappings in order of their words."""
    if is_dataclass(value):
        return f"{type(value).__name__}({', '.join(plain(getattr(value, each.name)) for each in fields(value))})"
    if isinstance(value, Mapping):
        return "{" + ", ".join(sorted(f"{plain(key)}: {plain(each)}" for key, each in value.items())) + "}"
    if isinstance(value, (set, frozenset)):
        return "{" + ", ".join(sorted(map(plain, value))) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(plain, value)) + "]"
    return repr(value)
