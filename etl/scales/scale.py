"""The scale that the answers of a question make together: each label's point, and those that are none."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from etl.convert import fold
from etl.scales.bands import bands
from etl.scales.foreign import in_english
from etl.scales.meaning import NUMBERED, felt, known, meaning_of, no_answer
from etl.scales.words import FAMILIES, NEUTRAL, PLAIN

NUMBER_LAST = re.compile(r"^(.*[^\W\d_].*?)\s*[-–:=(]\s*(\d{1,2})\)?$")
LONG = re.compile(r"[a-z]{4,}")
WHOLE = re.compile(r"\d{1,2}(?:\.0)?")
YES_NO: Mapping[str, float] = {"yes": 1.0, "no": 0.0, "y": 1.0, "n": 0.0, "true": 1.0, "false": 0.0}
FEELINGS = ("sure", "familiar", "certain")  # "Not sure at all" is an answer where another is "Very sure"
CHANGES = re.compile(r"\b(?:improved|increased|same|better|grown)\b")  # beside which "Declined" is no refusal
FEWEST_BETWEEN = 3  # numbers between two worded ends
LONGEST = 300  # letters of a label: looking for the number in a longer text takes minutes
STRANGERS = 5  # one label in so many may say nothing: the rest are a scale all the same


@dataclass(frozen=True, slots=True)
class Scale:
    """`codes` folded label -> its point, 1 for the lowest meaning; `apart` folded label -> (absence, meaning)
    of answers that are no point; `confidence` 0 to 1 and the `reason` for both. `ordered` is False for a list
    whose labels bear numbers but say nothing of more or less. `banded` that the points are bands of a quantity,
    `translated` that the labels are of another language, or of two."""

    codes: Mapping[str, float]
    apart: Mapping[str, tuple[str, str]]
    confidence: float
    reason: str
    ordered: bool = True
    banded: bool = False
    translated: bool = False


def scale_of(labels: Iterable[str]) -> Scale | None:
    """The scale that a question's labels make, or None where they are no scale. Equal meanings share a point."""
    texts = list(dict.fromkeys(label for label in labels if label.strip()))
    if any(len(label) > LONGEST for label in texts):
        return None
    apart = _apart(texts)
    points = [label for label in texts if fold(label) not in apart]
    if not points:
        return None
    if quantity := bands(points):
        return Scale(quantity, apart, 0.9, f"{len(set(quantity.values()))} bands of a quantity, in order", banded=True)
    twice = _said_twice(points)
    english = None if twice else _of_words(points)
    found = twice or english or _translated(points)
    if found is None:
        return None
    codes, sure, reason, ordered = found
    return Scale(codes, apart, sure, reason, ordered, translated=english is None)


def _of_words(points: Sequence[str]) -> "Found | None":
    return _numbered(points) or _between_ends(points) or _yes_or_no(points) or _of_family(points) or _by_meaning(points)


def _said_twice(points: Sequence[str]) -> "Found | None":
    """Labels in two languages each, "Cytuno / Agree": the scale of either."""
    pairs = {label: re.split(r"\s*[/|]\s*", label) for label in points}
    if len(points) < 2 or any(len(pair) != 2 for pair in pairs.values()):
        return None
    for side in (1, 0):
        halves = {label: pair[side] for label, pair in pairs.items()}
        found = _of_words(list(halves.values())) or _translated(list(halves.values()))
        if found and all(fold(half) in found[0] for half in halves.values()):
            return {fold(label): found[0][fold(half)] for label, half in halves.items()}, *found[1:]
    return None


def _translated(points: Sequence[str]) -> "Found | None":
    """The scale of labels that are all of one other language, by what they say in English."""
    language, english = in_english(points)
    found = _of_words(list(english.values())) if english else None
    if found is None:
        return None
    codes, sure, reason, ordered = found
    placed = {fold(label): codes[fold(text)] for label, text in english.items() if fold(text) in codes}
    return (placed, min(sure, 0.85), f"{reason}, read as {language}", ordered) if len(placed) == len(points) else None


Found = tuple[dict[str, float], float, str, bool]


