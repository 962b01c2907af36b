"""Which column of a table is probably which field: by its heading, by what was recognised, by likeness.

Each guess carries its reason and how sure it is, from 0 to 1. A person confirms or changes it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from etl.codes import LISTS, Codebook
from etl.convert import as_text, fold
from etl.headings import Heading, column_named, headings
from etl.mapping import ColumnMap
from etl.platforms.types import Question, Survey
from etl.propose_survey import by_place
from etl.recognise import Piece
from etl.slips import likest
from etl.specs import ColumnSpec, DatasetSpec

ALIKE_ENOUGH = 80  # of 100: a heading in other words
MOSTLY = 0.6  # of a column's different values that are of a list we know
LOOKED_AT = 200  # rows
OWN_COLUMNS = {  # of a platform
    "id": "the platform’s number of the response",
    "date": "the platform’s date of the response",
    "weight": "the platform’s weight",
}
ONLINE = ("SurveyMonkey", "Qualtrics", "Microsoft Forms", "Google Forms", "LimeSurvey", "EUSurvey", "Typeform",
          "Alchemer", "SmartSurvey", "Jotform", "QuestionPro", "Citizen Space", "Engagement HQ",
          "JISC Online Surveys")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A field's column by its letters, or one value for every row; "" for whichever it isn't."""

    letters: str = ""
    constant: str = ""
    reason: str = ""
    confidence: float = 0.0


def suggestions(piece: Piece, spec: DatasetSpec, codes: Codebook) -> dict[str, Suggestion]:
    """Field -> suggestion, of the fields (and, across columns, the services) of which we have an idea."""
    heads = headings(piece)
    found = _by_alias(heads, spec, codes)
    if piece.proposal.dataset == spec.name:
        found = {**_proposed(piece, heads), **found}
    for column in spec.columns:
        known = found.get(column.name, Suggestion())
        guess = _by_values(piece, heads, column, codes)
        if not known.letters and not guess:
            guess = _by_likeness(heads, column, found)
        strange = column.type in LISTS and not _reads_as(piece, heads, known, column, codes)
        if guess and (strange or guess.confidence > known.confidence):
            found[column.name] = guess
    constants = _constants(piece, spec)
    return {**{name: each for name, each in constants.items() if name not in found}, **found}


def suggested(piece: Piece, spec: DatasetSpec, codes: Codebook) -> ColumnMap:
    """All suggestions as a mapping, for a person to confirm."""
    found = suggestions(piece, spec, codes)
    columns = {name: each.letters for name, each in found.items() if each.letters}
    if spec.spread and spec.spread[0] in columns:
        columns = {name: at for name, at in columns.items() if name in spec.names}
    elif spec.spread and columns.keys() - set(spec.names):
        columns.pop(spec.spread[1], None)
    constants = {name: each.constant for name, each in found.items() if each.constant}
    told = piece.proposal.values if piece.proposal.dataset == spec.name else {}
    told = {name: said for name, said in told.items() if columns.get(name) == piece.proposal.columns.get(name)}
    values = {**told, **suggested_values(piece, columns, codes)}
    return ColumnMap(columns, values, constants, table=piece.number)


def suggested_values(piece: Piece, columns: Mapping[str, str], codes: Codebook) -> dict[str, dict[str, str]]:
    """Question -> {value in the file: the framework's label}, by the labels the file itself gives its codes."""
    if not isinstance(piece.found, Survey):
        return {}
    by_letters = {question.letters: question for question in piece.found.questions}
    found = {
        name: _labels(by_letters[at], codes, name)
        for name, at in columns.items()
        if name in codes.questions and at in by_letters
    }
    return {**{name: each for name, each in found.items() if each}}


def _labels(question: Question, codes: Codebook, name: str) -> dict[str, str]:
    """A file's own labels outrank its codes: its 1 may be our 5. Labels in another language are ours by
    their place on the scale."""
    ours = {fold(label.label): label.label for label in codes.questions[name].labels}
    texts = dict(question.labels) or {text: text for text in (*question.codes, *question.apart)}
    found = {}
    for value, label in texts.items():
        if fold(value) in ours or (not question.labels and fold(value) in codes.answers(name)):
            continue
        if best := likest(label, ours, ALIKE_ENOUGH):
            found[value] = ours[best]
    return found or by_place(texts, list(ours.values()))


def _by_alias(heads: Sequence[Heading], spec: DatasetSpec, codes: Codebook) -> dict[str, Suggestion]:
    names = {fold(alias): column.name for column in spec.columns for alias in (*column.aliases, column.title)}
    names |= {fold(name): name for name in codes.fields(spec)}
    found: dict[str, Suggestion] = {}
    for head in heads:
        field = names.get(fold(head.name))
        if field and field not in found:
            found[field] = Suggestion(head.letters, reason=f"headed “{head.name}”", confidence=1.0)
    return found


