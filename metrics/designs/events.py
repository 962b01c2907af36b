"""An event study: the gap to the comparators quarter by quarter, before and after, beside what chance makes of it.

With one treated place the standard errors of a regression mean nothing. Chance is shown by permutation instead: the
same sum with every comparator in the treated place's stead, quarter by quarter (Abadie, Diamond and Hainmueller 2010).
"""

from collections.abc import Callable

import numpy as np

from metrics.designs.panel import Panel
from metrics.designs.types import Event

QUARTER = 3  # months

Gap = Callable[[Panel], np.ndarray]


def event_study(both: Panel, gap: Gap) -> tuple[Event, ...]:
    """Per quarter counted from the day the effect may show: the gap in per cent of its mean before that day.

    `low` and `high` span what the comparators give in its place. Quarters with a month missing are left out.
    """
    places, after = both.judged.place, both.judged.after
    if not after.any() or after.all():
        return ()
    length = max(QUARTER // both.judged.step, 1)
    number = (places - places[after][0]) // length
    whole = [at for at in np.unique(number).tolist() if (number == at).sum() == length]
    own = _by_quarter(gap(both), after, number, whole)
    others = np.array([
        _by_quarter(gap(played), after, number, whole) for played in map(both.as_if, range(len(both.names)))
    ])  # fmt: skip
    months = [int(places[after][0] + at * length) * both.judged.step for at in whole]
    return tuple(
        Event.of(month, value, low, high)
        for month, value, low, high in zip(months, own, others.min(0), others.max(0), strict=True)
    )


def _by_quarter(gap: np.ndarray, after: np.ndarray, number: np.ndarray, whole: list[int]) -> np.ndarray:
    moved = gap - gap[~after].mean()
    return np.array([100 * np.expm1(moved[number == at].mean()) for at in whole])
