"""What a file looks like before it is received: its headers, the fields found, the values not understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.framework import load_framework
from etl.codes import LISTS, Codebook, codebook
from etl.convert import as_text, fold
from etl.layout import SEARCHED_ROWS, Layout, find_layout
from etl.mapping import ColumnMap
from etl.read import read_workbook
from etl.specs import SPECS, DatasetSpec
from etl.workbook import Workbook

MOST_VALUES = 20  # more distinct unknown values than this is no list of codes but a wrong column


@dataclass(frozen=True, slots=True)
class Preview:
    """`headers` of the table; `columns` field -> header; `unknown` field -> values that are no known code;
    `choices` field -> the codes they may stand for; `readable` False where the file itself is at fault."""

    readable: bool
    headers: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    unknown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def preview(content: bytes, name: str, dataset: str, mapping: ColumnMap) -> Preview:
    """Look at a file without storing anything. Reading faults are told by `receive`, not here."""
    book, spec = read_workbook(content, name), SPECS[dataset]
    if not book.sheets:
        return Preview(readable=False)
    codes = codebook(load_framework())
    layout, _ = find_layout(book, spec, codes, mapping)
    if layout is None:
        return Preview(True, _widest_row(book), missing=spec.required)
    head = layout.sheet.rows[layout.header_row]
    columns = {name: as_text(head[column]) for name, column in layout.columns.items()}
    unknown = _unknown(layout, spec, codes)
    return Preview(
        True,
        tuple(as_text(cell) for cell in head if cell is not None),
        columns,
        tuple(name for name in spec.required if name not in columns and name not in mapping.constants),
        unknown,
        {name: codes.values(spec.column(name)) for name in unknown},
    )


def _widest_row(book: Workbook) -> tuple[str, ...]:
    """The likeliest header where none was found: the row with most text among the first ones."""
    rows = [row for sheet in book.sheets if not sheet.hidden for row in sheet.rows[:SEARCHED_ROWS]]
    best = max(rows, key=lambda row: sum(isinstance(cell, str) for cell in row), default=[])
    return tuple(as_text(cell) for cell in best if cell is not None)


def _unknown(layout: Layout, spec: DatasetSpec, codes: Codebook) -> dict[str, tuple[str, ...]]:
    """Of the columns whose values are codes of a list: the values that stand for none."""
    found = {}
    for column in spec.columns:
        listed = column.type in LISTS or column.type == "choice"
        if not listed or column.name not in layout.columns:
            continue
        known = set(codes.accepted(column))
        place = layout.columns[column.name]
        rows = layout.sheet.rows[layout.header_row + 1 :]
        texts = {as_text(row[place]) for row in rows if place < len(row) and row[place] is not None}
        strange = sorted(text for text in texts if fold(text) not in known)
        if 0 < len(strange) <= MOST_VALUES:
            found[column.name] = tuple(strange)
    return found
