"""The part of a series that a design may look at, as arrays: between its breaks, known months only."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from metrics.designs.types import ImpactModel, ServiceSeries
from metrics.periods import month_number


@dataclass(frozen=True, slots=True)
class Window:
    """A series as arrays, cut to what may be compared: known months only, baseline and the months judged.

    `place` counts periods (so that neighbours differ by 1), `month` is the month of the year 0-11.
    """

    place: np.ndarray
    month: np.ndarray
    count: np.ndarray
    exposure: np.ndarray
    after: np.ndarray  # True where the effect may show
    lag: np.ndarray  # True from the start until the effect may show
    step: int  # months a period

    @property
    def months_before(self) -> int:
        return int((~self.after).sum()) * self.step

    @property
    def months_after(self) -> int:
        return int(self.after.sum()) * self.step

    @property
    def observed(self) -> float:
        return float(self.count[self.after].sum())

    @property
    def untouched(self) -> np.ndarray:
        """True before the start, where nothing the programme did can show, whatever its lag."""
        return ~self.after & ~self.lag

    def starts(self) -> list[dt.date]:
        """The first days of the months judged."""
        months = [int(place) * self.step for place in self.place[self.after]]
        return [dt.date(month // 12, month % 12 + 1, 1) for month in months]


def window(series: ServiceSeries, model: ImpactModel, without: Sequence[dt.date] = ()) -> Window:
    """The part of a series between its breaks that a model is judged on; `without` leaves months out.

    Breaks before the effect cut the baseline short; a break after it is a refusal, not a cut.
    """
    last_break = max((date for date, _ in series.breaks if date <= model.starts_on), default=dt.date.min)
    exposure = series.exposure or (1.0,) * len(series.starts)
    step = step_of(series.starts)
    rows = [
        (month_number(start) // step, start.month - 1, float(value), size, start >= model.effect_from,
         model.starts_on <= start < model.effect_from)
        for start, value, size in zip(series.starts, series.values, exposure, strict=True)
        if value is not None and np.isfinite(value) and start >= last_break and start not in without
        and (model.ends_on is None or start < model.ends_on)
    ]
    place, month, count, size, after, lag = (np.array(column) for column in zip(*rows, strict=True)) if rows else (
        np.empty(0) for _ in range(6))
    return Window(place.astype(int), month.astype(int), count, size, after.astype(bool), lag.astype(bool), step)


def step_of(starts: Sequence[dt.date]) -> int:
    """Months from one period to the next: 1, 3 or 12, the shortest there is."""
    gaps = [month_number(later) - month_number(earlier) for earlier, later in pairwise(starts)]
    return min((gap for gap in gaps if gap > 0), default=1)
