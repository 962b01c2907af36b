"""Faults that stop a publication, though every file of it is in order."""

from etl.fault_kinds.kind import FaultKind

OF_PUBLISHING = (
    FaultKind(
        "disclosed_before",
        "error",
        "Already told by earlier publications",
        "Earlier publications already tell figures that must be withheld now: {figures}. Nothing was published.",
        "Find out what changed: a threshold raised, a breakdown or an area added. Undo it in the framework, or load "
        "the rows again once the owner of the data has decided what may be known; figures of newly loaded rows are "
        "other figures.",
    ),
)
