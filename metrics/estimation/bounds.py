"""95 % intervals of estimates, over whole columns. Shares run from 0 to 1 here.

All take arrays and return (low, high), NaN where the method has no answer: without degrees of freedom, or,
logit and beta, where a share is 0 or 1.
"""

import numpy as np
from scipy import special

LEVEL = 0.95
UPPER = 0.5 + LEVEL / 2
Z = float(special.ndtri(UPPER))
NO_SPREAD = 1e-12  # a share this near 0 or 1 is 0 or 1
NO_VARIANCE = 1e-15  # a linearised variance this small beside p(1 − p) is rounding

Bounds = tuple[np.ndarray, np.ndarray]


def t_points(df: np.ndarray) -> np.ndarray:
    """The two-sided 95 % point of Student's t; NaN for df below 1."""
    df = np.asarray(df, dtype=float)
    return special.stdtrit(np.where(df >= 1, df, np.nan), UPPER)


def student(value: np.ndarray, se: np.ndarray, df: np.ndarray) -> Bounds:
    """value ± t × SE. R: confint(…, df=degf(design)); svyciprop(method="mean")."""
    half = t_points(df) * se
    return value - half, value + half


def logit(share: np.ndarray, se: np.ndarray, df: np.ndarray) -> Bounds:
    """Student's t on the log odds, carried back. R: svyciprop(method="xlogit")."""
    inside = (share > NO_SPREAD) & (share < 1 - NO_SPREAD)
    p = np.where(inside, share, np.nan)
    half = t_points(df) * se / (p * (1 - p))
    return special.expit(special.logit(p) - half), special.expit(special.logit(p) + half)


def korn_graubard(share: np.ndarray, se: np.ndarray, df: np.ndarray, rows: np.ndarray) -> Bounds:
    """Clopper and Pearson's interval on the effective base p(1 − p) / SE² × (t(rows − 1) / t(df))².

    `rows` are all of the cell's, with an answer or not, as in R: svyciprop(method="beta"). Korn and
    Graubard 1998, Survey Methodology 24:193-201.
    """
    inside = (share > NO_SPREAD) & (share < 1 - NO_SPREAD) & (se > 0)
    p, spread = np.where(inside, share, np.nan), np.where(inside, se, np.nan)
    n = p * (1 - p) / spread**2 * (t_points(rows - 1) / t_points(df)) ** 2
    tail = 1 - UPPER
    return special.betaincinv(n * p, n * (1 - p) + 1, tail), special.betaincinv(n * p + 1, n * (1 - p), 1 - tail)


def wilson(share: np.ndarray, base: np.ndarray, df: np.ndarray | float, most: np.ndarray | float) -> Bounds:
    """Wilson's score interval on an effective base, which few degrees of freedom reduce by (z / t)².

    Stays within 0 to 1 and has a width at 0 and at 1. Reduced, the base is at most `most`, the people who
    answered: Korn and Graubard 1998, with the cap of the US National Center for Health Statistics (Parker et
    al. 2017, Vital and Health Statistics 2:175). Infinite df reduce nothing.
    """
    share, df = np.asarray(share, dtype=float), np.asarray(df, dtype=float)
    t = np.where(np.isinf(df), Z, t_points(np.where(np.isinf(df), 1, df)))
    n = np.minimum(base * (Z / t) ** 2, most)
    centre = share + Z * Z / (2 * n)
    half = Z * np.sqrt(np.maximum(share * (1 - share), 0) / n + Z * Z / (4 * n * n))
    scale = 1 + Z * Z / n
    low = np.where(share <= 0, 0.0, np.maximum(0.0, (centre - half) / scale))
    high = np.where(share >= 1, 1.0, np.minimum(1.0, (centre + half) / scale))
    missing = np.isnan(n) | np.isnan(share)
    return np.where(missing, np.nan, low), np.where(missing, np.nan, high)
