"""A mapping: which column of a sheet is which field, and how its values become codes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from etl.convert import fold


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """`columns` field -> header (or column letters); `values` field -> {text: code}; `constants`
    field -> one value for every row, where the sheet has no column for it; `times` field -> what its
    numbers are multiplied by, where the file counts in thousands or with the other sign.

    For service demand a service's id may stand in for a field: that column holds its counts.
    `table` is the number of a table found in the workbook (etl.recognise), 0 for the sheet with our
    headers in one row. Of a table, rows that add others up are left out unless `keep_totals`.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    times: Mapping[str, float] = field(default_factory=dict)
    table: int = 0
    keep_totals: bool = False

    def code_of(self, name: str) -> dict[str, str]:
        """Folded text -> code for one field."""
        return {fold(text): code for text, code in self.values.get(name, {}).items()}

    def with_constant(self, name: str, value: str) -> "ColumnMap":
        return replace(self, constants={**self.constants, name: value})


def as_column_map(given: "ColumnMap | Mapping[str, Any] | None") -> ColumnMap:
    """A ColumnMap from itself, from None, from {"columns": …, "values": …, "constants": …}, or from
    plain {field: column}."""
    if given is None:
        return ColumnMap()
    if isinstance(given, ColumnMap):
        return given
    parts = ("columns", "values", "constants")
    if given and not set(given) <= set(parts):
        return ColumnMap(columns=dict(given))
    return ColumnMap(*(dict(given.get(part, {})) for part in parts))
