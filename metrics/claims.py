"""May I say this in public? A claim against what a publication says already: two decision tables, no statistic.

A claim that a figure rose or fell is decided by the status of the indicator or by the interval of a published
difference; a claim that it did so because of the programme, by the counterfactual.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from metrics.status_types import Change
from metrics.types import Absence


class Answer(StrEnum):
    """What may be said of a claim."""

    SUPPORTED = "supported"
    NOT_SUPPORTED = "not_supported"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the publication says of the figure that a claim is about.

    `change` is the indicator's status. `side` is 1 where the comparison shows a rise, −1 a fall, 0 neither, None where
    none was made. `known`: a figure is published for this place; `absence` says why a comparison of it is not.
    `enough`: the comparison rests on no fewer people than the indicator's minimum base.
    """

    change: Change
    side: int | None
    known: bool = True
    absence: Absence | None = None
    enough: bool = True
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Cause:
    """What the designs said together of a declared effect: fell, rose, no_clear_change, inconclusive, refused.

    `design` is the strongest that answered, in words; empty where none did.
    """

    claim: str
    sentence: str
    maryland: int = 1
    design: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One comparison: of which place, since when, its facts, its figure and its sentence."""

    place: str
    period: str
    facts: Facts
    figure: str
    sentence: str
    cautions: tuple[str, ...] = ()
    cause: Cause | None = None
    of_cause: bool = True  # whether a claim about the programme may be asked of this period


Gate = Callable[[Facts], bool]
# What stops any claim, in order.
GATES: tuple[tuple[str, Gate], ...] = (
    ("Nothing is published for this place.", lambda f: not f.known),
    ("The figure is withheld, so that nobody can be recognised.", lambda f: f.absence is Absence.WITHHELD),
    ("The latest figure can’t be compared with what came before.",
     lambda f: f.change is Change.NOT_COMPARABLE or f.absence is Absence.NOT_COMPARABLE),
    ("It is too early: an effect can’t show yet.",
     lambda f: f.change is Change.TOO_EARLY or f.absence is Absence.TOO_EARLY),
    ("There are too few measurements, or too few people behind them.",
     lambda f: f.change is Change.NOT_ENOUGH_POINTS or not f.enough),
    ("The figures are out of date.", lambda f: f.stale),
)  # fmt: skip
Test = Callable[[Facts, int], bool]
# After the gates, in order: the first row whose test holds decides a claim that something rose or fell.
CHANGED: tuple[tuple[str, Test, Answer], ...] = (
    ("No change is judged for this place and period.", lambda f, claimed: f.side is None, Answer.CANNOT_TELL),
    ("The difference may be chance.", lambda f, claimed: f.side == 0, Answer.CANNOT_TELL),
    ("The change is clear, and it went this way.", lambda f, claimed: f.side == claimed, Answer.SUPPORTED),
    ("The change is clear, but it went the other way.", lambda f, claimed: True, Answer.NOT_SUPPORTED),
)
ON = {"fell": -1, "rose": 1}
CauseTest = Callable[[Facts, int, str], bool]
# After the gates, in order: a claim that it was the programme. The third argument is what the designs said.
BECAUSE: tuple[tuple[str, CauseTest, Answer], ...] = (
    ("The figure itself clearly went the other way.", lambda f, claimed, said: f.side == -claimed != 0,
     Answer.NOT_SUPPORTED),
    ("Nothing shows what would have happened without the programme.", lambda f, claimed, said: not said,
     Answer.CANNOT_TELL),
    ("The data do not allow a comparison with what would have happened.",
     lambda f, claimed, said: said == "refused", Answer.CANNOT_TELL),
    ("The ways of comparing with what would have happened do not agree.",
     lambda f, claimed, said: said == "inconclusive", Answer.CANNOT_TELL),
    ("Compared with what would have happened, the difference may be chance.",
     lambda f, claimed, said: said not in ON, Answer.CANNOT_TELL),
    ("It is clearly different from what would have been expected, this way.",
     lambda f, claimed, said: ON[said] == claimed, Answer.SUPPORTED),
    ("It is clearly different from what would have been expected, but the other way.",
     lambda f, claimed, said: True, Answer.NOT_SUPPORTED),
)  # fmt: skip


def changed(facts: Facts, claimed: int) -> tuple[Answer, str]:
    """Did it rise (`claimed` 1) or fall (−1)? The answer and the row that decided."""
    if stopped := _gate(facts):
        return Answer.CANNOT_TELL, stopped
    return next((answer, row) for row, test, answer in CHANGED if test(facts, claimed))


def because(facts: Facts, claimed: int, cause: Cause | None) -> tuple[Answer, str]:
    """Did it rise or fall because of the programme? The answer and the row that decided."""
    if stopped := _gate(facts):
        return Answer.CANNOT_TELL, stopped
    said = cause.claim if cause else ""
    return next((answer, row) for row, test, answer in BECAUSE if test(facts, claimed, said))


def answers(facts: Facts, cause: Cause | None) -> Mapping[tuple[str, int], tuple[Answer, str]]:
    """Every claim about one comparison: (basis, claimed) to the answer and its row."""
    found = {("changed", claimed): changed(facts, claimed) for claimed in (1, -1)}
    return found | {("because", claimed): because(facts, claimed, cause) for claimed in (1, -1)}


def _gate(facts: Facts) -> str:
    return next((row for row, test in GATES if test(facts)), "")
