"""SurveyMonkey: the question in the first row, its options or "Response" in the second."""

import re

from etl.platforms.common import folded, forward, plain_labels, texts
from etl.platforms.foreign_headers import RESPONSES
from etl.platforms.stems import parted
from etl.platforms.types import Found, Label
from etl.workbook import Sheet

NUMBER, LEAST = re.compile(r"\d{10,12}"), 10
UNNAMED = re.compile(r"Unnamed: \d+(?:_level_\d)?")  # what pandas makes of a blank heading
LEAST_ANSWERS = 3
IDS = {"respondent id", "respondentid"}
ADDED = {
    "collector id",
    "start date",
    "end date",
    "ip address",
    "email address",
    "first name",
    "last name",
    "custom data 1",
    "collectorid",
    "startdate",
    "enddate",
}


def recognise(sheet: Sheet) -> Found | None:
    if len(sheet.rows) < 3:
        return None
    top, second = folded(sheet.rows[0]), folded(sheet.rows[1])
    added, answers = len(ADDED & set(top)), sum(text in RESPONSES for text in second)
    if not IDS & set(top[:3]):
        return _two_rows(sheet, answers, "as its exports have it") if answers >= LEAST_ANSWERS else None
    if second[:1] in ([], [""]) and (answers or any(second)):
        return _two_rows(sheet, answers, "below Respondent ID")
    if added < 2 and not _numbered(sheet):
        return None
    reason = f"Respondent ID and {added} of its own columns, one header row" if added else "its respondents' numbers"
    return Found("SurveyMonkey", (0,), 1, parted(plain_labels(sheet.rows[0])), 0.85 if added else 0.75, (reason,))


def _numbered(sheet: Sheet) -> bool:
    """Its respondents have numbers of ten or eleven digits, each its own."""
    said = [text for text in (texts(row[:1]) for row in sheet.rows[1:60]) if text and text[0]]
    return len(said) >= LEAST and all(NUMBER.fullmatch(text[0]) for text in said)


def _two_rows(sheet: Sheet, answers: int, where: str) -> Found:
    width = max(len(row) for row in sheet.rows[:50])
    upper = forward(["" if UNNAMED.fullmatch(text) else text for text in texts(sheet.rows[0])], width)
    lower = texts(sheet.rows[1])
    labels = tuple(_label(upper[column], lower[column] if column < len(lower) else "") for column in range(width))
    reason = f"“Response” {answers} times in the second row, {where}"
    roles = {} if upper[0] else {0: "other"}  # a count of rows
    return Found("SurveyMonkey", (0, 1), 2, labels, 0.97 if answers else 0.8, (reason,), roles, separator=", ")


def _label(question: str, option: str) -> Label:
    item = "" if option.lower() in RESPONSES or not question else option
    return Label(f"{question} | {item}" if item else question, question, item)
