"""A survey of no platform we know: one row a respondent, columns that look like answers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from etl.areas import code_kind
from etl.choices import separator_of, several_in
from etl.convert import as_text
from etl.platforms.common import choice_labels, plain_labels, status_flag, texts
from etl.platforms.given import (
    HIGHEST,
    NAMED,
    NO_ANSWERS,
    SHARE_COLUMN,
    Column,
    asks,
    is_judgement,
    is_number,
    is_whole,
)
from etl.platforms.grouped import group_header
from etl.platforms.plain import why_people
from etl.platforms.roles import role_by_name
from etl.platforms.stems import asked_first, parted
from etl.platforms.types import Found, Label
from etl.scales import meaning_of, no_answer, scale_of
from etl.tables.blocks import is_rectangular
from etl.tables.cells import filled
from etl.workbook import Raw, Sheet, letters

OF_PLACES = re.compile(
    r"\b(?:year|month|quarter|period|week|area|district|ward|region|borough|county|country|authority|council|org|"
    r"organisation|provider|school|practice|code)\b|_code$",
    re.I,
)
QUARTERS = re.compile(r"(?:q|qtr|quarter)[1-4]", re.I)
SERIAL = re.compile(r"[a-z]{1,5}[-_]?\d{2,8}", re.I)  # "S004", whatever its column is called
ANSWER_COLUMN = re.compile(r"(?:response|answer|option)s?(?:[ _](?:option|label|text|category))?", re.I)
LEAST_ROWS, LEAST_ANSWERS, SAMPLE = 10, 3, 300
BATTERY_ROWS, BATTERY = 30, 4  # respondents and items of a battery that nothing else tells of
PARTS = (" - ", " – ", " >> ", " | ", ": ", "/")


def recognise(sheet: Sheet) -> Found | None:
    head = _header_row(sheet)
    if head is None:
        return _grouped(sheet)
    first = head + 1 + _is_worded(sheet.rows, head)
    if len(sheet.rows) - first < LEAST_ROWS:
        return None
    names = texts(sheet.rows[head])
    columns = [_column(names, at, sheet.rows[first : first + SAMPLE]) for at in range(len(names))]
    reason = _why(columns) or why_people(columns)
    if not reason or any(_is_of_areas(each) for each in columns) or _are_quarters(columns) or _are_results(columns):
        return None
    has_id = any(each.role == "id" and each.different for each in columns)
    rows, labels = tuple(range(head, first)), _labels(sheet, head, first)
    roles = {at: role for at, each in enumerate(columns) if (role := _unnamed_role(columns, at, each))}
    sure = 0.6 + 0.2 * has_id
    separator = separator_of(each.said for each in columns if not each.role)
    return Found("unknown platform", rows, first, labels, sure, (reason,), roles, status_flag(names), separator)


def _grouped(sheet: Sheet) -> Found | None:
    """A survey under two rows: questions above, often merged over several columns, and their rows or options below."""
    found = group_header(sheet)
    if found is None:
        return None
    head, labels = found
    names = [label.name for label in labels]
    columns = [_column(names, at, sheet.rows[head + 2 : head + 2 + SAMPLE]) for at in range(len(names))]
    worded = sum(_is_answer(each) and not all(map(is_whole, each.said)) for each in columns)
    reason = _why(columns)
    if not reason or (worded < 2 and not any(each.role == "id" and each.different for each in columns)):
        return None
    roles = {at: role for at, each in enumerate(columns) if (role := _unnamed_role(columns, at, each))}
    why = (reason, "questions above, their rows or options below")
    return Found("unknown platform", (head, head + 1), head + 2, labels, 0.7, why, roles, status_flag(names), ";")


def _header_row(sheet: Sheet) -> int | None:
    """The first row, or the one below a title of one or two cells, over rows about as wide."""
    first = is_rectangular(sheet)
    if first is not None:
        return first
    at = next((number for number, row in enumerate(sheet.rows[:12]) if filled(row) > 2), None)
    if at is None:
        return None
    width, below = filled(sheet.rows[at]), [filled(row) for row in sheet.rows[at + 1 : at + 60] if filled(row)]
    names = [text for text in texts(sheet.rows[at]) if text]
    told = len(names) == width and not any(text.replace(".", "").isdigit() for text in names)
    return at if told and len(below) >= LEAST_ROWS and width * 0.3 <= median(below) <= width else None


def _is_worded(rows: Sequence[Sequence[Raw]], head: int) -> bool:
    """Whether the questions stand in a row of their own below their names: texts that no answer repeats."""
    names, worded = texts(rows[head]), texts(rows[head + 1])
    below = [texts(row) for row in rows[head + 2 : head + 40]]
    asked = [at for at, name in enumerate(names) if NAMED.fullmatch(name) and at < len(worded) and worded[at]]
    said = [at for at in asked if _is_wording(worded[at], [row[at] for row in below if at < len(row)])]
    return len(asked) >= LEAST_ANSWERS and len(said) >= 0.7 * len(asked)


def _is_wording(text: str, below: Sequence[str]) -> bool:
    """A text that no answer repeats, and long, or over nothing but numbers."""
    if text in below:
        return False
    said = [each for each in below if each]
    return len(text) > 15 or (len(text) > 5 and " " in text and sum(map(is_whole, said)) >= 0.7 * len(said))


def _column(names: Sequence[str], at: int, body: Sequence[Sequence[Raw]]) -> Column:
    values = tuple(row[at] if at < len(row) else None for row in body)
    said = Counter(text for value in values if value is not None and (text := as_text(value)) not in ("", "NA", "#N/A"))
    return Column(names[at], values, said, role_by_name(names[at]))


def _why(columns: Sequence[Column]) -> str:
    """Why the columns are those of a survey, or ""."""
    own = [each for each in columns if not each.role and each.said]
    answers, asked = [each for each in own if _is_answer(each)], [each for each in own if asks(each.name)]
    has_id = any(each.different and each.role == "id" for each in columns)
    added = {each.role for each in columns if each.role}
    told = f"{len(answers)} of {len(columns)} columns hold answers, {len(asked)} are headed like questions"
    if len(answers) >= LEAST_ANSWERS and len(asked) >= LEAST_ANSWERS:
        return told
    judged = bool(asked) or any(map(is_judgement, answers))  # a register of events has ids, dates, Yes and No as well
    if len(answers) >= LEAST_ANSWERS and len(added - {"other"}) >= 2 and judged:
        return told
    if has_id and len(answers) * 2 > len(own) and (len(answers) >= LEAST_ANSWERS or len(asked) >= 2) and judged:
        return told
    questions = [each for each in own if each.name.strip().endswith("?")]
    if (
        {"date", "id"} & added
        and len(questions) >= 2
        and any(each in answers and scale_of(each.said) for each in questions)
    ):
        return told
    if has_id and len(answers) >= 2 and len(asked) * 2 > len(own):
        return told
    several = [each for each in own if several_in(each.said, ";")]
    if has_id and len(several) >= 2 and (len(several) + len(answers)) * 3 >= len(own):
        return f"{len(several)} columns hold several choices in a cell, under an id for each row"
    items = _battery(own)
    if items and len(items) * 2 >= len(own):
        told_apart = any(_tells_place(each) for each in own)
        if has_id or (len(items[0].values) >= BATTERY_ROWS and not told_apart):
            return f"{len(items)} columns are answered with the same few numbers"
    return ""


def _is_of_areas(column: Column) -> bool:
    """A column of area codes, each its own: statistics by area, not people."""
    return column.role != "id" and column.different and all(map(code_kind, filter(None, column.values)))


def _are_quarters(columns: Sequence[Column]) -> bool:
    """Whether Q1 to Q4 are quarters of a year and no questions: nothing else is asked, and each counts past a scale."""
    asked = [each for each in columns if each.said and asks(each.name)]
    return len(asked) > 1 and all(QUARTERS.fullmatch(each.name) and _counts(each) for each in asked)


def _are_results(columns: Sequence[Column]) -> bool:
    """Whether each row is an answer and how many gave it: results of a survey, not the people who answered."""
    answer = any(
        ANSWER_COLUMN.fullmatch(each.name.strip()) and not is_whole(next(iter(each.said), "0")) for each in columns
    )
    shares = [each for each in columns if SHARE_COLUMN.fullmatch(each.name.strip()) and each.said]
    return answer and any(all(map(is_number, each.said)) for each in shares)


def _counts(column: Column) -> bool:
    numbers = [float(text) for text in column.said if is_number(text)]
    return any(number > HIGHEST and number not in NO_ANSWERS for number in numbers)


def _tells_place(column: Column) -> bool:
    """A column that names each row, or places or periods: by its header, where it isn't in numbers, or its years."""
    if not all(is_whole(text) for text in column.said):
        return column.different or OF_PLACES.search(column.name) is not None
    return all(1900 < float(text) < 2100 for text in column.said)


