"""Tables of one header, one below the other on a sheet: what tells them apart stands between them, in a title line."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from etl.convert import as_text
from etl.legend import legend_of
from etl.tables.titles import LINK, UNIT
from etl.tables.types import Table
from etl.workbook import Raw

NO_HEADING = re.compile(r"^(?:source|note|footnote|this (?:work)?sheet|units?\b)", re.I)
LONGEST = 120


def told_apart(tables: Sequence[Table]) -> list[Table]:
    """The tables of a sheet from top to bottom. Those with the same header carry the heading right above theirs in
    title and sections; all of them share what the sheet's notes say of its marks."""
    legend = _legend(tables)
    found = [replace(table, legend={**legend, **table.legend}) for table in tables]
    alike: dict[tuple, list[int]] = defaultdict(list)
    for place, table in enumerate(found):
        alike[tuple(column.header for column in table.columns)].append(place)
    for places in alike.values():
        headings = [_heading(found[place]) for place in places]
        if len(places) > 1 and all(headings) and len(set(headings)) == len(headings):
            whole = found[places[0]].title
            for place, heading in zip(places, headings, strict=True):
                found[place] = _under(found[place], heading, "" if whole == headings[0] else whole)
    return found


def _legend(tables: Sequence[Table]) -> dict[str, tuple[str, str]]:
    return legend_of(table.sheet.rows[number] for table in tables for number in table.notes)


def _heading(table: Table) -> str:
    """The text of the last row above the header, or the value where that row is a label and its value; "" if none."""
    top = min([*table.header_rows, *table.rows])
    above = [number for number in table.notes if number < top]
    if not above or top - above[-1] > 2:
        return ""
    texts = [as_text(cell) for cell in table.sheet.rows[above[-1]] if _is_said(cell)]
    if len(texts) == 2 and texts[0].endswith(":"):
        return texts[1]
    heading = texts[0] if len(texts) == 1 else ""
    unwanted = len(heading) > LONGEST or UNIT.match(heading) or LINK.match(heading) or NO_HEADING.match(heading)
    return "" if unwanted else heading


def _is_said(cell: Raw) -> bool:
    return cell is not None and bool(str(cell).strip())


def _under(table: Table, heading: str, whole: str) -> Table:
    sections = {row: f"{heading} | {said}" if (said := table.sections.get(row)) else heading for row in table.rows}
    return replace(table, title=f"{whole} | {heading}" if whole else heading, sections=sections)
