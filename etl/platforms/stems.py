"""Columns that begin alike are rows or options of one question: "Do you trust: The council", "… - Library"."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from etl.platforms.types import Label

PARTS = (" - ", " – ", " >> ", " | ", ": ")
ENDS = ("? ", ". ")  # where nothing but the end of the question stands before its options
SHORTEST, LONGEST = 4, 100  # letters of a question, and of an option behind it


def parted(
    labels: Sequence[Label], parts: Sequence[str] = PARTS, same: Callable[[Label], str] = lambda label: ""
) -> tuple[Label, ...]:
    """The labels, those of neighbours that share a beginning up to one of `parts` cut into question and item.

    `same` names what a run of neighbours must share besides, such as the stem of a variable's name.
    """
    found, at = list(labels), 0
    while at < len(found):
        run = _run(found, at, parts, same)
        stem = _shared([found[place].text for place in run], parts) if run else ""
        part = next((part for part in parts if stem.endswith(part)), "")
        question = stem.removesuffix("" if part in ENDS else part).strip()
        for place in run:
            found[place] = replace(found[place], text=question, item=found[place].text[len(stem) :].strip())
        at = run[-1] + 1 if run else at + 1
    return tuple(found)


def asked_first(labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels, those cut where neighbours share a whole question or sentence and go on with an option each.

    Neighbours that go on with a question of their own share an introduction only, and stay as they are.
    """
    found = parted(labels, ENDS)
    cut = [(old, new) for old, new in zip(labels, found, strict=True) if new.item and not old.item]
    whole = {new.text for _, new in cut if "?" in new.item or len(new.item) > LONGEST or " " not in new.text}
    return tuple(
        old if new.item and not old.item and new.text in whole else new for old, new in zip(labels, found, strict=True)
    )


def _run(labels: Sequence[Label], at: int, parts: Sequence[str], same: Callable[[Label], str]) -> list[int]:
    first = labels[at]
    if first.item or at + 1 >= len(labels):
        return []
    stem = _shared([first.text, labels[at + 1].text], parts) if not labels[at + 1].item else ""
    if not stem or same(first) != same(labels[at + 1]):
        return []
    end = at + 1
    while (
        end + 1 < len(labels)
        and not labels[end + 1].item
        and labels[end + 1].text.startswith(stem)
        and same(labels[end + 1]) == same(first)
    ):
        end += 1
    return list(range(at, end + 1))


def _shared(texts: Sequence[str], parts: Sequence[str]) -> str:
    """The longest beginning that all texts share and that ends with one of the parts; "" where there is none."""
    low, high = min(texts), max(texts)
    length = next((at for at, (one, other) in enumerate(zip(low, high, strict=False)) if one != other), len(low))
    ends = [low.rfind(part, 0, length) + len(part) for part in parts if part in low[:length]]
    stem = low[: max(ends, default=0)]
    return stem if sum(letter.isalpha() for letter in stem) >= SHORTEST and len(stem) < len(low) else ""
