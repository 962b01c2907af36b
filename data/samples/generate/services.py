"""What is true of each demand series: level, season, trend, spread, and what the programme did to it."""

import datetime as dt
from dataclasses import dataclass

FIRST_MONTH, MONTH_COUNT = dt.date(2021, 10, 1), 60


@dataclass(frozen=True)
class Series:
    """One service. `level`: a year's count per 1,000 of the denominator, as it was in October 2021.

    `trend` is relative, a year. `season` multiplies January to December. `shock` is the relative spread
    of a month in one area beyond chance, `weather` that of a month everywhere. `spread` lies between areas.
    """

    level: float
    trend: float
    season: tuple[float, ...]
    shock: float
    weather: float
    spread: float
    deprivation: float  # how much more, relatively, in the most deprived district than in the average one
    dip: float = 0.0  # relative, December 2021 to March 2022
    effect: float = 0.0  # of the programme, in the county's districts, once it is there in full


SERIES: dict[str, Series] = {
    "ae_type1": Series(
        322, 0.010, (0.98, 0.98, 1.01, 1.00, 1.03, 1.03, 1.02, 0.96, 1.00, 1.00, 1.02, 0.97),
        0.025, 0.010, 0.08, 0.15, dip=-0.10, effect=-0.04),
    "emergency_admissions": Series(
        104, 0.015, (1.04, 1.03, 1.03, 1.00, 0.99, 0.98, 0.98, 0.96, 0.98, 0.99, 1.00, 1.02),
        0.020, 0.010, 0.06, 0.12, dip=-0.06),
    "asb": Series(
        8.4, -0.060, (0.82, 0.84, 0.95, 1.04, 1.10, 1.15, 1.22, 1.20, 1.04, 0.98, 0.86, 0.80),
        0.080, 0.020, 0.20, 0.60),
    "ambulance_calls": Series(
        168, 0.020, (1.05, 1.02, 1.00, 0.97, 0.98, 0.99, 1.00, 0.98, 0.98, 1.00, 1.00, 1.03),
        0.025, 0.015, 0.07, 0.20, dip=-0.04),
    "fire_incidents": Series(
        8.0, -0.010, (0.94, 0.92, 0.95, 1.00, 1.03, 1.07, 1.14, 1.12, 1.00, 0.98, 0.95, 0.90),
        0.060, 0.040, 0.12, 0.25),
    "asc_requests": Series(
        30.0, 0.020, (1.06, 1.05, 1.05, 0.98, 0.99, 0.99, 1.00, 0.96, 0.99, 1.00, 0.99, 0.94),
        0.050, 0.010, 0.10, 0.25, dip=-0.08),
    "homeless_prevention": Series(
        3.4, 0.010, (1.08, 1.06, 1.05, 0.99, 0.98, 0.98, 1.00, 0.99, 1.00, 1.02, 1.00, 0.85),
        0.060, 0.010, 0.18, 0.50, dip=-0.05, effect=0.12),
    "homeless_relief": Series(
        3.6, 0.030, (1.07, 1.05, 1.04, 0.99, 0.99, 0.99, 1.00, 1.00, 1.01, 1.02, 1.00, 0.84),
        0.060, 0.010, 0.18, 0.60, dip=-0.05),
}
DIP = (dt.date(2021, 12, 1), dt.date(2022, 3, 1))
RECORDING_BREAK, RECORDED = dt.date(2025, 2, 1), 0.65  # of incidents are still recorded as anti-social
# The effect begins a year after the programme's start and is there in full half a year later.
EFFECT_FROM, EFFECT_MONTHS = dt.date(2025, 4, 1), 6
STALE = ("homeless_relief", "E07000067", (dt.date(2025, 2, 1), dt.date(2025, 3, 1)))
MISSING = (("asc_requests", 0, dt.date(2025, 12, 1)), ("fire_incidents", 3, dt.date(2024, 8, 1)))


def programme_factor(service: str, month: dt.date) -> float:
    """What the programme multiplies the true rate of a county district by in a month."""
    since = (month.year - EFFECT_FROM.year) * 12 + month.month - EFFECT_FROM.month
    return 1 + SERIES[service].effect * min(max(since / EFFECT_MONTHS, 0.0), 1.0)


def time_factor(service: str, month: dt.date) -> float:
    """Trend, season and the winter of 2021/22, all relative to October 2021 without a season."""
    series = SERIES[service]
    years = ((month.year - FIRST_MONTH.year) * 12 + month.month - FIRST_MONTH.month) / 12
    dip = series.dip if DIP[0] <= month <= DIP[1] else 0.0
    return (1 + series.trend) ** years * series.season[month.month - 1] * (1 + dip)
