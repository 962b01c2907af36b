"""Typeform: a token under "#" first, Start and Submit Date (UTC) last; each choice a column of its own."""

import re
from collections.abc import Callable, Sequence

from etl.convert import fold
from etl.platforms.common import folded, plain_labels, texts
from etl.platforms.types import Found
from etl.workbook import Raw, Sheet

MARKS = {"start date (utc)", "submit date (utc)", "network id", "stage date (utc)", "response type", "ending", "tags"}
PART = re.compile(r"(?:part ?\d+ ?)?(?:start|end) ?time")


def recognise(sheet: Sheet) -> Found | None:
    if len(sheet.rows) < 2 or not sheet.rows[0]:
        return None
    top = folded(sheet.rows[0])
    if {"submitted at", "token"} <= set(top):
        reason = "“Submitted At” and “Token”, as its exports of responses have them"
        return Found("Typeform", (0,), 1, plain_labels(sheet.rows[0]), 0.8, (reason,), separator=", ")
    if {"networkid"} <= set(top) and sum(PART.fullmatch(text) is not None for text in top) >= 2:
        reason = "“NetworkID” and the times of its parts, as its files are after they were tidied"
        return Found("Typeform", (0,), 1, plain_labels(sheet.rows[0]), 0.7, (reason,), separator=", ")
    marks = len(MARKS & set(top))
    if marks < 2 or not (top[0] in ("#", "token") or {"start date (utc)", "submit date (utc)"} <= set(top)):
        return None
    reason = f"a token under “{texts(sheet.rows[0])[0]}” and {marks} of its own columns"
    flag = _flag(texts(sheet.rows[0]))
    return Found("Typeform", (0,), 1, plain_labels(sheet.rows[0]), 0.95, (reason,), {}, flag, ", ")


def _flag(names: list[str]) -> Callable[[Sequence[Raw]], str]:
    place = {fold(name): column for column, name in enumerate(names)}

    def flag(row: Sequence[Raw]) -> str:
        column = place.get("response type")
        said = fold(row[column]) if column is not None and column < len(row) and row[column] is not None else ""
        return f"partial: response type “{said}”" if said in ("partial", "started") else ""

    return flag
