"""Text, codes, persons' codes, and labels that must be one of a list."""

import datetime as dt
from collections.abc import Mapping

from etl.convert.absences import absence_of
from etl.convert.types import Converted, Converter, tidy
from etl.workbook import Raw

OPENING, CLOSING = " \"'“”‘«•·", " .,;:!…*\"'“”’»"


def as_text(raw: Raw) -> str:
    """The cell as a person reads it: 101.0 is "101", a date is ISO."""
    if isinstance(raw, str):
        return tidy(raw)
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return raw.isoformat() if isinstance(raw, dt.date | dt.time) else str(raw)


def fold(raw: Raw) -> str:
    """The text by which labels are compared: lower case, single spaces, curly quotes straight."""
    return as_text(raw).casefold().replace("’", "'").replace("‘", "'")


def unpointed(text: str) -> str:
    """The text without points and quotes at its ends: "Very satisfied." is "Very satisfied"."""
    return text.lstrip(OPENING).rstrip(CLOSING)


def to_text(raw: Raw) -> Converted:
    """Free text, its line breaks and doubled spaces made single spaces. "n/a" and the like are absences."""
    missing = absence_of(raw)
    return Converted(absence=missing) if missing is not None else Converted(as_text(raw))


def to_code(raw: Raw) -> Converted:
    """A short identifier, kept as written; a number loses only its ".0"."""
    return to_text(raw)


def to_label(accepted: Mapping[str, object], problem: str) -> Converter:
    """A converter to one of the values of `accepted`, whose keys are folded texts.

    Points and quotes at its ends don't matter. What isn't accepted is an absence if it states one, else the problem.
    """

    def convert(raw: Raw) -> Converted:
        if raw is None:
            return Converted(absence=absence_of(raw))
        text = fold(raw)
        if text in accepted:
            return Converted(accepted[text])
        missing = absence_of(raw)
        if missing is not None:
            return Converted(absence=missing)
        bare = unpointed(text)
        return Converted(accepted[bare]) if bare and bare in accepted else Converted(problem=problem)

    return convert
