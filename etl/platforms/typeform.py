"""Typeform: a token under "#" first, Start and Submit Date (UTC) last; each choice a column of its own."""

import re
from collections.abc import Callable, Sequence

from etl.convert import fold
from etl.platforms.common import folded, plain_labels, texts
from etl.platforms.roles import role_by_name
from etl.platforms.types import Found, Label
from etl.workbook import Raw, Sheet

MARKS = {"start date (utc)", "submit date (utc)", "network id", "stage date (utc)", "response type", "ending", "tags"}
LONGEST_OPTION = 120
PART = re.compile(r"(?:part ?\d+ ?)?(?:start|end) ?time")


def recognise(sheet: Sheet) -> Found | None:
    if len(sheet.rows) < 2 or not sheet.rows[0]:
        return None
    top, below = folded(sheet.rows[0]), folded(sheet.rows[1])
    if below[:1] in (["#"], ["token"]) and not top[0] and len(MARKS & set(below)) > 1:
        reason = f"a token under “{texts(sheet.rows[1])[0]}”, below questions that stand over their options"
        flag = _flag(texts(sheet.rows[1]))
        return Found("Typeform", (0, 1), 2, _under_groups(sheet), 0.9, (reason,), {}, flag, ", ")
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


def _under_groups(sheet: Sheet) -> tuple[Label, ...]:
    """Labels under a row of groups: an option, or a question of its own, which ends the group."""
    upper, lower = texts(sheet.rows[0]), texts(sheet.rows[1])
    found: list[Label] = []
    over = asked = ""
    for at, below in enumerate(lower):
        own = upper[at] if at < len(upper) else ""
        over = own or over
        other = fold(below) == "other" and asked
        if role_by_name(below) or (not own and _asks(below)):
            over, asked = "", below
            found.append(Label(below, below))
        else:
            question = over or (asked if other else "")
            found.append(Label(f"{question} | {below}", question, below) if question else Label(below, below))
            asked = asked if other else ""
    return tuple(found)


def _asks(text: str) -> bool:
    return text.rstrip(" :*").endswith(("?", ".")) or len(text) > LONGEST_OPTION


def _flag(names: list[str]) -> Callable[[Sequence[Raw]], str]:
    place = {fold(name): column for column, name in enumerate(names)}

    def flag(row: Sequence[Raw]) -> str:
        column = place.get("response type")
        said = fold(row[column]) if column is not None and column < len(row) and row[column] is not None else ""
        return f"partial: response type “{said}”" if said in ("partial", "started") else ""

    return flag
