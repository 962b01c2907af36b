"""From sums to levels: means (shares and nets among them), ratios and totals, with standard errors and DEFF."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from metrics.estimation.design import Design
from metrics.estimation.sums import Sums
from metrics.estimation.variance import ADJUSTED, Lonely, Scores, degrees_of_freedom, variances

ROUNDING = 1e-14  # a standard error this small beside its estimate is what rounding left of 0


@dataclass(frozen=True)
class Levels:
    """One statistic of one item in every cell. Arrays run over the cells of `cells`.

    `n` counts respondents with an answer and a weight, `rows` all respondents of the cell, `points` the PSUs
    that answered. `n_eff` is Kish's effective base (Σw)²/Σw²; `df` PSUs minus strata of those with anyone of
    the cell in them, answered or not; `deff` compares with a simple random sample of the same size drawn
    without replacement from Σw people (as R does), `deff_replace` with replacement. NaN where not defined.
    """

    labels: tuple[dict[str, object], ...]
    value: np.ndarray
    se: np.ndarray
    df: np.ndarray
    n: np.ndarray
    rows: np.ndarray
    points: np.ndarray
    n_eff: np.ndarray
    deff: np.ndarray
    deff_replace: np.ndarray
    scores: Scores
    design: Design
    lonely: Lonely


def means(sums: Sums, design: Design, lonely: Lonely = ADJUSTED) -> Levels:
    """Weighted means. R: svymean(~y, design, na.rm=TRUE)."""
    base = sums.over_cell(sums.w)
    offset = _divide(sums.over_cell(sums.wy), base)
    spread = _divide(sums.over_cell(sums.wyy), base) - offset**2

    def score(at: np.ndarray) -> np.ndarray:
        return _divide(sums.wy - offset[at] * sums.w, base[at])

    return _levels(sums, design, lonely, sums.pivot + offset, score, spread)


def totals(sums: Sums, design: Design, lonely: Lonely = ADJUSTED) -> Levels:
    """Weighted totals. R: svytotal(~y, design, na.rm=TRUE)."""
    base = sums.over_cell(sums.w)
    each = sums.wy + sums.pivot * sums.w
    spread = _divide(sums.over_cell(sums.wyy), base) - _divide(sums.over_cell(sums.wy), base) ** 2
    value = np.where(sums.over_cell(sums.rows) > 0, sums.over_cell(each), np.nan)
    return _levels(sums, design, lonely, value, lambda at: each, spread * base**2)


def ratios(sums: Sums, design: Design, lonely: Lonely = ADJUSTED) -> Levels:
    """Ratios of two weighted totals, of rows that have both. R: svyratio(~y, ~x, design, na.rm=TRUE)."""
    below = sums.over_cell(sums.wx)
    value = _divide(sums.over_cell(sums.wy), below)
    squares = (sums.over_cell(each) for each in (sums.wyy, sums.wxy, sums.wxx))
    yy, xy, xx = squares
    spread = _divide(yy - 2 * value * xy + value**2 * xx, below**2) * sums.over_cell(sums.w)

    def score(at: np.ndarray) -> np.ndarray:
        return _divide(sums.wy - value[at] * sums.wx, below[at])

    return _levels(sums, design, lonely, value, score, spread)


def _levels(
    sums: Sums, design: Design, lonely: Lonely, value: np.ndarray, score: Callable, spread: np.ndarray
) -> Levels:
    """`spread` over n is the variance that a simple random sample would have, but for n / (n − 1)."""
    cells, answered = sums.cells, sums.rows > 0
    at = cells.cell
    scores = Scores(len(cells.labels), at[answered], cells.psu[answered], score(at)[answered])
    people, n = cells.weighted > 0, sums.over_cell(sums.n)
    variance = variances(scores, design, lonely)
    variance[variance <= (ROUNDING * value) ** 2] = 0.0
    replaced = _divide(spread, n - 1)
    base = sums.over_cell(sums.w)
    left = np.where(base > n, 1 - _divide(n, base), np.nan)
    return Levels(
        labels=cells.labels, value=value, se=np.where(np.isnan(value), np.nan, np.sqrt(variance)),
        df=degrees_of_freedom(len(cells.labels), at[people], cells.psu[people], design).astype(float),
        n=n, rows=sums.over_cell(cells.people), points=sums.over_cell(answered.astype(float)),
        n_eff=_divide(base**2, sums.over_cell(sums.ww)), deff=_divide(variance, replaced * left),
        deff_replace=_divide(variance, replaced), scores=scores, design=design, lonely=lonely,
    )  # fmt: skip


def _divide(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """above / below; NaN where below is 0."""
    return np.divide(above, below, out=np.full(np.broadcast(above, below).shape, np.nan), where=below != 0)
