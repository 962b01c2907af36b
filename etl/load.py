"""Receiving a file: read, find the table, convert, check, stage. All or nothing."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.framework import Framework, load_framework
from data.reads.before import released_cells
from data.reads.offers import uploads_of_file
from data.store import Store
from etl.before import before_this
from etl.checks import CheckContext, check_rows
from etl.checks.context import NOTHING_BEFORE, SUPPLIED, Before, Told
from etl.codes import Codebook, codebook
from etl.faults import Fault, errors, fault, shorten
from etl.fill import fill_blanks
from etl.guard import file_name
from etl.laying import lay_out_book
from etl.layout import Layout
from etl.mapping import ColumnMap, as_column_map
from etl.neighbourhood import Neighbourhood, Place, neighbourhoods
from etl.personal import redact
from etl.read import Reading, content_of
from etl.records import Records
from etl.redact import redact_texts, unused_personal_data, without_personal_names
from etl.rows import read_rows
from etl.said import definitions, headers_of
from etl.saved import Stored, of_table, stored
from etl.specs import SPECS, DatasetSpec
from etl.stage import Received, stage
from etl.stage.upload import used_columns
from etl.steps import CHECKING, CONVERTING, FINDING, READING, SEARCHING, STORING, Progress, silent
from etl.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Offer:
    """What became of a file. `upload_id` is None where it was refused: the store is then unchanged.

    `rows` counts the records found. `duplicate_of` is the live or staged upload of the same bytes. `kept` is
    the mapping it was read by, to save under a name (etl.saved.remember); `around` the cells around its faults.
    """

    upload_id: int | None
    faults: tuple[Fault, ...]
    rows: int = 0
    duplicate_of: int | None = None
    kept: Stored | None = None
    around: Mapping[Place, Neighbourhood] = field(default_factory=dict)

    @property
    def errors(self) -> list[Fault]:
        return errors(self.faults)


@dataclass(frozen=True, slots=True)
class Checked:
    """A file as far as it could be understood, with all its faults. Nothing of it is stored yet."""

    faults: tuple[Fault, ...]
    layout: Layout | None = None
    records: Records | None = None
    around: Mapping[Place, Neighbourhood] = field(default_factory=dict)


def receive(
    store: Store,
    source: bytes | str | Path | Reading,
    name: str,
    dataset: str,
    actor: str,
    wave: str | None = None,
    mapping: ColumnMap | Mapping[str, Any] | None = None,
    origin: str = "real",
    as_at: dt.date | None = None,
    note: str = "",
    framework: Framework | None = None,
    weights: str = SUPPLIED,
    released: Collection[str] = (),
    saved: Mapping[str, Any] | None = None,
    progress: Progress = silent,
) -> Offer:
    """Stage one file for one dataset, or say why not.

    `source` may be a file whose reading has begun. `saved` is a saved mapping (data.reads.offers), used where it
    fits; what `mapping` says outranks it. `as_at` is the day dates may not lie beyond (today when None). `weights`
    made has a survey's own weights replaced by weights from the population. `released` names the cells
    (etl.redact.release_key) whose quotes are let stand though they look like personal data. Raises KeyError for a
    dataset there isn't and OSError for a path that can't be opened; whatever the file holds comes back as faults.
    """
    codes = codebook(framework or load_framework())
    source = source if isinstance(source, Reading) else content_of(source)
    shown, let = redact(file_name(name))[0], tuple(sorted(released))
    received = Received(shown, content_of(source), dataset, actor, origin, wave or "", note, weights, let)
    published = _published(store, received)
    if published is not None:
        return Offer(None, (fault("duplicate_file", upload=published),), duplicate_of=published)
    _, checked = examine(
        store, source, name, dataset, wave, mapping, origin, as_at, codes, weights, let, saved, progress
    )
    rows = len(checked.records) if checked.records else 0
    if errors(checked.faults):
        return Offer(None, checked.faults, rows, kept=_kept(checked), around=checked.around)
    progress(STORING)
    return _stage(store, received, checked, codes)


def examine(
    store: Store,
    source: bytes | Reading,
    name: str,
    dataset: str,
    wave: str | None = None,
    mapping: ColumnMap | Mapping[str, Any] | None = None,
    origin: str = "real",
    as_at: dt.date | None = None,
    codes: Codebook | None = None,
    weights: str = SUPPLIED,
    released: Collection[str] = (),
    saved: Mapping[str, Any] | None = None,
    progress: Progress = silent,
) -> tuple[Workbook, Checked]:
    """A file read and checked against what the store holds, as `receive` does it; nothing is stored."""
    progress(READING)
    ways = as_column_map(mapping)
    reading = _reading(source, name, details=bool(ways.table or of_table(saved)))
    with store.read() as connection:
        before = before_this(connection, dataset, origin)
    codes = codes or codebook(load_framework())
    book = reading.book()
    return book, check(
        book, SPECS[dataset], codes, ways, wave, as_at, before, weights, released, name, saved, progress
    )


def _reading(source: bytes | Reading, name: str, details: bool) -> Reading:
    """The reading that has begun, unless it leaves out what is needed of the file."""
    if isinstance(source, bytes):
        return Reading(source, name, details)
    return Reading(source.content, name, details) if details and not source.details else source


def check(
    book: Workbook,
    spec: DatasetSpec,
    codes: Codebook,
    mapping: ColumnMap,
    wave: str | None = None,
    as_at: dt.date | None = None,
    before: Before = NOTHING_BEFORE,
    weights: str = SUPPLIED,
    released: Collection[str] = (),
    name: str = "",
    saved: Mapping[str, Any] | None = None,
    progress: Progress = silent,
) -> Checked:
    """Everything that can be said of a workbook without the store: its table, its records, its faults.

    `before` is what the store holds of the same dataset; `released` are the cells whose quotes are let stand;
    `name` is the file's, which may say the period; `saved` as in `receive`.
    """
    if errors(book.faults):
        return Checked(book.faults)
    book = without_personal_names(book)
    if wave and "wave" in spec.names:
        mapping = mapping.with_constant("wave", wave)
    progress(FINDING)
    book, layout, faults = lay_out_book(book, name, spec, codes, mapping, saved)
    if layout is None or errors(faults):
        return Checked((*book.faults, *shorten(faults)), layout)
    progress(CONVERTING)
    records, found = read_rows(layout, spec, codes)
    today = dt.datetime.now(dt.UTC).date()
    told = Told(headers_of(layout), definitions(book, layout))
    context = CheckContext(as_at or today, codes, wave, layout.mapping.values, before, weights, told)
    found += fill_blanks(records)
    progress(SEARCHING)
    found += redact_texts(records, released)
    found += unused_personal_data(book, layout, any(column.personal for column in spec.columns))
    progress(CHECKING)
    found += check_rows(records, context)
    told_of = (*book.faults, *shorten([*faults, *found]))
    return Checked(told_of, layout, records, neighbourhoods(told_of, layout, records))


def _published(store: Store, received: Received) -> int | None:
    with store.read() as connection:
        known = uploads_of_file(connection, received.sha256, received.dataset)
    live = (each.id for each in known if each.status == "published" and each.scope == received.scope)
    return next(live, None)


def _stage(store: Store, received: Received, checked: Checked, codes: Codebook) -> Offer:
    """Stage it, unless the same file was staged with the same columns and only waits to be published."""
    rows, wanted = len(checked.records), _settings(received, checked.layout)
    with store.write() as connection:
        for known in uploads_of_file(connection, received.sha256, received.dataset):
            as_staged = (known.scope, known.origin, known.weights, known.columns, known.coded or {}, known.reading)
            let = released_cells(connection, known.id)
            if known.status == "staged" and (*as_staged, let) == wanted:
                notice = fault("taken_up_again", upload=known.id)
                return Offer(known.id, (*checked.faults, notice), rows, known.id, _kept(checked), checked.around)
        upload_id = stage(connection, received, checked.layout, checked.records, codes, list(checked.faults))
    return Offer(upload_id, checked.faults, rows, kept=_kept(checked), around=checked.around)


def _kept(checked: Checked) -> Stored | None:
    return stored(checked.layout) if checked.layout else None


def _settings(received: Received, layout: Layout) -> tuple:
    """What two uploads of the same bytes must share to be the same upload."""
    kept, let = stored(layout), set(received.released)
    return received.scope, received.origin, received.weights, used_columns(layout), kept.values, kept.reading, let
