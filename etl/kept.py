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
    texts = {
        layout.columns[column.name]: dict(zip(records.rows, records.get(column.name), strict=True))
        for column in records.spec.columns
        if column.type == "text" and column.name in layout.columns
    }
    lines = {layout.header_row + 1: [redact(layout.headers.get(at, ""))[0] if at in used else "" for at in range(wide)]}
    stored = set(records.rows)
    for number, row in layout.body:
        if number in stored:
            line = lines[number] = [""] * wide
            for at in used:
                line[at] = texts[at].get(number) if at in texts else row[at] if at < len(row) else ""
    rows = [[safe_cell(cell) for cell in lines.get(number, ())] for number in range(1, max(lines) + 1)]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()
