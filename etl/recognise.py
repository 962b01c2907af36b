"""What a file is: its tables or surveys, each with what we take it for, why, and how sure we are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from etl.area_sums import sums_not_met
from etl.codebook_sheet import Entries, codebooks, together
from etl.codes import Codebook
from etl.convert import as_text
from etl.faults import Fault, errors, fault
from etl.number_codes import TAKEN
from etl.platforms.types import Survey
from etl.propose import Proposal, propose_table
from etl.propose_survey import propose_survey
from etl.questions import recognise_survey
from etl.survey_long import survey_rows
from etl.tables import LongRow, Table, find_tables, long_rows
from etl.tables.texts import texts_among_figures
from etl.workbook import Sheet, Workbook

COVER = re.compile(r"cover|title|content|read ?me|info|intro|index|front|about|summary", re.I)
DOUBTFUL = 0.7
MOST_NAMED = 20  # hidden rows that are named; the rest are counted
MOST_REPEATED = 0.2  # of the rows: beyond that a number is not of one respondent


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing found in a file: a table or a survey, its number from 1, and the dataset proposed for it."""

    number: int
    found: Table | Survey
    proposal: Proposal

    @property
    def is_survey(self) -> bool:
        return isinstance(self.found, Survey)

    @property
    def data(self) -> bool:
        """Whether it holds data to load: not hidden, no drop-down dashboard, no list of text."""
        if isinstance(self.found, Survey):
            return True
        return not self.found.sheet.hidden and self.found.kind in ("statistics", "records")

    def rows(self) -> Iterator[LongRow]:
        found = self.found
        return survey_rows(found, self.number) if isinstance(found, Survey) else long_rows(found, self.number)


@dataclass(frozen=True, slots=True)
class Understood:
    """A file as far as we understand it. `other` sheet -> why nothing of it is a table."""

    pieces: tuple[Piece, ...]
    other: dict[str, str]
    faults: tuple[Fault, ...]

    @property
    def platform(self) -> str:
        return next((piece.found.platform for piece in self.pieces if isinstance(piece.found, Survey)), "")


def understand(book: Workbook, name: str, codes: Codebook) -> Understood:
    """Every table and survey of a workbook read with its details. Never raises for what the file holds."""
    if errors(book.faults):
        return Understood((), {}, book.faults)
    stem, cover = PurePath(name).stem, _cover_texts(book)
    found: list[tuple[Table | Survey, Proposal]] = []
    books = codebooks(book.sheets) if len(book.sheets) > 1 else {}
    entries = together(books)
    other: dict[str, str] = dict.fromkeys(books, "the codebook of another sheet")
    for sheet in book.sheets:
        if sheet.name in books:
            continue
        here = list(_of_sheet(sheet, stem, cover, codes, entries))
        found += here
        if not here:
            other[sheet.name] = "blank" if not any(any(row) for row in sheet.rows) else "text, no table of figures"
    pieces = tuple(Piece(place, *each) for place, each in enumerate(_data_first(found), 1))
    return Understood(pieces, other, (*book.faults, *_faults(pieces, codes)))


def _of_sheet(
    sheet: Sheet, stem: str, cover: list[str], codes: Codebook, entries: Entries
) -> Iterator[tuple[Table | Survey, Proposal]]:
    survey = recognise_survey(sheet, entries)
    if survey:
        yield survey, propose_survey(survey, codes)
        return
    for table in find_tables(sheet, stem, cover):
        yield table, propose_table(table, codes)


def _cover_texts(book: Workbook) -> list[str]:
    """Texts of the cover and contents, where the period of a whole workbook may stand."""
    sheets = [sheet for sheet in book.sheets[:3] if COVER.search(sheet.name) and not sheet.hidden]
    return [as_text(cell) for sheet in sheets for row in sheet.rows[:15] for cell in row if isinstance(cell, str)][:40]


def _data_first(found: list) -> list:
    """Data before dashboards, lists and hidden sheets, else in the file's own order."""

    def rank(each: tuple) -> bool:
        table = each[0]
        return isinstance(table, Table) and (table.sheet.hidden or table.kind not in ("statistics", "records"))

    return sorted(found, key=rank)


