"""The tables of one sheet, each with its header, columns, period, totals and notes, and the reasons."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from etl.areas import is_gss, is_region_name, is_total_name, is_whole
from etl.convert import as_text, span
from etl.legend import legend_of
from etl.markers import decimal_comma
from etl.periods import find_period, without_period
from etl.tables.blocks import Block, figure_columns, find_blocks, is_rectangular
from etl.tables.cells import filled, kinds
from etl.tables.headers import clean_labels, header_grid, joined
from etl.tables.roles import SEASONS, VALUE, role_of
from etl.tables.times import iso_months, row_period
from etl.tables.titles import notes_below, period_around, rows_above, title_of, unit_of
from etl.tables.totals import total_rows
from etl.tables.types import Column, Table
from etl.workbook import Raw, Sheet, address

SAMPLE = 300
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
THOUSANDS = re.compile(r"[-+−]?\d{1,3}(?:\.\d{3})*")
OF_WHICH = re.compile(r"^of (?:which|whom|these)", re.I)
COLUMN_TOTAL = re.compile(
    r"^(?:grand )?total\b|\btotal$|^all (?:ages|persons|people|categories|households|offences)|^all$", re.I
)


def find_tables(sheet: Sheet, file_name: str = "", cover: Sequence[str] = ()) -> list[Table]:
    """Every table of the sheet from top to bottom. `cover`: texts of the workbook's first sheets, for the period."""
    other = [("sheet name", sheet.name), ("file name", file_name), *(("another sheet", text) for text in cover)]
    if TEXT_SHEETS.match(sheet.name.strip()):
        return []
    first = is_rectangular(sheet)
    if first is not None:
        table = _rectangular(sheet, first, other)
        return [table] if table else []
    blocks = [block for block in find_blocks(sheet) if not _are_notes(sheet, block)]
    found, floor = [], 0
    for place, block in enumerate(blocks):
        ceiling = (
            min([*blocks[place + 1].header, *blocks[place + 1].data]) if place + 1 < len(blocks) else len(sheet.rows)
        )
        table = _from_block(sheet, block, floor, ceiling, other)
        if table:
            found.append(table)
            floor = max(block.data) + 1
    return found


def _rectangular(sheet: Sheet, first: int, other: list[tuple[str, str]]) -> Table | None:
    rows = [number for number in range(first + 1, len(sheet.rows)) if filled(sheet.rows[number])]
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
    columns = _columns(sheet, block)
    measures = [column for column in columns if column.role == "measure"]
    kind = _kind(sheet, columns, block)
    title = title_of(sheet, above) or (sheet.name if kind != "list" else "")
    period, where = period_around(sheet, above, other)
    if measures and all(column.period for column in measures):
        starts, ends = zip(*((column.period.start, column.period.end) for column in measures), strict=True)
        period, where = span(min(starts), max(ends)), "the columns' headers"
    elif any(column.period for column in measures) or any(column.role == "period" for column in columns):
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
        total_rows(sheet, block.data, columns),
        _sections(sheet, block, columns),
        _filled(sheet, block, columns),
        (*above, *notes),
        legend_of(texts),
        block.reasons,
        _confidence(block, columns, kind),
    )
    return _with_rows_period(found)


def _with_rows_period(table: Table) -> Table:
    """Where rows say their period themselves, the table's is from the first to the last."""
    times = table.of_role("period")
    iso = iso_months(table)
    found = {
        row_period(said, iso)
        for row in table.rows[:ROWS_FOR_PERIOD]
        if (said := [(each, raw) for each in times if (raw := table.cell(row, each)) is not None])
        and len(said) == len(times)
    } - {None}
    if not found:
        return table
    whole = span(min(each.start for each in found), max(each.end for each in found))
    return replace(table, period=whole, period_from="column " + ", ".join(each.letters for each in times))


def _are_notes(sheet: Sheet, block: Block) -> bool:
    """Whether a run of rows is a numbered list of notes: the only figures stand before long text."""
    if len(block.figures) != 1:
        return False
    beside = [cell for number in block.data for cell in sheet.rows[number][block.figures[0] + 1 :] if cell is not None]
    before = [cell for number in block.data for cell in sheet.rows[number][: block.figures[0]] if cell is not None]
    texts = [cell for cell in beside if isinstance(cell, str)]
    return not before and bool(texts) and sum(map(len, texts)) > 25 * len(texts)


