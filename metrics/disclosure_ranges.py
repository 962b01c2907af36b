"""How closely withheld counts can be known: the attacker's linear programme.

The attacker knows which figures add up to which (`equations` @ x = 0) and, of every figure, the least and
the most it can be: one number where it is published exactly. The range of a withheld one is found by making
it as small and as large as all of that allows. Domingo-Ferrer's and the NSIs' "auditing problem"
(Hundepool et al., Statistical Disclosure Control, 2012, section 4.4), solved with HiGHS.
"""

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, hstack
from scipy.sparse.csgraph import connected_components

PASSES = 20  # of interval arithmetic; it only saves programmes, so it needn't converge
SLACK = 1e-6
NEVER_LARGER = 1e7  # stands for no upper bound, so that a range is always a number


def narrow(
    equations: csr_matrix, low: np.ndarray, high: np.ndarray, truth: np.ndarray, secret: np.ndarray, width: float
) -> np.ndarray:
    """Those of `secret` (columns of `equations`) whose feasible range is narrower than `width`.

    `low` and `high` are what is known of each column's figure (equal where it is exact), `truth` is what it
    really is: it saves most of the work, as every point that fits what is known widens what is known to be
    possible. Only the connected parts that hold a secret are looked at.
    """
    high = np.minimum(high, NEVER_LARGER)
    known = high - low <= SLACK
    free = np.flatnonzero(~known)
    target = -(equations[:, known] @ low[known])
    inner = equations[:, free].tocsr()
    part_of_row, part_of_column = _parts(inner)
    found = [each for each in secret if known[each]]
    wanted = np.isin(free, secret)
    for part in np.unique(part_of_column[wanted]):
        rows, columns = np.flatnonzero(part_of_row == part), np.flatnonzero(part_of_column == part)
        at = free[columns]
        hidden = np.flatnonzero(wanted[columns])
        matrix = inner[rows][:, columns]
        small = _of_part(matrix, target[rows], low[at], high[at], truth[at], hidden, width)
        found += at[small].tolist()
    return np.array(sorted(found), dtype=int)


def _parts(matrix: csr_matrix) -> tuple[np.ndarray, np.ndarray]:
    """The connected part of each row and each column."""
    rows, columns = matrix.shape
    entries = matrix.tocoo()
    graph = csr_matrix(
        (np.ones(entries.nnz), (entries.row, rows + entries.col)), shape=(rows + columns, rows + columns)
    )
    part = connected_components(graph, directed=False)[1]
    return part[:rows], part[rows:]


def _of_part(matrix, target, low, high, truth, hidden, width) -> list[int]:
    low, high = propagated(matrix, target, low, high)
    least, most = truth.copy(), truth.copy()
    small = []
    for each in hidden:
        if high[each] - low[each] < width - SLACK:
            small.append(each)
            continue
        for sign in (-1.0, 1.0):
            if most[each] - least[each] >= width - SLACK:
                break
            point = _furthest(matrix, target, low, high, each, sign)
            least, most = np.minimum(least, point), np.maximum(most, point)
        if most[each] - least[each] < width - SLACK:
            small.append(each)
    return small


def _furthest(matrix, target, low, high, column: int, sign: float) -> np.ndarray:
    """A point that fits everything known, with this figure as large (sign 1) or as small (-1) as can be."""
    goal = np.zeros(matrix.shape[1])
    goal[column] = -sign
    found = linprog(goal, A_eq=matrix, b_eq=target, bounds=np.column_stack([low, high]), method="highs")
    if found.x is None:
        raise ArithmeticError(f"The published figures contradict each other: {found.message}")
    return found.x


def cheapest_company(
    equations: csr_matrix, truth: np.ndarray, hidden: np.ndarray, secret: int, width: float, cost: np.ndarray
) -> np.ndarray:
    """Which further figures to withhold so that the `secret` could be larger by `width`; empty: none help.

    The figures that would have to move with it, chosen so that what is moved costs least: hidden ones
    move for nothing, an infinite cost is never moved. No figure goes below zero. The heuristic of complementary
    suppression by linear programming (Hundepool et al. 2012, section 4.4.2).
    """
    columns = equations.shape[1]
    price = np.where(hidden, 0.0, cost)
    stays = ~np.isfinite(price)
    price[stays] = 0.0
    up, down = np.full(columns, NEVER_LARGER), truth.copy()
    up[stays] = down[stays] = 0.0
    up[secret], down[secret] = width, 0.0
    least = np.zeros(columns)
    least[secret] = width
    found = linprog(
        np.concatenate([price, price]), A_eq=hstack([equations, -equations]),
        b_eq=np.zeros(equations.shape[0]), method="highs",
        bounds=np.column_stack([np.concatenate([least, np.zeros(columns)]), np.concatenate([up, down])]),
    )
    if found.x is None:
        return np.array([], dtype=int)
    moved = np.abs(found.x[:columns] - found.x[columns:]) > SLACK
    return np.flatnonzero(moved & ~hidden)


def propagated(
    matrix: csr_matrix, target: np.ndarray, low: np.ndarray, high: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Bounds tightened by each equation by itself: a figure is what the others of its equation leave."""
    entries = matrix.tocoo()
    row, column, factor = entries.row, entries.col, entries.data
    up = factor > 0
    for _ in range(PASSES):
        least = factor * np.where(up, low[column], high[column])
        most = factor * np.where(up, high[column], low[column])
        total_least, total_most = (np.bincount(row, each, len(target)) for each in (least, most))
        one = (target[row] - (total_least[row] - least)) / factor
        other = (target[row] - (total_most[row] - most)) / factor
        new_low, new_high = low.copy(), high.copy()
        np.maximum.at(new_low, column, np.minimum(one, other))
        np.minimum.at(new_high, column, np.maximum(one, other))
        if np.all(new_low - low <= SLACK) and np.all(high - new_high <= SLACK):
            break
        low, high = new_low, np.maximum(new_high, new_low)
    return low, high
