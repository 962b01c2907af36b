"""SurveyMonkey: the question in the first row, its options or "Response" in the second."""

from etl.platforms.common import folded, forward, texts
from etl.platforms.types import Found, Label
from etl.workbook import Sheet

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
ANSWERS = {"response", "open-ended response", "open ended response"}


def recognise(sheet: Sheet) -> Found | None:
    if len(sheet.rows) < 3:
        return None
    top, second = folded(sheet.rows[0]), folded(sheet.rows[1])
    if not IDS & set(top[:3]):
        return None
    added, answers = len(ADDED & set(top)), sum(text in ANSWERS for text in second)
    if second[:1] in ([], [""]) and (answers or any(second)):
        return _two_rows(sheet, answers)
    if added < 2:
        return None
    labels = tuple(Label(text, *_parted(text)) for text in texts(sheet.rows[0]))
    return Found(
        "SurveyMonkey", (0,), 1, labels, 0.85, (f"Respondent ID and {added} of its own columns, one header row",)
    )


def _parted(text: str) -> tuple[str, str]:
    question, dash, item = text.partition(" - ")
    return (question, item) if dash else (text, "")


def _two_rows(sheet: Sheet, answers: int) -> Found:
    width = max(len(row) for row in sheet.rows[:50])
    upper, lower = forward(texts(sheet.rows[0]), width), texts(sheet.rows[1])
    labels = tuple(_label(upper[column], lower[column] if column < len(lower) else "") for column in range(width))
    reason = f"Respondent ID above a blank, and “Response” {answers} times in the second row"
    return Found("SurveyMonkey", (0, 1), 2, labels, 0.97 if answers else 0.8, (reason,), separator=", ")


def _label(question: str, option: str) -> Label:
    item = "" if option.lower() in ANSWERS else option
    return Label(f"{question} | {item}" if item else question, question, item)