def _columns(sheet: Sheet, block: Block) -> tuple[Column, ...]:
    rows = [sheet.rows[number] for number in (*block.header, *block.data[:SAMPLE])]
    width = max(map(len, rows))
    there = [column for column in range(width) if any(_at(row, column) not in (None, "") for row in rows)]
    if not there:
        return ()
    across = range(there[0], there[-1] + 1)
    labels = block.figures[0] if block.figures else width
    grid = header_grid(sheet, block.header, across, labels) if block.header else [[] for _ in across]
    cleaned = [list(each) for each in zip(*(clean_labels(list(row)) for row in zip(*grid, strict=True)), strict=True)]
    cleaned = cleaned or [[] for _ in across]
    raw = [joined(each) for each in cleaned]
    tidy = any(name.lower() in VALUE for name in raw)
    found = []
    for place, column in enumerate(across):
        values = [_at(sheet.rows[number], column) for number in block.data[:SAMPLE]]
        unseen = column in sheet.detail.hidden_columns and not raw[place]
        role = "spacer" if unseen else role_of(raw[place], values, tidy)
        found.append(_column(sheet, column, cleaned[place], raw[place], role, block, values))
    return _distinct(_areas_across(_one_area(_comma_alike(sheet, block, found))))


def _at(row: Sequence[Raw], column: int) -> Raw:
    return row[column] if column < len(row) else None


def _column(
    sheet: Sheet, column: int, header: list[str], name: str, role: str, block: Block, values: list[Raw]
) -> Column:
    found = find_period(" ".join(dict.fromkeys(part for part in header if part))) if role == "measure" else None
    name = joined([_without_time(part) for part in header]) if found else name
    formats = sheet.detail.formats
    percent = any("%" in formats.get(address(number, column), "") for number in block.data[:20])
    percent = percent or bool(re.search(r"%|per ?cent|proportion", name, re.I))
    comma = role == "measure" and any(isinstance(value, str) and "," in value for value in values) and _comma(values)
    total = _column_total(header) if role == "measure" else ""
    return Column(
        column,
        name,
        role,
        tuple(header),
        found.period if found else None,
        total,
        percent,
        column in sheet.detail.hidden_columns,
        comma,
    )


def _without_time(part: str) -> str:
    return "" if SEASONS.fullmatch(part.strip()) else without_period(part)


def _areas_across(columns: list[Column]) -> list[Column]:
    """Where the headers of most columns of figures hold an area's code, the areas run across."""
    measures = [column for column in columns if column.role == "measure"]
    coded = [column for column in measures if any(is_gss(part) for part in column.header)]
    named = [column for column in measures if any(is_whole(part) or is_region_name(part) for part in column.header)]
    if len(measures) < 3 or max(len(coded), len(named)) * 10 < 7 * len(measures):
        return columns
    return [replace(column, **_area_of(column)) if column in coded or column in named else column for column in columns]


def _area_of(column: Column) -> dict:
    code = next((part for part in column.header if is_gss(part)), "")
    others = [part for part in column.header if part and part != code]
    name = next(
        (part for part in others if is_whole(part) or is_region_name(part)), others[0] if code and others else ""
    )
    return {"area": {"area_code": code, "area_name": name}, "name": joined([part for part in others if part != name])}


def _column_total(header: Sequence[str]) -> str:
    if any(OF_WHICH.search(part) for part in header):
        return "a part of another column"
    return "its column adds up others" if any(COLUMN_TOTAL.search(part) for part in header) else ""


def _comma_alike(sheet: Sheet, block: Block, columns: list[Column]) -> list[Column]:
    """Where one column writes 1,25 another's 1.234 is one thousand and more."""
    if not any(column.comma for column in columns):
        return columns
    found = []
    for column in columns:
        values = [raw for number in block.data[:SAMPLE] if (raw := _at(sheet.rows[number], column.index)) is not None]
        grouped = all(isinstance(raw, str) and THOUSANDS.fullmatch(raw.strip()) for raw in values)
        found.append(replace(column, comma=True) if grouped and column.role == "measure" else column)
    return found


def _comma(values: list[Raw]) -> bool:
    texts = [value for value in values if isinstance(value, str) and "," in value]
    return (
        bool(texts)
        and all(decimal_comma(text) is not None for text in texts)
        and any(len(text.rpartition(",")[2]) != 3 for text in texts)
    )


