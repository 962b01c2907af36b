"""Answers written with a slip of the keys: which of a question's labels was meant, where that is beyond doubt."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from etl.convert import Converted, Converter, as_text, fold
from etl.convert.labels import unpointed
from etl.scales.meaning import known, meaning_of
from etl.workbook import Raw

FEWEST, LONGEST = 5, 120  # letters of an answer
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
ALIKE = 80  # of 100
SHORT = 4  # letters of a word from which on a slip is told from another word
JOINS = frozenset(("or", "nor", "and"))


def label_meant(text: str, labels: Iterable[str]) -> str:
    """The one label that differs from the text by slips in its words; "" where none does, or where two might.

    Never a label of the other side: "unsatisfied" is no slip of "satisfied".
    """
    near = _near(text, labels)
    return near[0] if len(near) == 1 and same_side(text, near[0]) else ""


def likest(text: str, labels: Iterable[str], alike: float = ALIKE) -> str:
    """The label that reads most like the text, `alike` of 100 at least, of the same side; "" where none does or where
    slips of the keys lead to two."""
    from rapidfuzz import fuzz, process

    ours = list(labels)
    if _near(text, ours):
        return label_meant(text, ours)
    best = process.extractOne(text, ours, scorer=fuzz.ratio, processor=fold, score_cutoff=alike)
    return best[0] if best and same_side(text, best[0]) else ""


def same_side(text: str, label: str) -> bool:
    """Whether the two don't lie on different sides of a scale's middle, as far as their words tell."""
    meant, ours = meaning_of(text), meaning_of(label)
    if meant is None or ours is None:
        return True
    return (meant > 0) - (meant < 0) == (ours > 0) - (ours < 0)


def _near(text: str, labels: Iterable[str]) -> list[str]:
    """The labels a text may be with slips in its words; of several the one that the vocabulary knows is meant."""
    said = unpointed(fold(text))
    if not FEWEST <= len(said) <= LONGEST:
        return []
    words = WORD.findall(said)
    near = [label for label in labels if _are_slips(words, WORD.findall(fold(label)))]
    meant = [known(word) for word in words] if len(near) > 1 else []  # "disatisfied" is near both
    return [each for each in near if [known(word) for word in WORD.findall(fold(each))] == meant] or near


def _are_slips(words: list[str], ours: list[str]) -> bool:
    return len(words) == len(ours) and words != ours and all(map(_is_slip, words, ours))


def _is_slip(word: str, ours: str) -> bool:
    """The same word, or one or two keys from it; short words must be the same, but for "or" and "nor"."""
    if word == ours or {word, ours} <= JOINS:
        return True
    if min(len(word), len(ours)) < SHORT:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(word, ours) <= (1 if len(ours) < 7 else 2)


def or_slip(convert: Converter, labels: Sequence[str], mapped: Mapping[str, str]) -> Converter:
    """The converter, to which a misspelt label is that label, and which says so.

    `mapped` folded text -> label: what was taken over into the mapping by its likeness is said as well.
    """

    def converted(raw: Raw) -> Converted:
        found = convert(raw)
        if not isinstance(raw, str):
            return found
        given = mapped.get(fold(raw), "")
        if given and found.value is not None:
            return replace(found, read_as=given) if _is_like(raw, given) else found
        meant = label_meant(as_text(raw), labels) if found.problem else ""
        return replace(convert(meant), read_as=meant) if meant else found

    return converted


def _is_like(raw: str, label: str) -> bool:
    """Whether a text is the label written otherwise, and not a code or another word for it."""
    from rapidfuzz import fuzz

    said, ours = unpointed(fold(raw)), fold(label)
    return said != ours and fuzz.ratio(said, ours) >= ALIKE
