"""Sums by cell and PSU: all that means, shares, nets, ratios and totals need of the answers.

One pass over the respondents makes them for every cell at once; a GROUP BY in any database can make them too
(metrics/estimation/grouped.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from metrics.estimation.design import Design, numbered


@dataclass(frozen=True)
class Cells:
    """Which combinations of cell and PSU the sample holds, as slots that rise by cell, then PSU.

    `people` and `weighted` count the rows in a slot, and those with a weight above 0, answered or not.
    """

    labels: tuple[dict[str, object], ...]  # one a cell: group -> value
    cell: np.ndarray  # (slots,)
    psu: np.ndarray  # (slots,)
    people: np.ndarray
    weighted: np.ndarray
    slot: np.ndarray  # (rows,) the slot of each row; −1 outside the domain. Empty where a database summed

    def add(self, values: np.ndarray | None, chosen: np.ndarray) -> np.ndarray:
        """(slots,) the sum of `values` (None: of ones) over the chosen rows of each slot."""
        weights = None if values is None else values[chosen]
        return np.bincount(self.slot[chosen], weights, len(self.cell)).astype(float)


@dataclass(frozen=True)
class Sums:
    """One item's sums in the slots of `cells`; y is counted from `pivot`, which keeps small spreads exact."""

    cells: Cells
    pivot: float
    rows: np.ndarray
    n: np.ndarray
    w: np.ndarray
    ww: np.ndarray
    wy: np.ndarray
    wyy: np.ndarray
    wx: np.ndarray | None = None
    wxy: np.ndarray | None = None
    wxx: np.ndarray | None = None

    def over_cell(self, sums: np.ndarray) -> np.ndarray:
        """(cells,) sums of the slots of each cell."""
        return np.bincount(self.cells.cell, sums, len(self.cells.labels)).astype(float)


def cells_of(
    people: pd.DataFrame, by: Sequence[str], psu: np.ndarray, weight: np.ndarray, design: Design,
    inside: np.ndarray | None = None,
) -> Cells:
    """The cells of the groups `by`, in the order of their values; groups without anyone have no cell.

    Rows that lack a group are in no cell; `inside` (rows,) leaves out others. With no groups there is one
    cell, which may be empty.
    """
    cell, labels = _numbered_cells(people, by)
    if inside is not None:
        cell = np.where(inside, cell, -1)
    key = np.where(cell >= 0, cell * design.psus + psu, -1)
    met, slot = numbered(key, len(labels) * design.psus)
    within = slot >= 0
    counts = np.bincount(slot[within], minlength=len(met)).astype(float)
    weighted = np.bincount(slot[within & (weight > 0)], minlength=len(met)).astype(float)
    return Cells(labels, met // design.psus, met % design.psus, counts, weighted, slot)


def _numbered_cells(people: pd.DataFrame, by: Sequence[str]) -> tuple[np.ndarray, tuple[dict, ...]]:
    key, sizes, values = np.zeros(len(people), dtype=np.int64), 1, []
    lacking = np.zeros(len(people), dtype=bool)
    for name in by:
        codes, found = pd.factorize(people[name], sort=True)
        lacking |= codes < 0
        key, sizes = key * len(found) + codes, sizes * len(found)
        values.append([getattr(value, "item", lambda kept=value: kept)() for value in found])
    key[lacking] = -1
    if not by:
        return key, ({},)
    met, cell = numbered(key, sizes)
    each = np.unravel_index(met, [len(found) for found in values])
    labels = zip(*([found[at] for at in places] for found, places in zip(values, each, strict=True)), strict=True)
    return cell, tuple(dict(zip(by, label, strict=True)) for label in labels)


def sums_of(
    cells: Cells, weight: np.ndarray, y: np.ndarray, x: np.ndarray | None = None, pivot: float = 0.0
) -> Sums:
    """An item's sums over the rows that answered: y (rows,), and x where given, are not NaN."""
    known = (cells.slot >= 0) & ~np.isnan(y)
    if x is not None:
        known &= ~np.isnan(x)
    chosen = np.flatnonzero(known) if not known.all() else slice(None)
    y = y - pivot if pivot else y
    wy = weight * y
    more = {} if x is None else {"wx": weight * x, "wxy": wy * x, "wxx": weight * x * x}
    w = cells.add(weight, chosen)
    return Sums(
        cells, pivot, rows=cells.add(None, chosen), n=cells.add((weight > 0).astype(float), chosen), w=w,
        ww=cells.add(weight * weight, chosen), wy=cells.add(wy, chosen), wyy=cells.add(wy * y, chosen),
        **{name: cells.add(values, chosen) for name, values in more.items()},
    )  # fmt: skip
