"""How a sample was drawn: strata, primary sampling units (PSUs), and how much of each stratum was taken."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

DENSE = 4_000_000  # up to so many possible keys are counted by position instead of sorted
TAKEN_WHOLE = 1e-7  # a stratum of which less than this was left unsampled has no sampling variance


class DesignFault(ValueError):
    """The sample, as it is described, can't be estimated from: a sentence that says why."""


@dataclass(frozen=True)
class Sample:
    """Which columns describe the design. Without a PSU each respondent is one; without strata there is one.

    `fpc` holds, as in R, each stratum's number of PSUs in the population, or the fraction of them taken.
    A PSU is known by its name within its stratum (R: nest=TRUE).
    """

    weight: str = ""
    strata: str = ""
    psu: str = ""
    fpc: str = ""

    @property
    def columns(self) -> list[str]:
        """The columns that are used, each once."""
        return list(dict.fromkeys(name for name in (self.weight, self.strata, self.psu, self.fpc) if name))


@dataclass(frozen=True)
class Design:
    """The PSUs of a sample in the order of their strata, whether or not anyone of a domain is in them."""

    strata: tuple[str, ...]
    stratum: np.ndarray  # (PSUs,) the number of each PSU's stratum, rising
    sizes: np.ndarray  # (strata,) PSUs in the sample
    unsampled: np.ndarray  # (strata,) 1 − sampling fraction; 1 where there is no finite population correction

    @property
    def psus(self) -> int:
        return len(self.stratum)

    @property
    def lonely(self) -> tuple[str, ...]:
        """Strata with one PSU only, of which others were left unsampled: no variance can be seen in them."""
        return tuple(self.strata[at] for at in np.flatnonzero(lonely_strata(self)))


def lonely_strata(design: Design) -> np.ndarray:
    """(strata,) whether a stratum has a single PSU that does not stand for the whole stratum."""
    return (design.sizes == 1) & (design.unsampled >= TAKEN_WHOLE)


def lay_out(people: pd.DataFrame, sample: Sample) -> tuple[Design, np.ndarray, np.ndarray]:
    """The design, each row's PSU number and each row's weight.

    Raises DesignFault where a row lacks its weight, stratum, PSU or fpc, or a weight is negative.
    """
    for name in sample.columns:
        if people[name].isna().any():
            raise DesignFault(f"{int(people[name].isna().sum())} rows have no {name}; a design needs it in each.")
    stratum, names = _numbered(people[sample.strata]) if sample.strata else (np.zeros(len(people), int), ("",))
    psu, of_stratum = _nested(stratum, people[sample.psu] if sample.psu else None)
    sizes = np.bincount(of_stratum, minlength=len(names))
    unsampled = _unsampled(people, sample, stratum, names, sizes)
    return Design(names, of_stratum, sizes, unsampled), psu, _weights(people, sample)


def _numbered(column: pd.Series) -> tuple[np.ndarray, tuple[str, ...]]:
    """Numbers in the order of the values, and the values as text."""
    codes, values = pd.factorize(column, sort=True)
    return codes, tuple(str(value) for value in values)


def _nested(stratum: np.ndarray, psu: pd.Series | None) -> tuple[np.ndarray, np.ndarray]:
    """Each row's PSU number, counted through the strata, and each PSU's stratum."""
    if psu is None:
        order = np.argsort(stratum, kind="stable")
        number = np.empty(len(stratum), dtype=np.int64)
        number[order] = np.arange(len(stratum))
        return number, stratum[order]
    codes, values = pd.factorize(psu)
    met, number = numbered(stratum.astype(np.int64) * len(values) + codes, (stratum.max(initial=0) + 1) * len(values))
    return number, met // max(len(values), 1)


def numbered(key: np.ndarray, possible: int) -> tuple[np.ndarray, np.ndarray]:
    """The keys that occur, rising, and each row's place among them; −1 stays −1. Keys lie below `possible`."""
    if possible <= DENSE:
        seen = np.bincount(key + 1, minlength=possible + 1)[1:] > 0
        place = np.concatenate([np.where(seen, np.cumsum(seen) - 1, -1), [-1]])
        return np.flatnonzero(seen), place[key]  # key −1 finds the last, −1
    met, place = np.unique(key, return_inverse=True)
    return (met[1:], place - 1) if len(met) and met[0] == -1 else (met, place)


def _weights(people: pd.DataFrame, sample: Sample) -> np.ndarray:
    if not sample.weight:
        return np.ones(len(people))
    weight = people[sample.weight].to_numpy(dtype=float)
    if (weight < 0).any() or not np.isfinite(weight).all():
        raise DesignFault(f"Column {sample.weight} holds weights that are negative or not finite.")
    return weight


def _unsampled(
    people: pd.DataFrame, sample: Sample, stratum: np.ndarray, names: tuple[str, ...], sizes: np.ndarray
) -> np.ndarray:
    """1 − fraction sampled by stratum. All values of the column are counts, or all are fractions."""
    if not sample.fpc:
        return np.ones(len(names))
    given = people[sample.fpc].to_numpy(dtype=float)
    if (given <= 0).any() or ((given > 1).any() and (given < 1).any()):
        raise DesignFault(f"Column {sample.fpc} must hold counts of PSUs (1 and over) or fractions (1 and under).")
    by_stratum = np.zeros(len(names))
    by_stratum[stratum] = given
    if not np.array_equal(by_stratum[stratum], given):
        raise DesignFault(f"Column {sample.fpc} differs within a stratum.")
    taken = sizes / by_stratum if (given > 1).any() else by_stratum
    if (taken > 1 + 1e-12).any():
        raise DesignFault(f"By column {sample.fpc} more PSUs were sampled than there are.")
    return 1 - taken
