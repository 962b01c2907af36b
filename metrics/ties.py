"""A network of ties between people, and what is counted in it."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Network:
    """One wave on the roster. `asked[i, j]`: i named j. `answered[i]`: i took part. Sectors by person."""

    asked: np.ndarray
    answered: np.ndarray
    sectors: np.ndarray

    @property
    def tied(self) -> np.ndarray:
        """A tie either end names counts: those who did not answer are seen through those who did."""
        return self.asked | self.asked.T

    @property
    def seen(self) -> np.ndarray:
        """Pairs of which at least one end answered; of the others nothing is known."""
        return np.triu(self.answered[:, None] | self.answered[None, :], 1)

    def without(self, person: int) -> "Network":
        keep = np.arange(len(self.answered)) != person
        return Network(self.asked[np.ix_(keep, keep)], self.answered[keep], self.sectors[keep])


def ei(net: Network, sector: str | None = None) -> tuple[float, int, int]:
    """E-I index, external ties and all ties; of one sector, its members' ties. nan without ties."""
    ties = np.triu(net.tied, 1)
    crosses = net.sectors[:, None] != net.sectors[None, :]
    if sector is not None:
        ties = ties & ((net.sectors == sector)[:, None] | (net.sectors == sector)[None, :])
    external, total = int((ties & crosses).sum()), int(ties.sum())
    return (2 * external / total - 1 if total else float("nan")), external, total


def density(net: Network) -> tuple[float, int, int]:
    """Share of seen pairs that are tied, ties, seen pairs."""
    ties, pairs = int((net.tied & net.seen).sum()), int(net.seen.sum())
    return (ties / pairs if pairs else float("nan")), ties, pairs


def reciprocity(net: Network) -> tuple[float, int, int]:
    """Share of ties between two who answered that both named, both-named ties, ties."""
    both = np.triu(net.answered[:, None] & net.answered[None, :], 1)
    mutual, ties = int((net.asked & net.asked.T & both).sum()), int((net.tied & both).sum())
    return (mutual / ties if ties else float("nan")), mutual, ties


def jackknife_error(values: np.ndarray) -> float:
    """Standard error from leaving out each person: √((n − 2) / 2n · Σ(z − z̄)²), for statistics of pairs."""
    known = values[~np.isnan(values)]
    n = len(known)
    return float(np.sqrt((n - 2) / (2 * n) * ((known - known.mean()) ** 2).sum())) if n > 2 else float("nan")
