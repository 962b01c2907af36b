"""Qualtrics: three header rows, names, question texts and {"ImportId": …}; some exports lack the last."""

import re
from collections.abc import Callable, Sequence

from etl.convert import fold
from etl.platforms.common import choice_labels, folded, header_with, plain_labels, texts
from etl.platforms.stems import parted
from etl.platforms.types import Found
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
# Where only the texts stand above, without the names.
WORDED = {"response type": "status", "response id": "responseid", "distribution channel": "distributionchannel"}
LEGACY = re.compile(r"V\d+")
INTERNAL = re.compile(r"(?:\d+_)?QID\d+.*")  # its own numbers for names, if the exporter asked for them
WRITTEN = re.compile(r"^((?:\d+_)?QID\d+)_TEXT$")  # a question answered in words, not the field beside a choice
TAG = re.compile(r"[^\s-][^\s]{0,60} - (?=\S)")  # the maker's name, which stands before the text then
MACHINE = ("_Version", "_Resolution", "_User Agent", "_Flash Version", "_Java Support")  # beside "_Browser"
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
    if at and any(LEGACY.fullmatch(text) for text in texts(sheet.rows[at - 1])):
        return _legacy(sheet, at)
    second, third = texts(sheet.rows[at + 1]), texts(sheet.rows[at + 2]) if len(sheet.rows) > at + 2 else []
    names = texts(sheet.rows[at])
    imports = sum("importid" in text.lower() for text in third)
    has_text = imports > 0 or _is_text(names, second)  # above the ImportIds stand texts, in whatever language
    height = 3 if imports else 2 if has_text else 1
    said = [second[column] if has_text and column < len(second) else name for column, name in enumerate(names)]
    said = _untagged(names, said)
    marks = len(MARKS & set(folded(sheet.rows[at])))
    reason = f"{marks} of its own columns" + (f" and {imports} ImportIds in the third row" if imports else "")
    rows, sure = tuple(range(at, at + height)), 0.99 if imports else 0.9
    own = [WRITTEN.sub(r"\1", name) for name in names]
    labels = choice_labels(own, said) if height > 1 else parted(plain_labels(sheet.rows[at]))
    return Found(
        "Qualtrics", rows, at + height, labels, sure, (reason,), _of_machines(names), _flag(names), separator=","
    )


def _untagged(names: list[str], said: list[str]) -> list[str]:
    """The texts without the maker's names before them, where the names above are its own numbers."""
    numbered = [text for name, text in zip(names, said, strict=True) if INTERNAL.fullmatch(name)]
    if not numbered or sum(TAG.match(text) is not None for text in numbered) < 0.8 * len(numbered):
        return said
    return [TAG.sub("", text, count=1) if TAG.match(text) else text for text in said]


def _of_machines(names: list[str]) -> dict[int, str]:
    """Columns on the respondent's browser and screen, which a question of its own kind fills in."""
    stems = {name.removesuffix("_Browser") for name in names if name.endswith("_Browser")}
    return {at: "other" for at, name in enumerate(names) if name.endswith(MACHINE) and name.rpartition("_")[0] in stems}


def _legacy(sheet: Sheet, at: int) -> Found:
    """Exports until 2016: names V1 to V10 and Q1 above, "ResponseID" and the questions below them."""
    upper, lower = texts(sheet.rows[at - 1]), texts(sheet.rows[at])
    upper += [""] * (len(lower) - len(upper))
    names = [said if LEGACY.fullmatch(name) else name for name, said in zip(upper, lower, strict=False)]
    labels = choice_labels(names, lower)
    reason = "names above and its own columns beneath them, as its exports were until 2016"
    return Found("Qualtrics", (at - 1, at), at + 1, labels, 0.95, (reason,), flag=_flag(lower), separator=",")


def _is_text(names: list[str], second: list[str]) -> bool:
    """Whether the second row says in words what the first names: "Start Date", or any language's, where dates stand."""
    said = dict(zip((fold(name) for name in names), second, strict=False))
    dated = [said.get(name, "") for name in ("startdate", "enddate", "recordeddate")]
    if any(text and not any(letter.isdigit() for letter in text) for text in dated):
        return True
    return any(
        said.get(name, "").lower() in words
        for name, words in (
            ("status", ("response type",)),
            ("finished", ("finished",)),
            ("responseid", ("response id",)),
            ("progress", ("progress",)),
        )
    )


def _flag(names: list[str]) -> Callable[[Sequence[Raw]], str]:
    place = {WORDED.get(fold(name), fold(name)): column for column, name in enumerate(names)}

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
