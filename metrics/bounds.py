"""95 % intervals over whole columns: shares, means, differences of means, counts."""

import math

import numpy as np
import pandas as pd
from scipy import special  # not scipy.stats: that takes a second or two to import

from metrics.intervals import t_quantile, wilson

_TAIL = 0.025


def with_wilson(table: pd.DataFrame, base: str = "denominator") -> pd.DataFrame:
    """Adds value, low and high in per cent to a frame with `numerator` and `denominator`.

    Wilson's interval on the column `base`, an effective base where there is one. All three are
    missing where the denominator is 0.
    """
    share = table["numerator"] / table["denominator"].where(table["denominator"] > 0)
    known = share.notna() & (table[base] > 0)
    both = [
        wilson(value, n) if ok else (math.nan, math.nan)
        for value, n, ok in zip(share.tolist(), table[base].tolist(), known.tolist(), strict=True)
    ]
    return table.assign(
        value=100 * share, low=[100 * low for low, _ in both], high=[100 * high for _, high in both]
    )


def mean_t(values) -> tuple[float, float | None, float | None]:
    """Mean with Student's t interval; no interval from a single value."""
    known = np.asarray(values, dtype=float)
    mean = math.fsum(known) / len(known)
    if len(known) < 2:
        return mean, None, None
    half = t_quantile(len(known) - 1) * float(known.std(ddof=1)) / math.sqrt(len(known))
    return mean, mean - half, mean + half


def difference_t(these, those) -> tuple[float, float | None, float | None]:
    """Mean of `these` minus mean of `those` with Welch's t interval (unequal variances)."""
    these, those = np.asarray(these, dtype=float), np.asarray(those, dtype=float)
    difference = float(these.mean() - those.mean())
    if min(len(these), len(those)) < 2:
        return difference, None, None
    parts = [these.var(ddof=1) / len(these), those.var(ddof=1) / len(those)]
    if sum(parts) == 0:
        return difference, difference, difference
    freedom = sum(parts) ** 2 / (parts[0] ** 2 / (len(these) - 1) + parts[1] ** 2 / (len(those) - 1))
    half = t_quantile(freedom) * math.sqrt(sum(parts))
    return difference, difference - half, difference + half


def count_bounds(count, dispersion=1.0) -> tuple[np.ndarray, np.ndarray]:
    """Garwood's exact interval of counts, widened where they vary more than Poisson by `dispersion`.

    A count is scaled down by the dispersion, bounded, and scaled up again (quasi-Poisson). A count of
    0 has the low end 0; a missing count has no interval.
    """
    events = np.asarray(count, dtype=float) / dispersion
    low = np.where(np.isnan(events), np.nan, np.where(events > 0, special.gammaincinv(events, _TAIL), 0.0))
    high = special.gammaincinv(events + 1, 1 - _TAIL)
    return low * dispersion, high * dispersion
