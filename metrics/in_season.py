"""A control chart of a monthly series with its season taken out: what chart, table, icon and status all show."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from metrics.chart_of_counts import Counted, points_of_counts
from metrics.seasonal import season
from metrics.spc import Chart, Point, chart_of, xmr

Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class InSeason:
    """`chart` holds the values as they are, with centre and limits for each month; `adjusted` what was judged.

    `seasonal` says whether the last segment had a season to take out. Without one, values and `adjusted` agree.
    `widths` are those of limits made from counts (σz), None elsewhere.
    """

    chart: Chart
    adjusted: tuple[float | None, ...]
    seasonal: bool
    widths: tuple[float | None, ...]


def chart_in_season(
    values: Values, first_month: int | None, direction: str, rebase: Collection[int] = (), target: float | None = None,
    counted: Counted | None = None,
) -> InSeason:  # fmt: skip
    """Judge neighbouring months by the NHS rules, each segment on its own seasonally adjusted values.

    `first_month` is the calendar month (1 to 12) of the first value; None where values aren't months, and
    nothing is adjusted. Limits are multiplied back, so that they rise and fall with the year. They are those of
    moving ranges (XmR), or of the counts where it is told what is `counted`.
    """
    ends = [*sorted({0, *rebase}), len(values)]
    factors: list[float] = []
    found = None
    for start, end in pairwise(ends):
        month = None if first_month is None else (first_month - 1 + start) % 12 + 1
        found = None if month is None else season(values[start:end], month)
        factors += found or [1.0] * (end - start)
    adjusted = tuple(None if v is None else v / factor for v, factor in zip(values, factors, strict=True))
    widths: list[float | None] = [None] * len(values)
    if counted is None:
        chart = xmr(adjusted, direction, rebase=rebase, target=target)
    else:
        points, widths = points_of_counts(adjusted, counted.times(factors), direction, rebase)
        chart = chart_of(points, direction, target)
    raised = tuple(
        _raised(point, value, factor) for point, value, factor in zip(chart.points, values, factors, strict=True)
    )
    return InSeason(Chart(raised, chart.variation, chart.assurance), adjusted, found is not None, tuple(widths))


def _raised(point: Point, value: float | None, factor: float) -> Point:
    """The point with its own value, and with its lines at the height usual for the month."""
    lines = ("centre", "lower", "upper", "near_lower", "near_upper")
    heights = {name: None if (line := getattr(point, name)) is None else line * factor for name in lines}
    return point._replace(value=value, **heights)
