"""How closely withheld counts can be known: the attacker's linear programme.

The attacker knows which figures add up to which (`matrix` @ x = `target`) and, of every figure, the least and
the most it can be: one number where it is published exactly. The range of a withheld one is found by making
it as small and as large as all of that allows. Source: the auditing problem of Hundepool et al., Statistical
Disclosure Control (2012), section 4.4; solved with HiGHS.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix, hstack
from scipy.sparse.csgraph import connected_components

PASSES = 100  # of interval arithmetic: more than any tree of sums is deep
AT_ONCE = 6  # programmes that move all secrets together before each is tried by itself
SLACK = 1e-6
NEVER_LARGER = 1e7  # stands for no upper bound, so that a range is always a number


@dataclass(frozen=True)
class Known:
    """What is known: sums (one row each), and of every figure (one column each) its bounds and the truth."""

    matrix: csr_matrix
    target: np.ndarray
    low: np.ndarray
    high: np.ndarray
    truth: np.ndarray

    def parts(self, secret: np.ndarray, movable: np.ndarray | None = None) -> list[tuple["Known", np.ndarray]]:
        """The connected parts that hold a secret, without what is known exactly, and their columns here.

        The `movable` columns stay, exact or not: they may be withheld yet.
        """
        high = np.minimum(self.high, NEVER_LARGER)
        exact = high - self.low <= SLACK
        if movable is not None:
            exact &= ~movable
        free = np.flatnonzero(~exact)
        target = self.target - self.matrix[:, exact] @ self.low[exact]
        inner = self.matrix[:, free].tocsr()
        row_part, column_part = _parts(inner)
        found = []
        for part in np.unique(column_part[np.isin(free, secret)]):
            rows, columns = np.flatnonzero(row_part == part), free[column_part == part]
            within = inner[rows][:, column_part == part]
            known = Known(within, target[rows], self.low[columns], high[columns], self.truth[columns])
            found.append((known, columns))
        return found


def narrow(known: Known, secret: np.ndarray, width: np.ndarray) -> np.ndarray:
    """Those of `secret` (columns) whose feasible range is narrower than `width` (one for each of them)."""
    wanted = np.full(len(known.low), np.nan)
    wanted[secret] = width
    exact = np.minimum(known.high, NEVER_LARGER) - known.low <= SLACK
    found = [each for each in secret if exact[each] and wanted[each] > SLACK]
    for part, columns in known.parts(secret):
        found += columns[_of_part(part, wanted[columns])].tolist()
    return np.array(sorted(found), dtype=int)


def _parts(matrix: csr_matrix) -> tuple[np.ndarray, np.ndarray]:
    """The connected part of each row and each column."""
    rows, columns = matrix.shape
    entries = matrix.tocoo()
    size = rows + columns
    graph = csr_matrix((np.ones(entries.nnz), (entries.row, rows + entries.col)), shape=(size, size))
    part = connected_components(graph, directed=False)[1]
    return part[:rows], part[rows:]


def _of_part(known: Known, width: np.ndarray) -> list[int]:
    """The columns with a width whose range is narrower. Every point found that fits widens many at once."""
    low, high = propagated(known)
    known = replace(known, low=low, high=high)
    least, most = known.truth.copy(), known.truth.copy()
    hidden = np.flatnonzero(~np.isnan(width))
    small = [each for each in hidden if high[each] - low[each] < width[each] - SLACK]
    if known.matrix.nnz == sum(known.matrix.shape) - 1:
        return small  # sums that form a tree: interval arithmetic is exact

    def open_() -> list[int]:
        return [each for each in hidden if each not in small and most[each] - least[each] < width[each] - SLACK]

    def explore(goal: np.ndarray) -> None:
        nonlocal least, most
        point = furthest(known, goal)
        least, most = np.minimum(least, point), np.maximum(most, point)

    draws = np.random.default_rng(0)
    for turn in range(AT_ONCE if len(hidden) > AT_ONCE else 0):
        if left := open_():
            goal = np.zeros(len(low))
            goal[left] = draws.choice([-1.0, 1.0], len(left)) if turn > 1 else 1.0 - 2 * turn
            explore(goal)
    while left := open_():
        goal = np.zeros(len(low))
        for sign in (1.0, -1.0):
            goal[left[0]] = sign
            explore(goal)
        if left[0] in open_():
            small.append(left[0])
    return small


def furthest(known: Known, goal: np.ndarray) -> np.ndarray:
    """A point that fits everything known and lies furthest along `goal`.

    Raises ArithmeticError where nothing fits: what is known contradicts itself.
    """
    bounds = np.column_stack([known.low, known.high])
    found = _solved(-goal, known.matrix, known.target, bounds)
    if found.x is None:
        raise ArithmeticError(f"What is known of the figures contradicts itself: {found.message}")
    return found.x


def company(
    known: Known, secret: int, number: float, cost: np.ndarray, floor: np.ndarray | float = 0.0
) -> np.ndarray | None:
    """Which further figures to withhold so that the `secret` could be that `number`; None: no set of them helps.

    The figures that would have to leave their bounds with it, chosen so that what is moved costs least: an
    infinite cost is never moved, and none goes below its `floor`. Source: complementary suppression by linear
    programming, Hundepool et al. (2012), section 4.4.2.
    """
    columns = known.matrix.shape[1]
    may = np.isfinite(cost)
    may[secret] = False
    # three moves a figure: within its bounds (free), above them, below them (both at its cost)
    within = np.column_stack([known.low, np.minimum(known.high, NEVER_LARGER)]) - known.truth[:, None]
    within[secret] = number - known.truth[secret]
    above, below = np.where(may, NEVER_LARGER, 0.0), np.where(may, np.maximum(known.low - floor, 0.0), 0.0)
    nothing = np.zeros(columns)
    bounds = np.vstack([within, np.column_stack([nothing, above]), np.column_stack([nothing, below])])
    price = np.where(may, cost, 0.0)
    found = _solved(
        np.concatenate([nothing, price, price]), hstack([known.matrix, known.matrix, -known.matrix]),
        known.target - known.matrix @ known.truth, bounds,
    )  # fmt: skip
    if found.x is None:
        return None
    return np.flatnonzero(found.x[columns : 2 * columns] + found.x[2 * columns :] > SLACK)


def _solved(cost: np.ndarray, matrix: csr_matrix, target: np.ndarray, bounds: np.ndarray):
    """The point within the bounds that fits the equations at the least cost; its x is None where none fits."""
    from scipy.optimize import linprog  # late: it takes a second, and most publications hide nothing that needs it

    return linprog(cost, A_eq=matrix, b_eq=target, bounds=bounds, method="highs")


def propagated(known: Known) -> tuple[np.ndarray, np.ndarray]:
    """Bounds tightened by each equation by itself: a figure is what the others of its equation leave."""
    entries = known.matrix.tocoo()
    row, column, factor = entries.row, entries.col, entries.data
    low, high, up = known.low, known.high, factor > 0
    for _ in range(PASSES):
        least = factor * np.where(up, low[column], high[column])
        most = factor * np.where(up, high[column], low[column])
        total_least, total_most = (np.bincount(row, each, len(known.target)) for each in (least, most))
        one = (known.target[row] - (total_least[row] - least)) / factor
        other = (known.target[row] - (total_most[row] - most)) / factor
        new_low, new_high = low.copy(), high.copy()
        np.maximum.at(new_low, column, np.minimum(one, other))
        np.minimum.at(new_high, column, np.maximum(one, other))
        if np.all(new_low - low <= SLACK) and np.all(high - new_high <= SLACK):
            break
        low, high = new_low, np.maximum(new_high, new_low)
    return low, high
