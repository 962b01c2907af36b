"""Receiving a file: read, find the table, convert, check, stage. All or nothing."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.framework import Framework, load_framework
from data.reads.answers import latest_answers
from data.reads.offers import uploads_of_file
from data.store import Store
from etl.checks import CheckContext, check_rows
from etl.checks.context import SUPPLIED, Wave
from etl.codes import Codebook, codebook
from etl.faults import Fault, errors, fault, shorten
from etl.fill import fill_blanks
from etl.guard import file_name
from etl.layout import Layout, find_layout
from etl.mapping import ColumnMap, as_column_map
from etl.read import read_workbook
from etl.records import Records
from etl.redact import redact_texts, unused_personal_data
from etl.rows import read_rows
from etl.specs import SPECS, DatasetSpec
from etl.stage import Received, stage
from etl.stage.upload import used_columns
from etl.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Offer:
    """What became of a file. `upload_id` is None where it was refused: the store is then unchanged.

    `rows` counts the records found. `duplicate_of` is the live or staged upload of the same bytes.
    """

    upload_id: int | None
    faults: tuple[Fault, ...]
    rows: int = 0
    duplicate_of: int | None = None

    @property
    def errors(self) -> list[Fault]:
        return errors(self.faults)


@dataclass(frozen=True, slots=True)
class Checked:
    """A file as far as it could be understood, with all its faults. Nothing of it is stored yet."""

    faults: tuple[Fault, ...]
    layout: Layout | None = None
    records: Records | None = None


def receive(
    store: Store,
    source: bytes | str | Path,
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
) -> Offer:
    """Stage one file for one dataset, or say why not.

    `as_at` is the day dates may not lie beyond (today when None). `weights` made has a survey's own weights
    replaced by weights from the population. Raises KeyError for a dataset there
    isn't and OSError for a path that can't be opened; whatever the file holds comes back as faults.
    """
    spec, codes = SPECS[dataset], codebook(framework or load_framework())
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    received = Received(file_name(name), content, dataset, actor, origin, wave or "", note, weights)
    published = _published(store, received)
    if published is not None:
        return Offer(None, (fault("duplicate_file", upload=published),), duplicate_of=published)
    with store.read() as connection:
        earlier = latest_answers(connection, dataset)
    checked = check(read_workbook(content, name), spec, codes, as_column_map(mapping), wave, as_at, earlier, weights)
    rows = len(checked.records) if checked.records else 0
    if errors(checked.faults):
        return Offer(None, checked.faults, rows)
    return _stage(store, received, checked, codes)


def check(
    book: Workbook,
    spec: DatasetSpec,
    codes: Codebook,
    mapping: ColumnMap,
    wave: str | None = None,
    as_at: dt.date | None = None,
    earlier: Sequence[Wave] = (),
    weights: str = SUPPLIED,
) -> Checked:
    """Everything that can be said of a workbook without the store: its table, its records, its faults.

    `earlier` are answers of the latest waves of the same survey, newest first.
    """
    if errors(book.faults):
        return Checked(book.faults)
    if wave and "wave" in spec.names:
        mapping = mapping.with_constant("wave", wave)
    layout, faults = find_layout(book, spec, codes, mapping)
    if layout is None or errors(faults):
        return Checked((*book.faults, *shorten(faults)), layout)
    records, found = read_rows(layout, spec, codes)
    today = dt.datetime.now(dt.UTC).date()
    context = CheckContext(as_at or today, codes, wave, mapping.values, earlier, weights)
    found += fill_blanks(records)
    found += redact_texts(records)
    found += unused_personal_data(book, layout)
    found += check_rows(records, context)
    return Checked((*book.faults, *shorten([*faults, *found])), layout, records)


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
            as_staged = (known.scope, known.origin, known.weights, known.columns, known.coded or {})
            if known.status == "staged" and as_staged == wanted:
                notice = fault("taken_up_again", upload=known.id)
                return Offer(known.id, (*checked.faults, notice), rows, known.id)
        upload_id = stage(connection, received, checked.layout, checked.records, codes, list(checked.faults))
    return Offer(upload_id, checked.faults, rows)


def _settings(received: Received, layout: Layout) -> tuple:
    """What two uploads of the same bytes must share to be the same upload."""
    coded = {name: dict(values) for name, values in layout.mapping.values.items()}
    return received.scope, received.origin, received.weights, used_columns(layout), coded
