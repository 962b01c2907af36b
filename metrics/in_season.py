"""A control chart of a monthly series with its season taken out: what chart, table, icon and status all show."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from metrics.seasonal import season
from metrics.spc import Chart, Point, xmr

Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class InSeason:
    """`chart` holds the values as they are, with centre and limits for each month; `adjusted` what was judged.

    `seasonal` says whether the last segment had a season to take out. Without one, values and `adjusted` agree.
    """

    chart: Chart
    adjusted: tuple[float | None, ...]
    seasonal: bool


def xmr_in_season(
    values: Values, first_month: int | None, direction: str, rebase: Collection[int] = (), target: float | None = None
) -> InSeason:
    """Judge neighbouring months by the NHS rules, each segment on its own seasonally adjusted values.

    `first_month` is the calendar month (1 to 12) of the first value; None where values aren't months, and
    nothing is adjusted. Limits are multiplied back, so that they rise and fall with the year.
    """
    ends = [*sorted({0, *rebase}), len(values)]
    factors: list[float] = []
    found = None
    for start, end in pairwise(ends):
        month = None if first_month is None else (first_month - 1 + start) % 12 + 1
        found = None if month is None else season(values[start:end], month)
        factors += found or [1.0] * (end - start)
    adjusted = tuple(None if v is None else v / factor for v, factor in zip(values, factors, strict=True))
    chart = xmr(adjusted, direction, rebase=rebase, target=target)
    points = tuple(
        _raised(point, value, factor) for point, value, factor in zip(chart.points, values, factors, strict=True)
    )
    return InSeason(Chart(points, chart.variation, chart.assurance), adjusted, found is not None)


def _raised(point: Point, value: float | None, factor: float) -> Point:
    """The point with its own value, and with its lines at the height usual for the month."""
    lines = ("centre", "lower", "upper", "near_lower", "near_upper")
    heights = {name: None if (line := getattr(point, name)) is None else line * factor for name in lines}
    return point._replace(value=value, **heights)
