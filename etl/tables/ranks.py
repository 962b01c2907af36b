"""Which codes are of areas above others in the same table: nations over regions, counties over their districts."""

from collections import Counter
from collections.abc import Mapping

from etl.areas import depth

ABOVE = {"nation", "region", "nhs_region"}
# A county over districts, a police force over community safety partnerships, an integrated care board over its parts.
WHOLES = (("E10", "E07"), ("E11", "E08"), ("E61", "E07"), ("E23", "E22"), ("E54", "E38"))
UNIONS = {"K02", "K03", "K04"}  # the United Kingdom, Great Britain, England and Wales


def above(kinds: Mapping[int, str], codes: Mapping[int, str]) -> set[int]:
    """Of rows or columns, those whose code is of an area above the others'. A county is one where districts
    stand beside it, a nation where parts of it do. `kinds` and `codes`: number -> kind of area, and its code."""
    counted = Counter(kind for kind in kinds.values() if kind)
    if not counted:
        return set()
    below = {kind for kind, count in counted.items() if kind not in ABOVE and count >= 2}
    over = {kind for kind in counted if kind in ABOVE and below}
    if counted["nation"] and counted["region"] and not below:
        over.add("nation")
    deepest = max((depth(kind) for kind in below), default=0)
    if deepest >= 4:
        over |= {kind for kind in counted if depth(kind) < deepest and "site" not in below}
    begins = {code[:3] for code in codes.values()}
    unions = UNIONS if len({"E92", "W92", "S92", "N92"} & begins) >= 2 else set()
    wholes = unions | {whole for whole, part in WHOLES if part in begins}
    parts = {code[:1] for row, code in codes.items() if kinds[row] and kinds[row] != "nation"}
    found = {row for row, kind in kinds.items() if kind in over or codes[row][:3] in wholes}
    return {row for row in found if kinds[row] != "nation" or codes[row][:1] in parts | {"K"}}
