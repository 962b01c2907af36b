"""Mappings saved under a name, offered again for the next file, and applied only where they still fit."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from data import writes
from data.reads.offers import latest_mapping, mapping_named
from data.schema import mappings
from data.store import Store
from data.writes.rows import add
from etl.convert import as_text, fold
from etl.headings import Heading, column_named, headings
from etl.layout import SEARCHED_ROWS, Layout
from etl.mapping import ColumnMap
from etl.recognise import Piece
from etl.workbook import Raw, Workbook, letters

OF_ONE_FILE = ("wave", "period", "year", "period_start", "period_end")  # the next file has its own
FROM_FILE = {"from": "the file"}
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Stored:
    """A mapping as the store keeps it. `columns` field -> heading, or {"constant": value}; `reading` of a table
    found: its headings, the letters of each field's column, units, and whether totals are kept."""

    fingerprint: str
    columns: Mapping[str, Any]
    values: Mapping[str, Mapping[str, str]]
    reading: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """A saved mapping beside a file: the mapping to use, None where it doesn't fit, and how the layouts differ."""

    name: str
    version: int
    mapping: ColumnMap | None
    differences: tuple[str, ...] = ()


def fingerprint(header: Iterable[Raw]) -> str:
    """The shape of a table: its headings in their order, each once, without case or spacing."""
    text = "\x1f".join(dict.fromkeys(fold(as_text(cell)) for cell in header if cell is not None))
    return hashlib.sha256(text.encode()).hexdigest()


def stored(layout: Layout) -> Stored:
    """What is worth keeping of a layout's mapping. Not the wave or the period: the next file has its own."""
    mapping = layout.mapping
    constants = {
        name: FROM_FILE if name in layout.from_file else {"constant": value}
        for name, value in mapping.constants.items()
        if name not in OF_ONE_FILE
    }
    values = {name: dict(each) for name, each in mapping.values.items()}
    shape = fingerprint(layout.headers.values())
    if not mapping.table:
        reading = {"times": dict(mapping.times)} if mapping.times else None
        return Stored(shape, {**mapping.columns, **constants}, values, reading)
    by_letters = {letters(at): name for at, name in layout.headers.items()}
    columns = {name: by_letters.get(at, at) for name, at in mapping.columns.items()}
    reading = {
        "headings": list(dict.fromkeys(layout.headers.values())),
        "letters": dict(mapping.columns),
        "sheet": layout.sheet.name,
        "times": dict(mapping.times),
        "keep_totals": mapping.keep_totals,
    }
    return Stored(shape, {**columns, **constants}, values, reading)


def remember(store: Store, name: str, dataset: str, kept: Stored, actor: str) -> int:
    """Save a mapping under a name; returns its version, a new one only where something changed."""
    with store.write() as connection:
        last = mapping_named(connection, dataset, name)
        if last and is_same(last, kept):
            return last["version"]
        version = last["version"] + 1 if last else 1
        actor_id = writes.ensure_actor(connection, actor)
        add_mapping(connection, name, dataset, kept, version, actor_id)
        writes.audit(connection, actor_id, "save mapping", f"mapping “{name}”", f"version {version}, for {dataset}")
    return version


def is_same(last: Mapping[str, Any], kept: Stored) -> bool:
    """Whether a saved mapping (as data.reads.offers gives it) says just what this one says."""
    said = (last["fingerprint"], last["columns"], last["values"], last["reading"])
    return said == (kept.fingerprint, dict(kept.columns), dict(kept.values), kept.reading)


def add_mapping(
    connection: Connection, name: str, dataset: str, kept: Stored, version: int, actor_id: int
) -> int:
    """Writes one version of a mapping in the caller's transaction; returns its id."""
    return add(
        connection, mappings, name=name, dataset=dataset, fingerprint=kept.fingerprint, version=version,
        columns=dict(kept.columns), values=dict(kept.values), reading=kept.reading, actor_id=actor_id,
        created_at=dt.datetime.now(dt.UTC),
    )  # fmt: skip


def saved_mapping(connection: Connection, book: Workbook, dataset: str) -> ColumnMap | None:
    """The mapping last used for a sheet with a header row of this shape; None if there is none."""
    shapes = [
        fingerprint(row)
        for sheet in book.sheets
        if not sheet.hidden
        for row in sheet.rows[:SEARCHED_ROWS]
        if any(cell is not None for cell in row)
    ]
    found = latest_mapping(connection, dataset, shapes) if shapes else None
    return _plain(found) if found else None


