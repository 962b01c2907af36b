"""What is kept of a file: its own bytes, a copy without personal data, or nothing but its hash."""

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass

from data.cells import safe_cell
from data.settings import yes_no
from etl.faults import Fault
from etl.layout import Layout
from etl.personal import redact
from etl.records import Records
from etl.workbook import Raw

PERSONAL = {"personal_data_removed", "personal_column", "personal_columns", "quote_let_stand"}
COPIED = "It held personal data. A copy without it is kept: the columns used, redacted, in their own cells, as CSV."
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
    stored = set(records.rows)
    body = [(number, row) for number, row in layout.body if number in stored]
    columns = [[""] * len(body)] * wide
    for at in used:
        columns[at] = _safe([row[at] if at < len(row) else "" for _, row in body])
    for column in records.spec.columns:
        if column.type == "text" and column.name in layout.columns:
            texts = dict(zip(records.rows, records.get(column.name), strict=True))
            columns[layout.columns[column.name]] = _safe([texts[number] for number, _ in body])
    header = [redact(layout.headers.get(at, ""))[0] if at in used else "" for at in range(wide)]
    lines = {layout.header_row + 1: _safe(header)}
    lines.update(zip((number for number, _ in body), zip(*columns, strict=True), strict=True))
    rows = [lines.get(number, ()) for number in range(1, max(lines) + 1)]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def _safe(cells: list[Raw]) -> list[Raw]:
    """Columns repeat their values: each distinct text is made safe once."""
    known = {cell: safe_cell(cell) for cell in set(cells) if isinstance(cell, str)}
    return [known[cell] if isinstance(cell, str) else cell for cell in cells]
