"""From a table or a survey found in a workbook to a layout: its cells tidied, and the rows that count.

Addresses stay the file's own. A label that is carried down stands in every row, marks such as ".." are
written as the absence they mean here, and periods as text that converts; nothing else is changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from etl.codes import Codebook
from etl.convert import fold
from etl.day_order import american_dates, day_first
from etl.faults import Fault, fault
from etl.headings import Heading, column_named, headings
from etl.hints import did_you_mean
from etl.layout import Layout, Spread, missing_fields, unknown_fields
from etl.mapping import ColumnMap
from etl.months_down import by_month
from etl.platforms.types import Survey
from etl.recognise import Piece
from etl.specs import DatasetSpec
from etl.tables import Column, Table
from etl.tables.long import reading_of
from etl.tables.times import Habits, habits, row_period, text_of
from etl.tables.years_above import said_of
from etl.workbook import Raw, Sheet
from metrics.types import Absence

MARKS = {Absence.MISSING: "[x]", Absence.WITHHELD: "[c]", Absence.NOT_APPLICABLE: "[z]",
         Absence.TOO_EARLY: "too early", Absence.NOT_COMPARABLE: "not comparable"}  # fmt: skip
SHOWN = 6


def lay_out(
    piece: Piece, spec: DatasetSpec, codes: Codebook, mapping: ColumnMap
) -> tuple[Layout, list[Fault]]:
    """The layout of a piece by a mapping that names its columns by letters or heading, with its faults."""
    heads, sheet = headings(piece), piece.found.sheet
    own, across, faults = _columns(heads, sheet, spec, mapping, codes)
    spread = tuple(each for each in _spread(heads, own, across, spec) if _ours(each, mapping, codes))
    repeated = {name for each in spread for name in each.columns}
    columns = {name: head.index for name, head in own.items() if name not in repeated}
    labelled = {name for each in spread for name in each.labels}
    columns = {name: at for name, at in columns.items() if name not in labelled}
    rows, left_out = _rows(piece, own, mapping, codes)
    spread = by_month(spread, piece.found, rows) if spread and isinstance(piece.found, Table) else spread
    layout = Layout(
        sheet=sheet,
        header_row=max(piece.found.header_rows, default=0),
        columns=columns,
        spread=spread,
        unused=(),
        mapping=replace(mapping, columns={name: head.letters for name, head in {**own, **across}.items()}),
        headers={head.index: head.name for head in heads},
        rows=rows,
        from_file=tuple(name for name, told in piece.proposal.constants.items() if mapping.constants.get(name) == told),
    )
    faults = [*unknown_fields(spec, codes, mapping), *faults, *missing_fields(layout, spec, codes), *left_out]
    tidied, more = _tidied(piece, layout)
    return replace(layout, sheet=tidied), [*faults, *more]


def _columns(
    heads: Sequence[Heading], sheet: Sheet, spec: DatasetSpec, mapping: ColumnMap, codes: Codebook
) -> tuple[dict[str, Heading], dict[str, Heading], list[Fault]]:
    """Of the mapping: the columns of fields, the columns that stand for a service, and what isn't there."""
    own, across, faults = {}, {}, []
    fields = set(codes.fields(spec))
    for name, text in mapping.columns.items():
        head = column_named(heads, text)
        if head is None:
            hint = did_you_mean(text, [each.name for each in heads])
            faults.append(fault("mapped_column_missing", sheet.name, value=text, column=name, hint=hint))
        elif name in fields:
            own[name] = head
        else:
            across[name] = head
    return own, across, faults


def _spread(
    heads: Sequence[Heading], own: Mapping[str, Heading], across: Mapping[str, Heading], spec: DatasetSpec
) -> tuple[Spread, ...]:
    """Columns that stand for a service, and columns of one name that differ by period or area: rows of their own."""
    when = next((name for name in ("period", "year") if name in spec.names), "")
    groups = [({spec.spread[0]: service}, {spec.spread[1]: head}) for service, head in across.items()] or [({}, own)]
    found = []
    for labels, fields in groups:
        series = {name: _series(heads, head, when) for name, head in fields.items() if head.labels(when)}
        if labels and not series:
            found.append(Spread(labels, {name: head.index for name, head in fields.items()}))
        for said in dict.fromkeys(key for each in series.values() for key in each):
            columns = {name: each[said].index for name, each in series.items() if said in each}
            found.append(Spread({**labels, **dict(said)}, columns))
    return tuple(found)


