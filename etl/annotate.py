"""The evaluator's own file with a comment on each cell at fault, to send back to whoever supplied it.

Personal data isn't repeated: texts are redacted and personal columns blanked. Formulas, macros and links to
other files are left out; a formula's value stays.
"""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator

from openpyxl import Workbook as Written
from openpyxl import load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from data.cells import safe_cell
from etl.faults import Fault
from etl.neighbourhood import place_of
from etl.personal import redact
from etl.workbook import Raw, Workbook

SMALL = 5_000_000  # bytes of an xlsx that is opened with its looks; a larger one is written anew
LIST = "What to look at"
COLUMNS = ("Kind", "Sheet", "Cell", "What", "What we found", "How to mend it")
KINDS = {"error": "Fault", "warning": "Warning", "notice": "Notice"}
FILLS = {
    severity: PatternFill("solid", start_color=colour)
    for severity, colour in (("error", "FFF8CBAD"), ("warning", "FFFFE699"), ("notice", "FFDDEBF7"))
}
AUTHOR = "Check of the upload"
LONGEST_CELL = 32_767  # characters Excel takes
Notes = dict[tuple[int, int], list[Fault]]  # (row, column) from 0 -> faults, the worst first


def annotated(content: bytes, book: Workbook, faults: Iterable[Fault], header_row: int = 0) -> bytes:
    """An xlsx with the file's cells, its faults as comments, and a list of them on a first sheet.

    `content` are the file's bytes, `book` what was read of them. An xlsx up to SMALL keeps its looks.
    """
    faults = sorted(faults, key=lambda each: list(KINDS).index(each.severity))
    notes, blank = _notes(faults, header_row), _blank(faults, header_row)
    written = _own(content, notes, blank) or _anew(book, notes, blank)
    out = io.BytesIO()
    _list(written, faults)
    written.save(out)
    return out.getvalue()


def _notes(faults: list[Fault], header_row: int) -> dict[str, Notes]:
    found: dict[str, Notes] = defaultdict(lambda: defaultdict(list))
    for each in faults:
        place = place_of(each.cell, header_row)
        if place is not None:
            found[each.sheet][place].append(each)
    return found


def _blank(faults: list[Fault], header_row: int) -> set[tuple[str, int]]:
    """(sheet, column) of the columns that hold personal data by their headers or as codes."""
    held = [each for each in faults if each.code in ("personal_column", "personal_identifier")]
    return {(each.sheet, place[1]) for each in held if (place := place_of(each.cell, header_row))}


def _own(content: bytes, notes: dict[str, Notes], blank: set[tuple[str, int]]) -> Written | None:
    """The file itself, where it is a workbook small enough that openpyxl can open."""
    if len(content) > SMALL or not content.startswith(b"PK"):
        return None
    try:
        written = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, SyntaxError, zipfile.BadZipFile):
        return None
    for sheet in written.worksheets:
        name = sheet.title = redact(sheet.title)[0][:31]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    cell.value = _clean(cell.value, (name, cell.column - 1) in blank and cell.row > 1)
        for (row, column), found in notes.get(name, {}).items():
            cell = sheet.cell(row + 1, column + 1)
            if not hasattr(cell, "hyperlink"):  # inside merged cells only the first holds a comment
                continue
            cell.comment, cell.fill = _comment(found), FILLS[found[0].severity]
    return written


def _anew(book: Workbook, notes: dict[str, Notes], blank: set[tuple[str, int]]) -> Written:
    written = Written(write_only=True)
    for sheet in book.sheets:
        made, found = written.create_sheet(sheet.name[:31]), notes.get(sheet.name, {})
        hidden = {column for name, column in blank if name == sheet.name}
        by_row: dict[int, list[int]] = defaultdict(list)
        for at, column in found:
            by_row[at].append(column)
        for number, row in enumerate(sheet.rows):
            line = [_clean(cell, at in hidden and number > 0) for at, cell in enumerate(row)]
            for column in by_row.get(number, ()):
                line += [None] * (column + 1 - len(line))
                cell = WriteOnlyCell(made, line[column])
                cell.comment, cell.fill = _comment(found[number, column]), FILLS[found[number, column][0].severity]
                line[column] = cell
            made.append(line)
    return written


def _clean(value: Raw, personal: bool) -> Raw:
    if not isinstance(value, str):
        return None if personal else value
    if personal:
        return "[removed]"
    text = redact(value)[0][:LONGEST_CELL]
    return safe_cell(text) if len(text) > 1 else text


def _comment(found: list[Fault]) -> Comment:
    text = "\n\n".join(f"{KINDS[each.severity]}: {each.title}\n{each.message}\n{each.mend}" for each in found)
    comment = Comment(text, AUTHOR)
    comment.width, comment.height = 380, 60 + 70 * len(found)
    return comment


def _list(written: Written, faults: list[Fault]) -> None:
    sheet = written.create_sheet(LIST, 0)
    for at, width in zip("ABCDEF", (10, 20, 10, 28, 70, 70), strict=True):
        sheet.column_dimensions[at].width = width
    for row in _lines(faults):
        cells = [WriteOnlyCell(sheet, value) for value in row] if written.write_only else list(row)
        sheet.append(cells)
    if not written.write_only:
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        sheet.freeze_panes = "A2"
        written.active = 0


def _lines(faults: list[Fault]) -> Iterator[tuple[str, ...]]:
    yield COLUMNS
    for each in faults:
        line = (KINDS[each.severity], each.sheet, each.cell, each.title, each.message, each.mend)
        yield tuple(str(safe_cell(text)) for text in line)
