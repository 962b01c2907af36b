"""Faults of personal data: what was taken out, refused or let stand. None repeats what was found."""

from etl.fault_kinds.kind import FaultKind

OF_PERSONAL = (
    FaultKind(
        "personal_data_removed",
        "warning",
        "Personal data removed",
        "{cell}: {found} removed from “{column}” before storing.",
        "Remove it from your own file too; only a copy without it is kept. If it is nobody's, release the quote.",
    ),
    FaultKind(
        "quote_let_stand",
        "notice",
        "Quote released as it is",
        "{cell}: {found} was found in “{column}” and let stand, as you decided.",
        "Nothing to do. The register says who released it.",
    ),
    FaultKind(
        "personal_identifier",
        "error",
        "Personal data in a code",
        "{cell}: “{column}” holds {found} where a pseudonymous code belongs.",
        "Give each person a code and keep the list of codes elsewhere.",
    ),
    FaultKind(
        "personal_column",
        "warning",
        "A column of personal data",
        "{cell}: the column “{value}” holds {found}. It isn't used and was not stored.",
        "Remove the column from the file before offering it again; only a copy without it is kept.",
    ),
    FaultKind(
        "personal_columns",
        "warning",
        "Personal data in unused cells",
        "Cells that aren't used hold {found}. They were not stored, and only a copy without them is kept.",
        "Remove them from the file before offering it again.",
    ),
)
