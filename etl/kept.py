"""What is kept of a file: its own bytes, a copy without personal data, or nothing but its hash."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from data.cells import safe_cell
from data.settings import yes_no
from etl.columns import Column, column
from etl.faults import Fault
from etl.layout import Layout
from etl.personal import redact
from etl.records import Records
from etl.workbook import Raw

PERSONAL = {"personal_data_removed", "personal_column", "personal_columns", "quote_let_stand"}
COPIED = "It held personal data. A copy without it is kept: the columns used, redacted, in their own cells, as CSV."
SPECIAL = re.compile(r'[,"\r\n]')
SETTING = "Files are not kept, by the setting KEEP_FILES; their hash is."


@dataclass(frozen=True, slots=True)
class Kept:
    """The bytes kept, if any, and why they are not those received, if they aren't."""

    content: bytes | None
    reason: str | None = None

    @property
    def sha256(self) -> str | None:
        return None if self.content is None else hashlib.sha256(self.content).hexdigest()


def keep(content: bytes, layout: Layout, records: Records, faults: Iterable[Fault]) -> Kept:
    """What is kept of a file that was received. SettingError for a KEEP_FILES that is neither yes nor no."""
    if not yes_no("KEEP_FILES"):
        return Kept(None, SETTING)
    if any(each.code in PERSONAL for each in faults):
        return Kept(_copy(layout, records), COPIED)
    return Kept(content)


def _copy(layout: Layout, records: Records) -> bytes:
    """The used columns as they are stored in text columns and as they stood in the others; nothing else."""
    used, wide = layout.used, max(layout.used, default=0) + 1
    stored = np.isin(layout.numbers, records.rows)
    numbers = layout.numbers[stored].tolist()
    columns = {at: layout.column(at).of(stored) for at in used}
    for each in records.spec.columns:
        if each.type == "text" and each.name in layout.columns:
            texts = dict(zip(records.rows, records.get(each.name), strict=True))
            columns[layout.columns[each.name]] = column([texts[number] for number in numbers])
    header = [_written(redact(layout.headers.get(at, ""))[0] if at in used else "") for at in range(wide)]
    blank = [""] * len(numbers)
    written = [_all_written(columns[at]) if at in used else blank for at in range(wide)]
    lines = {layout.header_row + 1: _line(header)}
    lines.update(zip(numbers, map(_line, zip(*written, strict=True)), strict=True))
    return "".join(f"{lines.get(number, '')}\r\n" for number in range(1, max(lines) + 1)).encode()


def _line(cells: Sequence[str]) -> str:
    """A line of nothing at all is a blank line; one blank cell is written as such."""
    return ",".join(cells) or '""'


def _all_written(cells: Column) -> list[str]:
    return cells.told([_written(cell) for cell in cells.values])


def _written(cell: Raw) -> str:
    """A cell as CSV has it, never taken for a formula."""
    if cell is None:
        return ""
    text = str(safe_cell(cell))
    return '"' + text.replace('"', '""') + '"' if SPECIAL.search(text) else text
