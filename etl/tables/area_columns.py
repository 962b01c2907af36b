"""Which column says of which area a row is, and whether areas run across the columns instead."""

import re
from collections import Counter
from dataclasses import replace

from etl.area_names import code_of_name
from etl.areas import code_kind, depth, is_group_name, is_gss, is_region_name, is_total_name, is_whole
from etl.convert import fold
from etl.tables.blocks import Block
from etl.tables.cells import cell_at
from etl.tables.headers import joined
from etl.tables.ranks import above
from etl.tables.types import Column
from etl.workbook import Raw, Sheet

SAMPLE = 300
OF_OTHERS = "its area holds those of other columns"
CODED = re.compile(r"[\s_]codes?$|(?<=\d)cd$", re.I)
NAMED_OR_CODED = re.compile(r"(?:^|[\s_])(?:codes?|names?)$|(?<=\d)(?:cd|nm)$")
DISTRICT = 3  # how deep other codes than ONS's are taken to lie at most: many a code looks like a hospital site's


def one_area(sheet: Sheet, block: Block, columns: list[Column]) -> list[Column]:
    """The column of the smallest areas, ONS's codes before others', is the rows' own; further ones are dimensions."""
    for role in ("area_code", "area_name"):
        same = [column for column in columns if column.role == role]
        codes = next((_said(sheet, block, column) for column in columns if column.role == "area_code"), [])
        best = max(
            same,
            key=lambda column: (
                *_of_the_code(column, columns),
                column.role == "area_name" and _goes_with(codes, _said(sheet, block, column)),
                *_area_rank(sheet, block, column),
            ),
            default=None,
        )
        columns = [
            replace(column, role="dimension") if column.role == role and column is not best else column
            for column in columns
        ]
    return columns


def _said(sheet: Sheet, block: Block, column: Column) -> list[Raw]:
    return [cell_at(sheet.rows[row], column.index) for row in block.data[:SAMPLE]]


def _of_the_code(column: Column, columns: list[Column]) -> tuple[bool, bool]:
    """Of a column of names: whether it is headed like the rows' own codes, and whether like no others.

    "CSP name" goes with "CSP code"; "Force name" beside "Force code" names no partnership.
    """
    own = [_stem(each) for each in columns if each.role == "area_code"]
    others = {_stem(each) for each in columns if each.role != "area_code" and CODED.search(each.name)}
    stem = _stem(column) if column.role == "area_name" and own else ""
    return bool(stem) and stem in own, not stem or stem not in others


def _stem(column: Column) -> str:
    """What a heading says besides that codes or names stand below it: "csp" of "CSP Code" and "lad23" of "LAD23NM"."""
    return NAMED_OR_CODED.sub("", fold(column.name)).strip()


def _goes_with(codes: list[Raw], names: list[Raw]) -> bool:
    """Whether each code has its own name, as a partnership's has beside the name of its force."""
    different = len(set(codes) - {None})
    return different > 1 and different == len(set(names) - {None}) == len(set(zip(codes, names, strict=False)))


def _area_rank(sheet: Sheet, block: Block, column: Column) -> tuple:
    above = bool(re.search(r"region|country|parent|\bicb\b|\bstp\b|county|england", column.name, re.I))
    named = bool(re.search(r"\bname\b|authority|\barea\b|provider|trust|\bforce\b|system", column.name, re.I))
    if column.role == "area_name":
        return not above, named, -column.index
    gss, deep = _of_codes(sheet, block, column)
    return deep, gss, not above, named, -column.index


def _of_codes(sheet: Sheet, block: Block, column: Column) -> tuple[bool, int]:
    """Whether a column's codes are ONS's, and how deep they lie: most of them, or of ONS's the deepest fifth."""
    codes = [code for row in block.data[:SAMPLE] if code_kind(code := cell_at(sheet.rows[row], column.index))]
    gss = [code for code in codes if is_gss(code)]
    if len(gss) * 2 >= len(codes):
        counted = Counter(depth(code_kind(code)) for code in gss)
        return True, max((deep for deep, count in counted.items() if count * 5 >= len(gss)), default=0)
    return False, min(DISTRICT, Counter(depth(code_kind(code)) for code in codes).most_common(1)[0][0])


def _is_area(text: str) -> bool:
    return is_whole(text) or is_region_name(text) or is_group_name(text) or bool(code_of_name(text))


def areas_across(columns: list[Column]) -> list[Column]:
    """Where the headers of most columns of figures hold an area's code or name, the areas run across."""
    measures = [column for column in columns if column.role == "measure"]
    coded = [column for column in measures if any(is_gss(part) for part in column.header)]
    named = [column for column in measures if any(map(_is_area, column.header))]
    sums = [column for column in measures if column not in named and any(map(is_total_name, column.header))]
    most = max(len(coded), len(named))
    few = len(measures) < (2 if most == len(measures) else 3)
    if few or most * 2 < len(measures) or (most + len(sums)) * 10 < 7 * len(measures):
        return columns
    areas = [*coded, *named]
    found = [replace(column, **_area_of(column)) if column in areas else _no_area(column) for column in columns]
    codes = {at: each.area["area_code"] for at, each in enumerate(found) if each.area.get("area_code")}
    wholes = above({at: code_kind(code) for at, code in codes.items()}, codes)
    return [replace(each, total=each.total or OF_OTHERS) if at in wholes else each for at, each in enumerate(found)]


def _no_area(column: Column) -> Column:
    """Under "Country" across the columns stand no countries, but what is told of them."""
    return replace(column, role="dimension") if column.role in ("area_name", "area_code") else column


def _area_of(column: Column) -> dict:
    code = next((part for part in column.header if is_gss(part)), "")
    others = [part for part in column.header if part and part != code]
    name = next(
        filter(_is_area, others), others[0] if code and others else ""
    )
    rest = joined([part for part in others if part != name])
    return {"area": {"area_code": code or code_of_name(name), "area_name": name}, "name": rest}
