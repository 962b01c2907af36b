"""What answers in other languages say in English: only where all labels of a question are of one language."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product

from etl.convert import fold
from etl.scales.foreign_words import DEGREES, FELT, NO_ANSWERS, WHOLE
from metrics.types import Absence

LETTERS = str.maketrans({"ł": "l", "ß": "ss", "æ": "ae", "œ": "oe"})
ENDINGS = re.compile(r"\((?:e|a|s|es|in)\)|/(?:a|e|in|na)\b|[·.]e\b")  # "satisfait(e)", "satisfecho/a"
FEWEST = 2


def in_english(labels: Iterable[str]) -> tuple[str, Mapping[str, str]]:
    """The language that knows all the labels, and label -> what it says in English; ("", {}) where none does."""
    said = {label: _plain(label) for label in labels}
    if len(said) >= FEWEST:
        for language in WHOLE:
            known = _dictionary(language)
            if all(text in known for text in said.values()):
                return language, {label: known[text] for label, text in said.items()}
    return "", {}


@cache
def foreign_no_answer(label: str) -> tuple[str, str] | None:
    """(absence, meaning) of an answer that is none in one of these languages; None else."""
    meaning = _none().get(_plain(label))
    if meaning is None:
        return None
    absence = Absence.NOT_APPLICABLE if meaning == "not applicable" else Absence.MISSING
    return absence.value, meaning


def _plain(label: str) -> str:
    """Without accents, double spaces, full stops and endings for both sexes."""
    bare = unicodedata.normalize("NFKD", ENDINGS.sub("", fold(label)).translate(LETTERS))
    text = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", text).strip(" .!()[]")


@cache
def _none() -> Mapping[str, str]:
    return {_plain(form): meaning for meaning, forms in NO_ANSWERS.items() for form in forms}


@cache
def _dictionary(language: str) -> Mapping[str, str]:
    """Folded answer -> English: every degree with every feeling, and the answers that stand alone."""
    found: dict[str, str] = {}
    for (degree, how), (felt, what) in product(DEGREES[language].items(), FELT[language].items()):
        for word, form in product(("",) if degree == "plain" else how, what):
            found.setdefault(_together(language, word, form), _said(degree.replace("plain", ""), felt))
    for english, forms in WHOLE[language].items():
        found |= dict.fromkeys(forms, english)
    return found


def _together(language: str, degree: str, felt: str) -> str:
    if language != "Welsh":
        return f"{degree} {felt}".strip()
    if "*" in degree:
        return degree.replace("*", felt)
    return f"{felt} {degree}".strip() if degree == "iawn" else f"{degree} {felt}".strip()


def _said(degree: str, felt: str) -> str:
    """ "fairly not" with "agree" is "tend to disagree"; "not at all" with a good word stays as it is."""
    side = {"agree": "disagree", "satisfied": "dissatisfied"}
    if degree.endswith(" not"):
        return f"{degree.removesuffix(' not')} {side.get(felt, 'not ' + felt)}"
    return f"{degree} {felt}".strip()
