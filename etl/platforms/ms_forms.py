"""Microsoft Forms: ID, Start time, Completion time, Email, Name, then the questions; choices parted by ";"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.platforms.common import folded, plain_labels
from etl.platforms.foreign_headers import ENDED, STARTED
from etl.platforms.stems import parted
from etl.platforms.types import Found, Label
from etl.workbook import Raw, Sheet

MARKS = {"id", "start time", "completion time", "email", "name", "last modified time"}
STOP, PART = re.compile(r"(?<=[^\W\d]|[?:)…!])\.(?=[^\W\d]|[\"'“‘])"), "\x1f"


def recognise(sheet: Sheet) -> Found | None:
    if len(sheet.rows) < 2:
        return None
    top = folded(sheet.rows[0])
    first = set(top[:6])
    if not {"start time", "completion time"} <= first and not (STARTED & first and ENDED & first):
        return None
    marks = len(MARKS & set(top)) or 2
    reason = f"{marks} of its own columns, Start time and Completion time among them"
    return Found("Microsoft Forms", (0,), 1, _labels(sheet.rows[0]), 0.95, (reason,), separator=";")


def _labels(row: Sequence[Raw]) -> tuple[Label, ...]:
    """Rows of a grid are headed "Question.Statement", without a space; a heading by itself keeps its full stops."""
    plain = plain_labels(row)
    marked = [replace(label, text=STOP.sub(PART, label.text)) if not label.item else label for label in plain]
    return tuple(
        replace(label, text=cut.text.replace(PART, "."), item=cut.item.replace(PART, ".")) if cut.item else label
        for label, cut in zip(plain, parted(marked, (PART,)), strict=True)
    )
