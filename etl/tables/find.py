"""The tables of one sheet, each with its header, columns, period, totals and notes, and the reasons."""

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.convert import span
from etl.legend import legend_of
from etl.tables.beside import beside_each_other
from etl.tables.blocks import Block, figure_columns, find_blocks, is_rectangular
from etl.tables.breaks import over_page_breaks
from etl.tables.carried import carried_down, sections
from etl.tables.cells import filled, kinds
from etl.tables.columns import SAMPLE, find_columns
from etl.tables.indents import indented
from etl.tables.nested import nested_rows
from etl.tables.one_place import names_no_subject, place_of
from etl.tables.series import described_series, series_of
from etl.tables.stacked import told_apart
from etl.tables.staircase import staircase
from etl.tables.times import habits, in_its_year, row_period
from etl.tables.titles import notes_below, period_around, rows_above, says_of_the_file, title_of, unit_of
from etl.tables.totals import total_rows
from etl.tables.types import Column, Table
from etl.tables.years_above import said_of, years_above
from etl.workbook import Sheet
from metrics.types import Period

ROWS_FOR_PERIOD = 3000
TEXT_SHEETS = re.compile(
    (
        r"^(?:cover|contents?|notes?|read ?me|metadata|information|info|introduction|title|index|"
        r"glossary|definitions?|guidance|about|contact|methodology|quality|geography guide|related "
        r"publications?|comparability.*|cover.?sheet|title.?sheet|table of contents|notes? (?:and|&) "
        r"definitions?|data quality.*|background|footnotes)\b"
    ),
    re.I,
)
DASHBOARD = re.compile(r"drop ?down|dashboard|look ?up tool|chart|profile|select", re.I)


def find_tables(sheet: Sheet, file_name: str = "", cover: Sequence[str] = ()) -> list[Table]:
    """Every table of the sheet from top to bottom. `cover`: texts of the workbook's first sheets, for the period."""
    other = [("sheet name", sheet.name), ("file name", file_name), *(("another sheet", text) for text in cover)]
    if TEXT_SHEETS.match(sheet.name.strip()):
        return []
    series = series_of(sheet)
    if series is not None:
        return [described_series(sheet, series, _from_block(sheet, series, 0, len(sheet.rows), other))]
    first = is_rectangular(sheet)
    if first is not None:
        table = _rectangular(sheet, first, other)
        return beside_each_other(table) if table else []
    blocks = [block for block in over_page_breaks(sheet, find_blocks(sheet)) if not _are_notes(sheet, block)]
    found, floor = [], 0
    for place, block in enumerate(blocks):
        ceiling = (
            min([*blocks[place + 1].header, *blocks[place + 1].data]) if place + 1 < len(blocks) else len(sheet.rows)
        )
        table = _from_block(sheet, block, floor, ceiling, other)
        if table and found and not table.period:
            table = in_its_year(replace(table, period=found[-1].period, period_from=found[-1].period_from))
        if table:
            found += beside_each_other(table)
            floor = max(block.data) + 1
    return told_apart(found)


def _rectangular(sheet: Sheet, first: int, other: list[tuple[str, str]]) -> Table | None:
    header = sheet.rows[first]
    rows = [number for number, row in enumerate(sheet.rows) if number > first and filled(row) and row != header]
    width = filled(sheet.rows[first])
    while rows and width >= 3 and filled(sheet.rows[rows[-1]]) == 1 and rows[-1] > first + 1:
        rows.pop()  # notes at the end
    marked = [kinds(sheet.rows[number]) for number in rows[:SAMPLE]]
    figures = figure_columns(marked, range(len(marked))) if marked else ()
    block = Block((first,), tuple(rows), figures, ("a full header in the first row and rows of one width below",))
    return _from_block(sheet, block, 0, len(sheet.rows), other) if rows else None


