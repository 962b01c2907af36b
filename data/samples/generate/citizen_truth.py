"""What is true of the people the citizen survey was drawn from, in the statistics the product publishes."""

import datetime as dt
from collections.abc import Iterator, Sequence

from data.framework import Framework
from data.framework.surveys import Question
from data.samples.generate import stories
from data.samples.generate.citizens import centred, negative_share, outside_rates
from data.samples.generate.places import COUNTY, districts
from data.samples.generate.population_truth import DistrictShares
from data.samples.generate.stories import WAVES
from data.samples.generate.truth import Truth

Group = tuple[str, str]
Dates = tuple[dt.date, dt.date]


def citizen_truths(seed: int, framework: Framework, fieldwork: Sequence[Dates]) -> Iterator[Truth]:
    """Shares, nets and changes of every indicator made from a question, for everyone and each group.

    `fieldwork` holds the first and last day of interview of each wave: the periods of its figures.
    """
    for indicator in framework.indicators:
        for question in indicator.formula.questions if indicator.formula.kind == "survey_share" else ():
            yield from _of_question(seed, indicator.id, framework.question(question), fieldwork)


def _of_question(
    seed: int, indicator: str, question: Question, fieldwork: Sequence[Dates]
) -> Iterator[Truth]:
    """Changes are between waves of one mode only: W2 was asked online and joins no other."""
    before: list[dict[Group, tuple[float, float]]] = []
    for number, wave in enumerate(WAVES):
        if not stories.is_asked(question.id, number):
            continue
        shares = true_shares(seed, question, number)
        for group, (share, net) in shares.items():
            yield _truth(indicator, "share", fieldwork, number, group, share)
            yield _truth(indicator, "net", fieldwork, number, group, net)
        yield from _gaps(indicator, fieldwork, number, shares)
        if wave.mode == WAVES[0].mode:
            yield from _changes(indicator, fieldwork, number, shares, before)
            before.append(shares)


def _changes(
    indicator: str, fieldwork: Sequence[Dates], number: int, shares: dict, before: list
) -> Iterator[Truth]:
    """From the first and from the last comparable wave."""
    pairs = {"change_from_baseline": before[:1], "change_from_previous": before[-1:]}
    for statistic, earlier in pairs.items():
        for group, (share, _) in shares.items() if earlier else ():
            yield _truth(indicator, statistic, fieldwork, number, group, share - earlier[0][group][0])


def _gaps(indicator: str, fieldwork: Sequence[Dates], number: int, shares: dict) -> Iterator[Truth]:
    county = shares["", ""][0]
    for (dim, value), (share, _) in shares.items():
        if dim == "district":
            yield _truth(indicator, "gap_to_county", fieldwork, number, (dim, value), share - county)
    gap = shares["imd", "1"][0] - shares["imd", "5"][0]
    yield _truth(indicator, "gap_q1_q5", fieldwork, number, ("", ""), gap)


def true_shares(seed: int, question: Question, number: int) -> dict[Group, tuple[float, float]]:
    """True share and net (0 to 1) of everyone, each district and each group, on the question's own base."""
    truth = DistrictShares(seed, question.id, number)
    valid = 1.0 if question.base_rule == "exclude_dk" else 1 - sum(outside_rates(seed, question))
    negative = negative_share(question)
    found = {("", ""): truth.county}
    found |= {("district", place.code): truth.share(place) for place in districts()}
    for trait in stories.GROUP_EFFECTS:
        found |= _by_trait(truth, trait)
    return {
        group: (share * valid, (share - (1 - share) * negative) * valid) for group, share in found.items()
    }


def _by_trait(truth: DistrictShares, trait: str) -> dict[Group, float]:
    """Each value's share in the county: its people in each district, with that district's level."""
    weight: dict[Group, float] = {}
    total: dict[Group, float] = {}
    for place in districts():
        values, shares = place.shares[trait]
        effects, level = centred(place, trait), truth.share(place)
        for value, share, effect in zip(values, shares, effects, strict=True):
            group, people = (trait, str(value)), share * truth.weights[place.code]
            chance = level * (1 + effect) if level <= 0.5 else 1 - (1 - level) * (1 - effect)
            weight[group] = weight.get(group, 0.0) + people
            total[group] = total.get(group, 0.0) + people * chance
    for group, parts in stories.TOGETHER.items():
        if group[0] == trait:
            weight[group] = sum(weight[trait, part] for part in parts)
            total[group] = sum(total[trait, part] for part in parts)
    return {group: total[group] / weight[group] for group in total}


def _truth(indicator: str, statistic: str, fieldwork, number: int, group: Group, value: float) -> Truth:
    return Truth(indicator, statistic, COUNTY, *fieldwork[number], 100 * value, *group, WAVES[number].code)
