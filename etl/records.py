"""The rows of a table as columns of typed values, each still knowing its cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from etl.personal import redact
from etl.specs import DatasetSpec
from metrics.types import Absence

LONGEST = 60  # letters of a heading that are shown


@lru_cache(maxsize=1000)
def _clean(heading: str) -> str:
    return redact(heading)[0]


@dataclass(slots=True)
class Records:
    """`values[field][i]` is the value of record i, None where there is none. `rows` are sheet rows,
    counted from 1; `letters` the column letters of a field, a list where they differ by record, and
    none for a field given as a constant. `absences[field][i]` says why a value isn't there; a value
    that couldn't be converted has no absence, but a fault. `headings` are what the sheet calls its columns."""

    spec: DatasetSpec
    sheet: str
    rows: list[int]
    values: dict[str, list[Any]] = field(default_factory=dict)
    letters: dict[str, str | list[str]] = field(default_factory=dict)
    absences: dict[str, dict[int, Absence]] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def get(self, name: str) -> list[Any]:
        """The values of a field; all None where the sheet has no such column."""
        return self.values.get(name) or [None] * len(self.rows)

    def cell(self, name: str, index: int) -> str:
        """The address of a value's cell; "row 7" for one that came with the mapping."""
        letters = self.letters.get(name, "")
        if isinstance(letters, list):
            letters = letters[index]
        return f"{letters}{self.rows[index]}" if letters else f"row {self.rows[index]}"

    def heading(self, name: str) -> str:
        """What the sheet calls a field's column, without personal data; the field's name where it has no heading."""
        said = _clean(self.headings.get(name) or name)
        return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"

    def column(self, name: str) -> str:
        """The letters of a field's column; empty where they differ by record or there is none."""
        letters = self.letters.get(name, "")
        return "" if isinstance(letters, list) else letters

    def each(self, name: str) -> Iterator[tuple[int, Any]]:
        """(index, value) of every value that is there."""
        return ((index, value) for index, value in enumerate(self.values.get(name, ())) if value is not None)
