"""A text file as rows of cells: its encoding and its delimiter are found, then it is read as CSV."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

from etl.broken_lines import joined
from etl.faults import fault
from etl.guard import SPARSE, SPARSE_FROM, Limits, utf_16_unmarked
from etl.refused import Refused
from etl.workbook import letters
from etl.written_blanks import with_blanks

DELIMITERS = (",", ";", "\t", "|", "^", "~")
SAMPLE_LINES = 20
MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16's, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(content: bytes) -> tuple[str, str]:
    """The text, and the encoding where it had to be guessed ("" for UTF-8 or a byte-order mark)."""
    for mark, encoding in MARKED:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), ""
    if wide := utf_16_unmarked(content):
        return content.decode(wide, errors="replace"), wide.upper()
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return content.decode("latin-1"), "Latin-1"


def find_delimiter(text: str) -> str:
    """The delimiter that cuts most of the first lines into the same number of cells; comma if none does."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:SAMPLE_LINES]

    def evenness(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
        widths.pop(1, None)
        if not widths:
            return 0, 0
        width, times = widths.most_common(1)[0]
        return times, width

    return max(DELIMITERS, key=evenness)


def read_text(content: bytes, limits: Limits, name: str = "") -> tuple[list[list[str | None]], str]:
    """Rows of text cells, a blank one None, and the guessed encoding or "". Rows that a line break cut are one again.

    Raises Refused where there are more cells or columns than the limits allow, or NUL characters, which
    no spreadsheet writes and no database keeps.
    """
    text, guessed = decode(content)
    if "\x00" in text:
        raise Refused(fault("not_a_workbook", looks="a file of another program"))
    delimiter = None
    if text[:4].lower() == "sep=" and text[4:5]:  # Excel's own first line; it shows it as no row
        delimiter, text = text[4], text.split("\n", 1)[-1]
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or find_delimiter(text))
    return with_blanks(joined(_within(reader, limits, name))), guessed


def _within(reader: Iterator[list[str]], limits: Limits, name: str) -> list[list[str | None]]:
    rows, cells = [], 0
    for row in reader:
        cells += len(row) + 1  # an empty line takes memory too
        if len(row) > limits.columns or cells > limits.cells:
            too_wide = len(row) > limits.columns
            limit, at = (limits.columns, len(row)) if too_wide else (limits.cells, cells)
            place = f"{letters(max(len(row), 1) - 1)}{len(rows) + 1}"
            raise Refused(fault("sheet_too_large", name, place, cells=at, limit=limit))
        rows.append([cell if cell else None for cell in row])
    _check_sparse(rows, cells, name)
    return rows


def _check_sparse(rows: Sequence[Sequence[str | None]], cells: int, name: str) -> None:
    """One row far wider than millions of others: a table of them would be nothing but blanks."""
    width = max(map(len, rows), default=0)
    area, limit = width * len(rows), max(SPARSE_FROM, SPARSE * cells)
    if area > limit:
        number = next(number for number, row in enumerate(rows, 1) if len(row) == width)
        raise Refused(fault("sheet_too_large", name, f"{letters(width - 1)}{number}", cells=area, limit=limit))
