"""A mapping: which column of a sheet is which field, and how its values become codes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from etl.convert import fold


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """`columns` field -> header (or column letters); `values` field -> {text: code}; `constants`
    field -> one value for every row, where the sheet has no column for it.

    For service demand a service's id may stand in for a field: that column holds its counts.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)

    def code_of(self, name: str) -> dict[str, str]:
        """Folded text -> code for one field."""
        return {fold(text): code for text, code in self.values.get(name, {}).items()}

    def with_constant(self, name: str, value: str) -> "ColumnMap":
        return ColumnMap(self.columns, self.values, {**self.constants, name: value})


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
