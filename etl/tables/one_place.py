"""A table that is all of one place, which only its sheet's name or a line above it says."""

import re
from collections.abc import Sequence
from itertools import pairwise

from etl.area_names import code_of_name, without_notes
from etl.areas import is_region_name, is_whole
from etl.convert import as_text
from etl.periods import without_period
from etl.tables.cells import cell_at
from etl.tables.types import Column
from etl.workbook import Sheet

SAYS_AREA = re.compile(
    r"(?:selected )?(?:area|local authority|authority|council|district|la|borough|county|region|geography|place)"
    r"(?: name| selected)?\s*:?",
    re.I,
)
LABELLED = re.compile(r"([^:]{2,30}):\s*(\S.*)")
NAMES_NOTHING = re.compile(r"(?:sheet|data ?sheet|tab|table|data|worksheet|report|results|page)[ _]?\d{0,3}", re.I)
WORDS_TOO = frozenset(("reading", "rugby"))  # councils whose name, on a sheet, mostly says what is counted
SAMPLE = 200


def place_of(sheet: Sheet, rows: Sequence[int], above: Sequence[int], columns: Sequence[Column]) -> dict[str, str]:
    """{area_code, area_name} of every figure; empty where rows or columns name areas themselves or nothing does."""
    own = any(column.role in ("area_code", "area_name") or column.area for column in columns)
    if own or not any(column.role == "measure" for column in columns) or _names_areas(sheet, rows, columns):
        return {}
    name = without_notes(_said_above(sheet, above) or _said_by_name(sheet, above))
    bare = without_period(name).strip(" -–,")
    name = bare if is_area(bare) else name
    return {"area_code": code_of_name(name), "area_name": name} if is_area(name) else {}


def is_area(text: str) -> bool:
    return bool(code_of_name(text)) or is_whole(text) or is_region_name(text)


def names_no_subject(name: str) -> bool:
    """Whether a sheet's name says nothing of what is counted: a number, a period or a place."""
    rest = without_period(name.replace("_", " ")).strip(" -–,")
    return not rest or NAMES_NOTHING.fullmatch(rest) is not None or is_area(rest)


def _said_above(sheet: Sheet, above: Sequence[int]) -> str:
    """A place behind "Area:", in the next cell or the same one, or alone in its row."""
    for number in above:
        texts = [as_text(cell).strip() for cell in sheet.rows[number] if isinstance(cell, str) and cell.strip()]
        for label, value in pairwise(texts):
            if SAYS_AREA.fullmatch(label) and is_area(without_notes(value)):
                return value
        labelled = LABELLED.fullmatch(texts[0]) if len(texts) == 1 else None
        if labelled and SAYS_AREA.fullmatch(labelled[1]) and is_area(without_notes(labelled[2])):
            return labelled[2]
        if len(texts) == 1 and is_area(without_notes(texts[0])):
            return texts[0]
    return ""


def _said_by_name(sheet: Sheet, above: Sequence[int]) -> str:
    """What the sheet's name says without its period; a name that is an ordinary word too only where a line above the
    table says that it is a council's."""
    name = without_period(sheet.name.replace("_", " ")).strip(" -–,")
    if name.lower() not in WORDS_TOO:
        return name
    council = re.compile(rf"\b{name} (?:borough|council|unitary|ua\b|local authority|district)", re.I)
    lines = (as_text(cell) for number in above for cell in sheet.rows[number] if isinstance(cell, str))
    return name if any(map(council.search, lines)) else ""


def _names_areas(sheet: Sheet, rows: Sequence[int], columns: Sequence[Column]) -> bool:
    labels = [column.index for column in columns if column.role == "dimension"]
    return any(
        isinstance(text := cell_at(sheet.rows[row], at), str) and is_area(without_notes(text))
        for row in rows[:SAMPLE]
        for at in labels
    )
