"""Every claim that can be asked of an indicator, answered: which places, which periods, and what may be said instead.

Facts come from the status and from published differences with their intervals; nothing is estimated here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from metrics.claim_series import ALONE, OF_SERVICES, series_claims
from metrics.claim_words import difference_said, level_said, period_of, way
from metrics.claims import Asked, Cause, Facts, answers
from metrics.context import Context
from metrics.status_methods import side
from metrics.status_types import Status
from metrics.tables import headline_area
from metrics.types import Absence, Definition, Estimate
from metrics.words import delta_words, month_words

BASELINE, PREVIOUS = "change_from_baseline", "change_from_previous"
EARLY = "Early evidence: the effect may still change."


@dataclass(frozen=True, slots=True)
class Case:
    """A claim and its answer. `basis` is changed or because, `claimed` 1 for a rise and −1 for a fall.

    `row` is the reason in words, `figure` what it rests on, `sentence` what may be said in public instead.
    """

    place: str
    period: str
    basis: str
    claimed: int
    answer: str
    row: str
    figure: str
    sentence: str
    cautions: tuple[str, ...] = ()


def claim_cases(
    definition: Definition, status: Status, estimates: Sequence[Estimate], context: Context, cause: Cause | None,
    elsewhere: Mapping[str, Cause] | None = None,
) -> list[Case]:  # fmt: skip
    """Every claim about the indicator with its answer: the headline's place first, then the others by code.

    The headline's own comparison is the status engine's, word for word; others rest on published differences, and
    places of a service's series on the same engine. `cause` and `elsewhere` (by place) are what the designs said.
    """
    home = headline_area(definition, context)
    early = (EARLY,) if status.early else ()
    asked = [_home(status, home, early, cause), *_previous(definition, status, estimates, home, early)]
    asked += [*_districts(definition, status, estimates, context, home, early)]
    asked += [*series_claims(definition, estimates, context, home, elsewhere or {})]
    asked += [*_elsewhere(definition, status, estimates, context, home)]
    return [case for each in asked for case in _cases(each)]


def _cases(asked: Asked) -> Iterator[Case]:
    for (basis, claimed), (answer, row) in answers(asked.facts, asked.cause).items():
        if basis == "because" and not asked.of_cause:
            continue
        figure = asked.cause.sentence if basis == "because" and asked.cause else asked.figure
        sentence = _public(asked) if basis == "because" else asked.sentence
        yield Case(
            asked.place, asked.period, basis, claimed, answer.value, row, figure, sentence, asked.cautions
        )


def _public(asked: Asked) -> str:
    """Of the programme's part: the designs' own sentence where they answered, else that it isn't known."""
    if asked.cause and asked.cause.claim in ("fell", "rose", "no_clear_change"):
        return asked.cause.sentence
    return f"{asked.sentence} Whether the programme is the reason can’t be said."


def _home(status: Status, home: str, early: tuple[str, ...], cause: Cause | None) -> Asked:
    facts = Facts(status.change, status.side, status.latest is not None, stale=status.stale)
    return Asked(home, period_of(status), facts, status.why.split("\n")[0], f"{status.headline}.", early, cause)


def _previous(
    definition: Definition, status: Status, estimates: Sequence[Estimate], home: str, early: tuple[str, ...]
) -> Iterator[Asked]:
    """The headline's place since the round before, where that isn't the comparison of the status already."""
    here = [e for e in estimates if e.area == home and not e.group_dim]
    found = _difference(here, status, PREVIOUS)
    label = f"since {_begun(here, status, PREVIOUS)}"
    if found is not None and label not in ("since ", period_of(status)):
        yield _of_difference(definition, status, home, label, found, status.latest, early)


def _districts(
    definition: Definition, status: Status, estimates: Sequence[Estimate], context: Context, home: str,
    early: tuple[str, ...],
) -> Iterator[Asked]:
    """A survey's districts: since the baseline and since the round before, each by its published difference."""
    groups: dict[str, list[Estimate]] = {}
    for each in estimates:
        if each.group_dim == "district" and each.area == home:
            groups.setdefault(each.group_value, []).append(each)
    everyone = [e for e in estimates if e.area == home and not e.group_dim]
    for place in sorted(groups):
        level = _level(groups[place], status)
        for statistic in (BASELINE, PREVIOUS):
            found = _difference(groups[place], status, statistic)
            begun = _begun(everyone, status, statistic)
            if found is not None and begun:
                name = context.area_names.get(place, place)
                yield _of_difference(
                    definition, status, place, f"since {begun}", found, level, (*early, ALONE), f" in {name}",
                    statistic == BASELINE,
                )  # fmt: skip


def _elsewhere(
    definition: Definition, status: Status, estimates: Sequence[Estimate], context: Context, home: str
) -> Iterator[Asked]:
    """Places with figures of their own and no judged change: only the level may be said of them."""
    if status.latest is None:
        return
    places: dict[str, list[Estimate]] = {}
    for each in estimates:
        level = not each.group_dim and each.statistic == status.latest.statistic
        if each.area != home and level and each.source != OF_SERVICES:
            places.setdefault(each.area, []).append(each)
    for place in sorted(places):
        level = max(places[place], key=lambda e: e.period.end)
        name = context.area_names.get(place, place)
        facts = Facts(status.change, None, absence=level.absence, stale=status.stale)
        said = level_said(definition, level, f" in {name}")
        yield Asked(place, period_of(status), facts, said, said)


def _of_difference(
    definition: Definition, status: Status, place: str, label: str, found: Estimate, level: Estimate | None,
    cautions: tuple[str, ...], where: str = "", of_cause: bool = False,
) -> Asked:  # fmt: skip
    absence = found.absence or (level.absence if level else Absence.MISSING)
    enough = found.base is None or found.base >= definition.minimum_base
    moved = None if absence else side(found.low, found.high)
    facts = Facts(status.change, moved, True, absence, enough, status.stale)
    figure = difference_said(definition, found, label)
    sentence = level_said(definition, level, where)
    if moved and not absence and enough:
        sentence = f"{sentence.rstrip('.')}, {way(found.value)} {delta_words(found.value, definition.unit)} {label}."
    elif moved == 0 and enough:
        sentence = f"{sentence.rstrip('.')}, no clear change {label}."
    return Asked(place, label, facts, figure, sentence, cautions, None, of_cause)


def _level(estimates: Sequence[Estimate], status: Status) -> Estimate | None:
    latest = status.latest
    return next(
        (e for e in estimates if latest and e.statistic == latest.statistic and e.period == latest.period), None
    )


def _difference(estimates: Sequence[Estimate], status: Status, statistic: str) -> Estimate | None:
    """The published difference of the latest figure's period, source, mode and segment."""
    latest = status.latest
    if latest is None:
        return None
    key = (latest.period, latest.source, latest.mode, latest.segment)
    return next(
        (e for e in estimates if e.statistic == statistic and (e.period, e.source, e.mode, e.segment) == key), None
    )


def _begun(estimates: Sequence[Estimate], status: Status, statistic: str) -> str:
    """The month that a difference goes back to: of the baseline, or of the comparable round before the latest."""
    latest = status.latest
    if statistic == BASELINE:
        return month_words(status.since.period.end) if status.since else ""
    line = [
        e.period.end for e in estimates
        if latest and e.statistic == latest.statistic and e.value is not None and e.period.end < latest.period.start
        and (e.source, e.mode, e.segment) == (latest.source, latest.mode, latest.segment)
    ]  # fmt: skip
    return month_words(max(line)) if line else ""

