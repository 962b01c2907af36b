"""What must not be published, as settings, and whether one figure by itself breaks them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from metrics.types import Absence, Definition, Estimate

# Unweighted positive and negative answers: read by disclosure control and removed there, never published.
POSITIVE_ANSWERS, NEGATIVE_ANSWERS = "positive_answers", "negative_answers"
MOVED = ("moved_up", "moved_same", "moved_down")  # where each of the same leaders went: they add up to all
LEADER_SHARES = (*MOVED, "leavers_gap")  # their numerator counts leaders by what they answered, or not
NOBODY = "Nobody in this group answered the question."  # hides nothing: it says that the base is 0
IN_THE_ROOM, NOT_YET = "In the room. ", "Not yet in the room. "
SURVEY, LEADERS, SERVICE, SERVICES_SHARE = "survey", "leaders", "service", "services_share"
SERVICE_GROUP = "service"  # a service shown beside the indicator's own is another series, not a part of it
HOURS, COMMITMENTS = "hours", "commitments"
# What a figure of a sector rests on, where other groups of it may be shown however small.
BEHIND_A_SECTOR = {HOURS: "leaders", COMMITMENTS: "commitments"}
KIND_OF_FORMULA = {
    "survey_share": SURVEY, "survey_index": SURVEY, "leader_index": LEADERS, "peer_change": LEADERS,
    "factors_at_strength": LEADERS, "network_ties": LEADERS, "distinct_people": LEADERS, "retention": LEADERS,
    "demand_rate": SERVICE, "prevention_share": SERVICES_SHARE, "session_hours": HOURS,
    "commitments_on_time": COMMITMENTS,
}


class Answers(NamedTuple):
    """How many people answered positively and negatively, unweighted; None where nobody counted them."""

    positive: float
    negative: float | None = None

    def less(self, others: Iterable["Answers"]) -> "Answers":
        """What is left when others are taken away."""
        positive, negative = zip(self, *others, strict=True)
        known = None not in negative
        return Answers(positive[0] - sum(positive[1:]), negative[0] - sum(negative[1:]) if known else None)


@dataclass(frozen=True)
class Rules:
    """Thresholds (the framework's display rules) and what they are applied to.

    `kinds` maps an indicator to what it is about (KIND_OF_FORMULA); others are left alone. `whole_areas` are the
    codes of county level and above. `rounded` are the services, and the indicators of them, whose counts are withheld
    from 1 to `small_count` and otherwise rounded below county level. `services` are the services whose counts an
    indicator tells, `members` the areas that an area is made of.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    whole_areas: frozenset[str] = frozenset()
    rounded: frozenset[str] = frozenset()
    services: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    minimum_base: int = 30  # below, a survey share is withheld
    minimum_base_text: int = 10  # below, its reason doesn't even say how many up to the minimum
    small_group: int = 100  # below, 0 % and 100 % are withheld
    fewest: int = 3  # people in a share's numerator or complement
    fewest_leaders: int = 5
    leaders_present: int = 3  # from here a sector is in the room, which is always said
    small_count: int = 7
    round_to: int = 5


def kinds_of(definitions: Iterable[Definition]) -> dict[str, str]:
    """The kinds for Rules, from each indicator's formula."""
    return {d.id: KIND_OF_FORMULA[d.formula] for d in definitions if d.formula in KIND_OF_FORMULA}


def below_county(estimate: Estimate, rules: Rules) -> bool:
    return estimate.area not in rules.whole_areas or estimate.group_dim == "district"


def primary_reason(estimate: Estimate, rules: Rules, answers: Answers | None) -> str:
    """Why this figure by itself must be withheld; empty where it may be published.

    `answers` are the people behind a survey's share or net.
    """
    kind = rules.kinds.get(estimate.indicator)
    if kind == SURVEY and estimate.base is not None:
        reason = survey_reason(estimate.base, answers.positive if answers else None, rules)
        return reason or (_net_reason(estimate.base, answers, rules) if estimate.statistic == "net" else "")
    if kind == LEADERS and estimate.statistic in LEADER_SHARES:
        return _leader_share_reason(estimate, rules)
    if kind in (LEADERS, *BEHIND_A_SECTOR):
        return _leaders_reason(estimate, kind, rules)
    if is_rounded(estimate, rules):
        small = any(0 < count <= rules.small_count for count in service_counts(estimate, rules))
        return f"A count from 1 to {rules.small_count}." if small else ""
    return ""


def is_rounded(estimate: Estimate, rules: Rules) -> bool:
    """Whether it tells a service's count that is published to the nearest 5."""
    return is_guarded(estimate, rules) and below_county(estimate, rules)


def is_guarded(estimate: Estimate, rules: Rules) -> bool:
    """Whether it is of a service whose small counts are withheld; one shown beside an indicator's own is named."""
    kind = rules.kinds.get(estimate.indicator)
    beside = kind == SERVICE and estimate.group_dim == SERVICE_GROUP
    name = estimate.group_value if beside else estimate.indicator
    return kind in (SERVICE, SERVICES_SHARE) and name in rules.rounded


def service_counts(estimate: Estimate, rules: Rules) -> tuple[float, ...]:
    """The counts a service's figure is made of: one, or both parts of a share. None where it has no value."""
    if estimate.value is None:
        return ()
    if rules.kinds.get(estimate.indicator) == SERVICES_SHARE:
        return estimate.numerator, estimate.denominator - estimate.numerator
    return (estimate.value if estimate.numerator is None else estimate.numerator,)


def rounded_count(count: float, rules: Rules) -> float:
    """The nearest multiple, halves upwards."""
    return rules.round_to * float(int(count / rules.round_to + 0.5))


def is_hidden(estimate: Estimate) -> bool:
    return estimate.absence is Absence.WITHHELD and estimate.reason != NOBODY


def told(estimate: Estimate, rules: Rules) -> tuple[float, float] | None:
    """Between which numbers a count withheld by itself lies, by the words that withhold it; None: nothing told."""
    kind = rules.kinds.get(estimate.indicator)
    if kind == SERVICE and estimate.value is not None:
        return 1, rules.small_count
    if estimate.base is None or kind in (SERVICE, SERVICES_SHARE):
        return None
    if kind != SURVEY:
        return room_of(estimate.base, rules) if is_headcount(estimate, rules) else (1, rules.fewest_leaders - 1)
    if estimate.base < rules.minimum_base_text:
        return 1, rules.minimum_base_text - 1
    return (rules.minimum_base_text, rules.minimum_base - 1) if estimate.base < rules.minimum_base else None


def room_of(count: float, rules: Rules) -> tuple[float, float]:
    """What is told of a small sector: whether it is in the room, and that it has fewer than 5 leaders."""
    present = count >= rules.leaders_present
    return (rules.leaders_present, rules.fewest_leaders - 1) if present else (1, rules.leaders_present - 1)


def is_headcount(estimate: Estimate, rules: Rules) -> bool:
    """Whether it counts the leaders themselves, so that it is its own base."""
    own_base = estimate.value is not None and estimate.value == estimate.base == estimate.numerator
    return own_base and rules.kinds.get(estimate.indicator) == LEADERS and estimate.denominator is None


def _leaders_reason(estimate: Estimate, kind: str, rules: Rules) -> str:
    if kind != LEADERS and estimate.group_dim != "sector":
        return ""
    if estimate.base is None or not 0 < estimate.base < rules.fewest_leaders:
        return ""
    room = ""
    if is_headcount(estimate, rules) and estimate.group_dim == "sector":
        room = IN_THE_ROOM if estimate.base >= rules.leaders_present else NOT_YET
    return f"{room}Fewer than {rules.fewest_leaders} {BEHIND_A_SECTOR.get(kind, 'leaders')}."


def _leader_share_reason(estimate: Estimate, rules: Rules) -> str:
    if estimate.numerator is None or not estimate.denominator:
        return ""
    fewest = min(estimate.numerator, estimate.denominator - estimate.numerator)
    if 0 < fewest < rules.fewest:
        return f"Fewer than {rules.fewest} leaders on one side."
    small = fewest == 0 and estimate.denominator < rules.small_group
    return "Of a small group all leaders, or none." if small else ""


def _net_reason(base: float, answers: Answers | None, rules: Rules) -> str:
    """Beside its share a net tells the negative answers, and so those that are neither."""
    if answers is None or answers.negative is None:
        return ""
    neither = base - answers.positive - answers.negative
    # nobody in the middle tells nothing of anybody: many scales have none
    middle = survey_reason(base, neither, rules) if neither > 0 else ""
    return survey_reason(base, answers.negative, rules) or middle


def survey_reason(base: float, positive: float | None, rules: Rules) -> str:
    if base < rules.minimum_base_text:
        return f"Fewer than {rules.minimum_base_text} people answered."
    if base < rules.minimum_base:
        return f"Fewer than {rules.minimum_base} people answered."
    if positive is None:
        return ""
    fewest = min(positive, base - positive)
    if 0 < fewest < rules.fewest:
        return f"Fewer than {rules.fewest} people gave one of the answers."
    if fewest == 0 and base < rules.small_group:
        return "Everyone in a small group gave the same kind of answer."
    return ""
