"""The citizen survey: four waves of a hundred people in each district, at ten sampling points."""

import datetime as dt
from collections.abc import Sequence

import numpy as np
from scipy.stats import norm

from data.framework.surveys import Label, Question
from data.samples.generate import stories
from data.samples.generate.draws import some_day, stream
from data.samples.generate.places import Place, districts
from data.samples.generate.population_truth import DistrictShares
from data.samples.generate.stories import WAVES, Wave

PEOPLE = stories.POINTS_PER_DISTRICT * stories.PEOPLE_PER_POINT
HEADER = (
    "respondent", "wave", "mode", "interview_date", "area", "stratum", "psu", "weight",
    "age_band", "sex", "ethnicity", "tenure", "imd_quintile", "vulnerable",
)
_TRAITS = ("age", "sex", "ethnicity", "tenure", "imd", "vulnerable")
COMMON_OPINION = 0.35  # how much of each answer is one general outlook of the respondent


def citizen_wave(seed: int, number: int, questions: Sequence[Question]) -> tuple[list[str], list[list]]:
    """Header and rows of one wave (0 to 3), 100 respondents in each of the twelve districts.

    No weight is supplied: the same number is asked in a small district as in a large one, so that a
    county figure without weights is wrong. A refusal is a blank cell.
    """
    asked = [q for q in questions if q.id in stories.STORIES and stories.is_asked(q.id, number)]
    wave, rng = WAVES[number], stream(seed, f"citizens {WAVES[number].code}")
    places = districts()
    people = {place.code: _people(rng, place) for place in places}
    outlook = {place.code: rng.standard_normal(PEOPLE) for place in places}
    columns = {q.id: _answers(rng, seed, q, number, places, people, outlook) for q in asked}
    rows = [row for place in places for row in _rows(rng, wave, place, people[place.code])]
    for at, row in enumerate(rows):
        row.insert(0, f"{wave.code}-{at + 1:04d}")
        row.extend(columns[q.id][at] for q in asked)
    return [*HEADER, *(q.id for q in asked)], rows


def _people(rng: np.random.Generator, place: Place) -> dict[str, np.ndarray]:
    """Each trait of a hundred people, as positions in the list of its values."""
    return {
        trait: rng.choice(len(values), size=PEOPLE, p=shares)
        for trait, (values, shares) in place.shares.items()
    }


def _rows(rng: np.random.Generator, wave: Wave, place: Place, people: dict[str, np.ndarray]) -> list[list]:
    """Everything before the answers, but for the respondent's code."""
    rows = []
    for person in range(PEOPLE):
        point = person // stories.PEOPLE_PER_POINT + 1
        traits = [place.shares[trait][0][people[trait][person]] for trait in _TRAITS]
        day: dt.date = some_day(rng, wave.first, wave.last)
        where = [place.code, place.code, f"{place.code}-{point:02d}"]
        rows.append([wave.code, wave.mode, day, *where, None, *traits])
    return rows


def _answers(rng, seed: int, question: Question, number: int, places, people, outlook) -> list[str | None]:
    """One label (or a blank) for each respondent, district after district."""
    truth = DistrictShares(seed, question.id, number)
    answers: list[str | None] = []
    for place in places:
        share = _point_shares(rng, truth.share(place))
        chance = _with_traits(share, truth.share(place), place, people[place.code])
        common, own = np.sqrt(COMMON_OPINION), np.sqrt(1 - COMMON_OPINION)
        rank = norm.cdf(common * outlook[place.code] + own * rng.standard_normal(PEOPLE))
        answers.extend(_labels(rng, seed, question, rank < chance))
    return answers


def _point_shares(rng: np.random.Generator, share: float) -> np.ndarray:
    """Each person's sampling point has its own share: beta, so the intra-class correlation is exact."""
    spread = (1 - stories.INTRA_CLASS) / stories.INTRA_CLASS
    points = rng.beta(share * spread, (1 - share) * spread, size=stories.POINTS_PER_DISTRICT)
    return np.repeat(points, stories.PEOPLE_PER_POINT)


def _with_traits(share: np.ndarray, level: float, place: Place, people: dict[str, np.ndarray]) -> np.ndarray:
    """The chance of a positive answer, moved by who the person is but not on the district's average."""
    effect = sum(centred(place, trait)[people[trait]] for trait in stories.GROUP_EFFECTS)
    return share * (1 + effect) if level <= 0.5 else 1 - (1 - share) * (1 - effect)


def centred(place: Place, trait: str) -> np.ndarray:
    """The relative effect of each value of a trait, less the average over the district's adults."""
    effects = np.array(stories.GROUP_EFFECTS[trait])
    return effects - effects @ place.shares[trait][1]


def _labels(
    rng: np.random.Generator, seed: int, question: Question, positive: np.ndarray
) -> list[str | None]:
    """A label for each person: which positive or other one by fixed shares; then don't-knows and blanks."""
    good, other, outside = by_role(question.labels)
    best = rng.choice(len(good[0]), size=len(positive), p=good[1])
    rest = rng.choice(len(other[0]), size=len(positive), p=other[1])
    rates = outside_rates(seed, question)
    nothing = rng.choice(len(rates) + 1, size=len(positive), p=[*rates, 1 - sum(rates)])
    blank = rng.random(len(positive)) < refusal_rate(seed, question.id)
    labels = [good[0][b] if p else other[0][r] for p, b, r in zip(positive, best, rest, strict=True)]
    return [
        None if gone else outside[out] if out < len(rates) else label
        for gone, out, label in zip(blank, nothing, labels, strict=True)
    ]


Shared = tuple[list[str], np.ndarray]


def by_role(labels: Sequence[Label]) -> tuple[Shared, Shared, list[str]]:
    """Positive labels with the share each takes, the other valid ones likewise, and the excluded ones.

    The label at the end of the scale is the rarest of its side.
    """
    sides: dict[bool, list[str]] = {True: [], False: []}
    for label in labels:
        if label.role != "excluded":
            sides[label.role == "positive"].append(label.label)
    first = next(label.role == "positive" for label in labels if label.role != "excluded")
    outside = [label.label for label in labels if label.role == "excluded"]
    return _shared(sides[True], first), _shared(sides[False], not first), outside


def _shared(labels: list[str], starts_the_scale: bool) -> Shared:
    weights = np.arange(1, len(labels) + 1) ** 1.4
    weights = weights if starts_the_scale else weights[::-1]
    return labels, weights / weights.sum()


def negative_share(question: Question) -> float:
    """The share of those without a positive answer whose answer is negative, not in the middle."""
    labels, shares = by_role(question.labels)[1]
    negative = {label.label for label in question.labels if label.role == "negative"}
    return float(sum(share for label, share in zip(labels, shares, strict=True) if label in negative))


def outside_rates(seed: int, question: Question) -> list[float]:
    """How many give each excluded answer: the same in every district and wave."""
    known = {
        "Don't know": float(stream(seed, f"don't know {question.id}").uniform(*stories.DON_T_KNOW)),
        "Nothing needs improving": stories.NOTHING_TO_IMPROVE,
        "Prefer not to say": stories.PREFER_NOT_TO_SAY,
    }
    return [known[label.label] for label in question.labels if label.role == "excluded"]


def refusal_rate(seed: int, question: str) -> float:
    return float(stream(seed, f"refused {question}").uniform(*stories.REFUSED))
