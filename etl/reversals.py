"""Items of a battery that run the other way, found by how they go with their siblings."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np

from etl.convert import fold
from etl.platforms.types import Question
from etl.scales import meaning_of
from etl.workbook import Sheet

LEAST_ROWS, AGAINST = 25, -0.2  # respondents with both; correlation with the mean of the other items
SURE = 3.0  # standard errors below nought: of many items one in a thousand lies so by chance
STATEMENTS = 4  # side by side, before they are taken for a battery by their answers alone
MOST_ROWS = 5_000  # a correlation in so many tells as much as one in all


def with_reversals(sheet: Sheet, rows: Sequence[int], questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The questions, those that run against their battery saying so and why."""
    why: dict[int, str] = {}
    for battery in batteries(questions):
        why |= _against(sheet, rows, battery) | _labels_against(battery)
    return tuple(replace(each, reversed=why[each.column]) if each.column in why else each for each in questions)


def batteries(questions: Sequence[Question]) -> list[list[Question]]:
    """Neighbouring scale questions with the same points: the rows of a grid, or items under one stem."""
    scales = [each for each in questions if each.kind == "scale" and len(each.codes) >= 3]
    found = [list(group) for _, group in groupby(scales, key=lambda each: _stem(each))]
    stemmed = [group for group in found if len(group) >= 3]
    inside = {each.column for group in stemmed for each in group}
    return stemmed + _statements([each for each in scales if each.column not in inside and not each.item])


def _statements(scales: Sequence[Question]) -> list[list[Question]]:
    """Questions side by side with the very same answers and nothing else in common: statements to agree with."""
    found: list[list[Question]] = []
    for each in scales:
        last = found[-1][-1] if found else None
        if last and each.column == last.column + 1 and (each.codes, each.labels) == (last.codes, last.labels):
            found[-1].append(each)
        else:
            found.append([each])
    return [group for group in found if len(group) >= STATEMENTS]


def _stem(question: Question) -> tuple:
    stem = question.text if question.item else question.name.rstrip("0123456789abcdefghijABCDEFGHIJ_.[]")
    return stem, max(question.codes.values(), default=0) > 5.5, frozenset(question.labels.values())


def _against(sheet: Sheet, rows: Sequence[int], battery: Sequence[Question]) -> dict[int, str]:
    sample = rows[:: max(1, len(rows) // MOST_ROWS)]
    values = np.array([[_point(sheet, row, question) for question in battery] for row in sample], dtype=float)
    found = {}
    for place, question in enumerate(battery):
        own, others = values[:, place], np.delete(values, place, axis=1)
        some = ~np.isnan(own) & (np.sum(~np.isnan(others), axis=1) > 0)
        if some.sum() < LEAST_ROWS:
            continue
        mean = np.nanmean(others[some], axis=1)
        if np.std(own[some]) == 0 or np.std(mean) == 0:
            continue
        together = float(np.corrcoef(own[some], mean)[0, 1])
        if together < min(AGAINST, -SURE / math.sqrt(some.sum())):
            found[question.column] = f"goes against the other items of its battery (correlation {together:.2f})"
    return found if len(found) * 2 < len(battery) else {}


def _point(sheet: Sheet, row: int, question: Question) -> float:
    cells = sheet.rows[row]
    raw = cells[question.column] if question.column < len(cells) else None
    return float("nan") if raw is None else question.codes.get(fold(raw), float("nan"))


def _labels_against(battery: Sequence[Question]) -> dict[int, str]:
    """Items whose labels rise where the others' fall, by the file's own value labels."""
    ways = {question.column: way for question in battery if (way := direction(question))}
    most = max(set(ways.values()), key=list(ways.values()).count, default=0)
    return {column: "its labels run the other way than its battery's" for column, way in ways.items() if way != most}


def direction(question: Question) -> int:
    """1 where higher codes mean more, -1 where they mean less, 0 where the labels don't say."""
    points = [
        (question.codes[fold(code)], mean)
        for code, label in question.labels.items()
        if fold(code) in question.codes and (mean := meaning_of(label)) is not None
    ]
    if len(points) < 2:
        return 0
    points.sort()
    means = [mean for _, mean in points]
    if means == sorted(means):
        return 1
    return -1 if means == sorted(means, reverse=True) else 0
