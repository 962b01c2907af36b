"""Do the items of an index belong together: Cronbach's alpha, item-total correlations, turned scales."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special

TAIL = 0.025
CLEARLY = 0.1  # a correlation this far from 0, and further than chance takes it, has a sign
CHANCE = 3.3  # standard errors: once in a thousand items


@dataclass(frozen=True, slots=True)
class Reliability:
    """Alpha with its 95 % interval, the forms it rests on, and each item's correlation with the rest."""

    alpha: float
    low: float | None
    high: float | None
    forms: int
    item_total: tuple[float, ...]


def reliability(scores: np.ndarray, counts: np.ndarray | None = None) -> Reliability | None:
    """From forms (rows) by items (columns); only forms that answer every item count, each `counts` times.

    Cronbach (1951) with the interval of Feldt (1965), which takes scores as normal. An item-total
    correlation is with the sum of the other items (corrected). None with fewer than two items or three
    complete forms, or where all forms agree.
    """
    scores = np.asarray(scores, dtype=float)
    answered = ~np.isnan(scores).any(axis=1)
    whole, times = scores[answered], None if counts is None else np.asarray(counts)[answered]
    forms = len(whole) if times is None else int(times.sum())
    if whole.shape[1] < 2 or forms < 3:
        return None
    covariance = np.cov(whole, rowvar=False, fweights=times)
    alpha = alpha_of(covariance)
    if alpha is None:
        return None
    return Reliability(alpha, *alpha_interval(alpha, forms, len(covariance)), forms, item_total(covariance))


def alpha_of(covariance: np.ndarray) -> float | None:
    """Cronbach's alpha from the items' covariances; None where the total does not vary."""
    items, total = len(covariance), float(covariance.sum())
    return None if total <= 0 else items / (items - 1) * (1 - float(np.trace(covariance)) / total)


def alpha_interval(alpha: float, forms: int, items: int) -> tuple[float, float]:
    """Feldt's 95 % interval: (1 − alpha) / (1 − estimate) follows F with n − 1 and (n − 1)(k − 1)."""
    first, second = forms - 1, (forms - 1) * (items - 1)
    low, high = (float(special.fdtri(first, second, tail)) for tail in (1 - TAIL, TAIL))
    return 1 - (1 - alpha) * low, 1 - (1 - alpha) * high


def item_total(covariance: np.ndarray) -> tuple[float, ...]:
    """Each item's correlation with the sum of the others; not a number where either does not vary."""
    own, whole = np.diag(covariance), covariance.sum(axis=1)
    rest = covariance.sum() - 2 * whole + own
    with np.errstate(invalid="ignore", divide="ignore"):
        return tuple(float(r) for r in (whole - own) / np.sqrt(own * rest))


def against_the_rest(correlations: np.ndarray, answers: int) -> list[int]:
    """Which items run against the others of their battery, the clearest first: likely turned scales.

    The item that correlates worst with the standardised sum of the others is taken out while it does so
    clearly below 0, and the rest judged again, so that one turned item accuses no other. `answers` is how
    many people the correlations rest on. An item whose row is not a number
    is passed over. Two items can't say which of them is turned: none is named.
    """
    left, found = [at for at, row in enumerate(correlations) if not np.isnan(row).all()], []
    while len(left) > 2:
        rest = item_total(correlations[np.ix_(left, left)])
        worst = min(range(len(left)), key=lambda at: math.inf if math.isnan(rest[at]) else rest[at])
        if sign_of(rest[worst], answers) >= 0:
            break
        found.append(left.pop(worst))
    return found


def turned_since(before: np.ndarray, now: np.ndarray, answers: Sequence[int]) -> list[int]:
    """Which items went with the others before and go against them now, or the other way round.

    Both are correlations of the same items; `answers` how many people each rests on. Of two items that
    turned against each other both are named.
    """
    signs = [
        [sign_of(r, n) for r in item_total(each)] for each, n in zip((before, now), answers, strict=True)
    ]
    return [at for at, (then, since) in enumerate(zip(*signs, strict=True)) if then * since < 0]


def sign_of(correlation: float, answers: int) -> int:
    """1 or −1 where a correlation is clear and no chance; 0 otherwise, and where there is none."""
    if math.isnan(correlation) or answers < 4:
        return 0
    beyond = math.tanh(CHANCE / math.sqrt(answers - 3))  # Fisher's transformation
    return 0 if abs(correlation) < max(CLEARLY, beyond) else (1 if correlation > 0 else -1)
