"""What one answer means: where it lies between the worst and the best, or that it is no answer at all."""

import math
import re
from functools import lru_cache

from etl.convert import fold
from etl.scales.foreign import foreign_no_answer
from etl.scales.often import on_a_scale, times_a_year
from etl.scales.words import ALONE, DEGREES, NEGATIVE, NEUTRAL, NO_ANSWER, NOUNS, PLAIN, POSITIVE, VOCABULARY
from metrics.types import Absence

NUMBERED = re.compile(r"^\(?(-?\d{1,3})\)?\s*(?:[-–:=.)]|\s)\s*(?!\d|to \d)(.*)$")
# What an interviewer's form says beside an answer: "(DO NOT READ OUT)", "(SPONTANEOUS)", "[VOL]", its code "(9)".
MARKED = re.compile(
    r"[\[(]?\bdo not read(?: out)?[\])]?:?|[\[(](?:spontaneous|dnro|vol\.?|volunteered|not read out|-?\d{1,3})[\])]\s*$"
)
FEWEST_LETTERS, MOST_LETTERS = 8, 20
COMMON = {
    "don't know": (Absence.MISSING, "don't know"),
    "prefer not to say": (Absence.MISSING, "refused"),
    "prefer not to answer": (Absence.MISSING, "refused"),
    "rather not say": (Absence.MISSING, "refused"),
    "not applicable": (Absence.NOT_APPLICABLE, "not applicable"),
}
APOSTROPHES = re.compile(r"[`´ʼ′]")
ALIKE = 84  # of 100
LONGEST = 10  # words: a longer answer is a sentence, and the words in it are of something else
NOT = frozenset(("not", "isn't", "don't", "doesn't", "cannot", "can't", "aren't", "nobody"))
CLAUSE = re.compile(r",? (?:--?|–) |, (?:and|but) ")
OF_THEM = re.compile(r" of (?:them|us|these|those)$")
SAYS = re.compile(r"(?:yes|no)(?:[,.;:]| (?:--?|–) | i | we | it | they | but )")
OFTEN = frozenset(("always", "usually", "often", "sometimes", "occasionally", "rarely", "seldom", "never"))
FELT_SO = frozenset(("strongly", "big", "major", "serious", "large", "huge"))
JOINED = frozenset(("and", "or", "but"))
_KNOWN = frozenset(VOCABULARY)
_SORTED: dict[str, list[str]] = {}
for _word in VOCABULARY:
    _SORTED.setdefault("".join(sorted(_word)), []).append(_word)


def no_answer(label: str) -> tuple[str, str] | None:
    """(absence, meaning) where the label is no answer, such as "Don't know"; None else."""
    text = MARKED.sub("", APOSTROPHES.sub("'", fold(label))).strip(" .()[]*")
    text = NUMBERED.sub(r"\2", text) if NUMBERED.match(text) and NUMBERED.match(text)[2] else text
    if re.search(r"/ ?(?:n/?a|not applicable)$", text) and not text.startswith("n/a"):
        first = no_answer(text.rsplit("/", 1)[0].removesuffix("/ n"))
        return first or (Absence.NOT_APPLICABLE.value, "not applicable")
    text = text.split("/")[0] if "/" in text and not text.startswith(("n/a", "d/k", "skip", "none of these/")) else text
    for pattern, absence, meaning in NO_ANSWER:
        if pattern.fullmatch(text.strip(" .()[]*")):
            return absence.value, meaning
    if misspelt := _misspelt(text):
        return misspelt
    return foreign_no_answer(label) or foreign_no_answer(text)


@lru_cache(maxsize=5_000)
def _misspelt(text: str) -> tuple[str, str] | None:
    """ "Perfer not to say", "Dont knwo": a slip of the keys in the commonest of such answers."""
    if not MOST_LETTERS >= len(text) >= FEWEST_LETTERS:
        return None
    from rapidfuzz.distance import OSA

    for common, (absence, meaning) in COMMON.items():
        if 0 < OSA.distance(text, common, score_cutoff=2) <= (2 if len(common) > 12 else 1):
            return absence.value, meaning
    return None


def _bare(label: str) -> str:
    said = fold(label)
    plain = said.partition("(")[0] if said.endswith(")") else said
    text = re.sub(r"^v\.? (?=[a-z])", "very ", plain.strip(" .!"))
    text = re.sub(r"\s+", " ", OF_THEM.sub("", text.replace("dis-", "dis").replace("everyday", "every day")))
    clause = CLAUSE.split(text)[0]  # "Never, but open to it", "Weekly -- between once a day and once a week"
    told = clause in ALONE or times_a_year(clause) is not None
    return clause if told and clause not in ("yes", "no") else text


