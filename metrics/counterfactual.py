"""Would it have happened anyway? Every design's answer beside the others, and what they say together.

`counterfactual` is what publication, the bench and the analyst's doors call: the verdict is the same code for all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.designs.areas import added_up
from metrics.designs.did import difference
from metrics.designs.its import compared, interrupted
from metrics.designs.synthetic import synthetic_control
from metrics.designs.types import DEFAULT, Answer, ImpactModel, ServiceSeries, Settings

DESIGN_NAMES = {"its": "interrupted time series", "did": "difference-in-differences", "sc": "synthetic control"}


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """What all designs say together: fell, rose, no_clear_change, inconclusive or refused, and in words."""

    claim: str
    sentence: str
    answers: tuple[Answer, ...]
    maryland: int
    without_each: tuple[str, ...] = ()  # the interrupted time series without each treated area, in words

    @property
    def lead(self) -> Answer | None:
        """The answer to show first: the strongest design that answered."""
        answered = [answer for answer in self.answers if answer.answered]
        return max(answered, key=lambda answer: answer.maryland, default=None)


def counterfactual(
    series: ServiceSeries, model: ImpactModel, comparators: Sequence[ServiceSeries] = (),
    settings: Settings = DEFAULT, *, parts: Sequence[ServiceSeries] = (), full: bool = True,
) -> Counterfactual:
    """Ask every design that the data allow: without comparators the interrupted time series only.

    `series` is the treated area, or the sum of the treated areas with their codes in `parts`. `comparators` are
    the same service elsewhere, over the same months. `parts` are the treated areas' own series, over the same
    months and measured against exposures that add up, for leaving each out. `full=False` leaves out
    months, diagnostics and sensitivities; the claim is the same.
    """
    answers = [interrupted(series, model, settings, full=full)]
    if comparators:
        answers.append(difference(series, model, comparators, settings, full=full))
        answers.append(synthetic_control(series, model, comparators, settings, full=full))
    claim = agreement([answer.claim for answer in answers])
    return Counterfactual(claim, _together(claim, answers), tuple(answers),
                          max((answer.maryland for answer in answers if answer.answered), default=1),
                          _without_each(answers[0], parts, model, settings) if full and len(parts) > 1 else ())


def agreement(claims: Sequence[str]) -> str:
    """One claim from several: what all that answered say, and inconclusive as soon as two differ."""
    answered = {claim for claim in claims if claim != "refused"}
    if not answered:
        return "refused"
    return answered.pop() if len(answered) == 1 else "inconclusive"


def _without_each(
    found: Answer, parts: Sequence[ServiceSeries], model: ImpactModel, settings: Settings
) -> tuple[str, ...]:
    """What the interrupted time series says of the treated areas less one, for every one."""
    said = []
    for part in parts:
        rest = added_up([other for other in parts if other is not part])
        other = interrupted(rest, model, settings, full=False)
        said.append(f"Without {part.area}: {compared(found, other)}")
    return tuple(said)


def _together(claim: str, answers: Sequence[Answer]) -> str:
    answered = [answer for answer in answers if answer.answered]
    if len(answered) <= 1:
        return (answered or answers)[0].sentence
    if claim == "inconclusive":
        found = "; ".join(f"{DESIGN_NAMES[answer.design]}: {answer.claim.replace('_', ' ')}" for answer in answered)
        return f"Inconclusive: the designs do not agree ({found})."
    strongest = max(answered, key=lambda answer: answer.maryland)
    return f"{strongest.sentence} All {len(answered)} designs that answered agree."
