"""The overview's one sentence, and the two or three below it, from the computed states alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.chains import Chain, Verdict

GENERIC = {
    "improving": "{name} is improving",
    "worsening": "{name} is getting worse",
    "changed": "{name} has changed",
    "mixed": "signs on {name} point both ways",
    "no_clear_change": "{name} shows no clear change",
    "not_enough_points": "{name} has too few measurements to judge",
    "too_early": "it is too early to judge {name}",
    "not_comparable": "{name} cannot be compared with before",
    "stale": "figures on {name} are out of date",
    "no_measure": "{name} has no measure yet",
}
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
STRONGEST_FIRST = ("improving", "worsening", "mixed", "changed", "no_clear_change")


@dataclass(frozen=True, slots=True)
class Finding:
    """A box of the logic model and its state. `phrases` are the framework's own words for a state."""

    node: str
    name: str
    change: str
    phrases: dict[str, str]

    @property
    def clause(self) -> str:
        return self.phrases.get(self.change) or GENERIC[self.change].format(name=_lower(self.name))


def headline(impacts: Sequence[Finding]) -> str:
    """One sentence with two clauses: the strongest sign, then the first impact that lacks it.

    Good news never stands alone: where any impact is not improving, the second clause says so.
    """
    if not impacts:
        return "Nothing has been published yet."
    first = min(impacts, key=lambda finding: (_strength(finding.change), impacts.index(finding)))
    others = [finding for finding in impacts if finding.change != first.change]
    if not others:
        return _sentence(first.clause)
    second = min(others, key=lambda finding: (_urgency(finding.change), impacts.index(finding)))
    return _sentence(f"{first.clause}; {second.clause}")


def lead(impacts: Sequence[Finding], chains: Sequence[Chain], since: str, claims: dict[str, str]) -> str:
    """How many impacts moved, which got worse, and where the reasoning is weakest.

    `since` is the start in words, `claims` the if-then text of each link.
    """
    better = sum(finding.change == "improving" for finding in impacts)
    count = NUMBERS[better].capitalize()
    verb = "show" if better > 1 else "shows"
    parts = [f"{count} of the {NUMBERS[len(impacts)]} impacts {verb} a real improvement since {since}."]
    told = headline(impacts)
    worse = [each.clause for each in impacts if each.change in ("worsening", "mixed")]
    worse = [clause for clause in worse if clause.lower() not in told.lower()]
    if worse:
        parts.append(_sentence("; ".join(worse)))
    if chains:
        parts.append(_weakest(chains, claims))
    return " ".join(parts)


def _weakest(chains: Sequence[Chain], claims: dict[str, str]) -> str:
    weakest = min(chains, key=lambda chain: chain.strength)
    words = {
        Verdict.CONTRADICTED: "The evidence points the other way at one link: {claim}.",
        Verdict.NOT_SUPPORTED: "The reasoning is weakest here, where evidence was sought and not found: {claim}.",
        Verdict.NOT_YET_TESTABLE: "Whether the programme is the cause can't be tested yet; the open link is: {claim}.",
        Verdict.PARTLY_SUPPORTED: "Every chain of reasoning has at least some support; the weakest link: {claim}.",
        Verdict.SUPPORTED: "Every link in the chain of reasoning is supported.",
    }
    return words[weakest.strength].format(claim=_lower(claims.get(weakest.weakest, weakest.weakest)).rstrip("."))


def _strength(change: str) -> int:
    return STRONGEST_FIRST.index(change) if change in STRONGEST_FIRST else len(STRONGEST_FIRST)


def _urgency(change: str) -> int:
    order = ("worsening", "mixed", "no_clear_change", "improving", "too_early")
    return order.index(change) if change in order else len(order)


def _lower(name: str) -> str:
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."
