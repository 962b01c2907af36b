"""Looking at a file before it is received: its tables, how each may be read, the values not understood."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.framework import Framework, load_framework
from data.reads.offers import saved_mappings
from data.store import Store
from etl.codes import LISTS, Codebook, codebook
from etl.convert import as_text, fold
from etl.layout import Layout, find_layout
from etl.mapping import ColumnMap
from etl.pieces import lay_out
from etl.read import read_workbook
from etl.recognise import Piece, understand
from etl.saved import Fit, fit
from etl.scales import no_answer
from etl.specs import SPECS, ColumnSpec, DatasetSpec
from etl.suggest import likeliest
from etl.workbook import Workbook

MOST_VALUES = 20  # more distinct values that nobody mapped than this is no list of codes but a wrong column


@dataclass(frozen=True, slots=True)
class Look:
    """A file as it lies before a person. `plain` says that our own headers stand in one row, so that nothing
    need be mapped; `pieces` are its tables and surveys, `best` the likeliest of them, `fits` the saved mappings
    of the dataset beside this file. `readable` is False where the file itself is at fault."""

    readable: bool
    spec: DatasetSpec
    codes: Codebook
    book: Workbook
    plain: bool = False
    pieces: tuple[Piece, ...] = ()
    best: Piece | None = None
    fits: tuple[Fit, ...] = ()

    def piece(self, number: int) -> Piece | None:
        return next((piece for piece in self.pieces if piece.number == number), None)

    def layout(self, mapping: ColumnMap) -> tuple[Layout | None, tuple[str, ...]]:
        """How the file would be read, and the fields that must be there and are not yet."""
        piece = self.piece(mapping.table)
        if piece is None:
            layout, faults = find_layout(self.book, self.spec, self.codes, mapping)
        else:
            layout, faults = lay_out(piece, self.spec, self.codes, mapping)
        return layout, tuple(each.expected for each in faults if each.code == "missing_column")

    def unknown(self, layout: Layout) -> dict[str, tuple[str, ...]]:
        """Field -> the values of its column that are no code of its list, whether or not they are mapped to one."""
        fields = [*self.spec.columns, *(ColumnSpec(name, name, "choice") for name in self.codes.questions)]
        found = {}
        for column in fields:
            if column.name not in layout.columns or not self.known(column):
                continue
            strange = _strange(layout, layout.columns[column.name], self.known(column))
            if column.type == "area":
                strange = tuple(text for text in strange if not self.codes.area(text))  # known, however written
            if not column.required:
                strange = tuple(text for text in strange if not no_answer(text))  # understood without being asked
            mapped = layout.mapping.code_of(column.name)
            if strange and sum(fold(text) not in mapped for text in strange) <= MOST_VALUES:
                found[column.name] = strange
        return found

    def known(self, column: ColumnSpec) -> set[str]:
        """Every accepted way of writing a value of the field, folded; empty where it has no list."""
        if column.name in self.codes.questions:
            return set(self.codes.answers(column.name))
        listed = column.type in LISTS or column.type == "choice"
        return set(self.codes.accepted(column)) if listed else set()


def look(store: Store, content: bytes, name: str, dataset: str, before: Look | None = None) -> Look:
    """Look at a file without storing anything. Reading faults are told by `receive`, not here.

    `before` is a look at the same file for another dataset: it is not read, nor its tables looked for, again.
    """
    spec, codes = SPECS[dataset], codebook(load_framework())
    book = before.book if before else read_workbook(content, name, details=True)
    if not book.sheets:
        return Look(False, spec, codes, book)
    with store.read() as connection:
        saved = saved_mappings(connection, dataset)
    _, faults = find_layout(book, spec, codes, ColumnMap())
    lacking = {each.expected or each.code for each in faults if each.severity == "error"}
    if lacking <= {"wave"}:
        return Look(True, spec, codes, book, plain=True)
    pieces = before.pieces if before and before.pieces else understand(book, name, codes).pieces
    fits = tuple(fit(each, pieces, book) for each in saved)
    return Look(True, spec, codes, book, False, pieces, likeliest(pieces, spec, codes), fits)


def labels(framework: Framework, column: ColumnSpec, codes: Codebook) -> dict[str, str]:
    """Code -> what a person reads, of the values a field may have; of a question its answers."""
    if column.name in codes.questions:
        return {label.label: label.label for label in codes.questions[column.name].labels}
    named = {
        "area": {area.code: f"{area.name} ({area.code})" for area in framework.areas},
        "service": {each.id: each.name for each in framework.services},
        "sector": {each.id: each.name for each in framework.sectors},
    }
    if column.type in named:
        return named[column.type]
    return {code: code.replace("_", " ").capitalize() for code in codes.values(column)}


def _strange(layout: Layout, at: int, known: Sequence[str] | set[str]) -> tuple[str, ...]:
    texts = {as_text(cell) for cell in layout.column(at).different() if cell is not None}
    return tuple(sorted(text for text in texts if text and fold(text) not in known))
