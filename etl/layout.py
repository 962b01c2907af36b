"""Finding the table in a workbook: which sheet, which row is the header, which column is which field."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from etl.codes import Codebook
from etl.columns import Column, column_of
from etl.convert import as_text, fold
from etl.faults import Fault, fault
from etl.hints import did_you_mean
from etl.mapping import ColumnMap
from etl.specs import DatasetSpec
from etl.workbook import Raw, Sheet, Workbook, address, letters

SEARCHED_ROWS = 30
TEMPLATE_SHEETS = ("example", "notes", "read me")  # of our own workbooks: never data


@dataclass(frozen=True, slots=True)
class Spread:
    """Columns that every row is read for once more: `labels` field -> what stands over them, `columns`
    field -> column. `of_rows` field -> {number of a row: what the column's label is there}, where rows say it more
    closely."""

    labels: Mapping[str, str]
    columns: Mapping[str, int]
    of_rows: Mapping[str, Mapping[int, str]] = field(default_factory=dict)

    def label(self, name: str, number: int) -> str | None:
        """What stands over the columns in the row of that number, counted from 1."""
        return self.of_rows.get(name, {}).get(number, self.labels.get(name))


@dataclass(frozen=True, slots=True)
class Layout:
    """A table found. Rows and columns count from 0. `spread` where one measure stands in several columns,
    one for each service or period; `unused` the columns that are no field; `headers` column -> its heading;
    `rows` those that count, None for all below the header; `from_file` the constants that the file's own
    title or cover says."""

    sheet: Sheet
    header_row: int
    columns: Mapping[str, int]
    spread: tuple[Spread, ...]
    unused: tuple[int, ...]
    mapping: ColumnMap
    headers: Mapping[int, str] = field(default_factory=dict)
    rows: tuple[int, ...] | None = None
    from_file: tuple[str, ...] = ()

    @property
    def used(self) -> set[int]:
        """Every column that is read."""
        return {*self.columns.values(), *(column for each in self.spread for column in each.columns.values())}

    @property
    def numbers(self) -> np.ndarray:
        """The number, counted from 1, of every row that counts."""
        if self.rows is not None:
            return np.array(self.rows, dtype=int) + 1
        return np.arange(self.header_row + 2, len(self.sheet.rows) + 1)

    def column(self, at: int) -> Column:
        """A column in the rows that count."""
        return column_of(self.sheet.rows, at).of(self.numbers - 1)


def find_layout(
    book: Workbook, spec: DatasetSpec, codes: Codebook, mapping: ColumnMap
) -> tuple[Layout | None, list[Fault]]:
    """The best table of the visible sheets, with the faults of its header. None without a header row."""
    faults = unknown_fields(spec, codes, mapping)
    names = _names(spec, codes)
    sheets = [
        sheet for sheet in book.sheets if not sheet.hidden and sheet.name.lower() not in TEMPLATE_SHEETS
    ]
    best = max(
        (
            (_score(sheet.rows[row], spec, names, mapping), -row, -order)
            for order, sheet in enumerate(sheets)
            for row in range(min(SEARCHED_ROWS, len(sheet.rows)))
        ),
        default=(0, 0, 0),
    )
    if best[0] * 2 < _looked_for(spec, mapping) or not best[0]:
        expected = ", ".join(spec.required)
        return None, [*faults, fault("no_header", searched=SEARCHED_ROWS, expected=expected)]
    sheet, row = sheets[-best[2]], -best[1]
    layout, found = _lay_out(sheet, row, spec, codes, names, mapping)
    others = ", ".join(each.name for each in sheets if each is not sheet and each.rows)
    notices = [fault("other_sheets", sheet.name, value=others)] if others else []
    return layout, [*faults, *found, *notices]


def _names(spec: DatasetSpec, codes: Codebook) -> dict[str, str]:
    """Folded header -> field: exact names outrank titles, titles outrank aliases."""
    names = {fold(alias): column.name for column in spec.columns for alias in column.aliases}
    names |= {fold(column.title): column.name for column in spec.columns}
    if spec.question_columns:
        names |= {fold(question.wording): id for id, question in codes.questions.items()}
        names |= {fold(id): id for id in codes.questions}
    return names | {fold(column.name): column.name for column in spec.columns}


def _looked_for(spec: DatasetSpec, mapping: ColumnMap) -> int:
    """How many required columns a header should have, besides those given as constants."""
    spread = spec.spread and any(name not in spec.names for name in mapping.columns)
    return len(set(spec.required) - set(mapping.constants) - set(spec.spread if spread else ()))


def _score(row: list[Raw], spec: DatasetSpec, names: Mapping[str, str], mapping: ColumnMap) -> int:
    """How many required or mapped fields the row's cells name."""
    headers = {fold(cell) for cell in row if isinstance(cell, str)}
    mapped = sum(fold(header) in headers for header in mapping.columns.values())
    found = {names[header] for header in headers if header in names}
    return mapped + len((found & set(spec.required)) - set(mapping.columns) - set(mapping.constants))


def _lay_out(
    sheet: Sheet, row: int, spec: DatasetSpec, codes: Codebook, names: Mapping[str, str], mapping: ColumnMap
) -> tuple[Layout, list[Fault]]:
    headers = {column: as_text(cell) for column, cell in enumerate(sheet.rows[row]) if cell is not None}
    columns, faults = _mapped_columns(sheet, headers, mapping)
    taken = set(columns.values())
    for column, header in headers.items():
        name = names.get(fold(header))
        if name is None or column in taken or name in mapping.columns:
            continue
        if name in columns:
            faults.append(
                fault(
                    "duplicate_column",
                    sheet.name,
                    address(row, column),
                    header,
                    column=name,
                    first=address(row, columns[name]),
                )
            )
            continue
        columns[name] = column
        taken.add(column)
    fields = codes.fields(spec)
    spread = tuple(
        Spread({spec.spread[0]: name}, {spec.spread[1]: column})
        for name, column in columns.items()
        if name not in fields
    )
    own = {name: column for name, column in columns.items() if name in fields}
    unused = tuple(column for column in headers if column not in taken)
    layout = Layout(sheet, row, own, spread, unused, mapping, headers)
    return layout, [*faults, *missing_fields(layout, spec, codes), *_unused(layout, headers, spec)]


def _mapped_columns(
    sheet: Sheet, headers: Mapping[int, str], mapping: ColumnMap
) -> tuple[dict[str, int], list[Fault]]:
    """The columns the mapping names, by header or by letters."""
    by_header = {fold(header): column for column, header in reversed(headers.items())}
    by_letters = {letters(column).lower(): column for column in headers}
    columns, faults = {}, []
    for name, header in mapping.columns.items():
        column = by_header.get(fold(header), by_letters.get(header.lower()))
        if column is None:
            faults.append(
                fault(
                    "mapped_column_missing",
                    sheet.name,
                    value=header,
                    column=name,
                    hint=did_you_mean(header, headers.values()),
                )
            )
        else:
            columns[name] = column
    return columns, faults


def missing_fields(layout: Layout, spec: DatasetSpec, codes: Codebook) -> list[Fault]:
    """A fault for each field that must be there and has neither a column nor one value for all rows."""
    headers = layout.headers
    there = {*layout.columns, *layout.mapping.constants, *layout.mapping.columns}
    there |= {name for each in layout.spread for name in (*each.labels, *each.columns)}
    wanted = [name for name in spec.required if name not in there]
    if spec.together and not any(set(names) <= there for names in spec.together):
        wanted.append(spec.together[0][0])
    unused = [headers[column] for column in layout.unused]
    faults = [
        fault(
            "missing_column",
            layout.sheet.name,
            expected=name,
            column=name,
            title=spec.column(name).title,
            hint=did_you_mean(name, unused),
        )
        for name in wanted
    ]
    if spec.question_columns and not codes.questions.keys() & layout.columns.keys():
        faults.append(
            fault("no_questions", layout.sheet.name, expected=", ".join(list(codes.questions)[:12]))
        )
    return faults


def _unused(layout: Layout, headers: Mapping[int, str], spec: DatasetSpec) -> list[Fault]:
    free = [name for name in spec.names if name not in layout.columns]
    return [
        fault(
            "unused_column",
            layout.sheet.name,
            address(layout.header_row, column),
            headers[column],
            hint=did_you_mean(headers[column], free),
        )
        for column in layout.unused
    ]


def unknown_fields(spec: DatasetSpec, codes: Codebook, mapping: ColumnMap) -> list[Fault]:
    """A fault for each field the mapping names that the dataset doesn't have."""
    known = list(codes.fields(spec))
    labels = codes.lists["services"].values() if spec.spread else ()
    named = {**mapping.columns, **mapping.values, **mapping.constants, **mapping.times}
    return [
        fault(
            "unknown_field",
            value=name,
            dataset=spec.name,
            expected=", ".join(known[:20]),
            hint=did_you_mean(name, known),
        )
        for name in named
        if name not in known and name not in labels
    ]
