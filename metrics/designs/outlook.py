"""What a series would have done next: its own past carried on, with honest doubt about how it moves.

Counts per exposure are taken as level × trend × season × noise. Level and main season are
estimated freely, the slope and the finer season are drawn towards nothing. How much memory the noise has is
never known from a few dozen months, so nothing is chosen: every combination of a grid is fitted by restricted
maximum likelihood, and the answers are averaged by how well each explains the past. What results is a mixture
of t distributions. A model that picks one memory, or none, claims too much: `python -m bench causal`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from scipy.special import stdtr

from metrics.designs.season import waves

MEMORY = (0.0, 0.2, 0.4, 0.6, 0.8)  # autocorrelation of the noise from period to period
FINE_SEASON = (0.0, 0.5)  # size of the finer season, in standard deviations of the noise
SLOPE = 0.15  # how far the trend is expected to go in a month, in standard deviations of the noise
HALVINGS = 45


@dataclass(frozen=True)
class Outlook:
    """The distribution of log rates in the periods ahead: a mixture of multivariate t, one for each grid node."""

    weight: np.ndarray  # (nodes,)
    mean: np.ndarray  # (nodes, periods)
    spread: np.ndarray  # (nodes, periods, periods)
    freedom: int
    exposure: np.ndarray  # (periods,)
    fitted: np.ndarray  # counts of the baseline as the smooth part alone has them
    residual: np.ndarray  # relative

    @cached_property
    def centre(self) -> np.ndarray:
        """Expected counts by period."""
        return np.exp(self.weight @ self.mean) * self.exposure

    def sums(self, members: np.ndarray) -> "Sums":
        """The distribution of the log of sums of periods; `members` is (sums, periods) of 0 and 1."""
        total = members @ self.centre
        share = members * self.centre / total[:, None]
        middle = np.log(total) + (self.mean - self.weight @ self.mean) @ share.T
        scale = np.sqrt(np.einsum("si,gij,sj->gs", share, self.spread, share))
        return Sums(self.weight, middle, scale, self.freedom)

    def total(self) -> "Sums":
        """The distribution of the log of the sum of all periods."""
        return self.sums(np.ones((1, len(self.exposure))))


@dataclass(frozen=True)
class Sums:
    """Mixtures of t distributions of the logs of one or more sums."""

    weight: np.ndarray
    middle: np.ndarray  # (nodes, sums)
    scale: np.ndarray
    freedom: int

    def below(self, counts: np.ndarray | float) -> np.ndarray:
        """The probability that each sum would have come out at or below the count given."""
        with np.errstate(divide="ignore"):
            distance = (np.log(counts) - self.middle) / self.scale
        return self.weight @ stdtr(self.freedom, distance)

    def quantiles(self, shares: Sequence[float]) -> np.ndarray:
        """The counts that each sum would have stayed below with these probabilities, by halving: (shares, sums)."""
        wanted = np.array(shares, dtype=float)[:, None]
        shape = (len(shares), self.middle.shape[1])
        low = np.broadcast_to(np.min(self.middle - 60 * self.scale, 0), shape)
        high = np.broadcast_to(np.max(self.middle + 60 * self.scale, 0), shape)
        nodes = (self.weight[:, None, None], self.middle[:, None], self.scale[:, None])
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            under = (nodes[0] * stdtr(self.freedom, (middle - nodes[1]) / nodes[2])).sum(0) < wanted
            low, high = np.where(under, middle, low), np.where(under, high, middle)
        return np.exp((low + high) / 2)


def outlook(
    place: np.ndarray, month: np.ndarray, count: np.ndarray, exposure: np.ndarray, ahead: np.ndarray,
    step: int = 1, harmonics: int = 2,
) -> Outlook:
    """What the periods marked in `ahead` would have held, judged by the others alone. Counts ahead aren't looked at.

    Arrays are equally long. Raises ValueError where no period of the baseline holds a count above zero.
    """
    before = ~ahead
    if not before.any() or count[before].sum() <= 0:
        raise ValueError("the baseline holds no count above zero")
    time = place - place[before].mean()
    free = np.column_stack([np.ones(len(time)), waves(month, step, 1, harmonics)])
    fitted = _smooth(np.column_stack([free[before], time[before]]), count[before], exposure[before])
    working = np.log(fitted / exposure[before]) + count[before] / fitted - 1
    spread = _spread(time, waves(month, step, harmonics + 1, 6))
    return _carried_on(free, working, spread, before, exposure, fitted, count)


def _carried_on(
    free: np.ndarray, working: np.ndarray, spread: np.ndarray, before: np.ndarray, exposure: np.ndarray,
    fitted: np.ndarray, count: np.ndarray,
) -> Outlook:
    """Generalised least squares at every node at once, predicted ahead and weighted by restricted likelihood."""
    ahead, number = ~before, free.shape[1]
    lower = np.linalg.cholesky(spread[:, before][:, :, before])
    across = spread[:, before][:, :, ahead]
    known = np.broadcast_to(np.column_stack([free[before], working]), (len(spread), len(working), number + 1))
    solved = np.linalg.solve(lower, np.concatenate([known, across], 2))
    design, target, link = solved[:, :, :number], solved[:, :, number:number + 1], solved[:, :, number + 1:]
    inverse = np.linalg.inv(_t(design) @ design)
    coefficients = inverse @ (_t(design) @ target)
    left = target - design @ coefficients
    freedom = len(working) - number
    squares = (left**2).sum((1, 2))
    likelihood = (
        -np.log(np.diagonal(lower, axis1=1, axis2=2)).sum(1)
        + np.linalg.slogdet(inverse)[1] / 2 - freedom / 2 * np.log(squares)
    )
    weight = np.exp(likelihood - likelihood.max())
    mean = (free[ahead] @ coefficients + _t(link) @ left)[:, :, 0]
    doubt = free[ahead] - _t(link) @ design
    wide = spread[:, ahead][:, :, ahead] - _t(link) @ link + doubt @ inverse @ _t(doubt)
    return Outlook(weight / weight.sum(), mean, wide * (squares / freedom)[:, None, None], freedom,
                   exposure[ahead], fitted, count[before] / fitted - 1)


def _spread(time: np.ndarray, fine_waves: np.ndarray) -> np.ndarray:
    """The covariance of the noise at every node, in units of its variance: (nodes, periods, periods)."""
    memory, fine = (np.array(column)[:, None, None] for column in zip(*product(MEMORY, FINE_SEASON), strict=True))
    apart = np.abs(time[:, None] - time)
    noise = np.where(apart == 0, 1.0, memory**apart)
    season = fine_waves @ fine_waves.T / max(fine_waves.shape[1] / 2, 1)
    return noise + fine**2 * season + SLOPE**2 * np.outer(time, time)


def _smooth(design: np.ndarray, count: np.ndarray, exposure: np.ndarray) -> np.ndarray:
    """Fitted counts of a Poisson regression, by iterated weighted least squares; no inference rests on it."""
    offset = np.log(exposure)
    eta = np.log(count + 0.5)
    for _ in range(25):
        size = np.exp(np.clip(eta, -20, 40))
        target = eta - offset + (count - size) / size
        root = np.sqrt(size)
        coefficients = np.linalg.lstsq(design * root[:, None], target * root, rcond=None)[0]
        newer = np.clip(design @ coefficients + offset, np.log(count.mean()) - 6, np.log(count.mean()) + 6)
        if np.abs(newer - eta).max() < 1e-9:
            break
        eta = newer
    return np.exp(newer)


def _t(stack: np.ndarray) -> np.ndarray:
    return np.swapaxes(stack, 1, 2)
