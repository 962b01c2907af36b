"""Qualtrics: three header rows, names, question texts and {"ImportId": …}; some exports lack the last."""

import re
from collections.abc import Callable, Sequence

from etl.convert import fold
from etl.platforms.common import folded, header_with, texts
from etl.platforms.types import Found, Label
from etl.workbook import Raw, Sheet

MARKS = {
    "responseid",
    "recordeddate",
    "startdate",
    "distributionchannel",
    "userlanguage",
    "finished",
    "progress",
    "duration (in seconds)",
    "recipientemail",
    "externalreference",
    "locationlatitude",
    "ipaddress",
}
LOOP = re.compile(r"\d+_Q", re.I)
TESTS = {
    "survey preview": "preview",
    "1": "preview",
    "survey test": "test",
    "2": "test",
    "17": "preview",
    "spam": "spam",
    "8": "spam",
    "9": "preview",
}


def recognise(sheet: Sheet) -> Found | None:
    at = header_with(sheet, MARKS, 3, within=3)
    if at is None or len(sheet.rows) <= at + 1:
        return None
    second = texts(sheet.rows[at + 1])
    third = texts(sheet.rows[at + 2]) if len(sheet.rows) > at + 2 else []
    names = texts(sheet.rows[at])
    marks = len(MARKS & set(folded(sheet.rows[at])))
    imports = sum("importid" in text.lower() for text in third)
    has_text = _is_text(names, second)
    height = 3 if imports else 2 if has_text else 1
    labels = tuple(
        _label(name, second[column] if has_text and column < len(second) else name) for column, name in enumerate(names)
    )
    reason = f"{marks} of its own columns" + (f" and {imports} ImportIds in the third row" if imports else "")
    return Found(
        "Qualtrics",
        tuple(range(at, at + height)),
        at + height,
        labels,
        0.99 if imports else 0.9,
        (reason,),
        flag=_flag(names),
        separator=",",
    )


def _is_text(names: list[str], second: list[str]) -> bool:
    """Whether the second row says in words what the first names: "Start Date" under StartDate."""
    said = dict(zip((fold(name) for name in names), second, strict=False))
    return any(
        said.get(name, "").lower() in words
        for name, words in (
            ("startdate", ("start date",)),
            ("enddate", ("end date",)),
            ("status", ("response type",)),
            ("finished", ("finished",)),
            ("recordeddate", ("recorded date",)),
            ("responseid", ("response id",)),
            ("progress", ("progress",)),
        )
    )


def _label(name: str, text: str) -> Label:
    if LOOP.match(name) and " - " in text:  # the loop's own value stands before the question
        value, _, question = text.partition(" - ")
        return Label(name, question, value)
    question, dash, item = text.rpartition(" - ")
    if dash and ("_" in name or "#" in name) and question:
        return Label(name, question.removesuffix(" - Selected Choice"), "" if item == "Selected Choice" else item)
    return Label(name, text.removesuffix(" - Selected Choice"))


def _flag(names: list[str]) -> Callable[[Sequence[Raw]], str]:
    place = {fold(name): column for column, name in enumerate(names)}

    def flag(row: Sequence[Raw]) -> str:
        def said(name: str) -> str:
            column = place.get(name)
            return "" if column is None or column >= len(row) or row[column] is None else fold(row[column])

        if said("status") in TESTS:
            return f"test: status “{TESTS[said('status')]}”"
        if said("distributionchannel") in ("preview", "test"):
            return f"test: distribution channel “{said('distributionchannel')}”"
        if said("finished") in ("false", "0"):
            return f"partial: not finished, progress {said('progress') or '?'}"
        return ""

    return flag
