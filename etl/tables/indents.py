"""Labels set further in by spaces or by format: the rows under a label, and its own row where it adds them up."""

from collections import Counter
from collections.abc import Mapping, Sequence

from etl.convert import as_text
from etl.markers import read_cell
from etl.tables.cells import cell_at
from etl.tables.sums import figure_at, is_sum
from etl.tables.types import Column
from etl.workbook import Sheet, address
from metrics.types import Absence

BLANKS = " \u00a0\t"
LEAST = 2  # spaces: a single one is a slip
FEWEST = 2  # rows further in, before they are taken for the parts of one


def indented(
    sheet: Sheet, rows: Sequence[int], columns: Sequence[Column], sections: Mapping[int, str]
) -> tuple[dict[int, str], dict[int, str]]:
    """Row -> the labels it stands further in under; and row -> why it adds up those under it. Both may be empty.

    `sections` row -> the heading between the rows it stands under: a new one ends what stood above.
    """
    labels = [column.index for column in columns if column.role in ("dimension", "area_name")]
    label = next((at for at in labels if any(depth(sheet, row, at) >= LEAST for row in rows)), None)
    if label is None:
        return {}, {}
    parents = _parents({row: depth(sheet, row, label) for row in rows}, sections)
    headings: dict[int, str] = {}
    for row, parent in sorted(parents.items()):
        said = as_text(cell_at(sheet.rows[parent], label))
        headings[row] = f"{headings[parent]} | {said}" if parent in headings else said
    return headings, _added_up(sheet, columns, parents)


def _parents(depths: Mapping[int, int], sections: Mapping[int, str]) -> dict[int, int]:
    """Row -> the row it stands further in under, where at least one other does."""
    parents: dict[int, int] = {}
    above: list[int] = []
    for row, depth in depths.items():
        if above and sections.get(above[-1]) != sections.get(row):
            above = []
        while above and depths[above[-1]] >= depth:
            above.pop()
        if above and depth >= LEAST:
            parents[row] = above[-1]
        above.append(row)
    children = Counter(parents.values())
    return {row: parent for row, parent in parents.items() if children[parent] >= FEWEST}


def depth(sheet: Sheet, row: int, column: int) -> int:
    """How many spaces further in a label stands: those it begins with, and as many as its cell's format is worth."""
    raw = cell_at(sheet.rows[row], column)
    if not isinstance(raw, str):
        return 0
    indents = sheet.detail.indents
    return len(raw) - len(raw.lstrip(BLANKS)) + (indents.get(address(row, column), 0) if indents else 0)


def _added_up(sheet: Sheet, columns: Sequence[Column], parents: Mapping[int, int]) -> dict[int, str]:
    counts = [column for column in columns if column.role == "measure" and not column.percent]
    children: dict[int, list[int]] = {}
    for row, parent in parents.items():
        children.setdefault(parent, []).append(row)
    return {
        parent: "the rows further in below it add up to it"
        for parent, rows in children.items()
        if any(_alike(sheet, parent, rows, column) for column in counts)
        or (counts and all(_holds_withheld(sheet, parent, rows, column) for column in counts))
    }


def _alike(sheet: Sheet, parent: int, rows: Sequence[int], column: Column) -> bool:
    parts = [[figure_at(sheet, row, column)] for row in rows]
    return is_sum([figure_at(sheet, parent, column)], parts, FEWEST)


def _holds_withheld(sheet: Sheet, parent: int, rows: Sequence[int], column: Column) -> bool:
    """Whether a part is withheld and the others leave room for it: the figure may well be their sum."""
    whole = figure_at(sheet, parent, column)
    parts = [read_cell(cell_at(sheet.rows[row], column.index)) for row in rows]
    withheld = any(part.absence == Absence.WITHHELD for part in parts)
    return whole is not None and withheld and sum(part.value or 0 for part in parts) <= whole
