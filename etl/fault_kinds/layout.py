"""Faults of a sheet whose table or columns don't fit the dataset."""

from etl.fault_kinds.kind import FaultKind

OF_LAYOUT = (
    FaultKind(
        "no_header",
        "error",
        "No header row",
        "None of the first {searched} rows of any sheet holds the column names expected.",
        "Use the template, or map your columns: {expected}.",
    ),
    FaultKind(
        "missing_column",
        "error",
        "Missing column",
        "The column “{column}” ({title}) is missing.{hint}",
        "Add a column headed “{column}”, or map it to the column that holds it.",
    ),
    FaultKind(
        "mapped_column_missing",
        "error",
        "Mapped column not found",
        "“{column}” is mapped to a column “{value}”, which sheet “{sheet}” doesn't have.{hint}",
        "Correct the mapping, or the header.",
    ),
    FaultKind(
        "duplicate_column",
        "error",
        "Column twice",
        "Two columns say “{column}”: {first} and {cell}.",
        "Rename or remove one of them.",
    ),
    FaultKind(
        "unused_column",
        "notice",
        "Column not used",
        "The column “{value}” isn't used.{hint}",
        "Nothing to do, unless it holds data that belong to the dataset.",
    ),
    FaultKind(
        "unknown_field",
        "error",
        "Unknown field",
        "The mapping names “{value}”, which {dataset} doesn't have.{hint}",
        "Use one of: {expected}.",
    ),
    FaultKind(
        "no_rows",
        "error",
        "No rows",
        "Sheet “{sheet}” has a header and no rows below it.",
        "Put the data under the header and offer it again.",
    ),
    FaultKind(
        "no_questions",
        "error",
        "No question",
        "No column is headed with a question of the framework.",
        "Head each question's column with its id: {expected}.",
    ),
    FaultKind(
        "other_sheets",
        "notice",
        "Other sheets not read",
        "Only sheet “{sheet}” was read. Not read: {value}.",
        "Nothing to do, if the data are all there.",
    ),
)
