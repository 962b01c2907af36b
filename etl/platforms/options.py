"""How platforms write a question and its option into one heading."""

import re
from collections import Counter
from collections.abc import Sequence

from etl.platforms.types import Label

TICK = re.compile(r"(.+?) ?\(choice=(.+)\)", re.S)
CODED = re.compile(r"(\w+?)___(\w+)")


def by_last_part(names: Sequence[str]) -> tuple[Label, ...]:
    """ "Library:Which do you use?": the option stands first. Only where several columns share the question."""
    parts = [name.partition(":") for name in names]
    shared = Counter(question for _, colon, question in parts if colon and question)
    return tuple(
        Label(name, question, item) if shared[question] > 1 or item.endswith("Write In") else Label(name, name)
        for name, (item, _, question) in zip(names, parts, strict=True)
    )


def by_path(names: Sequence[str]) -> tuple[Label, ...]:
    """ "services/used/library" where "services/used" is a question with several choices; else the path's end."""
    stems = Counter(name.rpartition("/")[0] for name in names)
    whole = set(names)
    return tuple(_of_path(name, whole, stems) for name in names)


def _of_path(name: str, whole: set[str], stems: Counter) -> Label:
    stem, _, end = name.rpartition("/")
    if stem and stem in whole and stems[stem] > 1:
        return Label(name, stem.rpartition("/")[2], end)
    return Label(name, end)


def by_ticks(names: Sequence[str]) -> tuple[Label, ...]:
    """ "Which do you use? (choice=Library)" and "used___1"."""
    found = [TICK.fullmatch(name) or CODED.fullmatch(name) for name in names]
    return tuple(
        Label(name, match[1].strip(), match[2].strip()) if match else Label(name, name)
        for name, match in zip(names, found, strict=True)
    )
