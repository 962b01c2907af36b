"""What must not be published, as settings, and whether one figure by itself breaks them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from metrics.types import Definition, Estimate

# Unweighted positive answers: read by disclosure control and removed there, never published.
POSITIVE_ANSWERS = "positive_answers"
NOBODY = "Nobody in this group answered the question."  # hides nothing: it says that the base is 0
IN_THE_ROOM, NOT_YET = "In the room. ", "Not yet in the room. "
SURVEY, LEADERS, SERVICE = "survey", "leaders", "service"
HOURS, COMMITMENTS = "hours", "commitments"
# What a figure of a sector rests on, where other groups of it may be shown however small.
BEHIND_A_SECTOR = {HOURS: "leaders", COMMITMENTS: "commitments"}
KIND_OF_FORMULA = {
    "survey_share": SURVEY, "survey_index": SURVEY, "leader_index": LEADERS, "peer_change": LEADERS,
    "factors_at_strength": LEADERS, "network_ties": LEADERS, "distinct_people": LEADERS, "retention": LEADERS,
    "demand_rate": SERVICE, "session_hours": HOURS, "commitments_on_time": COMMITMENTS,
}


@dataclass(frozen=True)
class Rules:
    """Thresholds (the framework's display rules) and what they are applied to.

    `kinds` maps an indicator to what it is about (KIND_OF_FORMULA); others are left alone. `whole_areas` are the
    codes of county level and above. `rounded` are the indicators of services whose counts are withheld
    from 1 to `small_count` and otherwise rounded below county level.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    whole_areas: frozenset[str] = frozenset()
    rounded: frozenset[str] = frozenset()
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


def primary_reason(estimate: Estimate, rules: Rules, positive_answers: float | None) -> str:
    """Why this figure by itself must be withheld; empty where it may be published.

    `positive_answers` are the people in a survey share's numerator, unweighted.
    """
    kind = rules.kinds.get(estimate.indicator)
    if kind == SURVEY and estimate.base is not None:
        return survey_reason(estimate.base, positive_answers, rules)
    if kind in (LEADERS, *BEHIND_A_SECTOR):
        return _leaders_reason(estimate, kind, rules)
    if kind == SERVICE and estimate.indicator in rules.rounded and below_county(estimate, rules):
        count = estimate.value if estimate.numerator is None else estimate.numerator
        return f"A count from 1 to {rules.small_count}." if 0 < count <= rules.small_count else ""
    return ""


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
