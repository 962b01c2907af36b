"""What programs write into a text file where a sheet had nothing: "NA" in every blank, names for missing headings."""

import re
from collections.abc import Sequence

PLACEHOLDER = re.compile(r"\.{3}\d+|Unnamed: ?\d+(?:_level_\d+)?")
NA = "NA"
LEAST_WIDTH, LEAST_ROWS = 3, 2
Cells = list[str | None]


def with_blanks(rows: list[Cells]) -> list[Cells]:
    """The rows with those cells blank again: "NA" where whole rows say nothing else, made-up names where several
    stand in the first row."""
    empty = sum(len(row) >= LEAST_WIDTH and all(cell == NA for cell in row) for row in rows)
    if empty >= LEAST_ROWS:
        rows = [[None if cell == NA else cell for cell in row] for row in rows]
    if rows and _is_made_up(rows[0]):
        rows = [[None if cell and PLACEHOLDER.fullmatch(cell) else cell for cell in rows[0]], *rows[1:]]
    return rows


def _is_made_up(header: Sequence[str | None]) -> bool:
    names = sum(cell is not None and PLACEHOLDER.fullmatch(cell) is not None for cell in header)
    return names > 1 and names * 2 > len(header)
