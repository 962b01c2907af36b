"""Responses that say themselves that they are tests, on platforms that keep no state of each response."""

import re
from collections.abc import Mapping, Sequence

from etl.convert import fold
from etl.platforms.types import Question
from etl.workbook import Sheet

LONGEST = 40
TEST = re.compile(
    r"test(?:ing|er)?(?:[ ,_-]*(?:test(?:ing)?|user|name|surname|person|one|\d+))*[.!]*|test\w*@.*|asdf\w*|te?st \d+"
)
SAID = re.compile(
    r"(?:this is )?(?:just )?a (?:test|trial)(?: (?:response|entry|submission|run))?[.!]*"
    r"|test (?:response|entry|data|submission|only|survey|record)[.!]*|test[ ,-]*please ignore.*"
    r"|please ignore(?: this)?(?: (?:response|entry|submission|survey|record))?[.!]*"
    r"|ignore - test.*"
)
WRITTEN = frozenset(("text", "other_text"))


def trial_rows(sheet: Sheet, rows: Sequence[int], questions: Sequence[Question]) -> Mapping[int, str]:
    """Row -> why it is a test: it says so in words, its name or id is "test", or "test" stands in two fields."""
    found: dict[int, str] = {}
    seen: dict[int, int] = {}
    for question in questions:
        own = question.role in ("id", "personal")
        if not own and question.kind not in WRITTEN:
            continue
        for row, text in _short(sheet, rows, question.column):
            plain = TEST.fullmatch(text) is not None
            seen[row] = seen.get(row, 0) + plain
            if SAID.fullmatch(text) or (plain and (own or seen[row] > 1)):
                found.setdefault(row, f"test: “{text}” in column {question.letters}")
    return found if len(found) * 2 < len(rows) else {}


def _short(sheet: Sheet, rows: Sequence[int], column: int) -> list[tuple[int, str]]:
    """The cells of a column that may be such words, folded."""
    cells = ((row, sheet.rows[row][column]) for row in rows if column < len(sheet.rows[row]))
    return [
        (row, fold(raw))
        for row, raw in cells
        if isinstance(raw, str)
        and len(raw) <= LONGEST
        and ("st" in (low := raw.lower()) or "asdf" in low or "ignore" in low)
    ]
