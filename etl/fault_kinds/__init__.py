"""The register of faults: title, message and mend of each code. `docs/faults.md` lists the same."""

from etl.fault_kinds.doubts import OF_DOUBTS
from etl.fault_kinds.files import OF_FILES
from etl.fault_kinds.kind import FaultKind
from etl.fault_kinds.layout import OF_LAYOUT
from etl.fault_kinds.personal import OF_PERSONAL
from etl.fault_kinds.publishing import OF_PUBLISHING
from etl.fault_kinds.rules import OF_RULES
from etl.fault_kinds.values import OF_VALUES
from etl.fault_kinds.weights import OF_WEIGHTS

FAULTS: dict[str, FaultKind] = {
    kind.code: kind
    for kinds in (
        OF_FILES, OF_LAYOUT, OF_VALUES, OF_RULES, OF_DOUBTS, OF_PERSONAL, OF_WEIGHTS, OF_PUBLISHING,
    )
    for kind in kinds
}

__all__ = ["FAULTS", "FaultKind"]
