"""Adding services up: only where no case is in two of them, else refused with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from metrics.designs.types import Range
from metrics.worth.draws import summary
from metrics.worth.types import Worth


@dataclass(frozen=True, slots=True)
class Total:
    """Several services of one kind of value together, or the reason why they are not added up."""

    kind: str
    services: tuple[str, ...]
    value: Range | None = None
    refusal: str = ""
    present: np.ndarray | None = None
    annual: np.ndarray | None = None


def together(worths: Sequence[Worth], overlaps: Mapping[tuple[str, str], str]) -> Total:
    """The sum of services' values of one kind, draw by draw.

    Refused: kinds that differ, a service twice, and unit costs of which one holds the other (`overlaps`: code
    and the code it includes, to why). Services without a value are left out; none at all is refused too.
    """
    known = [worth for worth in worths if not worth.refusal]
    kinds = {worth.kind for worth in known}
    services = tuple(worth.service for worth in known)
    kind = " and ".join(sorted(kinds))
    if not known:
        return Total(kind, services, refusal="No service has a value that could be added up.")
    mixed = f"{kind} value are different things and are never added up." if len(kinds) > 1 else ""
    refusal = mixed or _twice(known, overlaps)
    if refusal:
        return Total(kind, services, refusal=refusal[0].upper() + refusal[1:])
    present, annual = (sum(getattr(worth, name) for worth in known) for name in ("present", "annual"))
    return Total(kind, services, summary(present), "", present, annual)


def _twice(worths: Sequence[Worth], overlaps: Mapping[tuple[str, str], str]) -> str:
    for one, other in combinations(worths, 2):
        if one.service == other.service:
            return f"{one.service} would be counted twice, for places that may overlap."
        for mine in {price.code for price in one.prices}:
            for theirs in {price.code for price in other.prices}:
                why = overlaps.get((mine, theirs)) or overlaps.get((theirs, mine))
                if why:
                    return f"not added up, a case would be counted twice: {why[0].lower()}{why[1:]}."
    return ""