def _faults(pieces: tuple[Piece, ...], codes: Codebook) -> Iterator[Fault]:
    if not any(piece.data for piece in pieces):
        yield fault("no_table")
    for piece in pieces:
        if isinstance(piece.found, Table):
            yield from _of_table(piece.found)
            yield from sums_not_met(piece.found, codes)
        else:
            yield from _of_survey(piece.found)


def _of_table(table: Table) -> Iterator[Fault]:
    sheet = table.sheet.name
    if table.totals:
        rows = ", ".join(str(row + 1) for row in sorted(table.totals)[:8])
        yield fault("rows_that_are_totals", sheet, table.range, count=len(table.totals), rows=rows)
    timed = table.period or table.of_role("period") or any(column.period for column in table.measures)
    if table.measures and not timed:
        yield fault("no_period_found", sheet, table.range)
    yield from _hidden(table.sheet, [column.letters for column in table.measures if column.hidden], table.rows)
    yield from texts_among_figures(table)
    if table.confidence < DOUBTFUL and table.kind == "statistics":
        yield fault("table_doubtful", sheet, table.range, confidence=table.confidence)


def _hidden(sheet: Sheet, columns: Sequence[str], rows: Iterable[int]) -> Iterator[Fault]:
    """What the sheet hides of a table: its columns by their letters, the first of its rows by their numbers."""
    numbers = [str(row + 1) for row in rows if row in sheet.detail.hidden_rows]
    more = "" if len(numbers) <= MOST_NAMED else f" and {len(numbers) - MOST_NAMED:,} more"
    named = (("column", columns, ""), ("row", numbers[:MOST_NAMED], more))
    said = [f"{what}{'s' * (len(each) > 1)} {', '.join(each)}{rest}" for what, each, rest in named if each]
    if said:
        yield fault("hidden_cells", sheet.name, value=" and ".join(said))


def _of_survey(survey: Survey) -> Iterator[Fault]:
    sheet = survey.sheet.name
    if survey.skipped:
        yield fault("test_responses", sheet, count=len(survey.skipped))
    columns = survey.sheet.detail.hidden_columns
    hidden = [question.letters for question in survey.questions if question.column in columns]
    yield from _hidden(survey.sheet, hidden, survey.rows)
    yield from _repeated(survey)
    if survey.strays:
        listed = ", ".join(str(row + 1) for row in sorted(survey.strays)[:8])
        yield fault("rows_no_responses", sheet, count=len(survey.strays), rows=listed)
    if survey.partial:
        yield fault("partial_responses", sheet, count=len(survey.partial))
    personal = [question.name for question in survey.of_role("personal")]
    if personal:
        yield fault("personal_questions", sheet, value=", ".join(personal[:8]))
    guessed = [
        each.letters for each in survey.questions if any(why.startswith(TAKEN) for _, why in each.apart.values())
    ]
    if guessed:
        yield fault("missing_codes_guessed", sheet, value=", ".join(guessed[:12]), count=len(guessed))
    coded = [question for question in survey.questions if question.coded]
    if coded:
        said = next((answer for row in survey.rows if (answer := survey.said(row, coded[0]))), "")
        yield fault("answer_codes_without_labels", sheet, value=f"{said} (column {coded[0].letters})", count=len(coded))
    for question in survey.questions:
        if question.reversed:
            yield fault("reversed_item", sheet, question.letters, question.name[:60], why=question.reversed)


def _repeated(survey: Survey) -> Iterator[Fault]:
    """Numbers of respondents that stand in several rows; none where they mostly do, as of children of a household."""
    for question in survey.of_role("id")[:1]:
        said = Counter(text for row in survey.rows if (text := survey.said(row, question)))
        again = {text: times for text, times in said.items() if times > 1}
        extra = sum(again.values()) - len(again)
        if again and extra <= MOST_REPEATED * len(survey.rows):
            value = next(iter(again))
            yield fault("repeated_respondents", survey.sheet.name, question.letters, value, count=extra)
