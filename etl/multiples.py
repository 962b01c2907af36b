"""Columns that belong together: the options of one question, ranks, and grids."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from etl.convert import fold
from etl.platforms.types import Label

YES = frozenset(("yes", "1", "y", "true", "selected", "checked", "quoted", "ticked", "mentioned", "chosen", "x"))
NO = frozenset(
    ("no", "0", "n", "false", "not selected", "unchecked", "not quoted", "unticked", "not mentioned", "not chosen")
)


def group_kinds(columns: Sequence[tuple[int, Label]], counted: Mapping[int, Counter]) -> dict[int, tuple[str, str]]:
    """Column -> (multi or rank, why), for columns that are options of one question; others are not in it."""
    found: dict[int, tuple[str, str]] = {}
    for _, members in groupby(columns, key=lambda each: each[1].text if each[1].item else f"{each[0]}"):
        group = list(members)
        if len(group) > 1:
            found.update(_of_group(group, counted))
    return {**_options_as_headers(columns, counted), **found}


def _of_group(group: Sequence[tuple[int, Label]], counted: Mapping[int, Counter]) -> dict[int, tuple[str, str]]:
    said = {at: {fold(text) for text in counted[at]} for at, _ in group}
    chosen = [at for at, label in group if said[at] and _is_option(label, said[at])]
    if len(chosen) >= 2 and len(chosen) >= 0.6 * sum(bool(each) for each in said.values()):
        ticked = {at for at, label in group if not said[at] or _is_option(label, said[at])}
        return {at: ("multi", f"one of {len(group)} options of one question, ticked or blank") for at in ticked}
    numbers = [
        {int(float(text)) for text in each} for each in said.values() if each and all(_whole(text) for text in each)
    ]
    if len(numbers) == len(group) >= 3:
        values = set().union(*numbers)
        if values <= set(range(1, len(group) + 1)) and max(values) == len(group) and _are_ranks(group, counted):
            return {at: ("rank", f"ranks 1 to {len(group)} over {len(group)} items") for at, _ in group}
    return {}


def _whole(text: str) -> bool:
    return text.replace(".0", "").isdigit()


def _are_ranks(group: Sequence[tuple[int, Label]], counted: Mapping[int, Counter]) -> bool:
    """Each rank is given about as often as there are people: over the items together, none more than another."""
    total = Counter()
    for at, _ in group:
        total.update({str(int(float(text))): times for text, times in counted[at].items()})
    most, least = max(total.values()), min(total.values())
    return len(total) == len(group) and least >= 0.8 * most


def _is_option(label: Label, said: set[str]) -> bool:
    if said <= YES | NO and said & YES:
        return True
    return len(said) == 1 and (
        fold(label.item) in said or fold(label.name) in said or _alike(label.item, next(iter(said)))
    )


def _alike(item: str, said: str) -> bool:
    """An option's heading may be longer or shorter than the option as it was ticked."""
    short, long = sorted((fold(item).rstrip(" ."), said.rstrip(" .")), key=len)
    return len(short) >= 3 and (long.startswith(short) or short in long)


def _options_as_headers(
    columns: Sequence[tuple[int, Label]], counted: Mapping[int, Counter]
) -> dict[int, tuple[str, str]]:
    """Typeform's way: the option itself is the header, and the only answer in its column."""
    found: dict[int, tuple[str, str]] = {}
    alone = [at for at, label in columns if {fold(text) for text in counted[at]} == {fold(label.name)}]
    if len(alone) >= 2:
        found = dict.fromkeys(alone, ("multi", "its only answer is its own header: an option of a question"))
    return found
