"""Faults of a cell that can't be converted to its column's type."""

from etl.fault_kinds.kind import FaultKind

OF_VALUES = (
    FaultKind(
        "missing_value",
        "error",
        "Missing value",
        "{cell}: “{column}” has no value.",
        "Fill it in: {expected}.",
    ),
    FaultKind(
        "text_in_number",
        "error",
        "Text in a number column",
        "{cell}: “{value}” isn't a number (column “{column}”).",
        "Write a number, or leave the cell blank if it isn't known.",
    ),
    FaultKind(
        "not_whole_number",
        "error",
        "Not a whole number",
        "{cell}: {value} isn't a whole number (column “{column}”).",
        "Write a whole number.",
    ),
    FaultKind(
        "not_a_date",
        "error",
        "Not a date",
        "{cell}: “{value}” isn't a date (column “{column}”).",
        "Write it as 31/03/2024 or 2024-03-31.",
    ),
    FaultKind(
        "not_a_period",
        "error",
        "Not a period",
        "{cell}: “{value}” isn't a period (column “{column}”).",
        "Write Apr 2024, 2024-04, Q1 2024/25, 2024/25 or 2024.",
    ),
    FaultKind(
        "not_yes_no",
        "error",
        "Neither yes nor no",
        "{cell}: “{value}” is neither yes nor no (column “{column}”).",
        "Write yes or no.",
    ),
    FaultKind(
        "unknown_choice",
        "error",
        "Unknown label",
        "{cell}: “{value}” isn't known in column “{column}”.{hint}",
        "Use one of: {expected}.",
    ),
    FaultKind(
        "unknown_area",
        "error",
        "Unknown area",
        "{cell}: no area has the code or name “{value}”.{hint}",
        "Use the code or the name of an area we know, such as E07000066 or Basildon, or say where columns are mapped "
        "which area this is.",
    ),
    FaultKind(
        "unknown_service",
        "error",
        "Unknown service",
        "{cell}: no service has the id “{value}”.{hint}",
        "Use one of: {expected}.",
    ),
    FaultKind(
        "unknown_sector",
        "error",
        "Unknown sector",
        "{cell}: no sector has the id “{value}”.{hint}",
        "Use one of: {expected}.",
    ),
    FaultKind(
        "unknown_answer",
        "error",
        "Unknown answer",
        "{cell}: “{value}” isn't an answer to question “{column}”.{hint}",
        "Use one of: {expected}.",
    ),
    FaultKind(
        "answer_read_as",
        "warning",
        "Answer written otherwise",
        "{cell}: “{value}” in “{column}” is read as “{expected}”; {count} cells are.",
        "Nothing, if it means that; otherwise write the answer that was given.",
    ),
    FaultKind(
        "said_no_answer",
        "notice",
        "Taken for no answer",
        "{cell}: “{value}” in “{column}” says that there is no answer; {count} cells are kept as that.",
        "Nothing, if it means that; otherwise write the value that was given.",
    ),
    FaultKind(
        "error_cell",
        "error",
        "Error in a cell",
        "{cell}: the cell holds the error {value} (column “{column}”).",
        "Mend the formula, or blank the cell.",
    ),
    FaultKind(
        "too_long",
        "error",
        "Too long",
        "{cell}: the text in “{column}” has more than {expected} characters.",
        "Shorten it.",
    ),
)
