"""Rows below a survey's header that are nobody's response: the header over again, and sums or notes at the end."""

import re
from collections.abc import Mapping, Sequence

from etl.platforms.common import folded
from etl.workbook import Raw

ALIKE, FEWEST = 0.8, 2  # of a row's cells that say what the header says
MOST_AT_END = 12
SUMS = re.compile(
    r"(?:grand |sub-?|column )?totals?\b.*|(?:un)?weighted (?:base|total|count).*|base\b.*|n ?=.*|means?\b.*"
    r"|averages?\b.*"
    r"|(?:number|count|no\.?) of .*|counts?\b|sum\b.*|median\b.*|std\.?.*|standard deviation.*|minimum|maximum"
    r"|(?:answered|skipped|completed|total) (?:questions?|responses?|respondents?).*"
)
NOTES = re.compile(r"(?:source|notes?|footnotes?|exported|generated|report|end of|prepared|copyright)\b.*|[©*].*")


def stray_rows(rows: Sequence[Sequence[Raw]], header: Sequence[int], body: Sequence[int]) -> Mapping[int, str]:
    """Row -> why it is no response. A sum or a note is looked for at the end only, with few cells beside it."""
    heads = [folded(rows[number]) for number in header]
    found = {number: "the header again" for number in body if _is_header(rows[number], heads)}
    return found | _at_end(rows, [number for number in body if number not in found])


def _is_header(row: Sequence[Raw], heads: Sequence[Sequence[str]]) -> bool:
    """Most of the row's cells say what the header says; of most rows the first texts tell already that they don't."""
    begins = next((at for at, cell in enumerate(row[:3]) if isinstance(cell, str)), None)
    if begins is None or all(head[begins : begins + 1] != [row[begins].strip().casefold()] for head in heads):
        return False
    said = [(at, text) for at, text in enumerate(folded(row)) if text]
    same = max((sum(at < len(head) and head[at] == text for at, text in said) for head in heads), default=0)
    return same >= FEWEST and same >= ALIKE * len(said)


def _at_end(rows: Sequence[Sequence[Raw]], body: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    widths = sorted(_filled(rows[number]) for number in body)
    usual = widths[len(widths) // 2] if widths else 0
    for number in reversed(body[-MOST_AT_END:]):
        first = next((text for text in folded(rows[number]) if text), "")
        few = _filled(rows[number]) <= max(1, usual // 3)
        if few and usual > FEWEST and NOTES.fullmatch(first):
            found[number] = "a note"
        elif SUMS.fullmatch(first) and (few or not first[0].isdigit()) and not _is_given(rows, body, first):
            found[number] = "a sum over the rows above"
        else:
            break
    return found


def _is_given(rows: Sequence[Sequence[Raw]], body: Sequence[int], text: str) -> bool:
    """Whether others say so as well: "Average" is an answer then."""
    return any(next(filter(None, folded(rows[number])), "") == text for number in body[:-MOST_AT_END])


def _filled(row: Sequence[Raw]) -> int:
    return sum(cell is not None and cell != "" for cell in row)
