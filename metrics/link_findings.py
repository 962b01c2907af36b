"""What the figures say of an if-then link: did the cause move, did the effect, in that order and in time?

Only what people need to judge a link: the verdict is theirs (domain: contribution analysis). Reads statuses and
published estimates; computes no statistic.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from metrics.guard_rails import GOOD
from metrics.link_lag import Lag, in_time, told
from metrics.periods import months_since
from metrics.status_series import CHANGES, CUMULATIVE
from metrics.status_types import Change, Status
from metrics.types import Definition, Estimate
from metrics.words import month_words


@dataclass(frozen=True, slots=True)
class Sign:
    """What one indicator of a box shows: better, worse, moved, steady, unclear (not judged), or delivered.

    `on` is the end of the first period that shows it, for what moved. `lag` in months from the programme's start.
    """

    indicator: str
    name: str
    way: str
    on: dt.date | None = None
    lag: tuple[int, int] = (0, 0)
    rounds: tuple[dt.date, ...] = field(default=(), compare=False)  # ends of all periods it was measured for


@dataclass(frozen=True, slots=True)
class Moved:
    """A box of the logic model: better, worse, mixed, moved, delivered, steady, unclear or unmeasured.

    `on` is when that first showed, `lag` the time its indicators were expected to take.
    """

    way: str
    on: dt.date | None = None
    lag: tuple[int, int] = (0, 0)
    names: tuple[str, ...] = ()
    rounds: tuple[dt.date, ...] = ()

    @property
    def as_hoped(self) -> bool:
        return self.way in ("better", "delivered")


@dataclass(frozen=True, slots=True)
class Design:
    """How an effect was told from what would have happened anyway, with its level on the Maryland scale."""

    name: str
    maryland: int


BEFORE_AFTER = Design("before and after, without a comparison", 1)


@dataclass(frozen=True, slots=True)
class LinkFinding:
    """`in_order` and `in_time` are None where cause or effect has not moved as hoped."""

    cause: Moved
    effect: Moved
    in_order: bool | None
    in_time: bool | None
    design: Design | None
    sentence: str


def sign(
    definition: Definition, status: Status, estimates: Sequence[Estimate], start: dt.date, area: str,
    delivery: bool = False,
) -> Sign:  # fmt: skip
    """What an indicator shows since the start, and since when.

    A count that adds up, and whatever measures delivery, shows that something was done. What was counted once only
    has no date, and neither has a move that no published difference or mark dates.
    """
    mine = [e for e in estimates if e.area == area and not e.group_dim and e.scenario in ("", "central")]
    named = (definition.id, definition.name)
    adds_up = status.latest is not None and status.latest.method.startswith(CUMULATIVE)
    if status.latest is not None and (delivery or (adds_up and definition.unit != "percent")):
        done = [e.period.end for e in mine if e.value and e.statistic == status.latest.statistic]
        on = min(done) if len(done) > 1 else None
        return Sign(*named, "delivered" if done else "steady", on, definition.lag_months, tuple(sorted(done)))
    if status.side is None or status.change in (Change.TOO_EARLY, Change.NOT_COMPARABLE, Change.NOT_ENOUGH_POINTS):
        return Sign(*named, "unclear")
    if status.side == 0:
        return Sign(*named, "steady", None, definition.lag_months)
    good = status.side * GOOD.get(definition.direction, 0)
    way = {1: "better", -1: "worse", 0: "moved"}[good]
    measured = {e.period.end for e in mine if status.latest and e.statistic == status.latest.statistic}
    return Sign(*named, way, _first_shown(status, mine, start), definition.lag_months, tuple(sorted(measured)))


def moved(signs: Sequence[Sign]) -> Moved:
    """A box from its indicators: what moved outranks what is steady, and both ways is mixed."""
    ways = {each.way for each in signs}
    if not signs:
        return Moved("unmeasured")
    if "worse" in ways and ways & {"better", "delivered"}:
        way, of = "mixed", {"worse", "better", "delivered"}
    else:
        way = next(w for w in ("worse", "better", "delivered", "moved", "steady", "unclear") if w in ways)
        of = {way}
    chosen = [each for each in signs if each.way in of]
    days = [each.on for each in chosen if each.on]
    lag = (min(each.lag[0] for each in chosen), max(each.lag[1] for each in chosen))
    rounds = tuple(sorted({day for each in chosen for day in each.rounds}))
    return Moved(way, min(days, default=None), lag, tuple(each.name for each in chosen), rounds)


def link_finding(
    cause: Moved, effect: Moved, start: dt.date, design: Design | None, lag: Lag | None = None
) -> LinkFinding:
    """Did the cause move, did the effect, in that order and within the lag, with what design behind it?

    `lag` is the link's own, counted from the cause; without one the effect's own, from the programme's start.
    """
    shared = [name for name in effect.names if name in cause.names]
    both = cause.as_hoped and effect.as_hoped
    dated = both and not shared and cause.on is not None and effect.on is not None
    in_order = cause.on <= effect.on if dated else None
    timely = _in_time(cause, effect, start, lag) if dated else None
    behind = design or (BEFORE_AFTER if effect.way in ("better", "worse", "mixed", "moved") else None)
    said = [_told("cause", cause), _told("effect", effect)]
    if shared:
        said.append(f"{' and '.join(shared)} measures both, so the link can’t be tested by it.")
    elif dated:
        own = lag and told(lag, cause.on, effect.on, effect.rounds)
        said.append(own or _when(cause, effect, timely, start))
    elif both:
        said.append("Which came first can’t be told from these figures.")
    if behind:
        said.append(f"Behind it: {behind.name} (Maryland level {behind.maryland} of 5).")
    return LinkFinding(cause, effect, in_order, timely, behind, " ".join(said))


SAID = {
    "better": "The {role} moved as hoped ({names}{since}).",
    "delivered": "The {role} took place ({names}{since}).",
    "worse": "The {role} moved the wrong way ({names}{since}).",
    "mixed": "The {role} moved both ways ({names}).",
    "moved": "The {role} moved, and no direction is good ({names}{since}).",
    "steady": "The {role} shows no clear change ({names}).",
    "unclear": "The {role} can’t be judged yet ({names}).",
    "unmeasured": "The {role} has no measure.",
}


def _told(role: str, box: Moved) -> str:
    since = f", first shown in {month_words(box.on)}" if box.on else ""
    return SAID[box.way].format(role=role, names=", ".join(box.names), since=since)


def _in_time(cause: Moved, effect: Moved, start: dt.date, lag: Lag | None) -> bool:
    if lag is None:
        return effect.lag[0] <= months_since(start, effect.on) <= effect.lag[1]
    return in_time(lag, cause.on, effect.on, effect.rounds)


def _when(cause: Moved, effect: Moved, timely: bool, start: dt.date) -> str:
    if cause.on == effect.on:
        order = "Both first showed in the same month."
    else:
        order = "The cause came first." if cause.on < effect.on else "The effect showed before the cause did."
    expected = f"the {effect.lag[0]} to {effect.lag[1]} months from {month_words(start)} in which it was expected"
    return f"{order} The effect showed {'within' if timely else 'outside'} {expected}."


def _first_shown(status: Status, estimates: Sequence[Estimate], start: dt.date) -> dt.date | None:
    """The end of the first period since the start whose published difference or chart mark shows the same move.

    A difference of the latest figure that was never published apart dates the move to that figure.
    """
    shown = [e.period.end for e in estimates if e.period.end >= start and _comparable(e, status) and _shows(e, status)]
    latest = status.latest.period.end if status.latest and status.delta_low is not None else None
    return min(shown, default=latest)


def _comparable(estimate: Estimate, status: Status) -> bool:
    latest = status.latest
    return latest is not None and (estimate.mode, estimate.segment) == (latest.mode, latest.segment)


def _shows(estimate: Estimate, status: Status) -> bool:
    if estimate.absence is not None:
        return False
    if estimate.statistic in CHANGES and None not in (estimate.low, estimate.high):
        return estimate.low > 0 if status.side > 0 else estimate.high < 0
    end = "_high" if status.side > 0 else "_low"
    return estimate.statistic == status.latest.statistic and estimate.mark.endswith(end)
