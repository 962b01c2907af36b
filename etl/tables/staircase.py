"""Labels that step to the right: a nation, its regions, their districts, each level in a column of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from etl.area_names import code_of_name
from etl.areas import is_region_name, is_whole
from etl.convert import as_text
from etl.tables.cells import TEXT, cell_at, kind_of_cell
from etl.tables.roles import CODE
from etl.tables.types import Column
from etl.workbook import Sheet

LABELS = ("area_name", "dimension")
EXCEPTIONS = 20  # one row in so many may have more than one label, or none


@dataclass(frozen=True, slots=True)
class Staircase:
    """`filled` column -> {row: label}: the last column gets every row's own label, those before it the levels
    above. `totals` row -> why: what stands a step to the right below it are its parts."""

    columns: tuple[Column, ...]
    filled: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    totals: Mapping[int, str] = field(default_factory=dict)


def staircase(sheet: Sheet, rows: Sequence[int], columns: Sequence[Column]) -> Staircase:
    """The columns with such labels told apart; the same columns and nothing else where labels don't step."""
    steps = _steps(sheet, rows, columns)
    if not steps:
        return Staircase(tuple(columns))
    last = steps[-1]
    levels = _levels(sheet, rows, steps)
    filled: dict[int, dict[int, str]] = {column.index: {} for column in steps}
    above: dict[int, str] = {}
    for row, level in levels.items():
        label = _said(sheet, row, steps)
        above = {each: text for each, text in above.items() if each < level} | {level: label}
        filled[last.index][row] = label
        for each, text in above.items():
            if each < level:
                filled[steps[each].index][row] = text
    found = {column.index: column for column in _renamed(steps, filled)}
    return Staircase(
        tuple(found.get(column.index, column) for column in columns),
        filled,
        {
            row: "the rows below it, a column further right, are its parts"
            for row, below in pairwise(levels)
            if levels[below] > levels[row]
        },
    )


def _steps(sheet: Sheet, rows: Sequence[int], columns: Sequence[Column]) -> list[Column]:
    """The columns of labels of which each row fills one, from left to right; none where that isn't so."""
    first = next((column.index for column in columns if column.role == "measure"), 0)
    labels = [each for each in columns if each.role in LABELS and each.index < first and not CODE.search(each.name)]
    named = [column for column in labels if column.name and not column.name.startswith("(column")]
    if len(labels) < 2 or len(named) > 1 or len(rows) < 3:
        return []
    filled = [[place for place, each in enumerate(labels) if _is_label(sheet, row, each)] for row in rows]
    single = [each[0] for each in filled if len(each) == 1]
    odd = sum(len(each) != 1 for each in filled)
    stepping = len(set(single)) >= 2 and any(second > one for one, second in pairwise(single))
    return labels if stepping and odd * EXCEPTIONS <= len(rows) else []


def _is_label(sheet: Sheet, row: int, column: Column) -> bool:
    return kind_of_cell(cell_at(sheet.rows[row], column.index)) == TEXT


def _levels(sheet: Sheet, rows: Sequence[int], steps: Sequence[Column]) -> dict[int, int]:
    """Row -> how far right its label stands; regions are all of one level, wherever a typist put them."""
    found, regions = {}, len(steps)
    for row in rows:
        level = next((place for place, each in enumerate(steps) if _is_label(sheet, row, each)), None)
        if level is not None:
            regions = min(regions, level) if is_region_name(_said(sheet, row, steps)) else regions
            found[row] = regions if is_region_name(_said(sheet, row, steps)) else level
    return found


def _said(sheet: Sheet, row: int, steps: Sequence[Column]) -> str:
    return next(as_text(cell_at(sheet.rows[row], each.index)) for each in steps if _is_label(sheet, row, each))


def _renamed(steps: Sequence[Column], filled: Mapping[int, Mapping[int, str]]) -> list[Column]:
    """The last column takes the heading and is of areas where most labels are; the others are levels above it."""
    names = [column.name for column in steps if column.name and not column.name.startswith("(column")]
    labels = list(filled[steps[-1].index].values())
    areas = sum(bool(code_of_name(text)) or is_whole(text) or is_region_name(text) for text in labels)
    area = areas * 2 >= len(labels) or any(column.role == "area_name" and column.name in names for column in steps)
    last = replace(steps[-1], name=names[0] if names else "Label", role="area_name" if area else "dimension")
    return [*(replace(each, name=f"level {place}", role="dimension") for place, each in enumerate(steps[:-1], 1)), last]
