"""EUSurvey: a few rows on the survey, then one header row that ends in Contribution ID, Created and the like."""

from etl.platforms.common import folded, header_with, plain_labels
from etl.platforms.stems import parted
from etl.platforms.types import Found
from etl.workbook import Sheet

MARKS = {
    "invitation number",
    "contribution id",
    "user name",
    "creation date",
    "last update",
    "languages",
    "created",
    "last updated",
    "language",
    "iscompleted",
    "score",
}


ABOUT_YOU = {  # of every public consultation of the European Commission, published without the columns above
    "language of my contribution",
    "i am giving my contribution as",
    "publication privacy settings",
    "transparency register number",
    "contribution publication privacy settings",
    "country of origin",
}


def recognise(sheet: Sheet) -> Found | None:
    at = header_with(sheet, MARKS, 3, within=12)
    if at is None or not {"contribution id", "invitation number"} & set(folded(sheet.rows[at])):
        at = header_with(sheet, ABOUT_YOU, 3, within=12)
    if at is None:
        return None
    said = [text for row in sheet.rows[:at] for text in folded(row) if text]
    marks = len((MARKS | ABOUT_YOU) & set(folded(sheet.rows[at])))
    reason = f"{marks} of its own columns" + (", under its rows on the survey" if said else "")
    return Found("EUSurvey", (at,), at + 1, parted(plain_labels(sheet.rows[at])), 0.95, (reason,), separator=";")
