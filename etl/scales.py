"""Answer labels to codes by what they mean: the order of a scale, and the answers that are no point on it.

An order is read from the words ("very", "fairly", "not", "dis-"), misspelt ones too, never from the
order of the columns or of the file. "Don't know" and the like are found by their label, never by a
number: 9 is a point of a scale from 0 to 10.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from etl.convert import fold
from metrics.types import Absence

NO_ANSWER: tuple[tuple[re.Pattern, Absence, str], ...] = (
    (
        re.compile(
            (
                r"(?:i )?(?:do ?n[o']?t|don t|do not|can'?t|cannot|dont) (?:know|say|remember|recall|"
                r"determine|choose).*|(?:not|un) ?sure.*|unsure|dk|d/k|no (?:opinion|idea|view)|"
                r"undecided|unknown|haven'?t heard enough.*|can'?t determine|never heard of.*|i "
                r"don'?t understand this question|not known"
            ),
            re.I,
        ),
        Absence.MISSING,
        "don't know",
    ),
    (
        re.compile(
            (
                r"(?:i )?(?:would )?(?:prefer|rather|wish) not (?:to )?(?:say|answer|disclose|state|"
                r"respond).*|refused?(?: to answer)?|declined?(?: to answer)?|no response|refusal"
            ),
            re.I,
        ),
        Absence.MISSING,
        "refused",
    ),
    (
        re.compile(
            (
                r"(?:system[- ])?missing|no answer|not stated|not answered|skipped|left blank|no "
                r"reply|not ascertained|no further answer|invalid|not asked(?: in this country)?"
            ),
            re.I,
        ),
        Absence.MISSING,
        "no answer",
    ),
    (
        re.compile(
            (
                r"(?:.*\b)?(?:not applicable|n\.?/?a\.?)\b.*|does ?n[o']?t apply.*|unfamiliar.*|"
                r"(?:not|never) (?:used|relevant|experienced).*|no experience.*|haven'?t used.*|have "
                r"not used.*|inapplicable"
            ),
            re.I,
        ),
        Absence.NOT_APPLICABLE,
        "not applicable",
    ),
)
DEGREES: Mapping[str, float] = {
    "extremely": 4,
    "completely": 4,
    "totally": 4,
    "entirely": 4,
    "fully": 4,
    "absolutely": 4,
    "strongly": 3.5,
    "definitely": 3.5,
    "very": 3,
    "highly": 3,
    "greatly": 3.2,
    "much": 2.8,
    "a great deal": 3.5,
    "great deal": 3.5,
    "a lot": 3,
    "mostly": 2.4,
    "generally": 2.2,
    "moderately": 2,
    "fairly": 2,
    "quite": 2,
    "somewhat": 1.8,
    "rather": 1.8,
    "tend to": 1.8,
    "tend": 1.8,
    "reasonably": 1.8,
    "probably": 1.8,
    "a fair amount": 2,
    "fair amount": 2,
    "some": 1.5,
    "to some extent": 1.5,
    "slightly": 1,
    "a little": 1,
    "little": 1,
    "just a little": 1,
    "a bit": 1,
    "partly": 1,
}
POSITIVE_WORDS = """
agree satisfied favorably favourably favorable favourable likely important good confident safe easy well
better positive strong strongly happy useful helpful trust clear true yes accurate effective interested
comfortable informed involved often improved pleased welcome supportive support excellent outstanding willing
concerned worried aware familiar connected valued high responsive healthy fit approve
"""
POSITIVE = frozenset(POSITIVE_WORDS.split())
NEGATIVE_WORDS = """
disagree dissatisfied unfavorably unfavourably unfavorable unfavourable unlikely unimportant bad unsafe
difficult hard badly worse negative weak unhappy useless unhelpful distrust unclear false no inaccurate
ineffective uninterested uncomfortable uninformed poor poorly terrible awful worsened unsatisfied oppose
disapprove unwilling low unconfident unhealthy inadequate
"""
NEGATIVE = frozenset(NEGATIVE_WORDS.split())
ALONE: Mapping[str, float] = {
    "excellent": 4,
    "outstanding": 4,
    "very good": 3,
    "good": 2,
    "fair": 0.5,
    "average": 0,
    "adequate": 0.3,
    "ok": 0.3,
    "okay": 0.3,
    "satisfactory": 0.5,
    "acceptable": 0.5,
    "requires improvement": -1.5,
    "needs improvement": -1.5,
    "inadequate": -3,
    "poor": -2,
    "very poor": -3,
    "bad": -2,
    "very bad": -3,
    "terrible": -4,
    "always": 4,
    "nearly always": 3.5,
    "almost always": 3.5,
    "usually": 3,
    "very often": 3,
    "most of the time": 3,
    "frequently": 2.5,
    "often": 2,
    "regularly": 2,
    "sometimes": 0,
    "occasionally": -1,
    "now and then": -1,
    "seldom": -2,
    "rarely": -2,
    "hardly ever": -3,
    "almost never": -3.5,
    "never": -4,
    "none of the time": -4,
    "all of the time": 4,
    "some of the time": 0,
    "daily": 4,
    "every day": 4,
    "most days": 3.5,
    "several times a week": 3,
    "weekly": 2,
    "once a week": 2,
    "at least once a week": 2,
    "fortnightly": 1.5,
    "monthly": 1,
    "once a month": 1,
    "less than once a week but at least once a month": 1,
    "at least once a month": 1,
    "quarterly": 0,
    "every few months": 0,
    "less often": -1,
    "less than once a month": -1,
    "yearly": -2,
    "once a year": -2,
    "annually": -2,
    "less than once a year": -3,
    "not in the last 12 months": -4,
    "a great deal": 4,
    "a lot": 3.2,
    "a fair amount": 2,
    "a moderate amount": 1.5,
    "quite a lot": 2.6,
    "some": 1,
    "somewhat": 1.2,
    "just a little": -1,
    "a little": -1,
    "not much": -2,
    "not very much": -2,
    "hardly any": -3,
    "not at all": -4,
    "none": -4,
    "none at all": -4,
    "nothing": -4,
    "not a lot": -2,
    "to a great extent": 3,
    "to a large extent": 3,
    "to a moderate extent": 1.5,
    "to some extent": 0.5,
    "to a small extent": -1,
    "to a limited extent": -1,
    "to a very great extent": 4,
    "much better": 3,
    "better": 2,
    "a little better": 1,
    "slightly better": 1,
    "about the same": 0,
    "the same": 0,
    "no change": 0,
    "stayed the same": 0,
    "a little worse": -1,
    "slightly worse": -1,
    "worse": -2,
    "much worse": -3,
    "improved": 2,
    "got better": 2,
    "got worse": -2,
    "increased": 2,
    "decreased": -2,
    "very high": 3,
    "high": 2,
    "medium": 0,
    "moderate": 0,
    "low": -2,
    "very low": -3,
    "essential": 4,
    "yes": 1,
    "no": -1,
    "maybe": 0,
    "possibly": 0,
    "true": 1,
    "false": -1,
    "definitely": 3,
    "definitely not": -3,
    "probably": 2,
    "probably not": -2,
    "might or might not": 0,
    "yes, definitely": 3,
    "yes, to some extent": 1,
    "very well": 3,
    "fairly well": 2,
    "not very well": -1.5,
    "not well at all": -3,
    "not at all well": -3,
}
# Scales of which a file may lack a point, from the most to the least.
FAMILIES: tuple[tuple[str, ...], ...] = tuple(
    tuple(text.split(", "))
    for text in (
        "strongly agree, agree, neither agree nor disagree, disagree, strongly disagree",
        "strongly agree, tend to agree, neither agree nor disagree, tend to disagree, strongly disagree",
        "definitely agree, tend to agree, tend to disagree, definitely disagree",
        "very satisfied, fairly satisfied, neither satisfied nor dissatisfied, fairly dissatisfied, very dissatisfied",
        "very satisfied, satisfied, neither satisfied nor dissatisfied, dissatisfied, very dissatisfied",
        (
            "very satisfied, somewhat satisfied, neither satisfied nor dissatisfied, somewhat "
            "dissatisfied, very dissatisfied"
        ),
        "very safe, fairly safe, neither safe nor unsafe, fairly unsafe, very unsafe",
        "very safe, fairly safe, neither safe nor unsafe, a bit unsafe, very unsafe",
        "very likely, likely, neither likely nor unlikely, unlikely, very unlikely",
        "very confident, fairly confident, not very confident, not at all confident",
        "very good, good, neither good nor poor, poor, very poor",
        "excellent, good, fair, poor, very poor",
        "always, often, sometimes, rarely, never",
        "a great deal, a fair amount, not very much, not at all",
    )
)
NEUTRAL = re.compile(
    r"\b(?:neither|neutral|mixed|undecided|in between|no difference|indifferent|unsure either way)\b", re.I
)
NUMBERED = re.compile(r"^\(?(\d{1,2})\)?\s*(?:[-–:=.)]|\s)\s*(?!\d|to \d)(.*)$")
VOCABULARY = (
    POSITIVE
    | NEGATIVE
    | {word for text in (*DEGREES, *ALONE) for word in text.split()}
    | {"neither", "neutral", "not", "at", "all", "nor", "agree", "know", "don't"}
)
ALIKE = 84  # of 100


@dataclass(frozen=True, slots=True)
class Scale:
    """`codes` folded label -> its point, 1 for the lowest meaning; `apart` folded label -> (absence, meaning)
    of answers that are no point; `confidence` 0 to 1 and the `reason` for both."""

    codes: Mapping[str, float]
    apart: Mapping[str, tuple[str, str]]
    confidence: float
    reason: str


def no_answer(label: str) -> tuple[str, str] | None:
    """(absence, meaning) where the label is no answer, such as "Don't know"; None else."""
    text = fold(label).strip(" .()")
    text = NUMBERED.sub(r"\2", text) if NUMBERED.match(text) and NUMBERED.match(text)[2] else text
    text = text.split("/")[0] if "/" in text and not text.startswith(("n/a", "d/k")) else text
    for pattern, absence, meaning in NO_ANSWER:
        if pattern.fullmatch(text.strip(" .()")):
            return absence.value, meaning
    return None


@lru_cache(maxsize=20_000)
def meaning_of(label: str) -> float | None:
    """Where a label lies between the worst (-4) and the best (4) of any scale; None where it says nothing."""
    text = re.sub(r"\s*\(.*?\)\s*$", "", fold(label)).strip(" .")
    text = re.sub(r"\s+", " ", text.replace("dis-", "dis").replace("-", " "))
    if text in ALONE:
        return ALONE[text]
    if NEUTRAL.search(text):
        return 0.0
    words = [_known(word) for word in re.findall(r"[a-z']+", text)]
    said = " ".join(words)
    if said in ALONE:
        return ALONE[said]
    if "neither" in words or "neutral" in words:
        return 0.0
    return _of_words(words, said)


def _of_words(words: list[str], said: str) -> float | None:
    sides = [1 if word in POSITIVE else -1 for word in words if word in POSITIVE or word in NEGATIVE]
    degrees = {text: value for text, value in DEGREES.items() if re.search(rf"\b{text}\b", said)}
    if "strongly" in degrees and len(degrees) > 1:  # "fairly strongly": here it is what is felt, not how much
        del degrees["strongly"]
    degree = max(degrees.values(), default=None)
    if not sides:
        return None if degree is None or "not" in words else degree
    if "not at all" in said or ("at all" in said and "not" in words):
        return -4.0
    if "not" in words or "isn't" in words:
        return -1.5 if degree and degree >= 2.8 else -1.8
    side = sides[-1]
    return side * (degree if degree is not None else 2.0)


@lru_cache(maxsize=5_000)
def _known(word: str) -> str:
    if word in VOCABULARY or len(word) < 4:
        return word
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, sorted(VOCABULARY), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[0] if found and found[0][0] == word[0] else word


def _of_family(points: Sequence[str]) -> dict[str, float]:
    """The points of a known scale where some of its labels weren't chosen by anybody: at least three were."""
    said = {fold(label): " ".join(_known(word) for word in re.findall(r"[a-z']+", fold(label))) for label in points}
    for family in FAMILIES:
        if 3 <= len(said) < len(family) and set(said.values()) <= set(family):
            return {label: float(len(family) - family.index(text)) for label, text in said.items()}
    return {}


