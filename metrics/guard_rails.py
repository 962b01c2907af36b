"""Is good news good? A measure read beside its guard-rail partner: demand down, or need unmet or moved?

A decision table on two statuses that the publication already holds; no statistic is made here.
"""

from collections.abc import Callable
from dataclasses import dataclass

GOOD = {"up": 1, "down": -1}
SINCE_BEFORE = {1: "rose", -1: "fell", 0: "did not clearly change", None: "could not be judged yet"}
AGAINST_USUAL = {
    1: "stood above their usual level", -1: "stood below their usual level", 0: "stayed at their usual level",
    None: "could not be judged yet",
}  # fmt: skip
HOPED_OF_DEMAND = -1  # of a series without a good direction: it is less demand that needs a second look


@dataclass(frozen=True, slots=True)
class Reading:
    """One measure as it was judged. `side` is 1 risen, −1 fallen, 0 neither is clear, None not judged.

    `of_chart`: the side is that of its latest month on a control chart, against what is usual.
    """

    name: str
    direction: str  # up, down, neutral
    side: int | None
    of_chart: bool = False

    @property
    def hoped(self) -> int | None:
        """1 where it moved as the programme hopes, −1 where it moved the other way."""
        return None if self.side is None else self.side * GOOD.get(self.direction, HOPED_OF_DEMAND)

    @property
    def better(self) -> int | None:
        """As `hoped`, but None where it moved and no direction is good."""
        return None if self.side and self.direction not in GOOD else self.hoped

    @property
    def moved(self) -> str:
        return (AGAINST_USUAL if self.of_chart else SINCE_BEFORE)[self.side]


@dataclass(frozen=True, slots=True)
class GuardRail:
    """What follows from a measure and its partner: an answer, the sentence that says it, and the row it came from."""

    answer: str  # nothing_to_explain, worse_already, cannot_tell, moved, no_sign
    sentence: str
    row: str


Test = Callable[[Reading, Reading], bool]
# In order: the first row whose test holds decides.
TABLE: tuple[tuple[str, Test, str, str], ...] = (
    ("the measure is not judged", lambda own, partner: own.hoped is None, "cannot_tell",
     "{own} can’t be judged yet, so the question stays open."),
    ("the measure moved the other way", lambda own, partner: own.hoped == -1, "nothing_to_explain",
     "{own} {moved}, so there is no gain to explain."),
    ("no good news, and the partner got worse", lambda own, partner: own.hoped == 0 and partner.better == -1,
     "worse_already", "{own} {moved}, and {partner} {partner_moved}, which is worse: need may be moving already."),
    ("no good news yet", lambda own, partner: own.hoped == 0, "nothing_to_explain",
     "{own} {moved}, so there is no gain to explain yet."),
    ("the partner is not judged", lambda own, partner: partner.side is None, "cannot_tell",
     "{own} {moved}, but {partner} can’t be judged yet: whether need went unmet or moved is open."),
    ("the partner moved, and no direction is good", lambda own, partner: partner.better is None, "cannot_tell",
     "{own} {moved} and {partner} {partner_moved}, which may be good or bad: read them together."),
    ("the partner got worse", lambda own, partner: partner.better == -1, "moved",
     "{own} {moved}, but {partner} {partner_moved}, which is worse: need may have gone unmet or moved."),
    ("the partner shows no clear change", lambda own, partner: partner.better == 0, "no_sign",
     "{own} {moved} and {partner} {partner_moved}: no sign that need went unmet or moved, but no proof either."),
    ("the partner got better too", lambda own, partner: True, "no_sign",
     "{own} {moved} and {partner} {partner_moved}, which is better too: no sign that need went unmet or moved."),
)  # fmt: skip


def guard_rail(own: Reading, partner: Reading) -> GuardRail:
    """What follows from the measure and its partner, by the first row of TABLE that holds."""
    row, _, answer, said = next(each for each in TABLE if each[1](own, partner))
    told = {"own": own.name, "moved": own.moved, "partner": _lower(partner.name), "partner_moved": partner.moved}
    return GuardRail(answer, said.format_map(told), row)


def together(found: list[GuardRail]) -> str:
    """One sentence over all pairs: the worst news first, so that it is never hidden behind the rest."""
    counted = {word: sum(each.answer == word for each in found) for word in ("moved", "worse_already", "no_sign")}
    if counted["moved"]:
        gained = _of(counted["moved"], found)
        return f"Need may have gone unmet or moved: {gained} got better while the guard-rail got worse"
    if counted["worse_already"]:
        return f"No gain yet, and {_of(counted['worse_already'], found)} already {_have(counted)} a worse guard-rail"
    if counted["no_sign"]:
        return f"No sign of unmet or moved need, where demand went the hoped-for way ({_of(counted['no_sign'], found)})"
    return "No measure of demand has clearly moved as hoped, so there is no gain yet to explain away"


def _of(count: int, found: list[GuardRail]) -> str:
    return f"{count} of {len(found)} measures"


def _have(counted: dict[str, int]) -> str:
    return "has" if counted["worse_already"] == 1 else "have"


def _lower(name: str) -> str:
    return name[0].lower() + name[1:] if name[1:2].islower() else name
