"""One person's answers twice, under two ids: rows whose equality chance doesn't explain.

How surprising a row is, is the sum of the surprise of its values, each by how common it is in its column. Answers
go together, so only a part of that sum is counted (as if they were fewer), and the pairs of rows that could be
equal by chance are allowed for.
"""

import math
from collections import Counter
from collections.abc import Iterator

from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.records import Records

COUNTED = 1 / 1.3  # of the surprise: answers of one person go together
CHANCE = 0.05  # at most so many pairs of equal rows to be expected by chance in the whole file
DIFFER = ("respondent", "wave", "interview_date", "weight", "psu")  # may differ where the answers are one person's
FEWEST = 4  # answers: with fewer nothing is said


def same_answers(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A warning for each row that gives another's answers, at the cell of its code; the code isn't shown."""
    if records.spec.name != "citizen_survey" or len(records) < 2:
        return
    asked = [name for name in records.values if name in context.codes.questions]
    told = [name for name in records.values if name not in DIFFER]
    first_seen: dict[tuple, int] = {}
    for index, row, expected in _surprising(records, asked, told):
        first = first_seen.setdefault(row, index)
        if first != index and expected <= CHANCE:
            yield fault(
                "same_answers", records.sheet, records.cell("respondent", index),
                row=records.rows[index], first=records.rows[first], answers=len(asked),
            )  # fmt: skip


def _surprising(records: Records, asked: list[str], told: list[str]) -> Iterator[tuple[int, tuple, float]]:
    """(index, its values, pairs like it to be expected) of each row with enough answers that differ."""
    columns = [records.get(name) for name in told]
    surprise = [_surprise(column) for column in columns]
    answers = [told.index(name) for name in asked]
    pairs = math.comb(len(records), 2)
    for index, row in enumerate(zip(*columns, strict=True)):
        given = [row[at] for at in answers if row[at] is not None]
        if len(given) >= FEWEST and len(set(given)) > 1:
            told_by = sum(known[value] for known, value in zip(surprise, row, strict=True))
            yield index, row, pairs * math.exp(-COUNTED * told_by)


def _surprise(column: list) -> dict:
    counts = Counter(column)
    return {value: -math.log(count / len(column)) for value, count in counts.items()}
