"""The long table without personal data: what people wrote is redacted as it is before anything is stored.

No row is lost: a cell that held personal data stays a row, with what was taken out said in its place.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from etl.personal import NAME, REMOVED, redact
from etl.personal_headers import personal_header
from etl.platforms.types import Question, Survey
from etl.recognise import Piece
from etl.redact import PLACES, SHORTEST
from etl.tables import LongRow

WRITTEN = frozenset(("text", "other_text"))
AN_OPTION = 3  # people who gave the very same answer: it was offered, nobody wrote it
TOLD = "personal data removed"
OF_PEOPLE = ("an email address", "a phone number", "an NHS number", "a National Insurance number", "a date of birth")


def without_personal_data(piece: Piece) -> Iterator[LongRow]:
    """The rows of a piece, personal data taken out of what people wrote, and out of texts beside figures.

    In free text everything is looked for. In answers that several people gave alike, names and postcodes are
    the option's own; in tables of figures they are the places'.
    """
    return _of_survey(piece, piece.found) if isinstance(piece.found, Survey) else _of_table(piece)


def _of_survey(piece: Piece, survey: Survey) -> Iterator[LongRow]:
    asked = {question.letters: question for question in survey.questions}
    given: dict[str, Counter[str]] = {}
    for row in piece.rows():
        question = asked[row.cell.rstrip("0123456789")]
        if len(row.raw) < SHORTEST or row.raw.isdecimal() or not _clean(row.raw, ())[1]:
            yield row
            continue
        if question.letters not in given:
            given[question.letters] = Counter(survey.said(number, question) for number in survey.rows)
        yield _redacted(row, _skipped(question, given[question.letters][row.raw]))


def _skipped(question: Question, times: int) -> tuple[str, ...]:
    return () if question.kind in WRITTEN or times < AN_OPTION else (NAME, *PLACES)


def _of_table(piece: Piece) -> Iterator[LongRow]:
    for row in piece.rows():
        headed = {
            name: REMOVED.format(what=what.removeprefix("an ").removeprefix("a "))
            for name in row.dimensions
            if (what := personal_header(name)) in OF_PEOPLE and row.dimensions[name]
        }
        clean = _redacted(row, (NAME, *PLACES)) if _any_text(row) else row
        yield replace(clean, dimensions={**clean.dimensions, **headed}) if headed else clean


def _any_text(row: LongRow) -> bool:
    written = row.dimensions.values() if row.value is not None else (row.raw, *row.dimensions.values())
    return any(len(text) >= SHORTEST and not text.isdecimal() for text in written)


def _redacted(row: LongRow, skip: tuple[str, ...]) -> LongRow:
    figure = row.value is not None and "response" not in row.dimensions
    raw, found = (row.raw, False) if figure else _clean(row.raw, skip)
    dimensions = {name: _clean(text, skip)[0] for name, text in row.dimensions.items() if name in _said(row)}
    if not found and all(row.dimensions[name] == text for name, text in dimensions.items()):
        return row
    return replace(row, raw=raw, mark=row.mark or TOLD, dimensions={**row.dimensions, **dimensions})


def _said(row: LongRow) -> tuple[str, ...]:
    """The dimensions that say what somebody answered; of a table, all."""
    return ("item", "response") if "response" in row.dimensions else tuple(row.dimensions)


@lru_cache(maxsize=50_000)
def _clean(text: str, skip: tuple[str, ...]) -> tuple[str, bool]:
    clean, kinds = redact(text, skip)
    return clean, bool(kinds)
