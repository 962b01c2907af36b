"""A county, or another area of ours, named among its own districts: its figures are theirs added up."""

from collections.abc import Iterable

from data.framework import load_framework
from etl.codes import codebook
from etl.workbook import Raw

FEWEST = 2  # parts that stand beside it
MOST = 5_000  # different names: of more, they are of wards, streets or schools


def over_their_parts(names: Iterable[Raw]) -> frozenset[Raw]:
    """Of the names of a table's areas, those of areas of ours whose parts are named too."""
    different = set(names)
    if len(different) > MOST:
        return frozenset()
    framework = load_framework()
    codes = codebook(framework)
    members = {area.code: {each.code for each in area.members} for area in framework.areas if area.members}
    meant = {name: code for name in different if (code := codes.area(name))}
    there = set(meant.values())
    return frozenset(name for name, code in meant.items() if len(members.get(code, set()) & there) >= FEWEST)
