"""Straight-lining: the same answer to every question of a grid, down the whole column of boxes."""

from collections import Counter
from collections.abc import Iterator, Sequence

from etl.checks.context import CheckContext
from etl.faults import Fault, fault
from etl.records import Records

FEWEST = 5  # questions of a grid: an honest person may well answer four alike
BY_CHANCE = 0.02  # a grid where so many would answer alike by chance says nothing
COUNTED = 1 / 2  # of the questions: answers of one person go together


def straight_lining(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A notice for each respondent, at the first cell of the grid. Nobody is left out for it."""
    for fields in _grids(records, context):
        columns = [records.get(name) for name in fields]
        rows = enumerate(zip(*columns, strict=True))
        alike = [(index, row[0]) for index, row in rows if row[0] is not None and len(set(row)) == 1]
        if alike and _alike_by_chance(columns) > BY_CHANCE:
            continue
        for index, answer in alike:
            yield fault(
                "straight_lining", records.sheet, records.cell(fields[0], index), answer,
                row=records.rows[index], questions=len(fields), first=fields[0], last=fields[-1],
            )  # fmt: skip


def _grids(records: Records, context: CheckContext) -> Iterator[list[str]]:
    """Questions with the same answers in the same order, as they follow each other in the file."""
    grids: dict[tuple, list[str]] = {}
    for name in records.values:
        question = context.codes.questions.get(name)
        if question is not None:
            labels = tuple((label.code, label.label) for label in question.labels)
            grids.setdefault(labels, []).append(name)
        elif name in context.codes.items:
            grids.setdefault((context.codes.items[name].instrument,), []).append(name)
    return (names for names in grids.values() if len(names) >= FEWEST)


def _alike_by_chance(columns: Sequence[list]) -> float:
    """The share of respondents to be expected with one answer throughout, if answers went half together."""
    shares = [Counter(column) for column in columns]
    codes = {code for counted in shares for code in counted if code is not None}
    total = 0.0
    for code in codes:
        product = 1.0
        for counted, column in zip(shares, columns, strict=True):
            product *= counted[code] / len(column)
        total += product ** COUNTED
    return total
