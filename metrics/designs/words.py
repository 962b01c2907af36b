"""What a design found, in one plain sentence made of the same figures."""

from collections.abc import Sequence

from metrics.designs.types import Answer, Range, Refusal
from metrics.words import value_words

CANNOT = "This can't be answered: "


def refused_words(refusals: Sequence[Refusal]) -> str:
    return CANNOT + " ".join(refusal.sentence for refusal in refusals)


def finding(answer: Answer) -> str:
    """The finding with observed, expected and the interval; what could have been shown where nothing was."""
    counted = f"{value_words(answer.observed, 'count')} were counted, {_ranged(answer.expected)} were to be expected"
    change = f"{abs(answer.percent.value):.1f}% {'fewer' if answer.percent.value > 0 else 'more'}"
    if answer.claim == "fell":
        return f"Demand fell: {counted}, so {change}."
    if answer.claim == "rose":
        return f"Demand rose: {counted}, so {change}."
    smallest = f"a fall of less than {answer.smallest:.1f}% could not have been told from noise"
    if answer.claim == "inconclusive":
        return f"Inconclusive: {counted}, but the same method also finds change where the programme had not started."
    return f"No clear change: {counted}; {smallest}."


def _ranged(figure: Range) -> str:
    low, middle, high = (value_words(bound, "count") for bound in (figure.low, figure.value, figure.high))
    return f"{middle} ({low} to {high})"
