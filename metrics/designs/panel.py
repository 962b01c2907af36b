"""The treated area and its comparators over the months all of them have."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from metrics.designs.cut import Window, window
from metrics.designs.types import ImpactModel, ServiceSeries


@dataclass(frozen=True, slots=True)
class Panel:
    """`judged` is the treated area; `rates` are the comparators' counts per exposure, (periods, comparators)."""

    judged: Window
    names: tuple[str, ...]
    counts: np.ndarray
    exposures: np.ndarray

    @property
    def rates(self) -> np.ndarray:
        return self.counts / self.exposures

    @property
    def treated_rate(self) -> np.ndarray:
        return self.judged.count / self.judged.exposure

    def against(self, expected_rate: np.ndarray) -> Window:
        """The treated area measured against a rate of others, as if that were its exposure."""
        return replace(self.judged, exposure=self.judged.exposure * expected_rate)

    def as_if(self, number: int) -> "Panel":
        """The panel with one comparator in the treated area's place; the treated area itself is left out."""
        others = np.arange(len(self.names)) != number
        played = replace(self.judged, count=self.counts[:, number], exposure=self.exposures[:, number])
        return Panel(played, tuple(np.array(self.names)[others]), self.counts[:, others], self.exposures[:, others])

    def without(self, number: int) -> "Panel":
        """The panel with one comparator fewer."""
        return replace(self.as_if(number), judged=self.judged)


def panel(treated: ServiceSeries, comparators: Sequence[ServiceSeries], model: ImpactModel) -> Panel:
    """Cut all series to the months and breaks they share. Comparators with a break count from it on only."""
    judged = window(treated, model)
    cut = [window(series, model) for series in comparators]
    shared = set(judged.place.tolist()).intersection(*(one.place.tolist() for one in cut))
    keep = np.isin(judged.place, list(shared))
    columns = {name: getattr(judged, name)[keep] for name in ("place", "month", "count", "exposure", "after", "lag")}
    places = [np.isin(one.place, list(shared)) for one in cut]
    counts = np.column_stack([one.count[at] for one, at in zip(cut, places, strict=True)])
    exposures = np.column_stack([one.exposure[at] for one, at in zip(cut, places, strict=True)])
    return Panel(replace(judged, **columns), tuple(one.area for one in comparators), counts, exposures)