def _ours(each: Spread, mapping: ColumnMap, codes: Codebook) -> bool:
    """Whether a column is of one of our areas, or of no area in particular."""
    area = each.labels.get("area")
    return area is None or bool(codes.area(area)) or fold(area) in mapping.code_of("area")


def _series(heads: Sequence[Heading], chosen: Heading, when: str) -> dict[tuple, Heading]:
    """Labels -> column, of the columns headed like the chosen one; sums over periods stay out."""
    same = [head for head in heads if head.name == chosen.name and (not head.total or head == chosen)]
    found = {tuple(head.labels(when).items()): head for head in same if head.labels(when)}
    return found | {tuple(chosen.labels(when).items()): chosen}


def _rows(
    piece: Piece, own: Mapping[str, Heading], mapping: ColumnMap, codes: Codebook
) -> tuple[tuple[int, ...], list[Fault]]:
    """The rows that count: no totals unless they are kept, and of other people's areas none."""
    found, rows = piece.found, piece.found.rows
    if isinstance(found, Survey):
        return rows, []
    faults = []
    if not mapping.keep_totals and found.totals:
        rows = tuple(row for row in rows if row not in found.totals)
        said = ", ".join(str(row + 1) for row in sorted(found.totals)[:SHOWN])
        faults.append(fault("totals_left_out", found.sheet.name, value=said, count=len(found.totals)))
    if "area" not in own:
        return rows, faults
    column = next(each for each in found.columns if each.index == own["area"].index)
    said = {row: _said(found, row, column) for row in rows}
    known = {text for text in set(said.values()) if codes.area(text)} | mapping.code_of("area").keys()
    ours = tuple(row for row in rows if said[row] in known)
    if ours and len(ours) < len(rows):
        others = [text for text in dict.fromkeys(said.values()) if text and text not in known]
        shown, left = ", ".join(others).upper(), len(rows) - len(ours)
        shown = shown if len(shown) < 60 else shown[:59] + "…"
        faults.append(fault("other_areas_left_out", found.sheet.name, value=shown, count=left))
        faults += _nearly_ours(others, found.sheet.name, codes)
    return ours or rows, faults


def _nearly_ours(others: Sequence[str], sheet: str, codes: Codebook) -> list[Fault]:
    """A warning for each area left out whose name nearly is one of ours."""
    hints = {text: hint for text in others if (hint := codes.area_hint(text))}
    return [fault("area_nearly_ours", sheet, value=text, hint=hint) for text, hint in list(hints.items())[:SHOWN]]


def _said(table: Table, row: int, column: Column) -> str:
    raw = table.cell(row, column)
    return "" if raw is None else fold(raw)


def _tidied(piece: Piece, layout: Layout) -> tuple[Sheet, list[Fault]]:
    """The sheet with its used cells written as they convert, at their own addresses."""
    found = piece.found
    if isinstance(found, Survey):
        return _tidied_survey(found, layout)
    columns = [column for column in found.columns if column.index in layout.used]
    written, rows = habits(found), list(found.sheet.rows)
    for row in layout.rows:
        cells = list(rows[row])
        for column in columns:
            cells += [None] * (column.index + 1 - len(cells))
            cells[column.index] = _tidy(found, row, column, written)
        rows[row] = cells
    return replace(found.sheet, rows=rows), []


def _tidy(table: Table, row: int, column: Column, written: Habits) -> Raw:
    raw = table.cell(row, column)
    if column.role == "period":
        said = [(each, cell) for each in table.of_role("period") if (cell := table.cell(row, each)) is not None]
        said = said_of(row, said, table.years)
        return text_of(row_period(said, written), said) if said else None
    if column.role != "measure":
        return raw
    read = reading_of(raw, column, table)
    if read.is_text:
        return raw
    return MARKS[Absence(read.absence)] if read.absence and raw is not None else read.value


def _tidied_survey(survey: Survey, layout: Layout) -> tuple[Sheet, list[Fault]]:
    """Dates written month first, which only the whole column tells, are written day first."""
    rows, faults = list(survey.sheet.rows), []
    for question in survey.of_role("date"):
        at = question.column
        cells = [rows[row][at] if at < len(rows[row]) else None for row in layout.rows]
        if at not in layout.used or not american_dates(cells, survey.platform):
            continue
        faults.append(fault("dates_month_first", survey.sheet.name, question.letters, question.name))
        for row, cell in zip(layout.rows, cells, strict=True):
            rows[row] = [*rows[row][:at], day_first(cell), *rows[row][at + 1 :]]
    return replace(survey.sheet, rows=rows), faults
