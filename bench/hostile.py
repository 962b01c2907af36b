"""What becomes of a broken or hostile file: read, understood, and received by a scratch store, each apart."""

import io
import json
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import etl.read
from bench.forked import Ended, forked
from data.framework import load_framework
from data.schema import metadata
from data.settings import PROJECT
from data.store import open_store
from etl.codes import codebook
from etl.described import described
from etl.guard import Limits
from etl.load import receive
from etl.recognise import understand
from etl.workbook import Workbook
from etl.worker import encode, read_file

LONGEST = 20  # seconds
READING = Limits(seconds=15, memory_mb=1500)
SAMPLES = ("attendance", "insights", "commitments", "programme_costs", "unit_costs", "partner_returns", "network_ties")
FIRST_ROWS = 120


framework = lru_cache(maxsize=1)(load_framework)


@dataclass(frozen=True, slots=True)
class Fate:
    """`ended` of the whole; `wrong` says what went against the rules, or ""."""

    ended: Ended
    wrong: str

    @property
    def refused(self) -> bool:
        return bool(self.ended.answer and self.ended.answer["refused"])


def fate_of(database: Path, name: str, content: bytes, true_door: bool = False) -> Fate:
    """Look at the file and receive it. `true_door` reads it as the product does, in a new Python each time."""
    ended = forked(lambda: _looked_and_received(database, name, content, true_door), LONGEST)
    if ended.answer is None:
        return Fate(ended, f"no answer in {LONGEST} s" if ended.hung else f"crashed (status {ended.status})")
    return Fate(ended, ended.answer["wrong"])


def _looked_and_received(database: Path, name: str, content: bytes, true_door: bool) -> dict:
    if not true_door:
        etl.read._read_apart = _read_forked
    book = etl.read.read_workbook(content, name, READING, details=True)
    found = understand(book, name, codebook(framework()))
    json.dumps(described(found, name), default=str)
    values = sum(1 for piece in found.pieces for _ in piece.rows())
    store = open_store(f"sqlite:///{database}")
    before = _counted(store)
    offer = receive(store, content, name, _dataset(name), "bench", framework=framework())
    after = _counted(store)
    store.close()
    return {"wrong": _wrong(offer, before, after), "refused": offer.upload_id is None, "values": values}


def _wrong(offer, before: dict[str, int], after: dict[str, int]) -> str:
    """A refused file leaves every table as it was; a received one is an upload more."""
    if offer.upload_id is None and before != after:
        return "refused, but rows were left in the store"
    if offer.upload_id is None and not offer.faults:
        return "refused without a fault"
    if offer.upload_id is not None and after["uploads"] - before["uploads"] not in (0, 1):
        return "received, but not as one upload"
    return ""


def _counted(store) -> dict[str, int]:
    with store.read() as connection:
        return {
            table: connection.exec_driver_sql(f'SELECT COUNT(*) FROM "{table}"').scalar() for table in metadata.tables
        }


def _dataset(name: str) -> str:
    return next((each for each in SAMPLES if each in name), "attendance")


def _read_forked(name: str, content: bytes, limits: Limits, details: bool, password: str) -> Workbook:
    """The reading process, forked from this one instead of started anew; limits and answers are the same."""

    def work() -> dict:
        try:
            found = read_file(name.rpartition(".")[0] or "file", content, limits, details, password)
            return json.loads(json.dumps(found, default=encode))
        except MemoryError:
            return {"memory": limits.memory_mb}

    ended = forked(work, limits.seconds, limits.memory_mb)
    if ended.answer is None:
        code = (
            {"reading_too_slow": {"seconds": limits.seconds}}
            if ended.hung
            else {"reading_failed": {"reason": etl.read.CRASHED}}
        )
        return Workbook(faults=tuple(etl.read.fault(each, **said) for each, said in code.items()))
    return etl.read._workbook(json.loads(json.dumps(ended.answer), object_hook=etl.read._decode))


def warm(database: Path, files: list[tuple[str, bytes]]) -> None:
    """Load once what every file needs, so that forked processes begin with it."""
    framework()
    for name, content in files[:3]:
        read_file(name, content, READING, details=True)
    _looked_and_received(database, *files[0], true_door=True)


def seeds() -> list[tuple[str, bytes]]:
    """Good files to break: small samples as xlsx and csv, one as ods, and one of an SPSS kind if it can be made."""
    from openpyxl import load_workbook

    found = []
    for dataset in SAMPLES:
        book = load_workbook(PROJECT / "data" / "samples" / f"{dataset}.xlsx")
        for sheet in book.worksheets:
            sheet.delete_rows(FIRST_ROWS, max(1, sheet.max_row))
        out = io.BytesIO()
        book.save(out)
        rows = [
            ["" if cell is None else str(cell) for cell in row]
            for row in book.worksheets[0].iter_rows(values_only=True)
        ]
        text = "\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows)
        found += [(f"{dataset}.xlsx", out.getvalue()), (f"{dataset}.csv", text.encode())]
        if dataset == "attendance":
            found.append((f"{dataset}.ods", _as_ods(rows[:40])))
    return found


def _as_ods(rows: list[list[str]]) -> bytes:
    spaces = " ".join(
        f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in ("office", "table", "text")
    )
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{_plain(c)}</text:p></table:table-cell>' for c in row
        )
        + "</table:table-row>"
        for row in rows
    )
    table = f'<table:table table:name="S">{cells}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml", f'<?xml version="1.0"?><office:document-content {spaces}>{body}</office:document-content>'
        )
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
