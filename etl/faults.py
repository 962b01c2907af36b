"""Faults as data: what is wrong or doubtful, where, what was expected and how to mend it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from etl.fault_kinds import FAULTS
from etl.personal import redact

SHOWN_OF_EACH = 50  # of one code in one column: the rest is counted, so a wrong column stays readable
LONGEST_VALUE = 80


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong. `severity` error stops the file; a warning or a notice doesn't."""

    code: str
    severity: str
    sheet: str
    cell: str
    value: str
    expected: str
    mend: str
    message: str

    @property
    def title(self) -> str:
        return FAULTS[self.code].title


def fault(
    code: str, sheet: str = "", cell: str = "", value: object = "", expected: str = "", **words: object
) -> Fault:
    """The fault of that code. `words` fill the places of its message; `value` is shortened, without personal data.

    Raises KeyError for a code that isn't in FAULTS: a fault nobody can look up is a mistake here.
    """
    kind = FAULTS[code]
    shown = redact(str(value))[0]
    if len(shown) > LONGEST_VALUE:
        shown = shown[: LONGEST_VALUE - 1] + "…"
    places = {"sheet": sheet, "cell": cell, "value": shown, "expected": expected, **words}
    return Fault(
        code,
        kind.severity,
        sheet,
        cell,
        shown,
        expected,
        kind.mend.format(**places),
        kind.template.format(**places),
    )


def column_of(cell: str) -> str:
    return cell.rstrip("0123456789")


def errors(faults: Iterable[Fault]) -> list[Fault]:
    return [each for each in faults if each.severity == "error"]


def shorten(faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults, with at most SHOWN_OF_EACH of one code in one column, then how many more."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for each in faults:
        group = (each.code, each.sheet, column_of(each.cell))
        seen[group] += 1
        if seen[group] <= SHOWN_OF_EACH:
            yield each
    for (code, sheet, column), count in seen.items():
        if count > SHOWN_OF_EACH:
            yield fault(
                "more_like_this", sheet, column, count - SHOWN_OF_EACH, code, more=count - SHOWN_OF_EACH,
                title=FAULTS[code].title.lower(),
            )
