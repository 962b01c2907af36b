"""SPSS and Stata: variable names above, their labels and value labels in the file itself."""

from etl.platforms.common import texts
from etl.platforms.stems import parted
from etl.platforms.types import Found, Label
from etl.workbook import Sheet


def recognise(sheet: Sheet) -> Found | None:
    if not (sheet.detail.questions or sheet.detail.labels) or not sheet.rows:
        return None
    names = texts(sheet.rows[0])
    labels = tuple(Label(name, sheet.detail.questions.get(column, name)) for column, name in enumerate(names))
    said = [name for name, there in (("variable", _is_worded(labels)), ("value", sheet.detail.labels)) if there]
    program = sheet.detail.program
    reason = f"a file of {program} with {' and '.join(said)} labels" if said else f"a file of {program} without labels"
    return Found(program, (0,), 1, parted(labels), 1.0, (reason,))


def _is_worded(labels: tuple[Label, ...]) -> bool:
    return any(label.text != label.name for label in labels)