def _from_block(sheet: Sheet, block: Block, floor: int, ceiling: int, other: list[tuple[str, str]]) -> Table | None:
    top = min([*block.header, *block.data])
    above = rows_above(sheet, top, floor)
    notes = notes_below(sheet, max(block.data), ceiling)
    steps = staircase(sheet, block.data, find_columns(sheet, block))
    columns, headings = steps.columns, sections(sheet, block, steps.columns)
    inner, sums = indented(sheet, block.data, columns, headings)
    headings |= {row: f"{headings[row]} | {text}" if row in headings else text for row, text in inner.items()}
    filled_in = {**carried_down(sheet, block, columns), **steps.filled}
    measures = [column for column in columns if column.role == "measure"]
    kind = _kind(sheet, columns, block)
    title = title_of(sheet, above) or (_named(sheet, other) if kind != "list" else "")
    period, where = period_around(sheet, above, other)
    timed = [column for column in measures if column.period]
    if timed and (len(timed) == len(measures) or not period or where in ("another sheet", "file name")):
        period, where = _over_columns(timed), "the columns' headers"
    elif timed or any(column.role == "period" for column in columns):
        where = where and f"{where}; rows or columns say it themselves"
    texts = [sheet.rows[number] for number in (*above, *notes)]
    found = Table(
        sheet,
        block.header,
        block.data,
        columns,
        kind,
        title,
        period,
        where,
        unit_of(sheet, above),
        {**total_rows(sheet, block.data, columns, filled_in, headings), **steps.totals, **sums},
        headings,
        filled_in,
        (*above, *notes),
        legend_of(texts),
        block.reasons,
        _confidence(block, columns, kind),
        place_of(sheet, block.data, above, columns),
        years_above(sheet, block.data, max(block.header, default=top - 1) + 1, columns),
    )
    found = in_its_year(found)
    found = replace(found, totals={**found.totals, **nested_rows(found)})
    return _with_rows_period(found)


def _named(sheet: Sheet, other: list[tuple[str, str]]) -> str:
    """A title where none stands on the sheet: its name, or the file's where that says nothing of what is counted."""
    stem = next((text for where, text in other if where == "file name"), "")
    return stem if stem and names_no_subject(sheet.name) and not names_no_subject(stem) else sheet.name


def _over_columns(timed: Sequence[Column]) -> Period | None:
    periods = [column.period for column in timed]
    return span(min(each.start for each in periods), max(each.end for each in periods))


def _with_rows_period(table: Table) -> Table:
    """Where rows say their period themselves, the table's is from the first to the last."""
    times = table.of_role("period")
    written = habits(table)
    found = {
        row_period(said_of(row, said, table.years), written)
        for row in table.rows[:ROWS_FOR_PERIOD]
        if (said := [(each, raw) for each in times if (raw := table.cell(row, each)) is not None])
        and len(said) == len(times)
    } - {None}
    if not found:
        return table
    whole = span(min(each.start for each in found), max(each.end for each in found))
    if _only_ends(table, whole, times):
        labels = [replace(each, role="dimension") if each in times else each for each in table.columns]
        return replace(table, columns=tuple(labels))
    return replace(table, period=whole, period_from="column " + ", ".join(each.letters for each in times))


def _only_ends(table: Table, whole: Period, times: Sequence[Column]) -> bool:
    """Whether the rows only say in which month the period of the title ends, under "Period End"."""
    said = any(re.search(r"\bend(?:s|ing|ed)?\b", each.name, re.I) for each in times)
    return bool(said and table.period and whole.kind == "month" and table.period.start < whole.start
                and table.period.end == whole.end)  # fmt: skip


def _are_notes(sheet: Sheet, block: Block) -> bool:
    """Whether a run of rows is a numbered list of notes, the only figures before long text, or tells of the file."""
    if len(block.figures) != 1:
        return False
    if all(says_of_the_file(sheet.rows[number]) for number in (*block.header, *block.data)):
        return True
    beside = [cell for number in block.data for cell in sheet.rows[number][block.figures[0] + 1 :] if cell is not None]
    before = [cell for number in block.data for cell in sheet.rows[number][: block.figures[0]] if cell is not None]
    texts = [cell for cell in beside if isinstance(cell, str)]
    return not before and bool(texts) and sum(map(len, texts)) > 25 * len(texts)


def _kind(sheet: Sheet, columns: Sequence[Column], block: Block) -> str:
    measures = [column for column in columns if column.role == "measure"]
    listed = sheet.detail.lists and sheet.detail.formulas > 20
    if (listed and len(block.data) < 120) or (DASHBOARD.search(sheet.name) and sheet.detail.formulas):
        return "dashboard"
    if measures:
        return "statistics"
    named = sum(column.role in ("area_code", "area_name", "period") for column in columns)
    return "records" if named and len(block.data) >= 5 and len(columns) >= 3 else "list"


def _confidence(block: Block, columns: Sequence[Column], kind: str) -> float:
    """0 to 1: a header, figures, named columns and an area or a time each add to it."""
    named = [column for column in columns if column.role != "spacer"]
    share = sum(bool(column.name or column.period) for column in named) / max(1, len(named))
    known = any(column.role in ("area_code", "period") or column.period or column.area for column in columns)
    score = (
        0.35 * bool(block.header)
        + 0.25 * share
        + 0.15 * known
        + 0.15 * (len(block.data) >= 5)
        + 0.1 * (kind == "statistics")
    )
    return round(score, 2)
