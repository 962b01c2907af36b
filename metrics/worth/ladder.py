"""The waterfall as it is built: each step takes the draws left after it and tells its own change from them."""

import numpy as np

from metrics.worth.draws import summary
from metrics.worth.types import Step


class Ladder:
    """Steps in order. A change is taken draw by draw, so its range is its own and not a difference of ranges."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._last: np.ndarray | float = 0.0
        self._cases: np.ndarray | None = None

    def add(
        self, id: str, name: str, pounds: np.ndarray, why: str, applied: bool = True, cases: np.ndarray | None = None
    ) -> None:
        """Add a step that leaves these pounds (and, before everything is pounds, these cases)."""
        self._cases = self._cases if cases is None else cases
        self.steps.append(
            Step(id, name, summary(pounds - self._last), summary(pounds), summary(self._cases), why, applied)
        )
        self._last = pounds
