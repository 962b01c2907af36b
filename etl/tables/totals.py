"""Which rows add others up: nations, regions, counties above their districts, and rows that say "Total".

Such a row is kept and flagged; whoever sums a table leaves it out, so nothing counts twice.
"""

import re
from collections.abc import Mapping, Sequence

from etl.area_names import without_notes
from etl.areas import code_kind, is_region_name, is_total_name, is_whole
from etl.convert import fold
from etl.tables.cells import cell_at
from etl.tables.named_totals import OF_WHICH, Labels
from etl.tables.ranks import above
from etl.tables.sums import added_up
from etl.tables.types import Column
from etl.workbook import Raw, Sheet

LISTED = re.compile(r"\s*[,;+&]\s*")  # between codes that one row adds up
Carried = Mapping[int, Mapping[int, str]]


def total_rows(
    sheet: Sheet, rows: Sequence[int], columns: Sequence[Column], filled: Carried, headings: Mapping[int, str]
) -> dict[int, str]:
    """Row -> why its figures are already in other rows of the table.

    `filled` column -> {row: label carried down to it}; `headings` row -> the heading it stands under.
    """
    codes = [column for column in columns if column.role == "area_code"]
    names = [column for column in columns if column.role == "area_name"]
    others = [
        column for column in columns if column.role in ("dimension", "period") and _varies(sheet, rows, column)
    ]
    texts = {row: str(_cell(sheet, row, codes[0].index) or "").strip() for row in rows} if codes else {}
    kinds = {row: code_kind(text) for row, text in texts.items()}
    listed = {row: parts for row, text in texts.items() if len(parts := LISTED.split(text)) > 1}
    named = names or [column for column in others if column.role == "dimension"][:1]
    found = {row: f"its label says “{text}”" for row, text in texts.items() if is_total_name(text)}
    single = set(texts.values())
    found |= {row: f"its code lists {' and '.join(each)}" for row, each in listed.items() if single >= set(each)}
    if sum(map(bool, kinds.values())) >= 2:  # names among the codes
        names_there = {row: name for row, text in texts.items() if not kinds[row] and (name := without_notes(text))}
        found |= {row: f"“{name}” is above other areas" for row, name in names_there.items() if _is_above(name)}
    for row in above(kinds, texts):
        found[row] = f"its code is of a {(kinds[row] or 'nation').replace('_', ' ')}, above other rows"
    parts = {row: text.rpartition(" | ")[2] for row, text in headings.items()}
    found |= {row: f"it stands under “{text}”" for row, text in parts.items() if OF_WHICH.match(text)}
    labels = Labels(sheet, rows, named, others, codes, kinds, filled)
    found |= {row: why for row in rows if row not in found and (why := labels.why_total(row))}
    if not any(column.role == "measure" for column in columns):
        return found  # records: two may well be alike
    found |= _repeats(sheet, rows, columns, filled, headings, found)
    return {**found, **added_up(sheet, rows, columns, found)}


def _is_above(name: str) -> bool:
    return is_whole(name) or is_region_name(name)


def _cell(sheet: Sheet, row: int, column: int) -> Raw:
    return cell_at(sheet.rows[row], column)


def _varies(sheet: Sheet, rows: Sequence[int], column: Column) -> bool:
    """A dimension that says the same on every row adds nothing up by saying "All"."""
    values = {value for row in rows if (value := _cell(sheet, row, column.index)) is not None}
    return len(set(map(fold, values))) > 1


def _repeats(
    sheet: Sheet,
    rows: Sequence[int],
    columns: Sequence[Column],
    filled: Carried,
    headings: Mapping[int, str],
    flagged: Mapping[int, str],
) -> dict[int, str]:
    """A row that stands twice: the same labels and the same figures as an earlier one, under the same heading. One
    that repeats the row right before it is a duplicate, and adds nothing up."""
    used = [column.index for column in columns if column.role != "spacer"]
    labels = [column.index for column in columns if column.role in ("area_code", "area_name")]
    if not labels:
        return {}
    seen: dict[tuple, int] = {}
    found: dict[int, str] = {}
    before = None
    for row in rows:
        cells = [_cell(sheet, row, column) for column in used]
        carried = [filled.get(at, {}).get(row) if cell is None else cell for at, cell in zip(used, cells, strict=True)]
        key = (headings.get(row), *carried)
        again = row not in flagged and key in seen and key != before
        if again and any(_cell(sheet, row, column) is not None for column in labels):
            found[row] = f"the same as row {seen[key] + 1}"
        seen.setdefault(key, row)
        before = key
    return found
