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
    columns, answers = [records.get(name) for name in told], [told.index(name) for name in asked]
    first_seen: dict[tuple, int] = {}
    twice = []
    for index, row in enumerate(zip(*columns, strict=True)):
        if first_seen.setdefault(row, index) != index and _says_enough([row[at] for at in answers]):
            twice.append((index, row))
    surprise = [_surprise(column) for column in columns] if twice else []
    for index, row in twice:
        told_by = sum(known[value] for known, value in zip(surprise, row, strict=True))
        if math.comb(len(records), 2) * math.exp(-COUNTED * told_by) <= CHANCE:
            yield fault(
                "same_answers", records.sheet, records.cell("respondent", index),
                row=records.rows[index], first=records.rows[first_seen[row]], answers=len(asked),
            )  # fmt: skip


def _says_enough(answers: list) -> bool:
    given = [answer for answer in answers if answer is not None]
    return len(given) >= FEWEST and len(set(given)) > 1


def _surprise(column: list) -> dict:
    counts = Counter(column)
    return {value: -math.log(count / len(column)) for value, count in counts.items()}
