"""Weights of comparators: none negative, together one, as close to the treated before the start as can be."""

import numpy as np

RIDGE = 1e-10  # relative to the mean diagonal: makes the minimum unique where comparators are alike
KEPT = 1e-9


def simplex_weights(treated: np.ndarray, donors: np.ndarray) -> np.ndarray:
    """Weights w >= 0 with sum 1 that minimise |treated - donors w|²; donors is (periods, donors).

    An exact active-set solution of the convex quadratic programme (as quadprog::solve.QP in R, whose published
    use on outcomes alone is Abadie's synthetic control without covariates). Starts at the best single donor and
    lets in, one at a time, the donor that lowers the objective most.
    """
    gram = donors.T @ donors
    gram = gram + RIDGE * np.trace(gram) / len(gram) * np.eye(len(gram))
    aim = donors.T @ treated
    inside = np.zeros(len(aim), dtype=bool)
    inside[int(np.argmin(np.diag(gram) - 2 * aim))] = True
    weights = inside.astype(float)
    scale = float(np.abs(aim).max()) or 1.0
    for _ in range(20 * len(aim) + 20):
        gradient = gram @ weights - aim
        level = float(weights @ gradient)
        outside = np.where(inside, np.inf, gradient - level)
        if outside.min() >= -1e-12 * scale:
            break
        inside[int(np.argmin(outside))] = True
        weights = _settle(gram, aim, weights, inside)
    weights = np.where(weights > KEPT, weights, 0)
    return weights / weights.sum()


def _settle(gram: np.ndarray, aim: np.ndarray, weights: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """The best weights among those inside; whoever would go negative is put outside, on the way there."""
    while True:
        best = np.zeros_like(weights)
        best[inside] = _equal_sum(gram[np.ix_(inside, inside)], aim[inside])
        negative = inside & (best < 0)
        if not negative.any():
            return best
        steps = np.full(len(weights), np.inf)
        steps[negative] = weights[negative] / (weights[negative] - best[negative])
        first = int(np.argmin(steps))
        weights = weights + steps[first] * (best - weights)
        weights[first], inside[first] = 0.0, False


def _equal_sum(gram: np.ndarray, aim: np.ndarray) -> np.ndarray:
    """The minimum under sum 1 alone, by Lagrange."""
    both = np.linalg.solve(gram, np.column_stack([aim, np.ones(len(aim))]))
    return both[:, 0] + both[:, 1] * (1 - both[:, 0].sum()) / both[:, 1].sum()
