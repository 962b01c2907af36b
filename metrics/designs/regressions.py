"""The textbook's regressions under one name each: least squares, Poisson, quasi-Poisson, negative binomial.

statsmodels fits; what is added is R's conventions, so that figures can be checked against published examples.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats
from scipy.optimize import brentq
from scipy.special import digamma
from statsmodels.genmod import families
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.regression.linear_model import OLS
from statsmodels.stats.sandwich_covariance import cov_cluster, cov_hac

FAMILIES = ("gaussian", "poisson", "quasipoisson", "negbin")
Z = float(stats.norm.ppf(0.975))


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One coefficient; interval estimate ± 1.96 se with counts (confint.default), by t with least squares."""

    name: str
    estimate: float
    se: float
    low: float
    high: float
    p: float


@dataclass(frozen=True)
class Regression:
    """A fitted regression; `covariance` is the one asked for (model, Newey-West or clustered)."""

    family: str
    names: tuple[str, ...]
    estimate: np.ndarray
    covariance: np.ndarray
    design: np.ndarray
    offset: np.ndarray
    fitted: np.ndarray
    freedom: int
    dispersion: float
    summary: dict[str, float]

    @property
    def log_link(self) -> bool:
        return self.family != "gaussian"

    def coefficients(self) -> list[Coefficient]:
        """Estimate, standard error, 95 % interval and p, as R's summary has them: z where the dispersion is
        known (poisson, negbin), t otherwise."""
        spread = np.sqrt(np.diag(self.covariance))
        distance = np.abs(self.estimate) / spread
        known = self.family in ("poisson", "negbin")
        p = 2 * (stats.norm.sf(distance) if known else stats.t.sf(distance, self.freedom))
        wide = (Z if self.log_link else float(stats.t.ppf(0.975, self.freedom))) * spread
        rows = zip(self.names, self.estimate, spread, self.estimate - wide, self.estimate + wide, p, strict=True)
        return [Coefficient(name, *map(float, figures)) for name, *figures in rows]

    def predicted(self, design: np.ndarray) -> np.ndarray:
        eta = design @ self.estimate + self.offset
        return np.exp(eta) if self.log_link else eta


def fit(
    family: str, names: Sequence[str], design: np.ndarray, values: np.ndarray, offset: np.ndarray | None = None,
    *, lags: int | None = None, adjust: bool = False, groups: np.ndarray | None = None,
    weights: np.ndarray | None = None,
) -> Regression:
    """Fit one family. `lags` asks for Newey-West (Bartlett, no prewhitening; `adjust`: times n / (n - k)), `groups`
    for clustered standard errors (HC1), `weights` for weighted fitting (R's `weights`). Raises ValueError where
    columns of the design say the same or the family is unknown.
    """
    if family not in FAMILIES:
        raise ValueError(f"the family is {family!r}; it must be one of {', '.join(FAMILIES)}")
    if np.linalg.matrix_rank(design / np.abs(design).max(0)) < design.shape[1]:
        raise ValueError("some of the columns say the same: " + ", ".join(names))
    offset = np.zeros(len(values)) if offset is None else offset
    found, extra = _fitted(family, design, values, offset, weights)
    covariance = np.asarray(found.cov_params())
    if lags is not None:
        covariance = cov_hac(found, nlags=lags, use_correction=adjust)
    elif groups is not None:
        covariance = cov_cluster(found, np.unique(groups, return_inverse=True)[1], use_correction=True)
    return Regression(family, tuple(names), np.asarray(found.params), covariance, design, offset,
                      np.asarray(found.fittedvalues) + (offset if family == "gaussian" else 0),
                      int(found.df_resid), float(found.scale), extra)


def _fitted(family: str, design: np.ndarray, values: np.ndarray, offset: np.ndarray, weights: np.ndarray | None):
    """The statsmodels result and what is reported beside it."""
    if family == "gaussian":
        model = OLS(values - offset, design) if weights is None else GLM(
            values - offset, design, freq_weights=None, var_weights=weights)
        found = model.fit()
        r2 = {"r2": float(found.rsquared)} if weights is None else {}
        return found, {**r2, "sigma": float(np.sqrt(found.scale))}
    shared = {"offset": offset, "var_weights": weights}
    if family != "negbin":
        scale = "X2" if family == "quasipoisson" else None
        found = GLM(values, design, family=families.Poisson(), **shared).fit(scale=scale, tol=1e-14, maxiter=200)
        return found, {"deviance": float(found.deviance)}
    theta = _theta(design, values, shared)
    found = GLM(values, design, family=families.NegativeBinomial(alpha=1 / theta), **shared).fit(
        scale=1.0, tol=1e-14, maxiter=200)
    return found, {"deviance": float(found.deviance), "theta": theta}


def _theta(design: np.ndarray, values: np.ndarray, shared: dict) -> float:
    """Maximum likelihood of theta and the mean in turn, as MASS::glm.nb; very large without over-dispersion."""
    size = GLM(values, design, family=families.Poisson(), **shared).fit(tol=1e-14, maxiter=200).fittedvalues
    theta = _theta_given(values, size)
    for _ in range(100):
        family = families.NegativeBinomial(alpha=1 / theta)
        size = GLM(values, design, family=family, **shared).fit(tol=1e-14, maxiter=200).fittedvalues
        newer = _theta_given(values, size)
        if abs(newer / theta - 1) < 1e-11:
            return newer
        theta = newer
    return theta


def _theta_given(values: np.ndarray, size: np.ndarray) -> float:
    def score(log_theta: float) -> float:
        theta = np.exp(log_theta)
        return float(np.sum(digamma(values + theta) - digamma(theta) + np.log(theta / (theta + size))
                            + 1 - (values + theta) / (theta + size)))

    low, high = np.log(1e-3), np.log(1e7)
    if score(high) >= 0 or score(low) * score(high) > 0:
        return float(np.exp(high))
    return float(np.exp(brentq(score, low, high, xtol=1e-14, rtol=1e-14)))


@dataclass(frozen=True, slots=True)
class Avoided:
    """What a regression says did not come: expected less fitted, and less observed, with 95 % intervals."""

    expected: float
    expected_se: float
    avoided: float
    se: float
    low: float
    high: float
    observed_low: float
    observed_high: float
    percent: float
    by_period: tuple[float, ...]


def avoided(found: Regression, effect: Sequence[str], after: np.ndarray) -> Avoided:
    """The fitted regression with its `effect` columns at zero, summed over the periods `after`; delta method."""
    columns = [found.names.index(name) for name in effect]
    without = found.design.copy()
    without[:, columns] = 0
    expected, fitted = found.predicted(without), found.predicted(found.design)
    slope = without * expected[:, None] if found.log_link else without
    slope_fitted = found.design * fitted[:, None] if found.log_link else found.design
    of_expected = slope[after].sum(0)
    of_avoided = of_expected - slope_fitted[after].sum(0)
    total, difference = float(expected[after].sum()), float((expected - fitted)[after].sum())
    expected_se, se = (float(np.sqrt(g @ found.covariance @ g)) for g in (of_expected, of_avoided))
    return Avoided(total, expected_se, difference, se, difference - Z * se, difference + Z * se,
                   difference - Z * expected_se, difference + Z * expected_se, 100 * difference / total,
                   tuple(map(float, expected[after])))
