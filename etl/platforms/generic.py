"""A survey of no platform we know: one row a respondent, columns that look like answers."""

import re
from collections.abc import Sequence

from etl.areas import code_kind
from etl.platforms.common import part, role_by_name, texts
from etl.platforms.types import Found, Label
from etl.scales import meaning_of, no_answer
from etl.tables.blocks import is_rectangular
from etl.workbook import Raw, Sheet

NAMED = re.compile(r"[a-z]{1,6}\d{1,3}(?:[a-z]|[_.]\w{1,12})*", re.I)
LEAST_ROWS, LEAST_ANSWERS, SAMPLE = 10, 3, 300


def recognise(sheet: Sheet) -> Found | None:
    first = is_rectangular(sheet)
    if first is None or len(sheet.rows) - first - 1 < LEAST_ROWS:
        return None
    names, body = texts(sheet.rows[first]), sheet.rows[first + 1 : first + 1 + SAMPLE]
    columns = [[row[at] if at < len(row) else None for row in body] for at in range(len(names))]
    asked = sum(_asks(name) for name in names)
    answers = sum(_is_answer(name, values) for name, values in zip(names, columns, strict=True))
    has_id = any(
        role_by_name(name) == "id" and _all_different(values) for name, values in zip(names, columns, strict=True)
    )
    if answers < LEAST_ANSWERS or _holds_areas(columns) or not (asked >= 3 or (has_id and answers * 2 > len(names))):
        return None
    reason = f"{answers} of {len(names)} columns hold answers, {asked} are headed like questions"
    labels = tuple(Label(name, *part(name)) for name in names)
    return Found("unknown platform", (first,), first + 1, labels, 0.6 + 0.2 * has_id, (reason,))


def _asks(name: str) -> bool:
    return name.endswith("?") or NAMED.fullmatch(name) is not None or len(name) > 40


def _is_answer(name: str, values: Sequence[Raw]) -> bool:
    said = {str(value).strip() for value in values if value is not None and str(value).strip() not in ("", "NA")}
    if not said or len(said) > 14 or role_by_name(name):
        return False
    if all(text.removesuffix(".0").lstrip("-").isdigit() and abs(float(text)) < 100 for text in said):
        return _asks(name)
    known = sum(meaning_of(text) is not None or no_answer(text) is not None for text in said)
    return known * 2 >= len(said) or (_asks(name) and len(said) <= 12)


def _all_different(values: Sequence[Raw]) -> bool:
    there = [value for value in values if value is not None]
    return len(there) > 5 and len(set(there)) == len(there)


def _holds_areas(columns: Sequence[Sequence[Raw]]) -> bool:
    """Statistics by area: a code of its own on every row."""
    return any(
        _all_different(values) and all(code_kind(value) for value in values if value is not None) for values in columns
    )
