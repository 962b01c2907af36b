"""The header of a table in one line a column: merged cells filled, groups carried right, footnotes taken off."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from etl.convert import as_text
from etl.tables.titles import UNIT
from etl.workbook import Raw, Sheet

NOTE_MARK = re.compile(
    r"\s*\[\s*(?:note|footnote|notes|fn)?\s*\d+(?:\s*(?:,|and|&)\s*(?:note\s*)?\d+)*\s*\]|\s*\[(?:r|p|e|b|u|c|x|z)\]",
    re.I,
)
RAISED = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
IN_BRACKETS = re.compile(r"(?<=[A-Za-z%)])\s*\(\d{1,2}(?:\s*,\s*\d{1,2})*\)\s*$")
GLUED = re.compile(
    r"(?<=[a-z]{3})(?<![\d_])\d{1,2}(?:,\s?\d{1,2})*$|(?<=[)%])\d{1,2}(?:,\s?\d{1,2})*$|(?<=[a-z]{4})\d{1,2}(?=\s\()"
)
NUMBERED = re.compile(
    (
        r"(?:question|item|type|table|quarter|wave|level|part|stage|tier|band|grade|phase|group|note|"
        r"option|statement|column|field|var|test|score|month|week|day|year)\d+$"
    ),
    re.I,
)


def header_grid(sheet: Sheet, rows: Sequence[int], columns: Sequence[int], labels: int) -> list[list[str]]:
    """For each column its header cells from top to bottom, blanks as "". `labels`: the first column of figures."""
    cells = [[_cell(sheet, row, column) for column in columns] for row in rows]
    months = all(cell.day == 1 for row in cells for cell in row if isinstance(cell, dt.date))
    grid = [[_text(cell, months) for cell in row] for row in cells]
    _fill_merges(sheet, rows, columns, grid, months)
    wide = {
        row for top, left, bottom, right in sheet.detail.merges if right > left for row in rows if top <= row <= bottom
    }
    for place, row in enumerate(rows[:-1]):
        if row not in wide:
            _carry_right(grid, place, columns, labels)
            _over_whole_runs(grid, place)
    return [[grid[place][each] for place in range(len(rows))] for each in range(len(columns))]


def _cell(sheet: Sheet, row: int, column: int) -> Raw:
    return sheet.rows[row][column] if column < len(sheet.rows[row]) else None


def _text(raw: Raw, months: bool = True) -> str:
    """The header cell in words; a date is its month where all dates are the first of one (`months`)."""
    if raw is None:
        return ""
    if isinstance(raw, dt.datetime | dt.date) and not isinstance(raw, dt.time):
        return f"{raw:%B %Y}" if months and raw.day == 1 else f"{raw.day} {raw:%B %Y}"
    return as_text(raw)


def _fill_merges(
    sheet: Sheet, rows: Sequence[int], columns: Sequence[int], grid: list[list[str]], months: bool
) -> None:
    for top, left, bottom, right in sheet.detail.merges:
        if bottom < rows[0] or top > rows[-1] or top < rows[0]:
            continue
        text = _text(_cell(sheet, top, left), months)
        for place, row in enumerate(rows):
            for each, column in enumerate(columns):
                if top <= row <= bottom and left <= column <= right:
                    grid[place][each] = grid[place][each] or text


def _carry_right(grid: list[list[str]], place: int, columns: Sequence[int], labels: int) -> None:
    """A group's name stands over its first column only, where cells aren't merged."""
    carried = ""
    for each, column in enumerate(columns):
        if column < labels:
            continue
        here = [row[each] for row in grid]
        if not any(here):  # a spacer ends a group
            carried = ""
        elif grid[place][each]:
            carried = grid[place][each]
        elif carried and any(here[place + 1 :]):
            grid[place][each] = carried


def _over_whole_runs(grid: list[list[str]], place: int) -> None:
    """Where gaps part runs of columns headed alike, the one name over a run is all of its columns', though it stands
    further in than their first."""
    width = range(len(grid[0]))
    runs = [
        list(run)
        for filled, run in groupby(width, key=lambda each: any(row[each] for row in grid[place + 1 :]))
        if filled
    ]
    headed = [tuple(row[each] for row in grid[place + 1 :] for each in run) for run in runs]
    alike = Counter(headed)
    for run, below in zip(runs, headed, strict=True):
        said = {grid[place][each] for each in run} - {""}
        if len(run) > 1 and len(said) == 1 and alike[below] > 1:
            for each in run:
                grid[place][each] = next(iter(said))


def clean_labels(texts: Sequence[str]) -> list[str]:
    """Labels without footnote marks; a digit stays where taking it off would make two labels the same."""
    marked = [" ".join(RAISED.sub("", IN_BRACKETS.sub("", NOTE_MARK.sub("", text))).split()) for text in texts]
    plain = [text if NUMBERED.search(text) or "_" in text else GLUED.sub("", text) for text in marked]
    return [
        short
        if short == long
        or sum(other == short and first != long for other, first in zip(plain, marked, strict=True)) == 0
        else long
        for short, long in zip(plain, marked, strict=True)
    ]


def joined(parts: Sequence[str], shared: bool = False) -> str:
    """The parts of one column's header in one line, each once. `shared`: what stands first stands over all columns,
    and is no name where it is a unit."""
    kept = [part for part in dict.fromkeys(parts) if part]
    named = [part for place, part in enumerate(kept) if place or not (shared and UNIT.match(part))]
    return " | ".join(named or kept)
