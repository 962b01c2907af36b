"""Columns that belong together: the options of one question, ranks, and grids."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from etl.convert import fold
from etl.platforms.types import Label
from etl.scales import no_answer

YES = frozenset((
    "yes", "1", "y", "true", "selected", "checked", "quoted", "ticked", "mentioned", "chosen", "x",
    "oui", "ja", "sí", "si", "tak", "sì", "ie", "sim",
))  # fmt: skip
NO = frozenset((
    "no", "0", "n", "false", "not selected", "unchecked", "not quoted", "unticked", "not mentioned", "not chosen",
    "non", "nein", "nie", "nee", "nage", "não",
))  # fmt: skip

UNCHOSEN = frozenset(text for text in NO if " " in text or text.startswith("un"))
PLACE = re.compile(
    r"(?:rank(?:ing|ed)?|choice|preference|place)?[ #]*(\d{1,2})(?:st|nd|rd|th)?(?: (?:choice|preference|place))?"
)
MOST_RANKED = 30  # different things to be put in order


def group_kinds(columns: Sequence[tuple[int, Label]], counted: Mapping[int, Counter]) -> dict[int, tuple[str, str]]:
    """Column -> (multi, rank or ranked, and why), of columns that belong to one question; others are not in it."""
    found: dict[int, tuple[str, str]] = {}
    for _, members in groupby(columns, key=lambda each: each[1].text if each[1].item else f"{each[0]}"):
        group = list(members)
        if len(group) > 1:
            found.update(_of_group(group, counted))
    return {**_options_as_headers(columns, counted), **found}


def _of_group(group: Sequence[tuple[int, Label]], counted: Mapping[int, Counter]) -> dict[int, tuple[str, str]]:
    said = {at: {fold(text) for text in counted[at] if not no_answer(text)} for at, _ in group}
    chosen = _numbered_options(group, said) or [at for at, label in group if said[at] and _is_option(label, said[at])]
    if len(chosen) >= 2 and len(chosen) >= 0.6 * sum(bool(each - NO) for each in said.values()):
        unpicked = {at for at, _ in group if said[at] <= NO} if any(said[at] & NO for at in chosen) else set()
        ticked = {at for at, label in group if not said[at] or at in chosen or at in unpicked}
        return {at: ("multi", f"one of {len(group)} options of one question, ticked or blank") for at in ticked}
    return _of_ranks(group, counted) or _of_places(group, counted)


def _numbered_options(group: Sequence[tuple[int, Label]], said: Mapping[int, set[str]]) -> list[int]:
    """Columns that each hold one number and nothing else, theirs among the options: 1, 2, 3 from left to right."""
    alone = [at for at, _ in group if len(said[at]) == 1 and all(map(_whole, said[at]))]
    numbers = [int(float(next(iter(said[at])))) for at in alone]
    rising = len(numbers) > 1 and all(one < other for one, other in pairwise(numbers))
    return alone if rising and numbers[-1] <= MOST_RANKED + 70 else []


def _of_ranks(group: Sequence[tuple[int, Label]], counted: Mapping[int, Counter]) -> dict[int, tuple[str, str]]:
    """Items that are each given a rank. An option that nobody ranked, such as "N/A", is none of them."""
    ranks = {at: [text for text in counted[at] if not no_answer(text)] for at, _ in group}
    items = [each for each in group if ranks[each[0]]]
    if len(items) < 3 or not all(_whole(text) for texts in ranks.values() for text in texts):
        return {}
    values = {int(float(text)) for texts in ranks.values() for text in texts}
    if values != set(range(1, len(items) + 1)) or not _are_ranks(items, counted):
        return {}
    return {at: ("rank", f"ranks 1 to {len(items)} over {len(items)} items") for at, _ in items}


def _of_places(group: Sequence[tuple[int, Label]], counted: Mapping[int, Counter]) -> dict[int, tuple[str, str]]:
    """Columns that are places, first to last, each holding what was put there."""
    places = [PLACE.fullmatch(fold(label.item)) for _, label in group]
    given = set().union(*(counted[at] for at, _ in group))
    if len(group) < 2 or not all(places) or not given or all(_whole(text) for text in given):
        return {}
    if [int(place[1]) for place in places] != list(range(1, len(group) + 1)) or len(given) > MOST_RANKED:
        return {}
    return {at: ("ranked", f"place {place} of {len(group)}") for place, (at, _) in enumerate(group, 1)}


def is_ticked(said: str) -> bool:
    """Whether what stands in an option's cell, or the label of its code, says that it was chosen."""
    text = fold(said)
    return text not in NO and not text.startswith("not ")


def _whole(text: str) -> bool:
    return text.replace(".0", "").isdigit()


def _are_ranks(group: Sequence[tuple[int, Label]], counted: Mapping[int, Counter]) -> bool:
    """Each rank is given about as often as there are people: over the items together, none more than another."""
    total = Counter()
    for at, _ in group:
        total.update({str(int(float(text))): times for text, times in counted[at].items() if _whole(text)})
    most, least = max(total.values()), min(total.values())
    return len(total) == len(group) and least >= 0.8 * most


def _is_option(label: Label, said: set[str]) -> bool:
    if said <= YES | NO and said & YES:
        return True
    if said & UNCHOSEN and len(said - UNCHOSEN) == 1:
        return True
    return len(said) == 1 and (
        fold(label.item) in said or fold(label.name) in said or _alike(label.item, next(iter(said)))
    )


def _alike(item: str, said: str) -> bool:
    """An option's heading may be longer or shorter than the option as it was ticked, or end with it."""
    if fold(item).endswith(f" - {said}"):
        return True
    short, long = sorted((fold(item).rstrip(" ."), said.rstrip(" .")), key=len)
    return len(short) >= 3 and (long.startswith(short) or short in long)


def _options_as_headers(
    columns: Sequence[tuple[int, Label]], counted: Mapping[int, Counter]
) -> dict[int, tuple[str, str]]:
    """The option itself is the header and the only answer in its column; or "Not selected" stands beside it."""
    found: dict[int, tuple[str, str]] = {}
    said = {at: {fold(text) for text in counted[at]} for at, _ in columns}
    alone = [at for at, label in columns if said[at] == {fold(label.name)}]
    if len(alone) >= 2:
        found = dict.fromkeys(alone, ("multi", "its only answer is its own header: an option of a question"))
    found |= dict.fromkeys(_only_ticks(columns, said), ("multi", "side by side, each ticked or blank: options"))
    told = [at for at in said if said[at] & UNCHOSEN and len(said[at] - UNCHOSEN) == 1]
    return found | dict.fromkeys(told, ("multi", "an option, chosen or said not to be"))


def _only_ticks(columns: Sequence[tuple[int, Label]], said: Mapping[int, set[str]]) -> list[int]:
    """Three columns or more side by side, under headings of their own that begin alike, each answered with 1 or not."""
    found: list[int] = []
    for _, group in groupby(columns, key=lambda each: (said[each[0]] == {"1"} and not each[1].item, each[1].name[:4])):
        run = [at for at, label in group if said[at] == {"1"} and not label.item]
        found += run if len(run) > 2 else []
    return found
