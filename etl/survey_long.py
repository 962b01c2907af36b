"""The long table of a survey: one row a respondent and question, with its point on the scale."""

import re
from collections.abc import Iterator, Sequence

from etl.choices import choices_of
from etl.convert import as_text, fold
from etl.multiples import is_ticked
from etl.platforms.types import Question, Survey
from etl.questions import NOT_SAID
from etl.tables.long import LongRow
from etl.workbook import Raw, address


def survey_rows(survey: Survey, number: int) -> Iterator[LongRow]:
    """Every answer; blanks are missing, except an option not ticked by someone who ticked another, which is 0.

    Columns of the platform and personal ones yield nothing. Free text is as it was written: see `etl.redact_long`.
    """
    asked = [question for question in survey.questions if question.role == "answer"]
    groups = _groups(asked)
    keys, weights = survey.of_role("id")[:1], survey.of_role("weight")[:1]
    for place, row in enumerate(survey.rows):
        cells = survey.sheet.rows[row]
        who = {"respondent_id": _text(cells, keys[0]) or f"row {row + 1}" if keys else str(place + 1)}
        if weights:
            who["weight"] = _text(cells, weights[0])
        if row in survey.partial:
            who["partial"] = survey.partial[row]
        for question in asked:
            yield from _answers(survey, number, row, question, who, groups.get(question.column, ()))


def _groups(asked: Sequence[Question]) -> dict[int, tuple[int, ...]]:
    """Column -> the columns of all options of its question.

    Options whose only heading is their own are of one question where they stand side by side; a heading that
    comes again begins the next.
    """
    found: dict[object, list[Question]] = {}
    beside = {each.column for each in asked if each.kind == "other_text"}
    run, before = 0, -1
    for question in asked:
        if question.kind != "multi" or question.separator:
            continue
        key: object = question.text if question.item else run
        if not question.item:
            known = {each.name for each in found.get(run, ())}
            run += question.name in known or not set(range(before + 1, question.column)) <= beside
            key, before = run, question.column
        found.setdefault(key, []).append(question)
    return {each.column: tuple(other.column for other in members) for members in found.values() for each in members}


def _raw(cells: Sequence[Raw], column: int) -> Raw:
    raw = cells[column] if column < len(cells) else None
    return None if isinstance(raw, str) and raw.strip().lower() in NOT_SAID else raw


def _text(cells: Sequence[Raw], question: Question) -> str:
    raw = _raw(cells, question.column)
    return "" if raw is None else as_text(raw)


def _answers(
    survey: Survey, number: int, row: int, question: Question, who: dict[str, str], group: tuple[int, ...]
) -> Iterator[LongRow]:
    cells = survey.sheet.rows[row]
    raw = _raw(cells, question.column)
    said = "" if raw is None else as_text(raw)
    kept = "" if row >= len(survey.sheet.rows) else _shown(cells, question.column)
    base = {**who, "question": question.name, "question_text": question.text, "item": question.item}

    def line(value: float | None, absence: str, mark: str = "", **more: str) -> LongRow:
        dimensions = {**base, "response": question.labels.get(said, said), **more}
        place = address(row, question.column)
        return LongRow(
            number, survey.sheet.name, place, question.name, value, absence, kept, mark=mark, dimensions=dimensions
        )

    if raw is not None and fold(raw) in question.apart:
        yield line(None, *question.apart[fold(raw)])
    elif question.kind == "multi" and not question.separator:
        chosen = any(_raw(cells, column) is not None for column in group)
        ticked = raw is not None and is_ticked(question.labels.get(said, said))
        yield line(float(ticked), "") if chosen else line(None, "missing", "nothing ticked")
    elif question.separator and raw is not None:
        for place, piece in enumerate(choices_of(said, question.separator, question.halves), 1):
            yield line(float(place) if question.kind == "rank" else 1.0, "", item=piece, response=piece)
    elif question.kind == "ranked" and raw is not None:
        yield line(float(re.search(r"\d+", question.item)[0]), "", item=said)
    else:
        yield line(*_value(question, raw))


def _shown(cells: Sequence[Raw], column: int) -> str:
    raw = cells[column] if column < len(cells) else None
    return "" if raw is None else as_text(raw)


def _value(question: Question, raw: Raw) -> tuple[float | None, str, str]:
    if raw is None:
        return None, "missing", "blank"
    text = fold(raw)
    if text in question.apart:
        absence, meaning = question.apart[text]
        return None, absence, meaning
    if text in question.codes:
        return question.codes[text], "", ""
    if question.kind in ("number", "rank"):
        try:
            return float(text), "", ""
        except ValueError:
            return None, "missing", "text where a number stands"
    return None, "", ""