def _proposed(piece: Piece, heads: Sequence[Heading]) -> dict[str, Suggestion]:
    told = piece.proposal
    placed = {name: column_named(heads, at) for name, at in told.columns.items()}
    survey = isinstance(piece.found, Survey)
    why = {"area": "its cells are codes or names of areas", "period": "its cells are periods",
           "count": told.reason, "service": told.reason}  # fmt: skip
    if survey:
        roles = {each.letters: each.role for each in piece.found.questions}
        why = {name: OWN_COLUMNS.get(roles.get(head.letters)) for name, head in placed.items() if head}
    other = "the question or its wording is like ours" if survey else "its heading reads like it"
    return {
        name: Suggestion(head.letters, reason=why.get(name) or other, confidence=told.confidence)
        for name, head in placed.items()
        if head
    }


def _constants(piece: Piece, spec: DatasetSpec) -> dict[str, Suggestion]:
    told = piece.proposal.constants if piece.proposal.dataset == spec.name else {}
    where = "" if isinstance(piece.found, Survey) else piece.found.period_from
    reason = f"the file says so ({where})" if where else "the file says so"
    found = {name: Suggestion(constant=value, reason=reason, confidence=0.8) for name, value in told.items()}
    if "service" in found:
        found["service"] = replace(
            found["service"], reason=piece.proposal.reason, confidence=piece.proposal.confidence
        )
    if isinstance(piece.found, Survey) and piece.found.platform in ONLINE and "mode" in spec.names:
        reason = f"{piece.found.platform} asks online"
        found.setdefault("mode", Suggestion(constant="online", reason=reason, confidence=0.7))
    return found


def _by_values(piece: Piece, heads: Sequence[Heading], column: ColumnSpec, codes: Codebook) -> Suggestion | None:
    """A column most of whose values are of the field's list, such as the codes of areas."""
    if column.type not in LISTS and column.type != "choice":
        return None
    shares = [(_share(piece, head, column, codes), head) for head in heads]
    best, head = max(shares, key=lambda each: each[0], default=(0, None))
    if best < MOSTLY:
        return None
    reason = f"its cells read as {column.title.lower()}"
    return Suggestion(head.letters, reason=reason, confidence=round(best * 0.9, 2))


def _reads_as(piece: Piece, heads: Sequence[Heading], known: Suggestion, column: ColumnSpec, codes: Codebook) -> bool:
    """Whether any cell of the column so headed is of the field's list: “Area” may head names we don't know."""
    head = column_named(heads, known.letters) if known.letters else None
    return head is not None and _share(piece, head, column, codes, numbers=True) > 0


def _share(piece: Piece, head: Heading, column: ColumnSpec, codes: Codebook, numbers: bool = False) -> float:
    """How many of a column's different values are of the field's list; bare numbers only where `numbers`."""
    rows = [piece.found.sheet.rows[row] for row in piece.found.rows[:LOOKED_AT]]
    said = {fold(row[head.index]) for row in rows if head.index < len(row) and row[head.index] is not None}
    known = {text for text in said & codes.accepted(column).keys() if numbers or not text.isdigit()}
    if column.type == "area":
        known |= {text for text in said if codes.area(text)}
    return len(known) / len(said) if said else 0.0


def _by_likeness(heads: Sequence[Heading], column: ColumnSpec, found: Mapping[str, Suggestion]) -> Suggestion | None:
    from rapidfuzz import fuzz, process

    free = {head.letters: fold(head.name) for head in heads if head.letters not in {e.letters for e in found.values()}}
    words = [fold(as_text(word)) for word in (column.title, column.name.replace("_", " "), *column.aliases)]
    best = max(
        (match for word in words if (match := process.extractOne(word, free, scorer=fuzz.token_sort_ratio))),
        key=lambda match: match[1],
        default=None,
    )
    if best is None or best[1] < ALIKE_ENOUGH:
        return None
    return Suggestion(best[2], reason=f"“{best[0]}” is like “{column.title}”", confidence=round(best[1] / 100 * 0.8, 2))


def likeliest(pieces: Sequence[Piece], spec: DatasetSpec, codes: Codebook) -> Piece | None:
    """The table or survey a dataset is most probably in: fewest fields missing, most rows of our areas; None
    where nothing holds data."""

    def rank(piece: Piece) -> tuple:
        found = suggestions(piece, spec, codes)
        services = bool(spec.spread) and any(name not in spec.names for name in found)
        there = {*found, *(spec.spread if services else ())}
        missing = len(set(spec.required) - there)
        ours = _ours(piece, found["area"].letters, codes) if "area" in found else 0
        return piece.data, piece.proposal.dataset == spec.name, ours > 0, -missing, ours, -piece.number

    return max(pieces, key=rank, default=None)


def _ours(piece: Piece, at: str, codes: Codebook) -> int:
    """How many different areas of ours a column names."""
    head = column_named(headings(piece), at) if at else None
    if head is None:
        return 0
    rows = [piece.found.sheet.rows[row] for row in piece.found.rows]
    said = {fold(row[head.index]) for row in rows if head.index < len(row) and row[head.index] is not None}
    return len({code for text in said if (code := codes.area(text))})
