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
    headings = [_heading(table) for table in found]
    if len(found) < 2 or not all(headings) or len(set(headings)) < len(headings):
        return _alike(found, headings)
    own = all(_is_titled_by(table, heading) for table, heading in zip(found[1:], headings[1:], strict=True))
    whole = found[0].title if own and found[0].title != headings[0] else ""
    titled = [
        replace(table, title=f"{whole} | {heading}") if whole else table
        for table, heading in zip(found, headings, strict=True)
    ]
    return _alike(titled, headings)


def _alike(tables: list[Table], headings: Sequence[str]) -> list[Table]:
    """Tables with the same header say in every row which of them it is of."""
    alike: dict[tuple, list[int]] = defaultdict(list)
    for place, table in enumerate(tables):
        alike[tuple(column.header for column in table.columns)].append(place)
    found = list(tables)
    for places in alike.values():
        said = [headings[place] for place in places]
        if len(places) > 1 and all(said) and len(set(said)) == len(said):
            for place in places:
                found[place] = _under(tables[place], headings[place])
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


def _is_titled_by(table: Table, heading: str) -> bool:
    """Whether nothing else above the table is its title."""
    above = [number for number in table.notes if number < min([*table.header_rows, *table.rows])]
    said = [as_text(cell) for number in above for cell in table.sheet.rows[number] if _is_said(cell)]
    return table.title == heading or table.title not in said


def _is_said(cell: Raw) -> bool:
    return cell is not None and bool(str(cell).strip())


def _under(table: Table, heading: str) -> Table:
    sections = {row: f"{heading} | {said}" if (said := table.sections.get(row)) else heading for row in table.rows}
    return replace(table, sections=sections)
