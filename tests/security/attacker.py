"""An attacker of the tests' own: knows what is published, which figures add up, and linear programming.

Calls nothing of the product, so that a mistake there isn't made here again.
"""

from scipy.optimize import linprog


def possible(sums, known, secrets):
    """{secret: (least, most)} that fits everything known; None as a bound where there is none.

    `sums` are lists of (figure, factor) that add up to 0; `known` is {figure: (least, most)}. Figures not
    known are anything from 0.
    """
    names = sorted({name for terms in sums for name, _ in terms} | set(secrets), key=str)
    place = {name: at for at, name in enumerate(names)}
    matrix = [[0.0] * len(names) for _ in sums]
    for row, terms in zip(matrix, sums, strict=True):
        for name, factor in terms:
            row[place[name]] += factor
    bounds = [known.get(name, (0, None)) for name in names]
    return {name: tuple(_end(matrix, bounds, place[name], sign) for sign in (1, -1)) for name in secrets}


def too_close(sums, known, secrets, width=7):
    """The secrets whose range is narrower than `width`."""
    found = possible(sums, known, secrets)
    return {name: ends for name, ends in found.items() if None not in ends and ends[1] - ends[0] < width - 1e-6}


def _end(matrix, bounds, at, sign):
    goal = [0.0] * len(bounds)
    goal[at] = sign
    sums = {"A_eq": matrix, "b_eq": [0.0] * len(matrix)} if matrix else {}
    found = linprog(goal, bounds=bounds, method="highs-ds", **sums)
    assert found.status in (0, 3), found.message
    return sign * found.fun if found.status == 0 else None