def _one_area(columns: list[Column]) -> list[Column]:
    """The first column of codes, ONS's before others', is the area's; further ones are dimensions."""
    for role in ("area_code", "area_name"):
        same = [column for column in columns if column.role == role]
        best = max(same, key=lambda column: _area_rank(column, role), default=None)
        columns = [
            replace(column, role="dimension") if column.role == role and column is not best else column
            for column in columns
        ]
    return columns


def _area_rank(column: Column, role: str) -> tuple:
    above = bool(re.search(r"region|country|parent|\bicb\b|\bstp\b|county|england", column.name, re.I))
    named = bool(re.search(r"\bname\b|authority|\barea\b|provider|trust|\bforce\b|system", column.name, re.I))
    gss = bool(re.search(r"\bons\b|gss|geography", column.name, re.I)) if role == "area_code" else False
    return (gss, not above, named, -column.index)


def _key(column: Column) -> tuple:
    return column.name, column.period, column.area.get("area_code", ""), column.area.get("area_name", "")


def _distinct(columns: list[Column]) -> tuple[Column, ...]:
    """Names that no two columns share: a share beside its count says %, the same header twice gets its letters."""
    shared = Counter(_key(column) for column in columns)
    columns = [
        replace(column, name=f"{column.name} (%)")
        if column.percent and shared[_key(column)] > 1 and column.name and "%" not in column.name
        else column
        for column in columns
    ]
    seen = Counter(_key(column) for column in columns)
    return tuple(
        replace(column, name=f"{column.name} (column {column.letters})".strip())
        if column.role != "spacer" and seen[_key(column)] > 1
        else column
        for column in columns
    )


def _kind(sheet: Sheet, columns: Sequence[Column], block: Block) -> str:
    measures = [column for column in columns if column.role == "measure"]
    listed = sheet.detail.lists and sheet.detail.formulas > 20
    if (listed and len(block.data) < 120) or (DASHBOARD.search(sheet.name) and sheet.detail.formulas):
        return "dashboard"
    if measures:
        return "statistics"
    named = sum(column.role in ("area_code", "area_name", "period") for column in columns)
    return "records" if named and len(block.data) >= 5 and len(columns) >= 3 else "list"


def _sections(sheet: Sheet, block: Block, columns: Sequence[Column]) -> dict[int, str]:
    """The heading each row stands under: a row between the data with one text, in a column of labels."""
    labels = {column.index for column in columns if column.role not in ("measure", "spacer")}
    data, heading, found = set(block.data), "", {}
    for number in range(min(block.data), max(block.data) + 1):
        if number in data:
            if heading:
                found[number] = heading
            continue
        there = [(column, cell) for column, cell in enumerate(sheet.rows[number]) if cell is not None]
        if len(there) == 1 and there[0][0] in labels and isinstance(there[0][1], str) and len(there[0][1]) < 80:
            heading = as_text(there[0][1])
            if is_total_name(heading):
                heading = ""
    return found


def _filled(sheet: Sheet, block: Block, columns: Sequence[Column]) -> dict[int, dict[int, str]]:
    """Labels written once and meant for the rows below: merged downwards, or blank under the first."""
    labels = [column for column in columns if column.role in ("dimension", "period", "area_name", "area_code")]
    found: dict[int, dict[int, str]] = {}
    for place, column in enumerate(labels):
        values = [_at(sheet.rows[number], column.index) for number in block.data]
        blanks = sum(value is None for value in values)
        later = labels[place + 1 :]
        full = any(
            sum(_at(sheet.rows[number], each.index) is not None for number in block.data) > 0.9 * len(values)
            for each in later
        )
        if not blanks or values[0] is None or not full or blanks * 4 < len(values):
            continue
        found[column.index] = _carried(block.data, values)
    return found


def _carried(rows: Sequence[int], values: Sequence[Raw]) -> dict[int, str]:
    carried, found = "", {}
    for number, value in zip(rows, values, strict=True):
        if value is not None:
            carried = as_text(value)
        else:
            found[number] = carried
    return found


def _confidence(block: Block, columns: Sequence[Column], kind: str) -> float:
    """0 to 1: a header, figures, named columns and an area or a time each add to it."""
    named = [column for column in columns if column.role != "spacer"]
    share = sum(bool(column.name or column.period) for column in named) / max(1, len(named))
    known = any(column.role in ("area_code", "period") for column in columns)
    score = (
        0.35 * bool(block.header)
        + 0.25 * share
        + 0.15 * known
        + 0.15 * (len(block.data) >= 5)
        + 0.1 * (kind == "statistics")
    )
    return round(score, 2)
