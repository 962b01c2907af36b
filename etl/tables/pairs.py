"""Rows of a name and its figure, without a header: a small table under its title alone."""

from collections.abc import Sequence

from etl.tables.cells import BLANK, MARK, NUMBER, TEXT
from etl.workbook import Raw

FEWEST, LONGEST = 3, 60  # rows, letters of a label


def are_pairs(
    rows: Sequence[list[Raw]], marked: list[str], data: tuple[int, ...], figures: tuple[int, ...]
) -> bool:
    """Whether rows without a header are nothing but a short label and its figure each, one right below the other."""
    if len(figures) != 1 or len(data) < FEWEST or data[-1] - data[0] >= len(data):
        return False
    labels = [str(cell).strip() for row in data for cell in rows[row][: figures[0]] if cell is not None]
    alone = all(marked[row].replace(BLANK, "") in (TEXT + NUMBER, TEXT + MARK) for row in data)
    return alone and len(labels) == len(data) == len(set(labels)) and all(map(_is_short, labels))


def _is_short(label: str) -> bool:
    return len(label) <= LONGEST and not label.endswith(":")
