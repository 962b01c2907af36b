"""What a dataset's columns are declared with: plain data, read by every step of the ETL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

TYPES = (
    "text",
    "code",
    "integer",
    "number",
    "date",
    "period",
    "yes_no",
    "choice",
    "area",
    "service",
    "sector",
    "person",
)


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column. `name` is the header of the template; titles and aliases are recognised too.

    `text` is free text, searched for personal data; `code` is a short identifier, kept as written.
    `choices` are the stored values; `also` maps further accepted text (lower case) to one of them.
    `vocabulary` names the list of the framework whose ids are the choices. `maximum` and `minimum`
    are inclusive. `personal` columns hold a person's code: their values never appear in a fault.
    `longest` is the number of characters the store has room for.
    """

    name: str
    title: str
    type: str = "text"
    required: bool = False
    help: str = ""
    choices: tuple[str, ...] = ()
    also: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    vocabulary: str = ""
    minimum: float | None = None
    maximum: float | None = None
    aliases: tuple[str, ...] = ()
    personal: bool = False
    future: bool = False  # a date that may lie ahead, such as a due date
    absences: bool = False  # a blank or a mark such as [c] is stored as an absence, not refused
    longest: int | None = None  # characters; None: 64 for a code, any length for free text
    example: str = ""

    def __post_init__(self) -> None:
        if self.type not in TYPES:
            raise ValueError(f"column {self.name}: type {self.type!r} is not one of {', '.join(TYPES)}")

    @property
    def room(self) -> int | None:
        """How many characters a value may have; None where there is no limit."""
        return 64 if self.longest is None and self.type in ("code", "person") else self.longest


@dataclass(frozen=True, slots=True)
class DatasetSpec:
    """One dataset: its columns, the key that no two rows share, and what a later file supersedes.

    `key` and `supersedes` are column names. `together` lists columns of which one or the other
    set must be there. `spread` is (label column, value column) where a sheet may have one column for
    each label instead. `question_columns` says that each further column is a framework question.
    """

    name: str
    title: str
    describes: str
    columns: tuple[ColumnSpec, ...]
    key: tuple[str, ...]
    supersedes: tuple[str, ...]
    question_columns: bool = False
    together: tuple[tuple[str, ...], ...] = ()
    spread: tuple[str, str] | None = None

    def column(self, name: str) -> ColumnSpec:
        """The column of that name; KeyError with the dataset's name if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name!r}")

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.required)
