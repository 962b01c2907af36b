"""Which table of a workbook is read, and by which mapping: given, saved, or by the headers we know."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from etl.codes import Codebook
from etl.faults import Fault, fault
from etl.layout import Layout, find_layout
from etl.mapping import ColumnMap
from etl.pieces import lay_out
from etl.recognise import Understood, understand
from etl.saved import fit, of_table
from etl.specs import DatasetSpec
from etl.workbook import Workbook

# Said again, with what is done about them.
SAID_BY_LAYOUT = ("rows_that_are_totals", "no_table", "no_period_found", "text_among_figures")


def lay_out_book(
    book: Workbook,
    name: str,
    spec: DatasetSpec,
    codes: Codebook,
    mapping: ColumnMap,
    saved: Mapping[str, Any] | None = None,
) -> tuple[Workbook, Layout | None, list[Fault]]:
    """The workbook with the table's cells tidied, its layout (None where there is none), and the faults.

    A saved mapping is used where it fits; the given mapping outranks it field by field.
    """
    found = understand(book, name, codes) if mapping.table or of_table(saved) else Understood((), {}, ())
    if saved is not None:
        fitted = fit(saved, found.pieces, book)
        if fitted.mapping is None:
            why = "; ".join(fitted.differences)
            return book, None, [fault("mapping_does_not_fit", value=fitted.name, why=why)]
        mapping = merged(fitted.mapping, mapping)
    if not mapping.table:
        return book, *find_layout(book, spec, codes, mapping)
    piece = next((piece for piece in found.pieces if piece.number == mapping.table), None)
    if piece is None:
        return book, None, [fault("no_such_table", value=str(mapping.table), count=len(found.pieces))]
    layout, faults = lay_out(piece, spec, codes, mapping)
    silent = (*SAID_BY_LAYOUT, "total_not_met") if mapping.keep_totals else SAID_BY_LAYOUT  # which the checks tell then
    told = [each for each in found.faults if each.sheet == layout.sheet.name and each.code not in silent]
    sheets = tuple(layout.sheet if sheet is piece.found.sheet else sheet for sheet in book.sheets)
    return replace(book, sheets=sheets), layout, [*told, *faults]


def merged(first: ColumnMap, over: ColumnMap) -> ColumnMap:
    """Two mappings as one; what the second says of a field outranks the first."""
    return ColumnMap(
        {**first.columns, **over.columns},
        {**first.values, **over.values},
        {**first.constants, **over.constants},
        {**first.times, **over.times},
        over.table or first.table,
        over.keep_totals or first.keep_totals,
    )
