"""Estimates for tests of charts."""

import datetime as dt

from metrics.types import Absence, Estimate, Period


def month(at: int) -> Period:
    """The at-th month from January 2024."""
    year, number = 2024 + at // 12, at % 12 + 1
    last = dt.date(year + number // 12, number % 12 + 1, 1) - dt.timedelta(days=1)
    return Period(dt.date(year, number, 1), last, "month")


def estimate(at: int = 0, value: float | None = 50.0, **more) -> Estimate:
    """A share of the at-th month; with value None it is withheld."""
    fields = {"indicator": "I16", "statistic": "share", "area": "E10000012", "source": "citizen_survey"}
    if value is None:
        fields["absence"] = Absence.WITHHELD
    return Estimate(period=month(at), value=value, **(fields | more))
