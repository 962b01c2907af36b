"""Difference-in-differences as a regression: two groups and two periods, or units and times with their own level."""

from collections.abc import Mapping
from itertools import combinations
from math import comb

import numpy as np

from metrics.designs.regressions import Coefficient, Regression, fit

EXACT_UP_TO = 20_000  # assignments; above, so many are drawn
DRAWN, SEED = 9_999, 20_260


def two_by_two(
    values: np.ndarray, treated: np.ndarray, after: np.ndarray, covariates: Mapping[str, np.ndarray], **how
) -> Regression:
    """lm(value ~ after + treated + after:treated + covariates); the difference is named "did"."""
    columns = {"intercept": np.ones(len(values)), "after": after, "treated": treated, "did": after * treated,
               **covariates}
    return fit(how.pop("family", "gaussian"), list(columns), np.column_stack(list(columns.values())), values, **how)


def two_way(
    values: np.ndarray, units: np.ndarray, times: np.ndarray, effects: Mapping[str, np.ndarray], **how
) -> Regression:
    """Levels of their own for every unit and every time (fixest::feols(value ~ did | unit + time)), and `effects`."""
    columns = {**effects, "intercept": np.ones(len(values))}
    for kind, labels in (("unit", units), ("time", times)):
        columns |= {f"{kind} {label}": (labels == label).astype(float) for label in np.unique(labels)[1:]}
    return fit(how.pop("family", "gaussian"), list(columns), np.column_stack(list(columns.values())), values, **how)


def event_columns(times: np.ndarray, treated: np.ndarray, start: float) -> dict[str, np.ndarray]:
    """A column a time for the treated, named by periods from the start; the last before it is the reference."""
    all_times = np.unique(times)
    first = int(np.searchsorted(all_times, start))
    return {f"event {at - first:+d}": ((times == time) & (treated > 0)).astype(float)
            for at, time in enumerate(all_times) if at != first - 1}


def named(found: Regression, names: list[str]) -> list[Coefficient]:
    """Only the coefficients asked for: levels of units and times are nobody's question."""
    return [coefficient for coefficient in found.coefficients() if coefficient.name in names]


def permutation(changes: np.ndarray, treated: np.ndarray) -> dict[str, float]:
    """Mean change of the treated units less that of the others, against every way of choosing as many units.

    `changes` holds each unit's mean after less mean before. p is two-sided: the share of assignments with a
    difference as large; all of them up to 20,000, otherwise 9,999 drawn with a fixed seed and the true one.
    """
    number, total = int(treated.sum()), float(changes.sum())
    others = len(changes) - number

    def difference(picked: np.ndarray) -> np.ndarray:
        return picked / number - (total - picked) / others

    actual = float(difference(changes[treated > 0].sum()))
    if comb(len(changes), number) <= EXACT_UP_TO:
        sums = np.array([changes[list(chosen)].sum() for chosen in combinations(range(len(changes)), number)])
    else:
        rng = np.random.default_rng(SEED)
        sums = np.array([changes[rng.permutation(len(changes))[:number]].sum() for _ in range(DRAWN)])
        sums = np.append(sums, changes[treated > 0].sum())
    as_large = np.abs(difference(sums)) >= abs(actual) * (1 - 1e-9)
    return {"did": actual, "p": float(as_large.mean()), "assignments": float(len(sums))}
