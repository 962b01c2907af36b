"""What is the same about every fault of one code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FaultKind:
    """`template` and `mend` are sentences with places for the words of one fault."""

    code: str
    severity: str  # error, warning, notice
    title: str
    template: str
    mend: str
