"""Which rounds of a survey may be compared, and why the others may not (design.md §2: break).

Two rounds are compared only if wording, scale and its direction, mode, population, base rule and
weighting agree and no declared break lies between them. A round in another mode is its own series and
never joins.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from metrics.types import Definition


@dataclass(frozen=True, slots=True)
class Traits:
    """What must agree. `scale` is the answers offered, in their order; `direction` says at which end of
    it the good answers stand (POSITIVE_FIRST or POSITIVE_LAST)."""

    source: str
    mode: str
    question: str
    wording: str
    scale: tuple[str, ...]
    direction: str
    population: str
    base_rule: str
    weighting: str
    start: dt.date
    name: str  # of the wave, for sentences


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one round belongs: its segment within source and mode, and why it is cut from the one before."""

    segment: int
    reason: str = ""  # empty for a first round and for one that agrees with its predecessor


MODE_WORDS = {
    "telephone": "by telephone", "online": "online", "face_to_face": "face to face", "postal": "by post",
    "mixed": "in several modes",
}
SENTENCES = {
    "mode": "{later} was asked {new}, {earlier} {old}",
    "wording": "{later} and {earlier} asked it in different words",
    "scale": "{later} and {earlier} offered different answers",
    "direction": "{later} lists its answers from the other end than {earlier}",
    "population": "{later} covers {new}, {earlier} covered {old}",
    "base_rule": "{later} and {earlier} treat “don't know” differently",
    "weighting": "{later} and {earlier} are weighted differently",
}
POSITIVE_FIRST, POSITIVE_LAST = "positive first", "positive last"
Break = tuple[dt.date, str, tuple[str, ...]]


def place(rounds: Sequence[Traits], breaks: Iterable[Break] = ()) -> list[Placed]:
    """The segment of each round, given in order of time, and the reason sentence at each cut.

    Segments count from 1 within one source and mode. A round that agrees with an older segment returns
    to it: it is comparable with that, if not with the round just before. `breaks` are dated: a round that
    starts on or after one never joins a round before it.
    """
    dated = sorted(breaks)
    seen: dict[tuple[str, str], list[tuple]] = {}
    placed: list[Placed] = []
    for position, traits in enumerate(rounds):
        known = seen.setdefault((traits.source, traits.mode), [])
        identity = _identity(traits, dated)
        if identity not in known:
            known.append(identity)
        before = [r for r in rounds[:position] if r.source == traits.source]
        placed.append(Placed(known.index(identity) + 1, _reason(before[-1], traits, dated) if before else ""))
    return placed


def scale_of(labels: Sequence[Sequence]) -> tuple[tuple[str, ...], str]:
    """The answers of a scale in their order, and its direction.

    `labels` are [code, label, role] in the order of the questionnaire. How answers are numbered is no
    part of the scale, nor are those outside it (role excluded): a question may begin to record refusals.
    A scale without an order between good and bad answers has no direction.
    """
    offered = [(label, role) for _, label, role in labels if role != "excluded"]
    good, bad = ([at for at, (_, role) in enumerate(offered) if role == wanted] for wanted in ("positive", "negative"))
    if not good or not bad:
        return tuple(label for label, _ in offered), ""
    first = sum(good) / len(good) < sum(bad) / len(bad)
    return tuple(label for label, _ in offered), POSITIVE_FIRST if first else POSITIVE_LAST


def breaks_of(definition: Definition, area: str) -> list[Break]:
    """The declared breaks that touch an area, oldest first; a break without areas touches all."""
    return sorted(cut for cut in definition.breaks if not cut[2] or area in cut[2])


def segment_on(date: dt.date, breaks: Sequence[Break]) -> int:
    """The segment a date falls in: 1 before the first break, then one more from each break's date on."""
    return 1 + sum(cut[0] <= date for cut in breaks)


def _identity(traits: Traits, breaks: Sequence[Break]) -> tuple:
    return (
        traits.question, traits.wording, traits.scale, traits.direction, traits.population,
        traits.base_rule, traits.weighting, segment_on(traits.start, breaks),
    )


def _asked_otherwise(earlier: Traits, later: Traits) -> list[str]:
    """What differs in how the question was put; a scale that is only turned round is a matter of direction."""
    reworded = (earlier.question, earlier.wording) != (later.question, later.wording)
    found = ["wording"] if reworded else []
    if earlier.direction != later.direction:
        found.append("direction")
    turned = later.scale[::-1] if "direction" in found else later.scale
    return found + (["scale"] if earlier.scale != turned else [])


def _reason(earlier: Traits, later: Traits, breaks: Sequence[Break]) -> str:
    """Everything in which two rounds disagree, as one sentence; empty where they agree.

    A declared break between them says in its own words what the change of wording was.
    """
    clauses = []
    if earlier.mode != later.mode:
        old, new = (MODE_WORDS.get(mode, mode) for mode in (earlier.mode, later.mode))
        clauses.append(SENTENCES["mode"].format(earlier=earlier.name, later=later.name, old=old, new=new))
    declared = [reason for date, reason, _ in breaks if earlier.start < date <= later.start]
    differing = _asked_otherwise(earlier, later) if not declared else []
    differing += [t for t in ("population", "base_rule", "weighting") if getattr(earlier, t) != getattr(later, t)]
    for trait in differing:
        old, new = getattr(earlier, trait), getattr(later, trait)
        clauses.append(SENTENCES[trait].format(earlier=earlier.name, later=later.name, old=old, new=new))
    clauses += [reason.rstrip(".") for reason in declared]
    return f"Not comparable with {earlier.name}: {'; '.join(clauses)}." if clauses else ""
