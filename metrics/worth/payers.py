"""Who saves, and how much of it is cash."""

from collections.abc import Mapping, Sequence

import numpy as np

from metrics.worth.draws import summary
from metrics.worth.types import Share, Signed

UNSIGNED = "Nobody who holds the budget has signed a share, so none of it counts as cash."


def shares(
    service: str, present: np.ndarray, real: Mapping[str, np.ndarray], signed: Sequence[Signed]
) -> tuple[Share, ...]:
    """Each payer's part of the value, by what each pays for a case in common prices, and its cash.

    Cash is nothing until the payer's budget holder has signed a share for that service; the newest one counts.
    """
    whole = sum(real.values())
    found = []
    for payer, price in real.items():
        part = present * np.divide(price, whole, out=np.zeros_like(whole), where=whole > 0)
        mine = [each for each in signed if (each.service, each.payer) == (service, payer)]
        newest = max(mine, key=lambda each: each.on, default=None)
        share = newest.share if newest else 0.0
        why = _signature(newest) if newest else UNSIGNED
        found.append(Share(payer, summary(part), summary(part * share), why))
    return tuple(found)


def _signature(newest: Signed) -> str:
    reason = f": {newest.why.rstrip('.')}" if newest.why else ""
    return f"{newest.by} signed {newest.share:.0%} on {newest.on.day} {newest.on:%B %Y}{reason}."