@lru_cache(maxsize=20_000)
def meaning_of(label: str) -> float | None:
    """Where a label lies between the worst (-4) and the best (4) of any scale; None where it says nothing."""
    text = _bare(label)
    times = times_a_year(text)
    if times is not None:
        return on_a_scale(times)
    words = [known(word) for word in re.findall(r"[a-z']+", text.replace("-", " "))]
    said = " ".join(words)
    if said in ALONE or text in ALONE:
        return ALONE.get(text, ALONE.get(said))
    if words[:1] in (["yes"], ["no"]):
        if len(words) > 1 and not SAYS.match(text) and not _KNOWN & set(words[1:]):
            return None  # "No contact", "No latrine"
        return _of_yes_or_no(words[0] == "yes", words[1:])
    if len(words) > LONGEST or words[:1] == ["too"]:
        return None
    either = [ALONE.get(part) for part in said.split(" or ")]
    if len(either) > 1 and None not in either:
        return sum(either) / len(either)
    if NEUTRAL.search(text) or "neither" in words or "neutral" in words:
        return 0.0
    beside = re.split(r" (?:than|as) ", said)[0]  # "about the same as I do"
    return _of_words(words) if beside == said else _of_words(beside.split(" "))


@lru_cache(maxsize=20_000)
def felt(label: str) -> str:
    """What a label says only how much of: "liberal" in "Strongly liberal". "" where its words tell a side."""
    words = [known(word) for word in re.findall(r"[a-z']+", _bare(label))]
    sided = POSITIVE | NEGATIVE | NOT | {"yes", "no", "neither", "neutral"}
    if (
        " ".join(words) in ALONE
        or times_a_year(_bare(label)) is not None
        or (sided - {"strongly", "strong"}) & set(words)
    ):
        return ""  # words of its own tell where it lies
    return " ".join(word for word in words if word not in _KNOWN)


def _of_yes_or_no(yes: bool, rest: list[str]) -> float:
    """Of "Yes, very", "Yes, somewhat", "No, not at all": the first word says the side, the others how much."""
    if len(rest) > LONGEST:
        return 1.0 if yes else -1.0
    degree = _degree(" ".join(rest)) or PLAIN
    if yes:
        return 0.8 if NOT & set(rest) else degree
    return -4.0 if "all" in rest else -degree


def _of_words(words: list[str]) -> float | None:
    words = [word for word in words if word not in NOUNS] or words
    said = " ".join(words)
    if said in ALONE:
        return ALONE[said]
    sides = [1 if word in POSITIVE else -1 for word in words if word in POSITIVE or word in NEGATIVE]
    degree = _degree(said)
    if "at all" in said and ({"not", "no"} & set(words)):
        return -4.0
    if not sides and (degree is None or words[0] not in NOT) and not (len(words) == 2 and words[0] == "not"):
        often = next((word for word in words[:2] if word in OFTEN), "")  # "Sometimes justified", "Only sometimes"
        return ALONE.get(often) if degree is None or NOT & set(words) else degree
    if NOT & set(words):
        return -1.5 if degree and degree >= DEGREES["much"] else -1.8
    side = sides[-1] if JOINED & set(words) else math.prod(sides)  # "poorly informed" is bad, "bad and unsafe" too
    return side * (PLAIN if degree is None else degree)


def _degree(said: str) -> float | None:
    found = {text: value for text, value in DEGREES.items() if re.search(rf"\b{text}\b", said)}
    for felt in FELT_SO & found.keys():  # "fairly strongly", "a fairly big problem": what is felt, not how much
        if len(found) > 1:
            del found[felt]
    return max(found.values(), default=None)


@lru_cache(maxsize=5_000)
def known(word: str) -> str:
    """The word of the vocabulary that a word stands for, misspelt or not; itself where it is like none."""
    if word in _KNOWN or len(word) < 4:
        return word
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, VOCABULARY, scorer=fuzz.ratio, score_cutoff=ALIKE)
    if found and found[0][0] == word[0]:
        return found[0]
    return next((each for each in _SORTED.get("".join(sorted(word)), ()) if each[0] == word[0]), word)  # "unsfae"
