"""What a platform module answers, and what a survey is once its questions are understood."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from etl.convert import as_text
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
    column -> role where the platform itself says it; `separator` what parts several choices in a cell;
    `answer_codes` that it may write codes such as A2 for answers."""

    platform: str
    header_rows: tuple[int, ...]
    first_row: int
    labels: tuple[Label, ...]
    confidence: float
    reasons: tuple[str, ...]
    roles: Mapping[int, str] = field(default_factory=dict)
    flag: Callable[[Sequence[Raw]], str] = no_flag
    separator: str = ""
    answer_codes: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One column of answers. `role`: id, weight, date, timing, personal, other (of the platform) or answer.

    `kind` of an answer: scale, band (of a quantity, such as ages, in order), single, multi, rank (the answer is a
    place), ranked (the column is a place, the answer what was put there), number, text, other_text. `coded` that
    answers are codes without labels. `labels` value as text -> label, `codes` folded answer -> point on the scale,
    `apart` folded answer -> (absence, meaning). `reversed` says why the item runs the other way, or "".
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
    coded: bool = False
    halves: frozenset[tuple[str, str]] = frozenset()  # pieces that are one choice with the separator in it

    @property
    def letters(self) -> str:
        return letters(self.column)


@dataclass(frozen=True, slots=True)
class Survey:
    """Answers of respondents: `rows` those that count, `skipped` row -> why not, `partial` row -> why in part,
    `strays` row -> what it is, where it is nobody's response."""

    sheet: Sheet
    platform: str
    header_rows: tuple[int, ...]
    rows: tuple[int, ...]
    questions: tuple[Question, ...]
    skipped: Mapping[int, str]
    partial: Mapping[int, str]
    confidence: float
    reasons: tuple[str, ...]
    strays: Mapping[int, str] = field(default_factory=dict)

    def of_role(self, role: str) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.role == role)

    def said(self, row: int, question: Question) -> str:
        """What stands in a question's cell, "" where nothing does."""
        cells = self.sheet.rows[row]
        raw = cells[question.column] if question.column < len(cells) else None
        return "" if raw is None else as_text(raw)

    @property
    def range(self) -> str:
        columns = [question.column for question in self.questions] or [0]
        rows = [*self.header_rows, *self.rows, *self.skipped] or [0]
        return f"{address(min(rows), min(columns))}:{address(max(rows), max(columns))}"