def of_table(saved: Mapping[str, Any] | None) -> bool:
    """Whether a saved mapping is of a table found in a workbook, not of a plain header row."""
    return bool(saved and (saved["reading"] or {}).get("headings"))


def fit(saved: Mapping[str, Any], pieces: Sequence[Piece], book: Workbook) -> Fit:
    """Whether a saved mapping (as data.reads.offers gives it) fits this file, and what is different.

    It fits where every column it uses is there under the same heading; columns that came or went beside them
    are said. A mapping of a table takes what stood in the old file's title from the new one's.
    """
    if not of_table(saved):
        return _fit_plain(saved, book)
    was = {fold(name) for name in saved["reading"]["headings"]}
    best = max(pieces, key=lambda piece: _likeness(piece, was, saved["reading"]["sheet"]), default=None)
    if best is None:
        return Fit(saved["name"], saved["version"], None, ("the file has no table we recognise",))
    heads = headings(best)
    found = {name: _same_column(heads, text, saved, name) for name, text in _columns(saved).items()}
    gone = [f"no column “{_columns(saved)[name]}” ({name})" for name, head in found.items() if head is None]
    differences = tuple(gone + _came_and_went(heads, saved))
    if gone:
        return Fit(saved["name"], saved["version"], None, differences)
    mapping = replace(
        _plain(saved, best),
        columns={name: head.letters for name, head in found.items()},
        table=best.number,
        keep_totals=saved["reading"]["keep_totals"],
    )
    return Fit(saved["name"], saved["version"], mapping, differences)


def _columns(saved: Mapping[str, Any]) -> dict[str, str]:
    return {name: at for name, at in saved["columns"].items() if isinstance(at, str)}


def _plain(saved: Mapping[str, Any], piece: Piece | None = None) -> ColumnMap:
    """The mapping as saved; of a table, with what the new file itself says of its period and source."""
    given = {name: at for name, at in saved["columns"].items() if isinstance(at, dict)}
    constants = {name: at["constant"] for name, at in given.items() if "constant" in at}
    if piece is not None:
        told = piece.proposal.constants
        wanted = {name for name, at in given.items() if at == FROM_FILE} | set(OF_ONE_FILE)
        constants |= {name: told[name] for name in wanted if name in told and name not in _columns(saved)}
    times = (saved["reading"] or {}).get("times", {})
    return ColumnMap(_columns(saved), saved["values"], constants, times)


def _likeness(piece: Piece, was: set[str], sheet: str) -> tuple[float, bool, int]:
    now = {fold(head.name) for head in headings(piece)}
    return len(was & now) / (len(was | now) or 1), piece.found.sheet.name == sheet, -piece.number


def _same_column(heads: Sequence[Heading], text: str, saved: Mapping[str, Any], name: str) -> Heading | None:
    """The column of the same heading: at its old place where several share it, else the only one."""
    at = saved["reading"]["letters"].get(name, "")
    here = next((head for head in heads if head.letters == at and fold(head.name) == fold(text)), None)
    return here or column_named([head for head in heads if fold(head.name) == fold(text)], text)


def _came_and_went(heads: Sequence[Heading], saved: Mapping[str, Any]) -> list[str]:
    was, now = ({fold(each): each for each in names} for names in (
        saved["reading"]["headings"], [head.name for head in heads],
    ))  # fmt: skip
    used = {fold(text) for text in _columns(saved).values()}
    came = [text for key, text in now.items() if key not in was]
    went = [text for key, text in was.items() if key not in now and key not in used]
    return [
        f"{what}: {', '.join(f'“{text}”' for text in texts[:SHOWN])}{' …' if len(texts) > SHOWN else ''}"
        for what, texts in (("new columns", came), ("columns gone that were not used", went))
        if texts
    ]


def _fit_plain(saved: Mapping[str, Any], book: Workbook) -> Fit:
    """A mapping of a plain header row: one row near the top of a sheet must hold every heading it uses."""
    wanted = {fold(text): f"no column “{text}” ({name})" for name, text in _columns(saved).items()}
    rows = [
        {fold(cell) for cell in row if cell is not None}
        for sheet in book.sheets
        if not sheet.hidden
        for row in sheet.rows[:SEARCHED_ROWS]
    ]
    best = max(rows, key=lambda row: len(wanted.keys() & row), default=set())
    gone = tuple(said for text, said in wanted.items() if text not in best)
    return Fit(saved["name"], saved["version"], None if gone else _plain(saved), gone)
