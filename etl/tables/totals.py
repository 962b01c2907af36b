"""Which rows add others up: nations, regions, counties above their districts, and rows that say "Total".

Such a row is kept and flagged; whoever sums a table leaves it out, so nothing counts twice.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from etl.area_names import without_notes
from etl.areas import code_kind, depth, is_group_name, is_region_name, is_total_name, is_whole
from etl.convert import as_text, fold
from etl.tables.cells import BLANK, MARK, kind_of_cell
from etl.tables.sums import added_up
from etl.tables.types import Column
from etl.workbook import Raw, Sheet

LEVEL = re.compile(r"level|geography|breakdown|area.?type", re.I)
ABOVE = {"nation", "region", "nhs_region"}
NATIONS = {"england", "wales", "scotland", "northern ireland"}
UNIONS = {"K02", "K03", "K04"}  # the United Kingdom, Great Britain, England and Wales


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
    kinds = {row: code_kind(_cell(sheet, row, codes[0].index)) for row in rows} if codes else {}
    texts = {row: str(_cell(sheet, row, codes[0].index) or "").strip() for row in rows} if codes else {}
    found = _by_code(kinds, texts)
    named = names or [column for column in others if column.role == "dimension"][:1]
    parts = _parts(sheet, rows, named, kinds)
    coded = sum(bool(kind) for kind in kinds.values())
    for row in rows:
        if row not in found and (
            why := _by_name(
                sheet, row, named, others, kinds, parts, codes if coded >= 10 and coded * 10 >= 8 * len(kinds) else ()
            )
        ):
            found[row] = why
    if not any(column.role == "measure" for column in columns):
        return found  # records: two may well be alike
    found |= _repeats(sheet, rows, columns, filled, headings, found)
    return {**found, **added_up(sheet, rows, columns, found)}


def _cell(sheet: Sheet, row: int, column: int) -> Raw:
    return sheet.rows[row][column] if column < len(sheet.rows[row]) else None


def _label(sheet: Sheet, row: int, column: Column) -> Raw:
    text = _cell(sheet, row, column.index)
    return without_notes(text) if isinstance(text, str) else text


def _by_code(kinds: Mapping[int, str], codes: Mapping[int, str]) -> dict[int, str]:
    return {row: f"its code is of a {kinds[row].replace('_', ' ')}, above other rows" for row in above(kinds, codes)}


def above(kinds: Mapping[int, str], codes: Mapping[int, str]) -> set[int]:
    """Those whose code is of an area above the others'. A county is one where districts stand beside it."""
    counted = Counter(kind for kind in kinds.values() if kind)
    if not counted:
        return set()
    below = {kind for kind, count in counted.items() if kind not in ABOVE and count >= 2}
    over = {kind for kind in counted if kind in ABOVE and below}
    if counted["nation"] and counted["region"] and not below:
        over.add("nation")
    deepest = max((depth(kind) for kind in below), default=0)
    if deepest >= 4:
        over |= {kind for kind in counted if depth(kind) < deepest and "site" not in below}
    begins = {code[:3] for code in codes.values()}
    unions = UNIONS if len({"E92", "W92", "S92", "N92"} & begins) >= 2 else set()
    counties = unions | {whole for whole, part in (("E10", "E07"), ("E11", "E08"), ("E61", "E07")) if part in begins}
    return {row for row, kind in kinds.items() if kind in over or codes[row][:3] in counties}


class _Parts(NamedTuple):
    """How many rows there are below a nation, below a region, and of the nations of the United Kingdom."""

    regions: int
    areas: int
    nations: int


def _parts(sheet: Sheet, rows: Sequence[int], named: Sequence[Column], kinds: Mapping[int, str]) -> _Parts:
    """Counted by the codes of rows, or by names where these say neither a nation, a region nor a total."""
    coded = {row for row in rows if kinds.get(row) and kinds[row] not in ABOVE}
    if not named:
        return _Parts(len(coded), len(coded), 0)
    texts = {row: text for row in rows if (text := _label(sheet, row, named[0]))}
    regions = {row for row, text in texts.items() if not is_whole(text) and not is_total_name(text)} | coded
    areas = {row for row in regions if not is_region_name(texts.get(row))} | coded
    return _Parts(len(regions), len(areas), len({fold(text) for text in texts.values()} & NATIONS))


def _by_name(
    sheet: Sheet,
    row: int,
    named: Sequence[Column],
    others: Sequence[Column],
    kinds: Mapping[int, str],
    parts: _Parts,
    codes: Sequence[Column],
) -> str:
    for column in named:
        text = _label(sheet, row, column)
        if is_total_name(text) or (column.role == "area_name" and is_group_name(text)):
            return f"its label says “{as_text(text)}”"
        if is_whole(text) and (parts.regions >= 2 or (parts.nations >= 2 and fold(text) not in NATIONS)):
            return f"“{as_text(text)}” is the whole of the other areas"
        if (
            parts.areas >= 2
            and not kinds.get(row)
            and is_region_name(text)
            and column.role == "area_name"
            and column is named[-1]
        ):
            return f"“{as_text(text)}” is a region above other rows"
    for column in others:
        text = _cell(sheet, row, column.index)
        if (
            LEVEL.search(column.name)
            and isinstance(text, str)
            and fold(text) in ("national", "country", "regional", "region", "england")
        ):
            return f"“{column.name}” says “{as_text(text)}”"
        if column not in named and (is_total_name(text) or (parts.areas >= 2 and _stands_in(sheet, row, text, named))):
            return f"“{column.name or column.letters}” says “{as_text(text)}”"
    if codes and not kinds[row] and _no_code(sheet, row, codes):
        return "no area's code stands in it, while the other rows have one"
    return ""


def _stands_in(sheet: Sheet, row: int, text: Raw, named: Sequence[Column]) -> bool:
    """Whether a nation or a region stands in another column, and no area in the areas' own."""
    unnamed = named and named[0].role == "area_name" and _cell(sheet, row, named[0].index) in (None, "")
    return bool(unnamed) and (is_whole(text) or is_region_name(text))


def _no_code(sheet: Sheet, row: int, codes: Sequence[Column]) -> bool:
    return kind_of_cell(_cell(sheet, row, codes[0].index)) in (BLANK, MARK)


def _varies(sheet: Sheet, rows: Sequence[int], column: Column) -> bool:
    """A dimension that says the same on every row adds nothing up by saying "All"."""
    return len({fold(value) for row in rows if (value := _cell(sheet, row, column.index)) is not None}) > 1


def _repeats(
    sheet: Sheet,
    rows: Sequence[int],
    columns: Sequence[Column],
    filled: Carried,
    headings: Mapping[int, str],
    flagged: Mapping[int, str],
) -> dict[int, str]:
    """A row that stands twice: the same labels and the same figures as an earlier one, under the same heading."""
    used = [column.index for column in columns if column.role != "spacer"]
    labels = [column.index for column in columns if column.role in ("area_code", "area_name")]
    if not labels:
        return {}
    seen: dict[tuple, int] = {}
    found: dict[int, str] = {}
    for row in rows:
        cells = [_cell(sheet, row, column) for column in used]
        carried = [filled.get(at, {}).get(row) if cell is None else cell for at, cell in zip(used, cells, strict=True)]
        key = (headings.get(row), *carried)
        if row not in flagged and key in seen and any(_cell(sheet, row, column) is not None for column in labels):
            found[row] = f"the same as row {seen[key] + 1}"
        seen.setdefault(key, row)
    return found
