"""When a design must not answer, each rule on its own: data in, a reason or nothing out."""

import datetime as dt
from collections.abc import Sequence

import numpy as np

from metrics.designs.cut import Window
from metrics.designs.outlook import Outlook
from metrics.designs.types import ImpactModel, Refusal, ServiceSeries, Settings
from metrics.words import month_words

AROUND = 6  # periods on each side over which a jump must last
USUAL_TIMES = 5


def too_short(window: Window, settings: Settings) -> Refusal | None:
    """Fewer months than are needed before the effect (more, to fit a season) or after it; or nothing counted."""
    seasonal = settings.harmonics > 0 and window.step < 12
    needed = settings.months_before_season if seasonal else settings.months_before
    before, after = window.months_before, window.months_after
    if before < needed:
        why = " to know the season" if seasonal else ""
        return Refusal("too_few_before", f"There are {before} months before the effect may show; "
                                         f"{needed} are needed{why}.")
    if after < settings.months_after:
        return Refusal("too_few_after", f"There are {after} months after it; {settings.months_after} are needed.")
    if window.count[~window.after].sum() <= 0:
        return Refusal("no_counts", "Nothing was counted before the effect may show.")
    return None


def broken(series: ServiceSeries, model: ImpactModel) -> Refusal | None:
    """A break is declared inside the months that are judged, or between the start and the effect."""
    for date, reason in series.breaks:
        if model.starts_on < date <= series.starts[-1] and (model.ends_on is None or date < model.ends_on):
            return Refusal("break", f"The series breaks in {month_words(date)} ({reason}), after the start.")
    return None


def jumped(window: Window, settings: Settings) -> Refusal | None:
    """A lasting jump, far larger than the series' usual moves, wherever it stands.

    Compared are the medians of the logarithm of the rate over up to six periods on each side. A jump of more than
    `jump_min` that is also five times the usual one looks like a merger or a change of recording, at the start too:
    whoever expects a programme to do as much raises `jump_min`.
    """
    rate = np.log((window.count + 0.5) / window.exposure)
    places = range(3, len(rate) - 2)
    sizes = np.array([np.median(rate[at:at + AROUND]) - np.median(rate[max(at - AROUND, 0):at]) for at in places])
    most = int(np.argmax(np.abs(sizes)))
    size, at = float(sizes[most]), places[most]
    if abs(size) <= np.log1p(settings.jump_min) or abs(size) <= USUAL_TIMES * np.median(np.abs(sizes)):
        return None
    month = int(window.place[at]) * window.step
    when = month_words(dt.date(month // 12, month % 12 + 1, 1))
    return Refusal("break", f"The level jumped by about {100 * np.expm1(size):+.0f}% around {when}, which looks like "
                            "a break that nobody declared.")


def noisy(outlook: Outlook, settings: Settings) -> Refusal | None:
    """The baseline scatters around its own level, trend and season by more than a useful forecast can bear."""
    beyond = np.mean(outlook.residual**2) - np.mean(1 / outlook.fitted)
    if beyond <= settings.fit_noise_max**2:
        return None
    return Refusal("bad_fit", f"Before the start the counts scatter by {100 * np.sqrt(beyond):.0f}% around their own "
                              f"level, trend and season; at most {100 * settings.fit_noise_max:.0f}% is accepted.")


def overlapping(treated: ServiceSeries, comparators: Sequence[ServiceSeries]) -> Refusal | None:
    """A comparator shares an area with the treated, or two comparators share one."""
    seen: dict[str, str] = dict.fromkeys({treated.area, *treated.parts}, treated.area)
    for comparator in comparators:
        for part in {comparator.area, *comparator.parts}:
            if part in seen:
                return Refusal("overlap", f"{comparator.area} and {seen[part]} overlap: the same people would be "
                                          "counted on both sides.")
        seen |= dict.fromkeys({comparator.area, *comparator.parts}, comparator.area)
    return None
