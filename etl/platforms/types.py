"""What a platform module answers, and what a survey is once its questions are understood."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from etl.workbook import Raw, Sheet, address, letters


@dataclass(frozen=True, slots=True)
class Label:
    """One column's heading: its variable name, the question, and the row or option of it (or "")."""

    name: str
    text: str
    item: str = ""


def no_flag(row: Sequence[Raw]) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Found:
    """A platform recognised. Rows count from 0. `flag` says of a row "test", "partial" or ""; `roles`
    column -> role where the platform itself says it; `separator` what parts several choices in a cell."""

    platform: str
    header_rows: tuple[int, ...]
    first_row: int
    labels: tuple[Label, ...]
    confidence: float
    reasons: tuple[str, ...]
    roles: Mapping[int, str] = field(default_factory=dict)
    flag: Callable[[Sequence[Raw]], str] = no_flag
    separator: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One column of answers. `role`: id, weight, date, timing, personal, other (of the platform) or answer.

    `kind` of an answer: scale, single, multi, rank, number, text, other_text. `labels` value as text ->
    label, `codes` folded answer -> point on the scale, `apart` folded answer -> (absence, meaning).
    `reversed` says why the item runs the other way, or "".
    """

    column: int
    name: str
    text: str
    item: str
    role: str
    kind: str
    labels: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, float] = field(default_factory=dict)
    apart: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    reversed: str = ""
    reason: str = ""
    confidence: float = 0.0
    separator: str = ""
    halves: frozenset[tuple[str, str]] = frozenset()  # pieces that are one choice with the separator in it

    @property
    def letters(self) -> str:
        return letters(self.column)


@dataclass(frozen=True, slots=True)
class Survey:
    """Answers of respondents: `rows` those that count, `skipped` row -> why not, `partial` row -> why in part."""

    sheet: Sheet
    platform: str
    header_rows: tuple[int, ...]
    rows: tuple[int, ...]
    questions: tuple[Question, ...]
    skipped: Mapping[int, str]
    partial: Mapping[int, str]
    confidence: float
    reasons: tuple[str, ...]

    def of_role(self, role: str) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.role == role)

    @property
    def range(self) -> str:
        columns = [question.column for question in self.questions] or [0]
        rows = [*self.header_rows, *self.rows, *self.skipped] or [0]
        return f"{address(min(rows), min(columns))}:{address(max(rows), max(columns))}"
