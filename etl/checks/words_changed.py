"""Words changed since the last file: a column headed differently, a definition that reads differently."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from etl.checks.context import CheckContext
from etl.convert import fold
from etl.faults import Fault, fault
from etl.records import Records
from etl.said import unmoved

ALIKE = 0.6  # how much of two sentences is the same where one is the other, reworded


def words_changed(records: Records, context: CheckContext) -> Iterator[Fault]:
    """A warning for each sentence that defines something and was worded otherwise, a notice for each header."""
    yield from _definitions(context)
    names = {fold(column.name) for column in records.spec.columns} | {fold(each.title) for each in records.spec.columns}
    for name, header in context.told.headers.items():
        before = context.before.headers.get(name)
        ours = name in context.codes.questions or {fold(header), fold(before or "")} <= names
        if before is not None and unmoved(before) != unmoved(header) and not ours:
            yield fault("header_changed", records.sheet, records.column(name), header, before, column=name)


def _definitions(context: CheckContext) -> Iterator[Fault]:
    before = {unmoved(text): text for text in context.before.definitions.values()}
    now = {unmoved(text) for text in context.told.definitions.values()}
    gone = {bare: text for bare, text in before.items() if bare not in now}
    for place, text in context.told.definitions.items():
        if not gone or unmoved(text) in before:
            continue
        nearest = max(gone, key=lambda bare: SequenceMatcher(None, bare, unmoved(text), autojunk=False).ratio())
        if SequenceMatcher(None, nearest, unmoved(text), autojunk=False).ratio() >= ALIKE:
            sheet, _, cell = place.rpartition("!")
            yield fault("definition_changed", sheet, cell, text, gone[nearest])