def scale_of(labels: Iterable[str]) -> Scale | None:
    """The scale that a question's labels make, or None where they are no scale. Equal meanings share a point."""
    texts = list(dict.fromkeys(label for label in labels if label.strip()))
    apart = {fold(label): found for label in texts if (found := no_answer(label))}
    points = [label for label in texts if fold(label) not in apart]
    numbered = {label: int(found[1]) for label in points if (found := NUMBERED.match(label.strip()))}
    if points and len(numbered) + sum(label.strip().isdigit() for label in points) == len(points):
        codes = {
            fold(label): float(numbered.get(label, label.strip() if label.strip().isdigit() else 0)) for label in points
        }
        return Scale(codes, apart, 0.95, "each label begins with its number")
    if points and {fold(label).strip(" .") for label in points} <= {"yes", "no"}:
        return Scale({"yes": 1.0, "no": 0.0}, apart, 0.95, "yes or no")
    if whole := _of_family(points):
        return Scale(whole, apart, 0.85, f"{len(points)} of the points of a known scale")
    means = {label: meaning_of(label) for label in points}
    known = {label: mean for label, mean in means.items() if mean is not None}
    if len(known) < 2 or len(known) < len(points):
        return None
    order = sorted(set(known.values()))
    if len(order) < 2:
        return None
    codes = {fold(label): float(order.index(mean) + 1) for label, mean in known.items()}
    sure = 0.9 if len(order) == len(points) else 0.7
    return Scale(codes, apart, sure, f"{len(order)} points ordered by what their labels mean")
