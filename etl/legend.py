"""What a file's own notes say of its marks, such as “.. incomplete or no data received”."""

import re
from collections.abc import Iterable

from etl.convert import as_text
from etl.workbook import Raw
from metrics.types import Absence

SIGN = r"\[[a-z]{1,4}\]|!|\.{1,3}|…|-|–|—|:|\*{1,2}|#|~|\$|n/a"
MARK = rf"{SIGN}|[a-z]"
LETTER = re.compile(r"^['\"‘“]?([a-z])['\"’”]?\s*[=:]\s*(.{3,})$", re.I)
ONE_CELL = re.compile(
    rf"^['\"‘“]?({SIGN})['\"’”]?\s*(?:=|:|–|-|denotes|indicates|means|represents|signifies|\s)\s*(.{{3,}})$", re.I
)
IN_SENTENCE = re.compile(
    (
        rf"(?:marked (?:with )?(?:an? )?|shown as |symbol |a )?['\"‘“]?({MARK})['\"’”]?\s+(?:denotes|"
        rf"indicates?|means|represents|signifies|refers to)\s+([^.;]+)"
    ),
    re.I,
)
BY_MEANING: tuple[tuple[re.Pattern, str], ...] = (
    (
        re.compile(r"less than half|rounds? to (?:zero|0)|negligible|low (?:number|figure|value)", re.I),
        Absence.WITHHELD,
    ),
    (
        re.compile(
            (
                r"suppress|confidential|disclos|small number|fewer than|less than|withheld|redact|too "
                r"few|unreliable|reliab"
            ),
            re.I,
        ),
        Absence.WITHHELD,
    ),
    (re.compile(r"not (?:yet )?(?:published|due)|too early", re.I), Absence.TOO_EARLY),
    (re.compile(r"not comparable", re.I), Absence.NOT_COMPARABLE),
    (re.compile(r"not applicable|not relevant|no longer exist|does not apply", re.I), Absence.NOT_APPLICABLE),
    (
        re.compile(
            (
                r"not available|unavailable|missing|no data|not collected|incomplete|not known|"
                r"unknown|not provided|not supplied|no return|not recorded|not held"
            ),
            re.I,
        ),
        Absence.MISSING,
    ),
    (re.compile(r"\b(?:nil|zero|none|0)\b", re.I), "0"),
)


def legend_of(notes: Iterable[list[Raw]]) -> dict[str, tuple[str, str]]:
    """{mark: (absence, or "0" where the mark is said to stand for nil, meaning)} from rows of notes."""
    found: dict[str, tuple[str, str]] = {}
    for row in notes:
        cells = [as_text(cell) for cell in row if cell is not None and isinstance(cell, str)]
        for mark, meaning in _pairs(cells):
            absence = _absence(meaning)
            if absence and not (len(mark) == 1 and mark.isalpha() and absence == "0"):
                found.setdefault(mark.lower(), (str(absence), meaning.strip()[:120]))
    return found


def _pairs(cells: list[str]) -> Iterable[tuple[str, str]]:
    if len(cells) >= 2 and re.fullmatch(MARK, cells[0], re.I):
        yield cells[0], cells[1]
    for text in (part for cell in cells for part in re.split(rf"[;,]\s*(?=['\"‘“]?(?:{SIGN})\s)", cell)):
        if alone := ONE_CELL.match(text) or LETTER.match(text):
            yield alone[1], alone[2]
        yield from ((each[1], each[2]) for each in IN_SENTENCE.finditer(text))


def _absence(meaning: str) -> str:
    return next((str(absence) for pattern, absence in BY_MEANING if pattern.search(meaning)), "")
