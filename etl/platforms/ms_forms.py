"""Microsoft Forms: ID, Start time, Completion time, Email, Name, then the questions; choices parted by ";"."""

from etl.platforms.common import folded, plain_labels
from etl.platforms.types import Found
from etl.workbook import Sheet

MARKS = {"id", "start time", "completion time", "email", "name", "last modified time"}


def recognise(sheet: Sheet) -> Found | None:
    if len(sheet.rows) < 2:
        return None
    top = folded(sheet.rows[0])
    if not {"start time", "completion time"} <= set(top[:6]):
        return None
    marks = len(MARKS & set(top))
    reason = f"{marks} of its own columns, Start time and Completion time among them"
    return Found("Microsoft Forms", (0,), 1, plain_labels(sheet.rows[0]), 0.95, (reason,), separator=";")
