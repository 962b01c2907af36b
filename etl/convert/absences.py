"""The ways publishers write that there is no figure. None of them is zero.

The bracketed marks are those of the Government Analysis Function's guidance on symbols in tables.
"""

import re

from etl.convert.types import tidy
from etl.workbook import Raw
from metrics.types import Absence

ANYWHERE = {
    "": Absence.MISSING,
    "..": Absence.MISSING,
    "…": Absence.MISSING,
    "[x]": Absence.MISSING,
    "null": Absence.MISSING,
    "nan": Absence.MISSING,
    "missing": Absence.MISSING,
    "not available": Absence.MISSING,
    "not known": Absence.MISSING,
    "[c]": Absence.WITHHELD,
    "suppressed": Absence.WITHHELD,
    "withheld": Absence.WITHHELD,
    "n/a": Absence.NOT_APPLICABLE,
    "[z]": Absence.NOT_APPLICABLE,
    "not applicable": Absence.NOT_APPLICABLE,
    "too early": Absence.TOO_EARLY,
    "not comparable": Absence.NOT_COMPARABLE,
}
IN_NUMBERS = {
    **ANYWHERE,
    ".": Absence.MISSING,
    ":": Absence.MISSING,
    "na": Absence.MISSING,
    "x": Absence.MISSING,
    "not held": Absence.MISSING,
    "n.a.": Absence.NOT_APPLICABLE,
    "z": Absence.NOT_APPLICABLE,
    "-": Absence.NOT_APPLICABLE,
    "–": Absence.NOT_APPLICABLE,
    "—": Absence.NOT_APPLICABLE,
    "*": Absence.WITHHELD,
    "**": Absence.WITHHELD,
    "#": Absence.WITHHELD,
    "c": Absence.WITHHELD,
}
SMALL = re.compile(r"(?:<|≤|<=|less than|fewer than|under)\s*\d+|1\s*(?:-|–|to)\s*[2-9]", re.I)


def absence_of(raw: Raw, numeric: bool = False) -> Absence | None:
    """Which absence the cell states, or None where it holds something.

    In number columns more marks count (a dash is "not applicable", "<5" is withheld), which in
    a column of text or labels could be values.
    """
    if raw is None:
        return Absence.MISSING
    if isinstance(raw, float) and raw != raw:
        return Absence.MISSING
    if not isinstance(raw, str):
        return None
    text = tidy(raw).lower()
    if not numeric:
        return ANYWHERE.get(text)
    found = IN_NUMBERS.get(text)
    return Absence.WITHHELD if found is None and SMALL.fullmatch(text) else found
