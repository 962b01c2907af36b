"""The shape of a year, as pairs of waves (harmonics)."""

import numpy as np


def waves(month: np.ndarray, step: int, first: int, last: int) -> np.ndarray:
    """Columns sin and cos of waves `first` to `last` a year, for month numbers (January 1 or 0 alike: a phase).

    `step` is the months between points: with quarters no more than two waves can be told, with years none.
    The sine of the quickest wave is zero everywhere and left out.
    """
    quickest = 6 // step
    angle = 2 * np.pi * np.asarray(month, dtype=float) / 12
    columns = []
    for number in range(first, min(last, quickest) + 1):
        if 2 * number * step != 12:
            columns.append(np.sin(number * angle))
        columns.append(np.cos(number * angle))
    return np.column_stack(columns) if columns else np.empty((len(angle), 0))
