"""From a distribution of what would have come to an answer: figures, interval, p and claim of one method."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from metrics.designs.cut import Window
from metrics.designs.outlook import Outlook, Sums
from metrics.designs.types import Answer, Month, Placebo, Range, Refusal
from metrics.designs.words import finding, refused_words

LOW, HIGH = 0.025, 0.975
PERCENTS = tuple(number / 100 for number in range(1, 100))


def refused(design: str, refusals: Sequence[Refusal]) -> Answer:
    """The answer of a design that must not answer."""
    return Answer(design, "refused", refused_words(refusals), tuple(refusals))


def claim_of(p_below: float) -> str:
    """What may be claimed when a total so low or lower had this probability had nothing happened."""
    if p_below < LOW:
        return "fell"
    return "rose" if p_below > HIGH else "no_clear_change"


def answer(design: str, window: Window, total: Sums, months: Sequence[Month] = ()) -> Answer:
    """The headline figures of a design from the distribution of the total that would have come."""
    observed = window.observed
    low, middle, high = (float(bound) for bound in total.quantiles((LOW, 0.5, HIGH))[:, 0])
    below = float(total.below(observed)[0])
    avoided = Range(middle - observed, low - observed, high - observed)
    size = float(window.exposure[window.after].sum())
    found = Answer(
        design=design, claim=claim_of(below), sentence="", observed=observed, expected=Range(middle, low, high),
        avoided=avoided, percent=Range(*(100 * (1 - observed / base) for base in (middle, low, high))),
        rate=Range(*(bound / size for bound in (avoided.value, avoided.low, avoided.high))),
        p=2 * min(below, 1 - below), smallest=100 * (1 - low / middle), months=tuple(months),
        quantiles=tuple(float(bound) - observed for bound in total.quantiles(PERCENTS)[:, 0]) if months else (),
    )
    return replace(found, sentence=finding(found))


def monthly(window: Window, outlook: Outlook) -> list[Month]:
    """Observed against expected by period, and the avoided so far, each with its 95 % interval."""
    number = len(outlook.exposure)
    each, so_far = outlook.sums(np.eye(number)), outlook.sums(np.tri(number))
    bands = [band for sums in (each, so_far) for band in sums.quantiles((0.5, LOW, HIGH))]
    observed = window.count[window.after]
    summed = np.cumsum(observed)
    return [
        Month(start, float(count), Range(*(float(band[at]) for band in bands[:3])),
              Range(*(float(band[at] - summed[at]) for band in bands[3:])))
        for at, (start, count) in enumerate(zip(window.starts(), observed, strict=True))
    ]


def with_placebos(found: Answer, placebos: Sequence[Placebo]) -> Answer:
    """A claim stands only while every placebo in time held; otherwise it is inconclusive, and says why."""
    failed = [each for each in placebos if each.kind == "time" and not each.held]
    claim = "inconclusive" if failed and found.claim in ("fell", "rose") else found.claim
    newer = replace(found, placebos=tuple(placebos), claim=claim)
    return replace(newer, sentence=finding(newer))
