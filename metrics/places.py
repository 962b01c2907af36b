"""Which areas a demand series is published for, and which parts they are added up from."""

import re
from collections.abc import Collection

import pandas as pd

from metrics.context import Context
from metrics.types import Definition

_PLACE = re.compile(r"^[A-Z][0-9]{8}$")  # a code of the Office for National Statistics


def published_areas(definition: Definition, context: Context, present: Collection[str]) -> list[str]:
    """The definition's areas, their members, and the organisations (trusts) found in the data.

    Other places in the data are comparators: kept for the counterfactual, not published as areas.
    """
    declared = definition.areas or (context.county,)
    known = dict.fromkeys(declared)
    for area in declared:
        known |= dict.fromkeys(leaves(area, context))
    organisations = sorted(code for code in present if not _PLACE.match(code) and code not in context.members)
    return list(known | dict.fromkeys(organisations))


def leaves(area: str, context: Context) -> tuple[str, ...]:
    """The smallest parts of an area, each once, so that a footprint never counts a place twice."""
    parts = context.members.get(area, ())
    if not parts:
        return (area,)
    return tuple(dict.fromkeys(leaf for part in parts for leaf in leaves(part, context)))


def parts_of(areas: Collection[str], present: Collection[str], context: Context) -> pd.DataFrame:
    """One row an `area` and `part`: the area itself where it has figures of its own, else its parts.

    `parts` is how many there are: a sum is made only where all of them have a figure.
    """
    present = set(present)
    rows = [
        (area, part, len(found))
        for area in areas
        for found in [(area,) if area in present else leaves(area, context)]
        for part in found
    ]
    return pd.DataFrame(rows, columns=["area", "part", "parts"])