def _apart(texts: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The labels that are no answer; but a word of feeling that another label has too is a point, and so is
    "Undecided" between two sides that have no middle of their own."""
    found = {label: none for label in texts if (none := no_answer(label))}
    others = " ".join(fold(label) for label in texts if label not in found)
    felt = [word for word in FEELINGS if re.search(rf"\b{word}\b", others)]
    for label in list(found):
        if "n/a" not in fold(label) and any(word in fold(label) for word in felt):
            del found[label]
    if CHANGES.search(others):
        found = {label: none for label, none in found.items() if fold(label) != "declined"}
    undecided = next((label for label in found if fold(label).strip(" .") == "undecided"), None)
    if undecided is not None:
        means = [mean for label in texts if label not in found and (mean := meaning_of(label)) is not None]
        if 0.0 not in means and min(sum(mean > 0 for mean in means), sum(mean < 0 for mean in means)) >= 2:
            del found[undecided]
    return {fold(label): none for label, none in found.items()}


def _numbered(points: Sequence[str]) -> Found | None:
    """Labels that bear their numbers, at their beginning or end; points between two ends may be bare numbers."""
    for pattern, number, words in ((NUMBERED, 1, 2), (NUMBER_LAST, 2, 1)):
        worded = {label: match for label in points if (match := pattern.match(label.strip()))}
        bare = [label for label in points if label.strip().isdigit()]
        if not worded or len(worded) + len(bare) < len(points):
            continue
        codes = {fold(label): float(worded[label][number] if label in worded else label) for label in points}
        if len(set(codes.values())) < len(codes):
            continue
        said = [meaning_of(match[words]) is not None for match in worded.values()]
        told = [match[words].strip() for match in worded.values()]
        ordered = bool(bare) or sum(said) * 2 >= len(said) or {*told} <= {"star", "stars"} or bands(told) is not None
        if number == 2 and not ordered:
            continue
        where = "begins" if number == 1 else "ends"
        return codes, 0.95 if ordered else 0.6, f"each label {where} with its number", ordered
    return None


def _between_ends(points: Sequence[str]) -> Found | None:
    """Numbers between two ends in words: "Extremely dissatisfied", 1 to 9, "Extremely satisfied"."""
    numbers = sorted(int(float(label)) for label in points if WHOLE.fullmatch(label.strip()))
    worded = [label for label in points if not WHOLE.fullmatch(label.strip())]
    ends = {label: mean for label in worded if (mean := meaning_of(label)) is not None}
    if len(numbers) < FEWEST_BETWEEN or len(ends) != 2 or len(ends) + len(numbers) < len(points):
        return None
    low, high = sorted(ends, key=ends.__getitem__)
    if ends[low] == ends[high] or numbers[0] > 2 or numbers[-1] > 9:
        return None
    codes = {fold(label): float(label) for label in points if label not in ends}
    codes |= {fold(low): numbers[0] - 1.0, fold(high): numbers[-1] + 1.0}
    return codes, 0.85, "numbers between two ends in words", True


def _yes_or_no(points: Sequence[str]) -> Found | None:
    said = {label: fold(label).strip(" .!") for label in points}
    if set(said.values()) <= YES_NO.keys() and len(said) <= 2:
        return {fold(label): YES_NO[text] for label, text in said.items()}, 0.95, "yes or no", True
    first = {label: re.match(r"(yes|no)\b", text) for label, text in said.items()}
    if len(points) == 2 and all(first.values()) and len({match[1] for match in first.values()}) == 2:
        return {fold(label): YES_NO[match[1]] for label, match in first.items()}, 0.85, "yes or no, and why", True
    return None


def one_family(labels: Iterable[str]) -> bool:
    """Whether all labels that are answers are of one known scale."""
    said = {_worded(label) for label in labels if not no_answer(label)}
    return any(said <= set(family) for family in FAMILIES)


def _worded(label: str) -> str:
    return " ".join(known(word) for word in re.findall(r"[a-z']+", fold(label)))


def _of_family(points: Sequence[str]) -> Found | None:
    """The points of a known scale where some of its labels weren't chosen by anybody: at least three were."""
    said = {fold(label): _worded(label) for label in points}
    chosen = set(said.values())
    for family in sorted(FAMILIES, key=len):
        sides = {text for text in family if not NEUTRAL.search(text)}
        if chosen in (set(family), sides):  # all of it, or a scale that offers no middle
            return None
        if len(said) >= 3 and chosen < set(family):
            codes = {label: float(len(family) - family.index(text)) for label, text in said.items()}
            return codes, 0.85, f"{len(points)} of the points of a known scale", True
    return None


def _plain(points: Sequence[str], means: Mapping[str, float]) -> dict[str, float]:
    """The label that is nothing but what the others say more or less of: "Polarised" beside "Very polarised"."""
    spoken_of = {what for label in means if (what := felt(label))}
    return {label: PLAIN for label in points if label not in means and {fold(label).strip(" .")} == spoken_of}


def _left_out(points: Sequence[str], means: Mapping[str, float]) -> bool:
    """Whether a label that says nothing known is worded as several others are: a point of theirs, of unknown place."""
    words = Counter(word for label in means for word in set(LONG.findall(fold(label))))
    strange = {word for label in points if label not in means for word in LONG.findall(fold(label))}
    return any(words[word] > 1 for word in strange)


def _by_meaning(points: Sequence[str]) -> Found | None:
    means = {label: mean for label in points if (mean := meaning_of(label)) is not None}
    means |= _plain(points, means)
    strange = len(points) - len(means)
    order = sorted(set(means.values()))
    spoken_of = {what for label in means if (what := felt(label))}
    if len(order) < 2 or strange * STRANGERS > len(points) or len(spoken_of) > 1 or _left_out(points, means):
        return None
    codes = {fold(label): float(order.index(mean) + 1) for label, mean in means.items()}
    sure = 0.9 if len(order) == len(points) else 0.7 if not strange else 0.6
    reason = f"{len(order)} points ordered by what their labels mean"
    return codes, sure, reason + (", but for what says nothing of it" if strange else ""), True