def _battery(columns: Sequence[Column]) -> list[Column]:
    """The columns answered in numbers from 0 or 1 to 11 at most, but for codes that stand apart; at least four."""
    found = []
    for each in columns:
        if all(is_whole(text) for text in each.said):
            points = {int(float(text)) for text in each.said}
            found += [each] * (len({point for point in points if 0 <= point <= HIGHEST}) > 2 and max(points) < 100)
    return found if len(found) >= BATTERY else []


def _is_answer(column: Column) -> bool:
    said = column.said
    if not said or len(said) > 14 or column.role:
        return False
    if all(is_whole(text) and abs(float(text)) < 100 for text in said):
        return asks(column.name)
    if all(map(is_number, said)):
        return False
    known = sum(meaning_of(text) is not None or no_answer(text) is not None for text in said)
    if known * 2 >= len(said) or (asks(column.name) and len(said) <= 12):
        return True
    scale = scale_of(said)  # in another language, or in two
    return scale is not None and not scale.banded


def _unnamed_role(columns: Sequence[Column], at: int, each: Column) -> str:
    """A count of rows under a blank heading is nobody's answer; the first column, each of its own, is who answered."""
    counted = each.different and all(is_whole(text) for text in each.said)
    if not each.name and counted:
        return "other"
    tokens = each.different and all(len(text) <= 40 and " " not in text for text in each.said)
    has_id = any(other.role == "id" for other in columns)
    if at or not tokens or not each.name or each.role or has_id:
        return ""
    return "id" if not asks(each.name) or all(SERIAL.fullmatch(text) for text in each.said) else ""


def _labels(sheet: Sheet, head: int, first: int) -> tuple[Label, ...]:
    names = texts(sheet.rows[head])
    if first > head + 1:
        worded = texts(sheet.rows[head + 1])
        return choice_labels(names, worded + [""] * (len(names) - len(worded)))
    plain = asked_first(parted(plain_labels(sheet.rows[head]), PARTS))
    return tuple(replace(label, name=label.name or f"column {letters(at)}") for at, label in enumerate(plain))
