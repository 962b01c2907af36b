"""Is there an association in a table of two questions? Rao and Scott's test, which knows the design."""

from dataclasses import dataclass

import numpy as np
from scipy import special

from metrics.estimation.design import Design
from metrics.estimation.sums import Cells
from metrics.estimation.variance import ADJUSTED, Lonely, Scores, covariances


@dataclass(frozen=True)
class Association:
    """Rao and Scott's two corrections of Pearson's statistic, as R's svychisq(statistic="F") and ("Chisq").

    `f` has df1 and df2 degrees of freedom and is what to report; `chisq` has `chisq_df` and is uncorrected,
    its p-value is not. `shares` (rows, columns) add up to 1.
    """

    rows: tuple
    columns: tuple
    shares: np.ndarray
    f: float
    df1: float
    df2: float
    p: float
    chisq: float
    chisq_df: int
    chisq_p: float


def rao_scott(
    cells: Cells, weight: np.ndarray, design: Design, n: int, df: float, lonely: Lonely = ADJUSTED
) -> Association:
    """The test for a table whose `cells` have two groups; people who lack one of them are in no cell.

    `n` counts all rows of the sample and `df` its PSUs minus its strata, as R does, whether or not they have
    both answers. Needs two rows and two columns at least.
    Rao and Scott 1984, Annals of Statistics 12:46-60.
    """
    first, second = cells.labels[0]
    rows, columns = (tuple(sorted({label[name] for label in cells.labels})) for name in (first, second))
    places = [rows.index(label[first]) * len(columns) + columns.index(label[second]) for label in cells.labels]
    shares, covariance = _shares(cells, weight, np.array(places), len(rows) * len(columns), design, lonely)
    delta = _design_effects(shares, covariance, len(rows), len(columns), n)
    pearson = _pearson(shares.reshape(len(rows), len(columns)), n)
    trace, freedom = float(np.trace(delta)), len(delta)
    df1 = trace**2 / float(np.trace(delta @ delta))
    df2 = df1 * df
    f = pearson / trace
    return Association(
        rows, columns, shares.reshape(len(rows), len(columns)), f, df1, df2, float(special.fdtrc(df1, df2, f)),
        pearson, freedom, float(special.chdtrc(freedom, pearson * freedom / trace)),
    )  # fmt: skip


def _shares(
    cells: Cells, weight: np.ndarray, places: np.ndarray, size: int, design: Design, lonely: Lonely
) -> tuple[np.ndarray, np.ndarray]:
    """The shares of the table's places, row by row, and their covariance matrix."""
    w = cells.add(weight, np.flatnonzero(cells.slot >= 0))
    met, point = np.unique(cells.psu, return_inverse=True)
    table = np.zeros((size, len(met)))
    np.add.at(table, (places[cells.cell], point), w)
    shares = table.sum(axis=1) / table.sum()
    scores = (table - shares[:, None] * table.sum(axis=0)) / table.sum()
    first, second = np.triu_indices(size)
    at = np.repeat(np.arange(len(first)), len(met))
    pairs = Scores(len(first), at, np.tile(met, len(first)), scores[first].ravel())
    matrix = np.zeros((size, size))
    matrix[first, second] = matrix[second, first] = covariances(pairs, scores[second].ravel(), design, lonely)
    return shares, matrix


def _design_effects(shares: np.ndarray, covariance: np.ndarray, rows: int, columns: int, n: int) -> np.ndarray:
    """The matrix whose eigenvalues are the generalised design effects of the interaction."""
    row, column = np.divmod(np.arange(rows * columns), columns)
    of_rows, of_columns = (np.equal.outer(each, np.arange(size)).astype(float)
                           for each, size in ((row, rows), (column, columns)))  # fmt: skip
    main = np.hstack([of_rows, of_columns[:, 1:]])
    both = np.einsum("ij,ik->ijk", of_rows[:, 1:], of_columns[:, 1:]).reshape(rows * columns, -1)
    contrast = both - main @ np.linalg.lstsq(main, both, rcond=None)[0]
    inverse = np.divide(1, shares, out=np.zeros_like(shares), where=shares > 0)
    scaled = contrast * inverse[:, None]
    return np.linalg.solve(scaled.T @ contrast / n, scaled.T @ covariance @ scaled)


def _pearson(shares: np.ndarray, n: int) -> float:
    expected = np.outer(shares.sum(axis=1), shares.sum(axis=0))
    return float(n * ((shares - expected) ** 2 / expected).sum())
