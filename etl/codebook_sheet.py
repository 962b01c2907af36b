"""A codebook on a sheet of its own: what the columns of another sheet ask, and what their codes stand for.

Read by what it holds, whatever its headings are called: a column that names the other sheet's columns, beside it
their questions, and either a code and its label a row or all of them in one cell ("1 = Yes; 2 = No").
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from etl.convert import fold
from etl.platforms.common import texts
from etl.platforms.types import Found, Label
from etl.workbook import Raw, Sheet

HEADERS, NAMED_WITHIN, FEWEST, MOST_ROWS = 6, 6, 3, 5_000
HEADER_OF_WORDS = 0.8  # of a header's cells: different words
MOSTLY, SHARE = 0.6, 0.3  # of the names in the codebook; of the columns that it must name
CODE = re.compile(r"-?\d{1,4}|[A-Za-z]{1,2}\d{1,3}")
FIGURE = re.compile(r"[-(]?[£$]?[\d., ]+%?\)?|\d{4}-\d\d-\d\d")
FIRST_PAIR = re.compile(r"\W{0,2}(-?\d{1,4}|[A-Za-z]{1,2}\d{1,3})\s*([=:.),–-])\s*\S")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a codebook says of one column: its question or "", and code -> label."""

    question: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


Entries = Mapping[str, Entry]  # folded name of a column -> what is said of it


def codebooks(sheets: Sequence[Sheet]) -> Mapping[str, Entries]:
    """Name of each sheet that is the codebook of another -> its entries."""
    headers = {sheet.name: [_names(row) for row in sheet.rows[:HEADERS]] for sheet in sheets}
    found: dict[str, Entries] = {}
    for sheet in sheets:
        if FEWEST < len(sheet.rows) <= MOST_ROWS:
            others = [names for name, rows in headers.items() if name != sheet.name for names in rows]
            entries = _of(sheet.rows, [names for names in others if len(names) >= FEWEST])
            if entries:
                found[sheet.name] = entries
    return found


def _names(row: Sequence[Raw]) -> set[str]:
    """What a row says, where it can be a header: words, not figures; else nothing."""
    said = [text for text in texts(row) if text]
    names = {fold(text) for text in said if not FIGURE.fullmatch(text) and _is_worded(text)}
    return names if len(names) >= HEADER_OF_WORDS * len(said) else set()


def together(books: Mapping[str, Entries]) -> Entries:
    """The entries of all codebooks: one sheet may hold the questions, another the labels."""
    found: dict[str, Entry] = {}
    for name, entry in (each for entries in books.values() for each in entries.items()):
        known = found.get(name, Entry())
        found[name] = Entry(known.question or entry.question, known.labels or entry.labels)
    return found


def worded(sheet: Sheet, found: Found, entries: Entries) -> tuple[Sheet, Found]:
    """The sheet with labels beside its codes, and its columns with their questions."""
    said = {at: entries[fold(label.name)] for at, label in enumerate(found.labels) if fold(label.name) in entries}
    if not said:
        return sheet, found
    labels = {at: dict(entry.labels) for at, entry in said.items() if entry.labels}
    columns = tuple(_asked(label, said.get(at)) for at, label in enumerate(found.labels))
    detail = replace(sheet.detail, labels={**sheet.detail.labels, **labels})
    reasons = (*found.reasons, f"a codebook in the same file says what {len(said)} of its columns are")
    return replace(sheet, detail=detail), replace(found, labels=columns, reasons=reasons)


def by_codebook(sheet: Sheet, entries: Entries) -> Found | None:
    """A sheet whose columns a codebook names, though nothing else tells that it is a survey."""
    for number, row in enumerate(sheet.rows[:HEADERS]):
        names = texts(row)
        named = [entries[fold(name)] for name in names if fold(name) in entries]
        if len(named) >= max(FEWEST, SHARE * len(names)) and any(entry.labels for entry in named):
            labels = tuple(Label(name, name) for name in names)
            return Found("unknown platform", (number,), number + 1, labels, 0.8, ())
    return None


def _asked(label: Label, entry: Entry | None) -> Label:
    return replace(label, text=entry.question) if entry and entry.question and not label.item else label


def _of(rows: Sequence[Sequence[Raw]], headers: Sequence[set[str]]) -> Entries | None:
    begun = [texts(row[:NAMED_WITHIN]) for row in rows]  # of most sheets that tells already that they are none
    said = [{fold(row[at]) for row in begun if at < len(row) and row[at]} for at in range(NAMED_WITHIN)]
    for names in headers:
        column = next((at for at, texts_there in enumerate(said) if _is_naming(texts_there, names)), None)
        if column is not None:
            entries = _entries([texts(row) for row in rows], column, names)
            if sum(bool(entry.question or entry.labels) for entry in entries.values()) >= FEWEST:
                return entries
    return None


def _is_naming(said: set[str], names: set[str]) -> bool:
    """Whether a column names the other sheet's columns, one below the other; codes may stand between them."""
    known = said & names
    others = {text for text in said - names if not CODE.fullmatch(text)}
    return len(known) >= max(FEWEST, SHARE * len(names)) and len(known) >= MOSTLY * (len(known) + len(others) - 1)


def _entries(rows: Sequence[Sequence[str]], column: int, names: set[str]) -> Entries:
    found: dict[str, Entry] = {}
    for name, block in _blocks(rows, column, names):
        labels: dict[str, str] = {}
        question = ""
        for row in block:
            rest = [text for at, text in enumerate(row) if text and (at != column or fold(text) != name)]
            pairs = next(filter(None, map(_pairs, rest)), {})
            code = next((at for at, text in enumerate(rest) if CODE.fullmatch(text)), None)
            if pairs:
                labels |= pairs
            elif code is not None and code + 1 < len(rest) and not FIGURE.fullmatch(rest[code + 1]):
                labels[rest[code]] = rest[code + 1]
            spoken = [text for text in rest[:code] if _is_worded(text) and not _pairs(text)]
            question = question or next((text for text in spoken if " " in text), "") or "".join(spoken[:1])
        known = found.get(name, Entry())
        found[name] = Entry(known.question or question, {**known.labels, **labels})
    return found


def _is_worded(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _blocks(rows: Sequence[Sequence[str]], column: int, names: set[str]) -> Iterator[tuple[str, list[Sequence[str]]]]:
    """Each column's name with the rows about it: those that name it, and those below that name none."""
    name, block = "", []
    for row in rows:
        said = fold(row[column]) if column < len(row) else ""
        if said in names or (said and not CODE.fullmatch(said)):
            if name in names:
                yield name, block
            name, block = said, []
        block.append(row)
    if name in names:
        yield name, block


def _pairs(text: str) -> dict[str, str]:
    """Code -> label of "1 = Yes; 2 = No", "1. Yes 2. No" or "1, Yes | 2, No"; {} for other text."""
    first = FIRST_PAIR.match(text)
    if not first or (first[2] == "," and "|" not in text):
        return {}
    sign = re.escape(first[2])
    code = r"-?\d{1,4}|[A-Za-z]{1,2}\d{1,3}"
    parts = re.split(rf"(?:^|[;,|/\s])\s*(?={code}\s*{sign})(?=(?:{code})\s*{sign})", text)
    found = dict(match.groups() for part in parts if (match := re.match(rf"\W{{0,2}}({code})\s*{sign}\s*(.+)", part)))
    clean = {key: label.strip(" ;,|/") for key, label in found.items()}
    return clean if len(clean) > 1 else {}
