"""Is it changing? What decides beforehand, and which method compares the points (design.md §5)."""

from collections.abc import Callable
from dataclasses import dataclass

from metrics.periods import grid
from metrics.status_methods import control_chart, difference_of_two, published_difference, run_chart
from metrics.status_pace import additions
from metrics.status_series import Series
from metrics.status_types import Change, Judged
from metrics.types import Definition

FEWEST_RUN_CHART, FEWEST_SPC = 5, 12

# A side and the good direction give the word.
WORDS: dict[tuple[int, str], Change] = {
    (1, "up"): Change.IMPROVING, (-1, "up"): Change.WORSENING,
    (1, "down"): Change.WORSENING, (-1, "down"): Change.IMPROVING,
    (1, "neutral"): Change.CHANGED, (-1, "neutral"): Change.CHANGED,
    (0, "up"): Change.NO_CLEAR_CHANGE, (0, "down"): Change.NO_CLEAR_CHANGE,
    (0, "neutral"): Change.NO_CLEAR_CHANGE,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides before any method does."""

    points: int
    base: float | None
    minimum_base: float
    months: int  # from the programme's start to the latest point's end
    shorter_lag: int
    earlier: bool


FINE = "there are figures enough for a method"
# In order: the first row whose test holds decides; None leaves it to the method.
TABLE: tuple[tuple[str, Callable[[Facts], bool], Change | None], ...] = (
    ("there is no figure yet", lambda f: f.points == 0, Change.NOT_ENOUGH_POINTS),
    ("too few people are behind the latest figure",
     lambda f: f.base is not None and f.base < f.minimum_base,
     Change.NOT_ENOUGH_POINTS),
    ("it lies before the shorter end of the lag", lambda f: f.months < f.shorter_lag, Change.TOO_EARLY),
    ("it is the first figure since a break", lambda f: f.points == 1 and f.earlier, Change.NOT_COMPARABLE),
    ("one figure shows no change", lambda f: f.points == 1, Change.NOT_ENOUGH_POINTS),
    (FINE, lambda f: True, None),
)


def first_row(facts: Facts) -> tuple[str, Change | None]:
    """The row of TABLE that decides, and the change it says."""
    return next((row, change) for row, test, change in TABLE if test(facts))


def judge_change(series: Series, definition: Definition) -> Judged:
    """Compare the latest point with what came before it. Needs one point at least.

    1 point: level. A published design-based difference from the baseline: that. Counts that accumulate:
    the latest half year's additions against those of the half year before. 2 to 4 points: difference with
    interval. 5 to 11, or irregular: run chart with trial limits. 12 or more at a regular spacing: SPC,
    by the chart that the definition chose.
    """
    points, unit = series.points, definition.unit
    if len(series.all_points if series.cumulative else points) == 1:
        return Judged(None, "level with interval")
    if series.change is not None:
        return published_difference(series, unit)
    if series.cumulative:
        return additions(series.all_points, unit)
    if len(points) < FEWEST_RUN_CHART:
        return difference_of_two(points[0], points[-1], unit)
    places = grid([point.period for point in points])
    if places is None or len(points) < FEWEST_SPC:
        return run_chart(points)
    return control_chart(points, places, definition)
