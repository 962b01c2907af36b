"""Placebos: the same question where the answer must be nothing."""

from dataclasses import replace

import numpy as np

from metrics.designs.cut import Window
from metrics.designs.outlook import outlook
from metrics.designs.types import Placebo, Settings

LONGEST = 12  # months of a placebo's after


def in_time(judged: Window, settings: Settings) -> list[Placebo]:
    """The method on the months before the start alone, with a start that never was; none where they are too few.

    The last year before the start (as much as leaves enough before it, six months at least) plays the after; the
    months of the lag are left out, for the programme had begun.
    """
    pretended = pretend(judged, settings)
    if pretended is None:
        return []
    future = outlook(pretended.place, pretended.month, pretended.count, pretended.exposure, pretended.after,
                     pretended.step, settings.harmonics)
    total = future.total()
    below = float(total.below(pretended.observed)[0])
    p = 2 * min(below, 1 - below)
    percent = 100 * (1 - pretended.observed / float(total.quantiles([0.5])[0, 0]))
    name = f"{pretended.months_after} months before the start"
    return [Placebo("time", name, percent, p, held=p >= 0.05)]


def pretend(judged: Window, settings: Settings) -> Window | None:
    """The months before the start, the last of them marked as if the effect had begun there."""
    before = judged.untouched
    needed = settings.months_before_season if settings.harmonics and judged.step < 12 else settings.months_before
    spare = min(int(before.sum()) * judged.step - needed, LONGEST) // judged.step
    if spare * judged.step < settings.months_after:
        return None
    after = np.arange(before.sum()) >= before.sum() - spare
    columns = {name: getattr(judged, name)[before] for name in ("place", "month", "count", "exposure", "lag")}
    return replace(judged, after=after, **columns)
