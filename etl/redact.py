"""Taking personal data out of free text before anything is stored."""

from etl.faults import Fault, fault
from etl.layout import Layout
from etl.personal import found_in, redact
from etl.records import Records
from etl.workbook import Workbook


def redact_texts(records: Records) -> list[Fault]:
    """Replaces personal data in every free-text column, in place; one warning for each cell changed."""
    faults = []
    for column in records.spec.columns:
        if column.type != "text" or column.name not in records.values:
            continue
        values = records.values[column.name]
        known = {text: redact(text) for text in set(values) if text}
        for index, text in enumerate(values):
            if text and known[text][1]:
                values[index] = known[text][0]
                found = ", ".join(dict.fromkeys(known[text][1]))
                faults.append(
                    fault(
                        "personal_data_removed",
                        records.sheet,
                        records.cell(column.name, index),
                        column=column.name,
                        found=found,
                    )
                )
    return faults


def unused_personal_data(book: Workbook, layout: Layout) -> list[Fault]:
    """A warning where cells that are not stored hold personal data: they would live on in the kept bytes."""
    used = {*layout.columns.values(), *layout.spread.values()}
    texts = {
        cell
        for sheet in book.sheets
        for row in sheet.rows
        for column, cell in enumerate(row)
        if isinstance(cell, str) and len(cell) > 5 and not (sheet is layout.sheet and column in used)
    }
    found = found_in("\n".join(texts), skip=("a postcode",))
    return [fault("personal_columns", layout.sheet.name, found=", ".join(found))] if found else []
