"""SPSS: variable names above, their labels and value labels in the file itself."""

from etl.platforms.common import texts
from etl.platforms.types import Found, Label
from etl.workbook import Sheet


def recognise(sheet: Sheet) -> Found | None:
    if not (sheet.detail.questions or sheet.detail.labels) or not sheet.rows:
        return None
    names = texts(sheet.rows[0])
    labels = tuple(Label(name, sheet.detail.questions.get(column, name)) for column, name in enumerate(names))
    return Found("SPSS", (0,), 1, labels, 1.0, ("an SPSS file with variable and value labels",))
