"""Taking personal data out before anything is stored: out of free text, and out of what is kept of the file."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from etl.columns import different_cells
from etl.convert import as_text
from etl.faults import Fault, fault
from etl.layout import Layout
from etl.personal import NAME, found_in, is_nhs_number, redact
from etl.personal_headers import personal_header
from etl.personal_names import GIVEN
from etl.personal_patterns import NHS_LENGTH
from etl.records import Records
from etl.workbook import Raw, Sheet, Workbook, address

NOT_OF_PEOPLE = ("organisation", "payer", "source", "item", "unit", "priority")  # names in these are no person's
PLACES = ("a postcode", "coordinates", "an address")  # in figures of services these are the services' own
SHORTEST = 6  # a text with fewer characters holds none of it
MOSTLY = 0.5


def release_key(sheet: str, cell: str) -> str:
    """How a quote is named that an evaluator releases: Data!E5."""
    return f"{sheet}!{cell}"


def redact_texts(records: Records, released: Collection[str] = ()) -> list[Fault]:
    """Replaces personal data in every free-text column, in place; one warning for each cell changed.

    `released` are cells (`release_key`) whose text an evaluator has read and lets stand: a notice says so.
    """
    faults = []
    for column in records.spec.columns:
        if column.type != "text" or column.name not in records.values:
            continue
        values = records.values[column.name]
        skip = (NAME,) if column.name in NOT_OF_PEOPLE else ()
        known = {text: redact(text, skip) for text in set(values) if text}
        for index, text in enumerate(values):
            if not text or not known[text][1]:
                continue
            cell = records.cell(column.name, index)
            found = ", ".join(dict.fromkeys(known[text][1]))
            let = release_key(records.sheet, cell) in released
            if not let:
                values[index] = known[text][0]
            code = "quote_let_stand" if let else "personal_data_removed"
            faults.append(fault(code, records.sheet, cell, column=records.heading(column.name), found=found))
    return faults


def unused_personal_data(book: Workbook, layout: Layout, personal: bool) -> list[Fault]:
    """A warning where cells that are not stored hold personal data, by their text or their column's header.

    `personal` says that the rows are about people: only then is a postcode or a place theirs.
    """
    by_header = dict(_by_header(layout, personal))
    faults, seen = list(by_header.values()), layout.used | by_header.keys()
    texts = {
        cell
        for sheet in book.sheets
        for cell in _cells_of(sheet, layout.header_row if sheet is layout.sheet else None, seen)
        if isinstance(cell, str) and len(cell) >= SHORTEST
    }
    skip = () if personal else (NAME, *PLACES)
    if found := found_in("\n".join(texts), skip):
        faults.append(fault("personal_columns", layout.sheet.name, found=", ".join(found)))
    return faults


def _cells_of(sheet: Sheet, header_row: int | None, seen: Collection[int]) -> set[Raw]:
    """The different cells of a sheet; below a header those of `seen` columns are left out."""
    if header_row is None:
        return different_cells(sheet.rows)
    return set().union(*sheet.rows[: header_row + 1], different_cells(sheet.rows, header_row + 1, seen))


def _by_header(layout: Layout, personal: bool) -> Iterator[tuple[int, Fault]]:
    for column in layout.unused:
        header = layout.headers.get(column, "")
        what = personal_header(header)
        cells = set(layout.column(column).different())
        if what in PLACES and not personal:
            what = ""
        if what == NAME and not personal and not _mostly(cells, _is_given):
            what = ""
        if not what and _mostly(cells, _is_nhs):
            what = "an NHS number"
        if what and any(cell is not None for cell in cells):
            cell = address(layout.header_row, column)
            yield column, fault("personal_column", layout.sheet.name, cell, header, found=what)


def _mostly(cells: set[Raw], holds) -> bool:
    """Whether it holds for most of the different cells; once it doesn't for half of them, the rest isn't asked."""
    there = [cell for cell in cells if cell is not None]
    left = len(there) - MOSTLY * len(there)  # may fail
    for cell in there:
        left -= not holds(as_text(cell))
        if left <= 0:
            return False
    return bool(there)


def _is_given(text: str) -> bool:
    return text.split(" ")[0].lower() in GIVEN


def _is_nhs(text: str) -> bool:
    return len(text) >= NHS_LENGTH and is_nhs_number(text.replace(" ", "").replace("-", ""))


def without_personal_names(book: Workbook) -> Workbook:
    """The workbook with personal data taken out of the names of its sheets, which are stored with every row."""
    return replace(book, sheets=tuple(replace(sheet, name=redact(sheet.name)[0]) for sheet in book.sheets))
