"""Which cells of a live table are withheld: groups by groups, with all totals shown beside them."""

from itertools import combinations

import numpy as np
from scipy.sparse import csr_matrix

from metrics.disclosure_ranges import Known, company, narrow
from metrics.disclosure_rules import Rules, survey_reason

FULL_SEARCH = 12  # lines up to which every set of them is tried; beyond, sets of one and two


def withheld_cells(bases: np.ndarray, positives: np.ndarray, rules: Rules) -> np.ndarray:
    """Which cells of a groups × groups table of shares to withhold, True where; all totals being shown.

    `bases` are the people who answered, `positives` those of them in the numerator, both unweighted counts.
    See `withheld_table`: use that where a total may itself be too small to be shown.
    """
    return withheld_table(bases, positives, rules)[:-1, :-1]


def withheld_table(bases: np.ndarray, positives: np.ndarray, rules: Rules) -> np.ndarray:
    """The same with one row and one column more: the totals, in the last of each.

    Withheld are shares that break the framework's thresholds by themselves, and as many more as it takes
    so that what subtraction finds (any set of withheld cells whose sum is known) keeps the thresholds
    too, and no withheld count of people, positive or other answers has a range narrower than 0 to
    `rules.small_count`. The smallest go first, totals last. Nobody in a group hides nothing.

    Raises ValueError for tables of different shapes, negative counts, or more positives than people.
    """
    bases, positives = np.asarray(bases, dtype=float), np.asarray(positives, dtype=float)
    if bases.shape != positives.shape or bases.ndim != 2:
        raise ValueError(f"bases {bases.shape} and positives {positives.shape} are not one groups × groups table")
    if (positives < 0).any() or (positives > bases).any():
        raise ValueError("every cell has at least 0 positive answers and at most as many as people")
    people, yes = _with_totals(bases), _with_totals(positives)
    unfit = [[bool(n and survey_reason(n, p, rules)) for n, p in zip(*each, strict=True)]
             for each in zip(people, yes, strict=True)]
    hidden = np.array(unfit, dtype=bool).reshape(people.shape)
    while len(more := _more(people, yes, hidden, rules)):
        hidden.flat[more] = True
    return hidden


def _with_totals(table: np.ndarray) -> np.ndarray:
    wide = np.column_stack([table, table.sum(axis=1)])
    return np.vstack([wide, wide.sum(axis=0)])


def _more(people, yes, hidden, rules: Rules) -> list[int]:
    """What must be hidden besides, by place in the flattened table; empty where nothing leaks."""
    if not hidden.any():
        return []
    return _company(people, yes, hidden, rules) or _smallest(people, hidden, _unions(people, yes, hidden, rules))


def _unions(people, yes, hidden, rules: Rules) -> list[tuple[int, int]]:
    """The lines of a set of hidden cells whose sum is known but isn't fit to be shown.

    Known are sums over the hidden cells of lines whose total is shown, and what is left of them after
    other lines that lie wholly inside are taken away.
    """
    return [(0, row) for row in _of_rows(people, yes, hidden, rules)] or [
        (1, column) for column in _of_rows(people.T, yes.T, hidden.T, rules)
    ]


def _of_rows(people, yes, hidden, rules: Rules) -> list[int]:
    """The rows whose hidden cells, less those in columns that lie wholly inside them, aren't fit to be shown."""
    inside, rows = hidden[:, :-1], set(np.flatnonzero(~hidden[:, -1]))
    for columns in _sets(np.flatnonzero(inside.any(axis=0) & ~hidden[-1, :-1])):
        touched = np.flatnonzero(inside[:, columns].any(axis=1))
        # with no column taken away each row stands for itself
        for these in [touched] if columns else [[row] for row in rows]:
            left = inside[these].copy()
            left[:, columns] = False
            n, p = (float(table[these][:, :-1][left].sum()) for table in (people, yes))
            if rows.issuperset(these) and n and survey_reason(n, p, rules):
                return list(these)
    return []


def _sets(columns: np.ndarray):
    most = len(columns) if len(columns) <= FULL_SEARCH else 2
    for size in range(most + 1):
        yield from (list(each) for each in combinations(columns.tolist(), size))


def _company(people, yes, hidden, rules: Rules) -> list[int]:
    """What to hide beside the first hidden count that is known too closely."""
    sizes = people.ravel()
    free = hidden.ravel() & (sizes > 0)
    # a total only where no cell helps, and a group of nobody never: it is no secret
    price = np.where(free, 0.0, np.where(sizes > 0, 1 + sizes, np.inf))
    costs = np.where(_inner(people).ravel() | free, price, np.inf), price
    for counts in (yes.ravel(), (people - yes).ravel()):
        known = _known(people.shape, counts, free)
        secret = np.flatnonzero(free)
        found = narrow(known, secret, np.full(len(secret), float(rules.small_count)))
        for cost in costs if len(found) else ():
            more = company(known, int(found[0]), counts[found[0]] + rules.small_count, cost)
            if more is not None and len(more):
                return more.tolist()
        if len(found):
            return _smallest(people, hidden, list(enumerate(divmod(int(found[0]), people.shape[1]))))
    return []


def _inner(people: np.ndarray) -> np.ndarray:
    """Which are cells, not totals."""
    cells = np.ones(people.shape, dtype=bool)
    cells[-1], cells[:, -1] = False, False
    return cells


def _known(shape: tuple[int, int], counts: np.ndarray, free: np.ndarray) -> Known:
    """Every row and every column of a table with totals as parts minus total, and the counts shown."""
    cells = np.arange(counts.size).reshape(shape)
    lines = [*cells, *cells.T]
    matrix = np.zeros((len(lines), counts.size))
    for at, line in enumerate(lines):
        matrix[at, line[:-1]], matrix[at, line[-1]] = 1.0, -1.0
    low, high = np.where(free, 0.0, counts), np.where(free, np.inf, counts)
    return Known(csr_matrix(matrix), np.zeros(len(lines)), low, high, counts)


def _smallest(people, hidden, lines: list[tuple[int, int]]) -> list[int]:
    """The smallest shown cell of these lines, else of the table, else the smallest total; empty: all is hidden."""
    inner, near = _inner(people), np.zeros_like(hidden)
    for axis, line in lines:
        near[(line, slice(None)) if axis == 0 else (slice(None), line)] = True
    for where in (near & inner, near, inner, np.ones_like(hidden)) if lines else ():
        left = np.flatnonzero(where & ~hidden & (people > 0))
        if len(left):
            return [int(left[np.argmin(people.ravel()[left])])]
    return []
