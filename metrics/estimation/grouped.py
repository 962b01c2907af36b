"""From a table that a database's GROUP BY made to sums: the same estimates, wherever the rows were added up."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from metrics.estimation.design import Design, numbered
from metrics.estimation.sums import Cells, Sums


def grouped(
    table: pd.DataFrame, by: Sequence[str], stratum: str, psu: str, unsampled: np.ndarray | None = None
) -> tuple[Design, Cells, pd.DataFrame]:
    """The design, the cells, and the table in the order of its slots.

    `table` has one row for each combination of `by`, stratum and PSU that the sample holds, with `people`
    (rows) and `weighted` (rows with a weight), and for each item the columns of `sums_from`. It must hold
    every PSU of the sample. `unsampled` is 1 − the fraction of PSUs taken, by stratum in rising order.
    """
    strata, names = pd.factorize(table[stratum], sort=True)
    codes, points = pd.factorize(table[psu])
    met, point = numbered(strata.astype(np.int64) * len(points) + codes, len(names) * len(points))
    of_stratum = met // len(points)
    sizes = np.bincount(of_stratum, minlength=len(names))
    design = Design(
        tuple(map(str, names)), of_stratum, sizes, np.ones(len(names)) if unsampled is None else unsampled
    )
    groups = table.groupby(list(by), sort=True).ngroup().to_numpy() if by else np.zeros(len(table), dtype=int)
    order = np.lexsort((point, groups))
    laid = table.iloc[order].reset_index(drop=True)
    first = np.unique(groups[order], return_index=True)[1]
    labels = tuple(laid.loc[first, list(by)].to_dict("records")) if by else ({},)
    counts = (laid[name].to_numpy(dtype=float) for name in ("people", "weighted"))
    return design, Cells(labels, groups[order], point[order], *counts, slot=np.zeros(0, dtype=int)), laid


def sums_from(cells: Cells, laid: pd.DataFrame, item: str) -> Sums:
    """An item's sums from the columns rows_ITEM, n_, w_, ww_, wy_ and wyy_ of the table `grouped` gave back.

    They are, over the rows that answered: their number, those with a weight, and the sums of w, w², w·y and
    w·y². Blank sums, of slots where nobody answered, are 0.
    """
    names = ("rows", "n", "w", "ww", "wy", "wyy")
    return Sums(cells, 0.0, *(laid[f"{name}_{item}"].fillna(0).to_numpy(dtype=float) for name in names))
