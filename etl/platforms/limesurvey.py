"""LimeSurvey: headers as codes ("Q1[SQ001]"), full text ("Question [Row]") or both; answers as codes or text."""

import re
from collections.abc import Callable, Sequence

from etl.convert import fold
from etl.platforms.common import folded, header_with, part, texts
from etl.platforms.foreign_headers import FOREIGN, SUBMITTED
from etl.platforms.types import Found, Label
from etl.workbook import Raw, Sheet

CODES = {"submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr", "refurl"}
WORDS = {
    "date submitted",
    "last page",
    "start language",
    "response id",
    "date started",
    "date last action",
    "ip address",
    "referrer url",
    "seed",
} | {heading for heading, role in FOREIGN.items() if role in ("id", "date", "other")}
NOT_SHOWN = "{question_not_shown}"
BOTH = re.compile(r"([A-Za-z]\w*(?:\[\w+\]){0,2})\.\s+(.+)", re.S)
TIMES = re.compile(
    r"(?:interview|group|question)\s?time|total time|temps (?:total|pour (?:le groupe|la question))"
    r"|(?:gesamt|gruppen|fragen)zeit|tiempo (?:total|del grupo|de la pregunta)|tempo totale",
    re.I,
)
RANK = re.compile(r".+\[rank (\d{1,2})\]", re.S)
NAMED = re.compile(r"([A-Za-z]\w*?)(?:\[(\w+)\](?:\[(\w+)\])?|_(SQ\d+|other))")


def recognise(sheet: Sheet) -> Found | None:
    if len(sheet.rows) < 2:
        return None
    top = [re.sub(r"^(\w+)\. .*", r"\1", text) for text in folded(sheet.rows[0])]
    codes, words = len(CODES & set(top)), len(WORDS & set(folded(sheet.rows[0])))
    if codes < 2 and words < 3:
        return _ranked(sheet) if _ranks(top) else None
    if header_with(sheet, {"responseid", "recordeddate"}, 1, 1) is not None:
        return None
    if len(CODES & set(folded(sheet.rows[1]))) > 1:
        return _both_rows(sheet)
    style = "codes" if codes >= words else "full question text"
    labels = tuple(_label(text) for text in texts(sheet.rows[0]))
    roles = dict.fromkeys(_timings(labels), "timing")
    reason = f"{max(codes, words)} of its own columns, headers as {style}"
    flag = _flag(texts(sheet.rows[0]))
    return Found("LimeSurvey", (0,), 1, labels, 0.95, (reason,), roles, flag, answer_codes=True)


def _ranks(top: Sequence[str]) -> bool:
    """Whether answers alone were exported, with no column of its own, but places are headed as it heads them."""
    places = [int(found[1]) for text in top if (found := RANK.fullmatch(text))]
    return len(places) > 1 and places[:2] == [1, 2]


def _ranked(sheet: Sheet) -> Found:
    labels = tuple(_label(text) for text in texts(sheet.rows[0]))
    reason = "places headed “[Rank 1]”, “[Rank 2]”, as it heads them"
    return Found("LimeSurvey", (0,), 1, labels, 0.7, (reason,), answer_codes=True)


def _both_rows(sheet: Sheet) -> Found:
    """Its own exchange format (VV): the questions above, their codes below, "Q1_SQ001" for "Q1[SQ001]"."""
    asked, names = texts(sheet.rows[0]), texts(sheet.rows[1])
    asked += [""] * (len(names) - len(asked))
    labels = tuple(Label(name, *part(text)) if text else _label(name) for name, text in zip(names, asked, strict=False))
    reason = "questions in the first row and its own codes in the second"
    roles = dict.fromkeys(_timings(labels), "timing")
    return Found("LimeSurvey", (0, 1), 2, labels, 0.95, (reason,), roles, _flag(names), answer_codes=True)


def _timings(labels: Sequence[Label]) -> list[int]:
    """Times taken: of the whole, and after it those of every group and question."""
    whole = next((at for at, label in enumerate(labels) if fold(label.name) == "interviewtime"), len(labels))
    return [
        at
        for at, label in enumerate(labels)
        if TIMES.match(label.name) or TIMES.match(label.text) or (at > whole and label.name.endswith("Time"))
    ]


def _label(text: str) -> Label:
    if both := BOTH.fullmatch(text):
        return Label(both[1], *part(both[2]))
    if named := NAMED.fullmatch(text):
        return Label(text, named[1], named[3] or named[2] or named[4] or "")
    return Label(text, *part(text))


def _flag(names: list[str]) -> Callable[[Sequence[Raw]], str]:
    """A response without a date of submission was left before its end; where dates are off by setting, one that was
    submitted says 1980-01-01."""
    place = next(
        (column for column, name in enumerate(names) if fold(name).split(".")[0] in SUBMITTED),
        None,
    )

    def flag(row: Sequence[Raw]) -> str:
        if place is None or (place < len(row) and row[place] not in (None, "", "N", NOT_SHOWN)):
            return ""
        return "partial: not submitted"

    return flag
