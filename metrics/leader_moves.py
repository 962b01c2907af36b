"""How many of the same leaders moved up, stayed or moved down: a mean hides who went which way."""

from collections.abc import Callable

import pandas as pd

from metrics.intervals import wilson

TO_A_HAIR = 9  # decimals to which two means of the same answers agree
MOVES: dict[str, Callable[[pd.Series], pd.Series]] = {
    "moved_up": lambda change: change > 0,
    "moved_same": lambda change: change == 0,
    "moved_down": lambda change: change < 0,
}


def moved(direction: str) -> Callable[[pd.DataFrame, pd.DataFrame], dict | None]:
    """A comparison of two waves (frames with person and score): the share of leaders in both who moved so.

    In per cent with Wilson's interval, numerator and denominator in leaders; None where nobody is in both.
    """

    def share(first: pd.DataFrame, later: pd.DataFrame) -> dict | None:
        both = first.merge(later[["person", "score"]], on="person", suffixes=("", "_later"))
        if not len(both):
            return None
        change = (both["score_later"] - both["score"]).round(TO_A_HAIR)
        some, of = int(MOVES[direction](change).sum()), len(both)
        low, high = wilson(some / of, of)
        return {
            "statistic": direction, "value": 100 * some / of, "low": 100 * low, "high": 100 * high,
            "base": of, "numerator": some, "denominator": of, "part": "change",
            "method": "share of leaders in both waves, 95% Wilson interval",
        }

    return share
